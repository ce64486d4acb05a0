"""Hypothesis, or an error that says what to install.

Strategies of values with fields are composites: a failing test then shows the value by its fields, as it can be typed.
Of one that is mapped or built it shows the call that made it, with names nobody outside knows.
"""

from __future__ import annotations

from chitieu.extras import needs

with needs("testing", "hypothesis", "chitieu.testing.strategies"):
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy

__all__ = ["SearchStrategy", "st"]
