"""Errors of the kit itself: it was asked for a check that does not exist, or a sample says nothing it can compare."""

from __future__ import annotations

from chitieu.errors import ChitieuError

__all__ = ["SampleError", "UnknownCheckError"]


class UnknownCheckError(ChitieuError, LookupError):
    """No check has this id; ``known`` lists those there are.

    >>> import chitieu as ct
    >>> ct.testing.check_format("standard", expected_failures={"levels-distnct": "a typing error"})
    Traceback (most recent call last):
    chitieu.testing.conformance.errors.UnknownCheckError: no check 'levels-distnct'; did you mean 'levels-distinct'? ...
    """


class SampleError(ChitieuError, ValueError):
    """An expectation beside a sample text cannot be used; ``file`` and ``reason`` say which and why."""
