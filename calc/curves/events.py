"""The places where something may happen to a curve: what divides is 0, an argument meets a kink or a domain's end."""

from calc.formulas.cases import Cases
from calc.formulas.expression import Expression, number
from calc.formulas.nodes import Call, Number, Power, Quotient
from calc.formulas.tree import postorder
from calc.functions.registry import FUNCTIONS

_POLES = {"tan": "cos", "sec": "cos", "cot": "sin", "csc": "sin"}


def events(expression: Expression) -> list[Expression]:
    """Formulas whose zeros are such places, each once."""
    found: dict[Expression, None] = {}
    for node in postorder(expression):
        match node:
            case Quotient():
                found[node.children[1]] = None
            case Power():
                base, exponent = node.children
                if not (isinstance(exponent, Number) and isinstance(exponent.value, int)):
                    found[base] = None
            case Call():
                f, u = node.function, node.children[0]
                if f.name in _POLES:
                    found[FUNCTIONS[_POLES[f.name]](u)] = None
                ends = {*f.domain.ends, *[kink.at for kink in f.kinks], *f.jumps, *((0.0,) if f.name == "cbrt" else ())}
                for end in sorted(ends):
                    found[u - number(end) if end else u] = None
            case Cases():
                for bound in node.bounds:
                    found[node.subject - bound] = None
            case _:
                pass
    return [event for event in found if event.variables]
