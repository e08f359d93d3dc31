"""What a formula is: its tree, how it is read, printed and evaluated. Imports functions."""
