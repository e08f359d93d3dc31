"""Reading a formula: from tokens to a tree, without recursion."""

from calc.errors import ParseError
from calc.formulas.expression import Call, Constant, Expression, Negative, Number, Power, Variable
from calc.formulas.names import CONSTANTS
from calc.formulas.precedence import BINDING, OPENING, Open, Stack
from calc.formulas.tokens import EXAMPLE, Token, tokenize
from calc.functions.function import Function
from calc.functions.registry import FUNCTIONS, find_function

DEEPEST = 400


def parse(text: str) -> Expression:
    """The expression that ``text`` says, read the way people write formulas.

    ``^`` or ``**`` for powers; ``2x``, ``3(x + 1)``, ``x e^x`` multiply; ``|x|``; ``pi``, ``e``; functions
    by name, ``log`` being the natural logarithm; also ``·``, ``×``, ``−``, ``π``, ``x²``, ``x₁``, ``σ(x)``, ``√2``.
    A single letter or number after a function needs no brackets: ``2 sin x cos x``, but not ``sin 2x``.
    A variable is one letter or a Greek letter's name, with a subscript if need be: ``x``, ``w_1``, ``theta``.
    What could be read in two ways is refused, such as ``2e-3``, which is 0.002 in code and 2e − 3 on paper.

    At most 1,000 characters and 400 levels. Raises `ParseError` with a message for the reader.
    """
    if not isinstance(text, str):
        raise TypeError(f"A formula is text, such as '2x + 1', not {type(text).__name__}.")
    return _Parser(text).run()


