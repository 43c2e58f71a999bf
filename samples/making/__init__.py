"""How the masters of the sample organisation become documents."""
