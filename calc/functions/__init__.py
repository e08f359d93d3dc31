"""Functions of one variable as records, and the floats behind them. Imports nothing of calc but its errors."""
