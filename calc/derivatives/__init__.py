"""Four ways to a derivative: quotients, forward mode, reverse mode, steps. Imports algebra, formulas, functions."""
