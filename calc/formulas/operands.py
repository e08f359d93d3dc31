"""Reading what may stand before an operator: signs, functions and opening brackets, up to a number or a name."""

import re

from calc.errors import ParseError
from calc.formulas.choices import EXAMPLE as A_CHOICE
from calc.formulas.doubts import Doubts
from calc.formulas.expression import Expression
from calc.formulas.names import CONSTANTS
from calc.formulas.nodes import Constant, Number, Variable
from calc.formulas.precedence import BINDING, OPENING, Open, Stack
from calc.formulas.spelling import EXAMPLE
from calc.formulas.tokens import Note, tokenize
from calc.formulas.words import Token
from calc.formulas.wraps import calling, fourth_root, inverse_of, logarithm
from calc.functions.registry import find_function

_POWER = re.compile(r"raised|\^ (- )?number|\^ \( (- )?number \)")
"""The kinds of tokens that make one."""


class Operands(Stack):
    """The tokens of a text, ``i`` being the index of the next one, and what has been read of them."""

    __slots__ = ("doubts", "i", "text", "tokens")

    def __init__(self, text: str) -> None:
        super().__init__()
        notes: list[Note] = []
        self.text = text
        self.tokens = tokenize(text, notes)
        self.doubts = Doubts(text, self.tokens, notes)
        self.i = 0

    def operand(self) -> None:
        """Reads signs, functions and opening brackets up to a number, name or constant."""
        while True:
            token = self.next_token()
            if token.kind in ("number", "name"):
                self.operands.append(_plain(token))
                return
            if token.kind in ("function", "log"):
                self.open_function(token)
            elif token.kind == "several":
                self.open_several(token)
            elif token.kind in OPENING:
                self.operators.append(Open(token.kind, token.position, token.text))
            elif token.kind == "-":
                after = self.operators[-1].kind if self.operators else ""
                tight = BINDING.get(after, 0) >= BINDING["*"]
                self.operators.append(Open("tight negative" if tight else "negative", token.position))
            elif token.kind == "if":
                raise ParseError(f"A choice is typed {A_CHOICE}, or -x if x < 0 else x.", token.position)
            elif token.kind == "else" and self.peek() == ":" and self.tokens[self.i - 2].kind == ",":
                self.i += 1  # {x < 0: 0, else: x}
            elif token.kind != "+":
                raise ParseError(
                    f"A number, a variable or a bracket belongs here, not {token.typed or token.text}; {EXAMPLE}.",
                    token.position,
                )

    def next_token(self) -> Token:
        if self.i == len(self.tokens):
            last = self.tokens[-1]
            raise ParseError(f"Something is missing after {last.typed or last.text}; {EXAMPLE}.", len(self.text))
        token = self.tokens[self.i]
        self.i += 1
        return token

    def peek(self, ahead: int = 0) -> str:
        return self.tokens[self.i + ahead].kind if self.i + ahead < len(self.tokens) else ""

    def open_function(self, token: Token) -> None:
        """sin(, sin^2(, sin²(, sin⁻¹(, log_3(, or the same without a bracket."""
        typed = token.typed or token.text
        if token.kind == "log":
            wrap = logarithm(token)
        elif token.text == "∜":
            wrap = fourth_root
        else:
            function = find_function(token.text)
            assert function is not None
            raised = self.power_on_name(typed) if self.peek() in ("^", "raised") else None
            if raised == -1:
                function = inverse_of(function, typed, self.tokens[self.i - 1].position)
                self.doubts.add(
                    f"{typed}^(-1) is read as the inverse function, {function.name}; for 1 divided by it write "
                    f"1/{typed}(x).",
                    token.position,
                )
            wrap = calling(function, None if raised == -1 else raised)
        if self.peek() == "(":
            bracket = self.next_token()
            self.operators.append(Open("(", bracket.position, bracket.text, wrap))
            return
        if self.peek() not in ("number", "name", "function", "log", "several", "|", "-", "+"):
            raise ParseError(f"{typed} needs its argument in brackets: {typed}(x).", token.position + len(typed))
        self.operators.append(Open("apply", token.position, typed, wrap))
        self.applying += 1

    def power_on_name(self, typed: str) -> int:
        """The exponent between a name and its argument: ^2, ², ^(-1), ⁻¹."""
        ahead = self.tokens[self.i : self.i + 5]
        found = _POWER.match(" ".join(token.kind for token in ahead))
        taken = ahead[: len(found[0].split())] if found else []
        digits = "".join(t.kind if t.kind == "-" else t.text for t in taken if t.kind in ("-", "number", "raised"))
        if digits == "-1" or digits.isdecimal():
            self.i += len(taken)
            return int(digits)
        raise ParseError(
            f"Only a power such as 2 may stand between {typed} and its bracket. Put any other after it, "
            f"{typed}(x)^(-2).",
            ahead[min(ahead[0].kind == "^", len(ahead) - 1)].position,
        )

    def open_several(self, token: Token) -> None:
        if self.peek() != "(":
            raise ParseError(
                f"{token.text} needs its arguments in brackets: {token.text}(0, x).", token.position + len(token.text)
            )
        bracket = self.next_token()
        self.operators.append(Open("(", bracket.position, bracket.text, several=token.text))


def _plain(token: Token) -> Expression:
    """A number, constant or variable."""
    if token.kind == "number":
        return Number(float(token.text) if "." in token.text else int(token.text))
    return Constant(token.text) if token.text in CONSTANTS else Variable(token.text)
