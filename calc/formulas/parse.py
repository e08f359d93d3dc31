"""Reading a formula: from tokens to a tree, without recursion."""

from dataclasses import dataclass

from calc.errors import ParseError
from calc.formulas.choices import EXAMPLE as A_CHOICE
from calc.formulas.choices import MARKS, choice
from calc.formulas.expression import Expression
from calc.formulas.nodes import Negative, Number, Power
from calc.formulas.operands import Operands
from calc.formulas.precedence import BINDING, Open
from calc.formulas.spelling import CLOSING, EXAMPLE, plain
from calc.formulas.tokens import Note
from calc.formulas.words import Token
from calc.formulas.wraps import calling, chosen

DEEPEST = 400
MOST_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was read as. ``notes`` say where it has another reading, and how to type that one."""

    expression: Expression
    notes: tuple[Note, ...]


def parse(text: str) -> Expression:
    """The expression that ``text`` says, read the way people write formulas; `read` gives the notes as well.

    ``^`` or ``**`` for powers; ``2x``, ``3(x + 1)``, ``x e^x`` multiply; ``|x|``; ``pi``, ``e``; functions
    by name, ``log`` being the natural logarithm and ``log_3`` that to base 3; ``max(0, x)`` and ``min``; a choice,
    ``{x < 0: 0, x >= 0: x}`` or ``x if x > 0 else 0``, the first condition that holds deciding; also
    ``·``, ``×``, ``−``, ``π``, ``x²``, ``x₁``, ``½x``, ``σ(x)``, ``√2``, ``sin⁻¹(x)``, brackets ``[ ]`` and ``{ }``.
    A function needs no brackets: ``2 sin x cos x``, ``ln|x|``, ``sin 2x``; only ``sin x/2`` is refused.
    A variable is one letter or a Greek letter's name, with a subscript if need be: ``x``, ``w_1``, ``theta``.
    What is written differently in code and on paper is refused, such as ``2e-3``, which is 0.002 and 2e − 3.

    At most 1,000 characters, 400 levels and 12 choices. Raises `ParseError` with a message for the reader.
    """
    return read(text).expression


def read(text: str) -> Reading:
    """What `parse` reads, with a note wherever the rule decided between two readings: ``e^2x``, ``1/2x``, ``x2``."""
    if not isinstance(text, str):
        raise TypeError(f"A formula is text, such as '2x + 1', not {type(text).__name__}.")
    parser = _Parser(plain(text))
    expression = parser.run()
    return Reading(expression, parser.doubts.sorted())


class _Parser(Operands):
    __slots__ = ("choices",)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.choices = 0

    def run(self) -> Expression:
        if not self.tokens:
            raise ParseError(f"There is nothing here yet; type a formula, {EXAMPLE}.", 0)
        while True:
            self.operand()
            while self.closes():
                pass
            if self.i == len(self.tokens):
                break
            self.operator()
        self.finish(None)
        if self.operators:
            opened = self.operators[-1]
            raise ParseError(f"This {opened.typed} is never closed.", opened.position)
        self.choose(self.whole)
        result = self.operands.pop()
        depth = result.depth
        if depth > DEEPEST:
            raise ParseError(f"A formula may be {DEEPEST} levels deep; this one is {depth}.", 0)
        self.doubts.about_variables(result)
        return result

    def closes(self) -> bool:
        """Reads a closing bracket or bar, or a raised exponent, if one is next."""
        kind = self.peek()
        if kind == "raised":
            self.raise_operand()
            return True
        if kind not in (")", "|"):
            return False
        opened = self.innermost()
        if kind == "|" and opened.kind != "|":
            return False
        token = self.tokens[self.i]
        if kind == ")":
            self.check_bracket(opened, token)
        self.i += 1
        self.finish(token)
        self.operators.pop()
        self.choose(opened)
        if opened.kind == "|":
            self.doubts.refuse_bars(self.i, opened.position, any(o.kind == "|" for o in self.operators))
            self.operands.append(calling("abs")(self.operands.pop()))
        else:
            self.apply(opened)
        return True

    def check_bracket(self, opened: Open, token: Token) -> None:
        if opened.kind != "(":
            what = "comes before the closing bar |" if opened.kind else "has no opening bracket"
            raise ParseError(f"This {token.text} {what}.", token.position)
        if CLOSING[opened.typed] != token.text:
            raise ParseError(
                f"This {token.text} closes a {opened.typed}; write {CLOSING[opened.typed]}.", token.position
            )

    def choose(self, opened: Open) -> None:
        """One formula of several read within a bracket: the largest or smallest, or a choice among them."""
        marks = opened.marks
        if opened.several and not marks:
            raise ParseError(f"{opened.several} compares two values or more: {opened.several}(0, x).", opened.position)
        if marks:
            self.choices += not opened.several
            if self.choices > MOST_CHOICES:
                raise ParseError(f"A formula may have {MOST_CHOICES} choices; this one has more.", opened.position)
            parts = self.operands[-len(marks) - 1 :]
            del self.operands[-len(marks) - 1 :]
            several = chosen(opened.several, parts) if opened.several else None
            self.operands.append(several or choice(opened.typed, marks, parts, opened.position))

    def finish(self, following: Token | None) -> None:
        """Applies all that waits inside the innermost bracket."""
        self.doubts.about_argument(self.waits(), self.i - (following is not None))
        self.reduce(0)

    def raise_operand(self) -> None:
        token = self.next_token()
        waiting = self.waits()
        if waiting and waiting.typed in ("√", "∛", "∜"):
            self.doubts.refuse_root(waiting, self.i - 1)
        exponent: Expression = Number(int(token.text.removeprefix("-")))
        if token.text.startswith("-"):
            exponent = Negative(exponent)
        self.operands.append(Power(self.operands.pop(), exponent))
        if self.peek() in ("^", "raised"):
            raise ParseError("Two powers in a row: write (x^2)^3 or x^(2^3).", self.tokens[self.i].position)

    def operator(self) -> None:
        """Reads an operator or a comma, or puts in the multiplication that was left unwritten."""
        token, before = self.tokens[self.i], self.tokens[self.i - 1]
        kind = token.kind
        waiting = self.waits()
        if kind in MARKS:
            self.mark(token)
            return
        if kind in "+-*/^":
            if waiting:
                self.doubts.refuse_after(waiting, self.i)
            self.doubts.about_exponent(self, self.i)
            self.i += 1
        elif kind == "number" and not (before.kind == ")" and before.end == token.position):
            raise ParseError(
                f"A sign is missing before {token.text}: write * to multiply or ^ for a power.", token.position
            )
        else:
            kind = self.unwritten(waiting, token, before)
        if waiting and BINDING[kind] < BINDING["apply"]:
            self.doubts.about_argument(waiting, self.i - (token.kind in "+-*/^"))
        self.reduce(BINDING[kind] + 1)
        if token.kind not in "+-*/^" and self.operators and self.operators[-1].kind == "/":
            self.doubts.about_quotient(self.operators[-1], self.i)
        self.operators.append(Open(kind, token.position))

    def mark(self, token: Token) -> None:
        """Reads a comma, or a sign of a choice."""
        opened = self.innermost()
        if token.kind == "," and not (opened.several or opened.typed == "{"):
            raise ParseError(
                "One formula belongs here; a comma stands only between what max and min compare.", token.position
            )
        if opened.several and token.kind != ",":
            raise ParseError(f"A choice within {opened.several} stands in brackets: {A_CHOICE}.", token.position)
        self.i += 1
        self.finish(token)
        opened.marks.append(token)

    def unwritten(self, waiting: Open | None, token: Token, before: Token) -> str:
        """Which multiplication an unwritten sign is: part of an argument, as in sin 2x, or not."""
        if waiting and token.kind not in ("function", "log", "several"):
            if waiting.typed in ("√", "∛", "∜"):
                self.doubts.refuse_root(waiting, self.i)
            if token.kind != "name" or before.kind not in ("number", "name", "raised"):
                self.doubts.refuse_argument(waiting, self.i)
            return "juxtaposed"
        self.doubts.about_factor(self, self.i)
        return "*"
