"""Finished pages carry no empty lines and no indents, but where a reader would see them."""

from widgets.build.html.gaps import without_gaps


def test_words_stay_apart_and_each_gap_is_one_line_end() -> None:
    page = "<ul>\n\n    <li>\n  one\u00a0\n   two </li>\r\n\t\r\n</ul>"
    assert without_gaps(page) == "<ul>\n<li>\none\u00a0\ntwo </li>\n</ul>"


def test_what_is_shown_or_run_line_by_line_is_left_alone() -> None:
    for kept in (
        "<pre><code>if x:\n\n    y</code></pre>",
        "<script>a //\n\n  b</script>",
        "<textarea>\n\n a</textarea>",
        '<style>a { content: "\\\n\n" }</style>',
    ):
        assert without_gaps(f"<p>\n\n</p>{kept}\n\n<p>") == f"<p>\n</p>{kept}\n<p>"
