"""Style sheets without the rules for what is nowhere."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from widgets.build.cache import digest, kept, of_files
from widgets.build.package.imports import ROOT
from widgets.build.package.node import require_node

_PRUNER = Path(__file__).with_name("prune.mjs")


def pruned(styles: Mapping[str, str], words: Iterable[str]) -> Mapping[str, str]:
    """The styles by their names, without each rule that needs a class, tag or attribute that is none of the words."""
    request = json.dumps({"words": sorted(set(words)), "styles": styles})
    package = ROOT / "node_modules" / "purgecss" / "package.json"
    key = digest(of_files([_PRUNER, package]), request)
    return json.loads(kept("pruned", key, lambda: _run(request)))  # type: ignore[no-any-return]


def _run(request: str) -> str:
    done = subprocess.run(
        [require_node(), str(_PRUNER)], input=request, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout
