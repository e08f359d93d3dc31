"""Where a text has two readings: a note on the one the rule chose, or a refusal where none is common."""

from itertools import pairwise
from typing import NoReturn

from calc.errors import ParseError
from calc.formulas.expression import Expression
from calc.formulas.nodes import Constant, Number
from calc.formulas.precedence import BINDING, Open, Stack
from calc.formulas.tokens import Note
from calc.formulas.words import Token

_ROOTS = ("√", "∛", "∜")


class Doubts:
    """The notes on one text; tokens are meant by their index."""

    __slots__ = ("_notes", "_text", "_tokens")

    def __init__(self, text: str, tokens: list[Token], notes: list[Note]) -> None:
        self._text = text
        self._tokens = tokens
        self._notes = notes
        for before, token in pairwise(tokens):
            glued = (before.kind, token.kind) == ("function", "name") and before.end == token.position
            if glued and token.text != "x" and before.text.isascii() and before.text.isalpha():
                self.add(f"{before.text}{token.text} is read as {before.text}({token.text}).", before.position)

        applied = any(token.kind == "function" and token.text == "σ" for token in tokens)
        bare = next((token for token in tokens if token.kind == "name" and token.text == "sigma"), None)
        if applied and bare:
            raise ParseError(
                f"Here {bare.typed or bare.text} is a function and needs its argument in brackets: σ(x).", bare.position
            )

    def add(self, message: str, position: int) -> None:
        self._notes.append(Note(message, position))

    def sorted(self) -> tuple[Note, ...]:
        return tuple(sorted(dict.fromkeys(self._notes), key=lambda note: note.position))

    def _typed(self, first: int, after: int) -> str:
        """The text from one position up to another, without the spaces around it."""
        return self._text[first:after].strip()

    def _factor(self, i: int) -> str:
        """What starts at a token, shortened: x, sin(…), (…)."""
        token = self._tokens[i]
        name = token.typed or token.text
        if token.kind in ("function", "log", "several"):
            return f"{name}(…)"
        return "(…)" if token.kind == "(" else "|…|" if token.kind == "|" else name

    def about_argument(self, waiting: Open | None, after: int) -> None:
        """sin 2x is sin(2x)."""
        if waiting is None:
            return
        argument = self._typed(waiting.position + len(waiting.typed), self._tokens[after - 1].end)
        if not argument.replace("_", "").isalnum() or (len(argument) > 1 and not argument.isdecimal()):
            whole = self._typed(waiting.position, self._tokens[after - 1].end)
            if not (argument[:1] in "|(" or (argument[:1].isalpha() and self._tokens[after - 1].kind in (")", "|"))):
                self.add(f"{whole} is read as {waiting.typed}({argument}).", waiting.position)

    def refuse_after(self, waiting: Open, i: int) -> None:
        """sin x/2 is sin(x)/2 or sin(x/2); √x^2 is (√x)² or √(x²)."""
        kind = self._tokens[i].kind
        if (kind == "/" and waiting.typed not in _ROOTS) or (kind == "^" and waiting.typed in _ROOTS):
            rest = kind + (self._factor(i + 1) if i + 1 < len(self._tokens) else "")
            self._refuse_end(waiting, i, rest, rest, rest)

    def refuse_root(self, waiting: Open, i: int) -> NoReturn:
        """√2x is √(2)·x or √(2x)."""
        following = self._factor(i)
        sign = "" if self._tokens[i].kind == "raised" else "*"
        self._refuse_end(waiting, i, following, sign + following, following, gap="")

    def refuse_argument(self, waiting: Open, i: int) -> NoReturn:
        """sin x(x + 1) is sin(x)·(x + 1) or sin(x(x + 1))."""
        following = self._factor(i)
        self._refuse_end(waiting, i, following, f"*{following}", f"*{following}")

    def _refuse_end(self, waiting: Open, i: int, typed: str, after: str, within: str, gap: str = " ") -> NoReturn:
        """Where an argument without brackets ends is open: what follows stands ``after`` it or ``within`` it."""
        name = waiting.typed
        argument = self._typed(waiting.position + len(name), self._tokens[i].position)
        raise ParseError(
            f"{name}{gap}{argument}{typed} can be read in two ways; write {name}({argument}){after} or "
            f"{name}({argument}{within}).",
            waiting.position,
        )

    def refuse_bars(self, i: int, position: int, inside_others: bool) -> None:
        """|a|b|c| is |a|·b·|c| or |a·|b|·c|."""
        rest = self._tokens[i:]
        if inside_others or not rest or rest[0].kind not in ("name", "function", "("):
            return
        depth, before = 0, ""
        for token in rest:
            depth += (token.kind == "(") - (token.kind == ")")
            if depth < 0 or (depth == 0 and token.kind == "|"):
                break
            before = token.kind
        else:
            return
        if depth == 0 and before in ("number", "name", "raised", ")"):
            raise ParseError("These bars can be read in two ways; write abs(x) for |x|.", position)

    def about_factor(self, stack: Stack, i: int) -> None:
        """e^2x is e²·x, and (x + 1)2 a product."""
        before, token = self._tokens[i - 1], self._tokens[i]
        if token.kind == "number":
            self.add(f"){token.text} is read as )*{token.text}; for a power write )^{token.text}.", token.position)
        on_top = stack.operators[-1].kind if stack.operators else ""
        if on_top != "^" or before.kind not in ("number", "name") or before.end != token.position:
            return
        base = stack.operands[-2]
        if token.kind in ("name", "(") and (isinstance(base, Constant | Number) or before.kind == "name"):
            shown = f"({base})" if base.children else str(base)
            exponent, factor = before.typed or before.text, self._factor(i)
            self.add(
                f"{shown}^{exponent}{factor} is read as {shown}^{exponent} times {factor}; to raise to all of it "
                f"write {shown}^({exponent}{factor}).",
                before.position,
            )

    def about_exponent(self, stack: Stack, i: int) -> None:
        """x^1/2 is x¹/2, and e^-x/2 is e^(−x)/2."""
        before = self._tokens[i - 1]
        if self._tokens[i].kind != "/" or before.kind not in ("number", "name") or i + 1 == len(self._tokens):
            return
        pending = []
        for operator in reversed(stack.operators):
            if BINDING.get(operator.kind, -1) < BINDING["tight negative"]:
                break
            pending.append(operator)
        power = next((o for o in reversed(pending) if o.kind == "^"), None)
        if power is None or not (before.text == "1" or any(o.kind == "tight negative" for o in pending)):
            return
        exponent = self._typed(power.position, before.end).lstrip("^*")
        following = self._factor(i + 1)
        self.add(
            f"^{exponent}/{following} is read as a power divided by {following}; for an exponent that is a fraction "
            f"write ^({exponent}/{following}).",
            power.position,
        )

    def about_quotient(self, slash: Open, i: int) -> None:
        """1/2x is (1/2)·x."""
        below, factor = self._typed(slash.position + 1, self._tokens[i - 1].end), self._factor(i)
        self.add(
            f"/{below}{factor} is read as /{below} times {factor}; to divide by all of it write /({below}{factor}).",
            slash.position,
        )

    def about_variables(self, expression: Expression) -> None:
        """x2 is not 2x, X is not x, i is no imaginary unit."""
        names = expression.variables
        first = {token.text: token.position for token in reversed(self._tokens) if token.kind == "name"}
        for name in names:
            stem = name.rstrip("0123456789")
            others = [n for n in names if n != name and n.rstrip("0123456789") != n]
            if stem != name and stem[-1] != "_" and stem in (*names, "x") and not (others and stem not in names):
                power = name[len(stem) :]
                self.add(
                    f"{name} is read as one variable; write {stem}^{power} for a power, {power}{stem} for a product.",
                    first[name],
                )
            capitalised = name in ("X", "Y", "E") and first[name] == self._tokens[0].position  # As phones do.
            if capitalised or (name.isupper() and len(name) == 1 and name.lower() in names):
                what = "Euler's number is e" if name == "E" else f"it is not {name.lower()}"
                self.add(f"{name} is read as a variable of its own; {what}.", first[name])
            if name == "i":
                self.add("i is read as a variable, not as the imaginary unit.", first[name])