class _Parser(Stack):
    __slots__ = ("end", "i", "tokens")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tokens = tokenize(text)
        self.end = len(text)
        self.i = 0

    def run(self) -> Expression:
        if not self.tokens:
            raise ParseError(f"There is nothing here yet; type a formula, {EXAMPLE}.", 0)
        while True:
            self.operand()
            while self.closes():
                pass
            if self.i == len(self.tokens):
                break
            self.binary_operator()
        self.reduce(0)
        if self.operators:
            opened = self.operators[-1]
            raise ParseError(f"This {opened.kind} is never closed.", opened.position)
        result = self.operands.pop()
        depth = result.depth
        if depth > DEEPEST:
            raise ParseError(f"A formula may be {DEEPEST} levels deep; this one is {depth}.", 0)
        return result

    def operand(self) -> None:
        """Reads signs and opening brackets up to a number, name or constant."""
        while True:
            token = self.next_token()
            if token.kind in ("number", "name"):
                self.operands.append(_plain(token))
                return
            if token.kind == "function":
                if self.open_function(token):
                    return
            elif token.kind in OPENING:
                self.operators.append(Open(token.kind, token.position))
            elif token.kind == "-":
                after = self.operators[-1].kind if self.operators else ""
                tight = BINDING.get(after, 0) >= BINDING["*"]
                self.operators.append(Open("tight negative" if tight else "negative", token.position))
            elif token.kind != "+":
                raise ParseError(
                    f"A number, a variable or a bracket belongs here, not {token.text}; {EXAMPLE}.",
                    token.position,
                )

    def next_token(self) -> Token:
        if self.i == len(self.tokens):
            last = self.tokens[-1]
            raise ParseError(f"Something is missing after {last.text}; {EXAMPLE}.", self.end)
        token = self.tokens[self.i]
        self.i += 1
        return token

    def peek(self, ahead: int = 0) -> str:
        return self.tokens[self.i + ahead].kind if self.i + ahead < len(self.tokens) else ""

    def open_function(self, token: Token) -> bool:
        """sin( or sin^2( or sin²(; True where the argument, in sin x or √2, has been read as well."""
        function = find_function(token.text)
        assert function is not None
        raised = 0
        if self.peek() in ("^", "raised"):
            self.i += self.peek() == "^"
            raised = self.power_on_name(token, self.next_token())
        if self.peek() == "(":
            self.operators.append(Open("(", self.next_token().position, function, raised))
            return False
        ends = ("", ")", "|", "+", "-", "function", *("*/" if token.text in "√∛" else ""))
        if self.peek() not in ("number", "name") or self.peek(1) not in ends:
            raise ParseError(
                f"{token.text} needs its argument in brackets: {token.text}(x).",
                token.position + len(token.text),
            )
        self.operands.append(_plain(self.next_token()))
        self.call(function, raised)
        return True

    def call(self, function: Function, raised: int) -> None:
        """f(a) or f^n(a) of the operand that was read last."""
        called: Expression = Call(function, self.operands.pop())
        self.operands.append(Power(called, Number(raised)) if raised else called)

    def power_on_name(self, name: Token, exponent: Token) -> int:
        if exponent.kind in ("number", "raised") and exponent.text.isdecimal() and int(exponent.text) > 0:
            return int(exponent.text)
        inverse = f"; the inverse function is a{name.text}(x)" if find_function(f"a{name.text}") else ""
        raise ParseError(
            f"Only a power such as 2 may stand between {name.text} and its bracket. Put any other after it, "
            f"{name.text}(x)^(-1){inverse}.",
            exponent.position,
        )

    def closes(self) -> bool:
        """Reads a closing bracket or bar, or a raised exponent, if one is next."""
        kind = self.peek()
        if kind == "raised":
            token = self.next_token()
            exponent: Expression = Number(int(token.text.removeprefix("-")))
            if token.text.startswith("-"):
                exponent = Negative(exponent)
            self.operands.append(Power(self.operands.pop(), exponent))
            if self.peek() in ("^", "raised"):
                raise ParseError("Two powers in a row: write (x^2)^3 or x^(2^3).", self.tokens[self.i].position)
            return True
        innermost = next((o for o in reversed(self.operators) if o.kind in OPENING), None)
        if kind == ")" and (innermost is None or innermost.kind != "("):
            what = "has no opening bracket" if innermost is None else "comes before the closing bar |"
            raise ParseError(f"This ) {what}.", self.tokens[self.i].position)
        if kind != ")" and not (kind == "|" and innermost is not None and innermost.kind == "|"):
            return False
        self.i += 1
        self.reduce(0)
        opened = self.operators.pop()
        if opened.kind == "|":
            self.refuse_doubtful_bars(opened.position)
            self.call(FUNCTIONS["abs"], 0)
        elif opened.function is not None:
            self.call(opened.function, opened.raised)
        return True

    def refuse_doubtful_bars(self, position: int) -> None:
        """|a|b|c| is |a|·b·|c| or |a·|b|·c|."""
        if self.peek() not in ("name", "function", "(") or any(o.kind == "|" for o in self.operators):
            return
        depth, before = 0, ""
        for token in self.tokens[self.i :]:
            depth += (token.kind == "(") - (token.kind == ")")
            if depth < 0 or (depth == 0 and token.kind == "|"):
                break
            before = token.kind
        else:
            return
        if depth == 0 and before in ("number", "name", "raised", ")"):
            raise ParseError("These bars can be read in two ways; write abs(x) for |x|.", position)

    def binary_operator(self) -> None:
        """Reads an operator, or puts in the multiplication that was left unwritten."""
        token = self.tokens[self.i]
        kind = token.kind
        if kind == "number":
            raise ParseError(
                f"A sign is missing before {token.text}: write * to multiply or ^ for a power.", token.position
            )
        if kind in "+-*/^":
            self.i += 1
        else:
            kind = "*"
        self.reduce(BINDING[kind] + 1)
        self.operators.append(Open(kind, token.position))


def _plain(token: Token) -> Expression:
    """A number, constant or variable."""
    if token.kind == "number":
        return Number(float(token.text) if "." in token.text else int(token.text))
    return Constant(token.text) if token.text in CONSTANTS else Variable(token.text)
