"""Strategies by subject; `chitieu.testing.strategies` is where they are imported from."""
