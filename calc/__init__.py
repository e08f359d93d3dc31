"""Calculus for neural networks: expressions and their derivatives, found in four independent ways.

>>> import calc
>>> f = calc.parse("(2x + 1)^2")
>>> f.evaluate({"x": 1.0})
9.0
>>> str(calc.differentiate(f, "x").result)
'4(2x + 1)'
>>> calc.chain(["2x + 1", "u^2"], 1.0).derivative
12.0
"""

from calc.chain import Chain, Link, chain
from calc.derivative import derivative_at
from calc.difference import (
    QuotientError,
    Tangent,
    central_difference,
    difference_quotient,
    error_curve,
    tangent_line,
)
from calc.differentiate import differentiate
from calc.dual import Dual
from calc.errors import DomainError, ParseError, ShapeError, SizeError
from calc.expression import Expression
from calc.forward import jvp
from calc.function import Domain, Function, Kink
from calc.gradient import directional_derivative, gradient
from calc.graph import Contribution, Graph, Node
from calc.jacobian import VectorChain, jacobian, vector_chain, vjp
from calc.matrix import Matrix, matmul, shape, transpose
from calc.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable, number
from calc.parse import parse
from calc.registry import ACTIVATIONS, FUNCTIONS, find_function
from calc.simplify import simplify
from calc.softmax import softmax, softmax_jacobian
from calc.steps import RULES, Derivation, Rule, Step

__all__ = [
    "ACTIVATIONS", "FUNCTIONS", "RULES", "Call", "Chain", "Constant", "Contribution", "Derivation", "Domain",
    "DomainError", "Dual", "Expression", "Function", "Graph", "Kink", "Link", "Matrix", "Negative", "Node",
    "Number", "ParseError", "Power", "Product", "Quotient", "QuotientError", "Rule", "ShapeError", "SizeError",
    "Step", "Sum", "Tangent", "Variable", "VectorChain", "central_difference", "chain", "derivative_at",
    "difference_quotient", "differentiate", "directional_derivative", "error_curve", "find_function", "gradient",
    "jacobian", "jvp", "matmul", "number", "parse", "shape", "simplify", "softmax", "softmax_jacobian",
    "tangent_line", "transpose", "vector_chain", "vjp",
]  # fmt: skip
