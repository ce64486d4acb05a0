"""The text of a plan as rules look at it: its pieces, sentences, tables and places, in one plain spelling."""
