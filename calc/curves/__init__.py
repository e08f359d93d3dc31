"""What a curve does: where it lives, zeros, flat points, corners, poles, holes. Imports derivatives, formulas."""
