"""Where a formula has a value, as conditions on its parts, and which of them simplifying takes away."""

from dataclasses import dataclass

from calc.algebra import powers, terms
from calc.algebra.rational import as_rational
from calc.algebra.simplify import simplify
from calc.errors import DomainError
from calc.formulas.cases import Cases
from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Power, Quotient
from calc.formulas.tree import postorder

_FUNCTIONS = {"sqrt": "≥ 0", "ln": "> 0", "log": "> 0", "log2": "> 0", "log10": "> 0"}
SCATTERED = "has a value"
_IMPLIES = {"≠ 0": {"≠ 0", "> 0"}, "≥ 0": {"≥ 0", "> 0"}, "> 0": {"> 0"}, SCATTERED: {SCATTERED}}


@dataclass(frozen=True)
class Condition:
    """What has to hold for a formula to have a value: ``expression`` is ``relation`` (``≠ 0``, ``≥ 0`` or ``> 0``).

    Of (−1)^x, which has values at scattered points, the relation is ``has a value``.
    """

    expression: Expression
    relation: str

    def __str__(self) -> str:
        return f"{self.expression} {self.relation}"


@dataclass(frozen=True)
class Simplified:
    """A simplified ``expression``, and the ``conditions`` of the original that it no longer shows."""

    expression: Expression
    conditions: tuple[Condition, ...]


def simplified(expression: Expression) -> Simplified:
    """The expression simplified, with what must still hold: of x²/x, x where x ≠ 0.

    Examples:
        >>> from calc.formulas.parse import parse
        >>> found = simplified(parse("x^2/x + sqrt(y)^2"))
        >>> str(found.expression), [str(condition) for condition in found.conditions]
        ('x + y', ['x ≠ 0', 'y ≥ 0'])
    """
    result = simplify(expression)
    # x^a·x^b asks for x ≥ 0, and x^(a + b) does not at (−8)^(1/2 + 1/2): another power is another condition.
    kept = {node.alike for node in postorder(expression)}
    changed = {node for node in postorder(result) if _is_symbolic(node) and node.alike not in kept}
    left = {(c.expression.alike, c.relation) for c in _conditions(result, changed)}
    lost = [
        c
        for c in conditions(expression)
        if not any((c.expression.alike, stronger) in left for stronger in _IMPLIES[c.relation])
    ]
    return Simplified(result, tuple(lost))


def conditions(expression: Expression) -> tuple[Condition, ...]:
    """What denominators, roots, logarithms and powers in it ask for, in order; each once, the parts simplified.

    Not what the pieces of a formula given piece by piece ask for: that holds on their own stretches only.
    """
    return _conditions(expression, set())


def _is_symbolic(node: Expression) -> bool:
    return isinstance(node, Power) and as_rational(node.children[1]) is None


def _conditions(expression: Expression, without: set[Expression]) -> tuple[Condition, ...]:
    found: dict[tuple[Expression, str], Condition] = {}
    for node in _outside_pieces(expression):
        if node in without:
            continue
        match node:
            case Quotient():
                asked, part = "≠ 0", node.children[1]
            case Power():
                n = as_rational(node.children[1])
                part = node.children[0]
                if n is None and not part.variables and not _is_positive(part):
                    asked, part = SCATTERED, node
                elif n is None:
                    asked = "≥ 0"
                elif n.is_whole:
                    asked = "≠ 0" if n.top < 0 else ""
                else:
                    asked = "> 0" if n.top < 0 else "≥ 0"
            case Call() if node.function.name in _FUNCTIONS:
                asked, part = _FUNCTIONS[node.function.name], node.children[0]
            case _:
                continue
        for base in _parts(part, asked):
            if asked and base.variables and (asked == SCATTERED or not powers.is_positive(base)):
                found.setdefault((base.alike, asked), Condition(base, asked))
    return tuple(found.values())


def _outside_pieces(expression: Expression) -> list[Expression]:
    reached: set[Expression] = set()
    stack = [expression]
    while stack:
        node = stack.pop()
        if node not in reached:
            reached.add(node)
            stack += (node.subject,) if isinstance(node, Cases) else node.children
    return [node for node in postorder(expression) if node in reached]


def _is_positive(number: Expression) -> bool:
    try:
        return number.evaluate({}) > 0
    except DomainError:
        return False


def _parts(part: Expression, relation: str) -> list[Expression]:
    """A product is not 0 where none of its factors is."""
    whole = simplify(part)
    return [base for base, _ in terms.read(whole).factors.values()] if relation == "≠ 0" else [whole]
