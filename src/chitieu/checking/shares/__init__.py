"""Shares: which of them make a hundred together, and what an amount over a whole makes."""
