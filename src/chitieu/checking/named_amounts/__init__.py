"""Amounts with what they are amounts of: claims, which a rule may add, divide and compare."""
