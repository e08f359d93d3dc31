"""A formula with its slopes as one Python function: the two passes of `calc.Graph`, written out step by step.

`calc.Graph` keeps every number for whoever wants to look at it, which costs more than the numbers themselves. To train,
the same steps in the same order are written as plain assignments; `tests/widgets/test_train.py` holds both together.
The function is written from register numbers alone, never from what anyone typed.
"""

from collections.abc import Callable, Sequence
from typing import Any

import calc
from calc import Call, Constant, Expression, Negative, Number, Product, Sum, Variable

Slopes = Callable[..., tuple[float, ...]]


def with_slopes(expression: Expression, inputs: Sequence[str], wanted: Sequence[str]) -> Slopes:
    """f(*inputs) gives (value, ∂/∂wanted…): one pass there and one back.

    Sums, products, minus signs and functions alone: all that a network is made of. Raises `calc.ShapeError` for others.
    """
    graph = calc.Graph(expression)
    scope: dict[str, Any] = {}
    forward, backward = [], []
    arrived: set[int] = set()
    names = {str(n.expression): n.index for n in graph.nodes if isinstance(n.expression, Variable)}

    def hand(target: int, amount: str) -> None:
        if graph.nodes[target].moves:
            backward.append(f"a{target} {'+=' if target in arrived else '='} {amount}")
            arrived.add(target)

    for node in graph.nodes:
        i, reads = node.index, node.inputs
        match node.expression:
            case Variable():
                continue
            case Number() | Constant():
                scope[f"v{i}"] = node.expression.evaluate({})
                continue
            case Sum():
                written = "+".join(f"v{j}" for j in reads)
            case Product():
                written = "*".join(f"v{j}" for j in reads)
            case Negative():
                written = f"-v{reads[0]}"
            case Call():
                scope[f"f{i}"], scope[f"d{i}"] = node.expression.function.value, node.expression.function.derivative
                written = f"f{i}(v{reads[0]})"
            case _:
                raise calc.ShapeError(f"A tape holds sums, products and functions; {node.expression} is none of these.")
        forward.append(f"v{i} = {written}")
    for node in reversed(graph.nodes):
        i, reads = node.index, node.inputs
        if not node.moves or isinstance(node.expression, Variable):
            continue
        match node.expression:
            case Product():
                for k, j in enumerate(reads):
                    others = "*".join(f"v{other}" for n, other in enumerate(reads) if n != k)
                    hand(j, f"a{i}*{others}" if others else f"a{i}")
            case Negative():
                hand(reads[0], f"-a{i}")
            case Call():
                hand(reads[0], f"a{i}*d{i}(v{reads[0]})")
            case _:
                for j in reads:
                    hand(j, f"a{i}")
    last = len(graph.nodes) - 1
    given = ", ".join(f"v{names[name]}" if name in names else f"_{k}" for k, name in enumerate(inputs))
    result = ", ".join(f"a{names[name]}" if name in names else "0.0" for name in wanted)
    back = [f"a{last} = 1.0", *backward] if wanted else []
    lines = "".join(f"    {line}\n" for line in [*forward, *back])
    exec(f"def slopes({given}):\n{lines}    return (v{last}, {result})\n", scope)
    made: Slopes = scope["slopes"]
    return made
