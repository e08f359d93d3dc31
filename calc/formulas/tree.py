"""Trees of which equal ones are one object (hash consing).

Building ``x*y`` twice gives the same node, so equality and hashing cost nothing, and a shared
subexpression is a shared node wherever a tree is walked. Trees are walked with `postorder`, never by
recursion, so their depth is bounded by memory alone.
"""

from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Self

from calc.formulas.interning import Table
from calc.formulas.kinds import Kind

if TYPE_CHECKING:
    from calc.formulas.evaluate import Tape
    from calc.formulas.expression import Expression

_serials = count()
_classes: dict[Kind, Any] = {}
_interned: "Table[tuple[object, ...], Tree]" = Table(lambda node: (type(node), node.payload, node.children))


class Tree:
    """An immutable node with its ``children``; ``payload`` is what else tells it from others of its kind."""

    __slots__ = ("_alike", "_serial", "_tape", "children", "payload", "size")
    kind: ClassVar[Kind]
    commutes: ClassVar[bool] = False
    children: "tuple[Expression, ...]"
    payload: Any
    size: int
    _alike: "Expression | None"
    _serial: int
    _tape: "Tape | None"

    def __init_subclass__(cls) -> None:
        if "kind" in cls.__dict__:
            _classes[cls.kind] = cls

    @classmethod
    def _make(cls: type[Self], payload: object, children: "tuple[Expression, ...]") -> Self:
        key = (cls, payload, children)
        node = _interned.get(key)
        if node is None:
            size, serial, in_order = 1, -1, True
            for child in children:
                size += child.size
                in_order = in_order and child._alike is None and (child._serial > serial or not cls.commutes)
                serial = child._serial
            if cls.kind is Kind.CASES:  # What the conditions compare is written in each of them.
                size += children[0].size * len(children)
            node = object.__new__(cls)
            put = object.__setattr__
            put(node, "payload", payload)
            put(node, "children", children)
            put(node, "size", size)
            put(node, "_serial", next(_serials))
            put(node, "_tape", None)
            put(node, "_alike", None if in_order else cls._in_order(payload, children))
            _interned[key] = node
        return node  # type: ignore[return-value]

    @classmethod
    def _in_order(cls: type[Self], payload: object, children: "tuple[Expression, ...]") -> "Self | None":
        """The node over what is alike to the children, sorted if order does not matter; None if that is itself."""
        alike = [child.alike for child in children]
        if cls.commutes:
            alike.sort(key=attrgetter("_serial"))
        return None if tuple(alike) == children else cls._make(payload, tuple(alike))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"An expression cannot be changed, so {name} cannot be set; build a new one.")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"An expression cannot be changed, so {name} cannot be deleted.")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Stored as a list, each node after what it is made of, so that no depth is too deep for pickle."""
        order = postorder(self)
        index = {node: i for i, node in enumerate(order)}
        return _restored, ([(type(n), n.payload, [index[child] for child in n.children]) for n in order],)


def _restored(rows: "list[tuple[type[Tree], object, list[int]]]") -> Tree:
    nodes: list[Any] = []
    for kind, payload, children in rows:
        nodes.append(kind._make(payload, tuple([nodes[i] for i in children])))
    return nodes[-1]  # type: ignore[no-any-return]


def built(kind: Kind, *parts: object) -> "Expression":
    """A new node of that kind, for what must not know its class."""
    made: Expression = _classes[kind](*parts)
    return made


def check_expression(value: object) -> None:
    """Raises TypeError for text and numbers where a formula is needed."""
    if not isinstance(value, Tree):
        raise TypeError(f'A formula is needed here, for example calc.parse("x^2"), not {type(value).__name__}.')


def postorder(root: Tree) -> "list[Expression]":
    """Every distinct node below and including ``root``, children before parents."""
    check_expression(root)
    order: dict[Tree, None] = {}
    stack: list[Tree] = [root]
    while stack:
        node = stack[-1]
        if node in order:
            stack.pop()
            continue
        waiting = [child for child in node.children if child not in order]
        if waiting:
            stack.extend(reversed(waiting))
        else:
            order[node] = None
            stack.pop()
    return list(order)  # type: ignore[arg-type]
