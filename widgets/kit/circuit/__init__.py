"""A computation graph, its layout, its drawing, and a walk through it: what the widgets of backpropagation share."""
