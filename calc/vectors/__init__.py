"""Functions from vectors to vectors: matrices, Jacobians, softmax. Imports derivatives and formulas."""
