"""Targets: a quantity with its bound and its direction, and the reading of them."""
