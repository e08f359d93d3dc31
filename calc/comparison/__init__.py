"""Whether two formulas are one function. Imports formulas, functions and algebra."""
