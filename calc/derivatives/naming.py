"""Which letter stands for what is inside, in the chain rule."""

from itertools import chain, count, islice

from calc.formulas.expression import Expression
from calc.formulas.nodes import Call, Power, Variable


def substitution_names(nodes: list[Expression], depends: set[Expression], x: Variable) -> dict[Expression, Variable]:
    """u for the outermost chain rule, v for the one inside it, and so on, avoiding names in use."""
    level: dict[Expression, int] = {}
    for node in reversed(nodes):
        here = level.setdefault(node, 0)
        chained = isinstance(node, (Power, Call)) and any(c in depends and c is not x for c in node.children)
        for child in node.children:
            level[child] = max(level.get(child, 0), here + chained)
    used = {x.name, *[node.name for node in nodes if isinstance(node, Variable)]}
    candidates = chain("uvwstrpq", (f"u_{i}" for i in count(1)))
    names = list(islice((Variable(name) for name in candidates if name not in used), max(level.values()) + 1))
    return {node: names[i] for node, i in level.items()}
