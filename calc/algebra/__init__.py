"""Exact numbers and simplifying. Imports formulas and functions."""
