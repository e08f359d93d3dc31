"""Which operator is applied first: an operator-precedence stack (Dijkstra's shunting yard), without recursion.

Binding, loosest first: + and −; · and / (and a multiplication left unwritten), from left to right;
a minus in front; ^ from right to left. So −x² is −(x²), 2^3^2 is 2^9, 1/2x is (1/2)·x.
"""

from dataclasses import dataclass

from calc.formulas.expression import Expression, Negative, Power, Product, Quotient, Sum
from calc.functions.function import Function

# A minus in front binds more tightly after * / ^ (2*-x) than at the start of a term (−x² is −(x²)).
BINDING = {"+": 1, "-": 1, "negative": 2, "*": 3, "/": 3, "tight negative": 4, "^": 5}
OPENING = ("(", "|")


@dataclass(slots=True)
class Open:
    """What waits on the operator stack: an operator, or an opening bracket with its function."""

    kind: str
    position: int
    function: Function | None = None
    raised: int = 0


class Stack:
    """Operands read so far, and the operators and opening brackets that wait for what follows."""

    __slots__ = ("operands", "operators")

    def __init__(self) -> None:
        self.operands: list[Expression] = []
        self.operators: list[Open] = []

    def reduce(self, least: int) -> None:
        """Applies the waiting operators that bind at least that tightly, up to the innermost bracket."""
        operators = self.operators
        while operators and BINDING.get(operators[-1].kind, -1) >= max(least, 1):
            binding = BINDING[operators[-1].kind]
            if binding in (BINDING["negative"], BINDING["tight negative"]):
                operators.pop()
                self.operands.append(Negative(self.operands.pop()))
                continue
            run: list[str] = []
            while operators and BINDING.get(operators[-1].kind) == binding:
                run.append(operators.pop().kind)
            run.reverse()
            parts = self.operands[-len(run) - 1 :]
            del self.operands[-len(run) - 1 :]
            self.operands.append(_combined(run, parts))


def _combined(run: list[str], parts: list[Expression]) -> Expression:
    """One run of operators that bind alike, such as a·b/c·d, as a tree."""
    if run[0] == "^":
        result = parts.pop()
        while parts:
            result = Power(parts.pop(), result)
        return result
    if run[0] in "+-":
        return Sum(parts[0], *[p if sign == "+" else Negative(p) for sign, p in zip(run, parts[1:], strict=True)])
    factors = [parts[0]]
    for sign, part in zip(run, parts[1:], strict=True):
        if sign == "*":
            factors.append(part)
        else:
            factors = [Quotient(_product(factors), part)]
    return _product(factors)


def _product(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(*factors)
