"""What every patch of a widget must keep to, whatever the state."""

from collections.abc import Sequence

from widgets.kit.patch import Patch


def assert_showable(patches: Sequence[Patch], longest: int) -> None:
    """The same parts in every state, and in paths and positions only numbers that a page can draw."""
    for patch in patches:
        assert patch.keys() == patches[0].keys()
        for key, text in patch.items():
            if not key.endswith((".text", ".latex", ".hidden")):
                assert "nan" not in text, key
                assert "inf" not in text, key
                assert len(text) < longest, key
            if key.endswith((".x", ".y")):
                assert abs(float(text)) < 3000, key
