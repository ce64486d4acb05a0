"""Laws tried with many made-up values; a value that breaks one is made as small as it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from chitieu.extras import needs
from chitieu.testing.conformance.mismatch import Mismatch

with needs("testing", "hypothesis", "chitieu.testing.check_format"):
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

__all__ = ["hold"]


class _BrokenLawError(Exception):
    """Carries the mismatch out of Hypothesis, which raises the one of the smallest value."""

    def __init__(self, mismatch: Mismatch) -> None:
        super().__init__(mismatch.input)
        self.mismatch = mismatch


def hold(
    values: st.SearchStrategy[Any], law: Callable[[Any], Iterator[Mismatch]], max_examples: int
) -> Iterator[Mismatch]:
    """Try a law with values; yield what the smallest value breaks of it.

    The same values are tried every time in one process, and nothing is kept on disk: a report can be had again.
    Between processes they may differ, as Hypothesis also tries constants of the modules that are loaded: what must
    be tried for certain is not left to it.

    >>> from hypothesis import strategies as st
    >>> law = lambda n: iter([Mismatch(str(n), "under 7", str(n))] if n >= 7 else [])
    >>> [mismatch.input for mismatch in hold(st.integers(), law, 50)]
    ['7']
    """

    @settings(
        max_examples=max_examples,
        derandomize=True,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much),
    )
    @given(values)
    def prove(value: Any) -> None:
        mismatch = next(law(value), None)
        if mismatch is not None:
            raise _BrokenLawError(mismatch)

    try:
        prove()
    except _BrokenLawError as broken:
        yield broken.mismatch
