"""Hypothesis, or an error that says what to install."""

from __future__ import annotations

from chitieu.errors import MissingExtraError

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as error:
    raise MissingExtraError(
        "extra.missing", feature="chitieu.testing.strategies", package="hypothesis", extra="testing"
    ) from error

__all__ = ["SearchStrategy", "st"]
