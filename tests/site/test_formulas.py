"""Every formula of the chapter is exercised by a widget: on its page, or on one that its section leads to."""

import re

import pytest

from tests.prose.page import PAGES

# Which widget lets a reader work the formulas of a section: change what goes in, see what comes out.
WIDGETS = {
    "derivative-line": "tangent",
    "derivative-limit": "tangent",
    "derivative-misconceptions": "rounding",
    "derivative-formula": "tangent",
    "derivative-example": "tangent",
    "rules-four": "activation",
    "rules-exponential": "activation",
    "rules-combine": "activation",
    "rules-example": "activation",
    "partial-derivatives-formula": "gradient",
    "partial-derivatives-compute": "gradient",
    "partial-derivatives-gradient": "gradient",
    "partial-derivatives-steepest": "direction",
    "partial-derivatives-backprop": "descent",
    "chain-rule-machines": "chain-rule",
    "chain-rule-formula": "chain-rule",
    "chain-rule-paths": "backprop",
    "chain-rule-depth": "deep-chain",
    "vector-chain-rule-jacobian": "jacobian",
    "vector-chain-rule-linear": "jacobian",
    "vector-chain-rule-formula": "jacobian",
    "vector-chain-rule-shapes": "shapes",
    "vector-chain-rule-example": "jacobian",
    "vector-chain-rule-misconceptions": "jacobian",
    "vector-chain-rule-backprop": "jacobian",
    "vector-chain-rule-softmax": "softmax-loss",
    "backpropagation-formula": "backprop",
    "backpropagation-example": "backprop",
}
# Displayed, or standing in a table under the heading “Formula”, “Function” or “Derivative”.
FORMULA = re.compile(r"\$\$|^\|.*\b(?:Formula|Derivative)\b.*\|$", re.MULTILINE)
FENCE = re.compile(r"^``` widget\nname: ([\w-]+)$", re.MULTILINE)


def sections() -> dict[str, tuple[str, str]]:
    """Each section's page and text, by the id of its heading; a part counts to the section whose heading it follows."""
    found = {}
    for page in PAGES:
        for part in re.split(r"^(?=#{2,3} )", page.text, flags=re.MULTILINE)[1:]:
            if name := re.match(r"#+ .*\{#([\w-]+)\}", part):
                found[name[1]] = (page.name, part)
    return found


def widgets_of(page: str) -> set[str]:
    return {name for each in PAGES if each.name == page for name in FENCE.findall(each.text)}


def test_the_table_names_every_section_with_a_formula_and_no_other() -> None:
    with_formulas = {name for name, (_, text) in sections().items() if FORMULA.search(text)}
    assert with_formulas == set(WIDGETS)


@pytest.mark.parametrize("section", WIDGETS)
def test_a_reader_can_work_the_formulas_of_each_section(section: str) -> None:
    widget = WIDGETS[section]
    page, text = sections()[section]
    near = {page, *re.findall(r"\]\(([\w-]+)\.md", text)}
    where = {each.name for each in PAGES if widget in widgets_of(each.name)}
    assert near & where, f"{section}: {widget} is on {sorted(where)}, and no link leads there"
