"""Calculus for neural networks: expressions and their derivatives, found in four independent ways.

>>> import calc
>>> f = calc.parse("(2x + 1)^2")
>>> f.evaluate({"x": 1.0})
9.0
>>> str(calc.differentiate(f, "x").result)
'4(2x + 1)'
>>> calc.chain(["2x + 1", "u^2"], 1.0).derivative
12.0

It has eight rooms, each importing only from those before it: functions, formulas, algebra, comparison, derivatives,
curves, diagnosis, vectors.
"""

from calc.algebra.conditions import Condition, Simplified, simplified
from calc.algebra.simplify import simplify
from calc.comparison.compare import Comparison, compare
from calc.comparison.precise import correctly_rounded
from calc.curves.analyse import Analysis, analyse
from calc.derivatives.chain import Chain, Link, chain
from calc.derivatives.difference import (
    QuotientError,
    Tangent,
    central_difference,
    difference_quotient,
    error_curve,
    tangent_line,
)
from calc.derivatives.differentiate import differentiate
from calc.derivatives.dual import Dual
from calc.derivatives.forward import derivative_at, directional_derivative, jvp, partials
from calc.derivatives.graph import Contribution, Graph, Node, gradient
from calc.derivatives.rules import RULES, Rule, Task
from calc.derivatives.sides import Slope, slope_along, slope_at
from calc.derivatives.steps import Derivation, Step
from calc.diagnosis.diagnose import Slip, diagnose
from calc.errors import DomainError, ParseError, RoundingError, ShapeError, SizeError
from calc.formulas.cases import Cases
from calc.formulas.expression import Expression, number
from calc.formulas.lists import parse_list, parse_matrix
from calc.formulas.nodes import Call, Constant, Negative, Number, Power, Product, Quotient, Sum, Variable
from calc.formulas.parse import Reading, parse, read
from calc.formulas.tree import postorder
from calc.functions.function import Domain, Function, Kink
from calc.functions.registry import ACTIVATIONS, FUNCTIONS, find_function
from calc.vectors.hessian import hessian, second_derivative
from calc.vectors.jacobian import VectorChain, jacobian, vector_chain, vjp
from calc.vectors.matrix import Matrix, matmul, shape, transpose
from calc.vectors.softmax import softmax, softmax_jacobian

__all__ = [
    "ACTIVATIONS", "FUNCTIONS", "RULES", "Analysis", "Call", "Cases", "Chain", "Comparison", "Condition", "Constant",
    "Contribution", "Derivation", "Domain", "DomainError", "Dual", "Expression", "Function", "Graph", "Kink",
    "Link", "Matrix", "Negative", "Node", "Number", "ParseError", "Power", "Product", "Quotient",
    "QuotientError", "Reading", "RoundingError", "Rule", "ShapeError", "Simplified", "SizeError", "Slip",
    "Slope", "Step", "Sum", "Tangent", "Task", "Variable", "VectorChain", "analyse", "central_difference",
    "chain", "compare", "correctly_rounded", "derivative_at", "diagnose", "difference_quotient", "differentiate",
    "directional_derivative", "error_curve", "find_function", "gradient", "hessian", "jacobian", "jvp",
    "matmul", "number", "parse", "parse_list", "parse_matrix", "partials", "postorder", "read",
    "second_derivative", "shape", "simplified", "simplify", "slope_along", "slope_at", "softmax",
    "softmax_jacobian", "tangent_line", "transpose", "vector_chain", "vjp",
]  # fmt: skip
