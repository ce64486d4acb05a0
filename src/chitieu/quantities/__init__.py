"""Quantities: exact numbers with their units, read from text, said in words, reckoned with."""
