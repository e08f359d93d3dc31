"""Which slip gives exactly a wrong derivative. Imports comparison and derivatives."""
