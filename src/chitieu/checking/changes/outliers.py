"""Values that stand out of a series of years: *15 | 14,5 | 135 | 13*, where the comma of one is lost or a nought too many typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from chitieu.checking.texts.passages import Passage
from chitieu.checking.texts.year_series import YearValue, series_of_years

__all__ = ["outliers"]

_ALIKE = Decimal(2)
"""How many times the least of the other values their most may be."""
_TENFOLD, _AT_END = (Decimal("6.5"), Decimal(15)), (Decimal(8), Decimal("12.5"))
"""How many times the others a value is that is miswritten; the first and the last may have grown to be so much."""
_LEAST_COUNT = 10
_LEAPS = re.compile(
    r"(?<!\w)(?:dự án|công trình|khởi công|thiệt hại|thiên tai|vay|trả nợ|bội chi|bội thu|đợt|thu hút|đăng ký|bồi thường|giải phóng mặt bằng|tái định cư|đền bù|kinh phí|vốn|phân kỳ|đầu tư|chi|giải ngân|ngân sách|bố trí|phân bổ|huy động)(?!\w)"
)
"""Names of what is done in one year and not in the next."""


def outliers(passage: Passage) -> Iterator[tuple[str, YearValue, YearValue]]:
    """Yield the values some ten, a hundred or a thousand times all others of their series, or that part of them.

    Args:
        passage: a text with its amounts.

    Returns:
        The name of the series, the value and the one beside it.
    """
    for name, series in series_of_years(passage):
        if not _LEAPS.search(name.lower()):
            yield from ((name, *found) for found in _outlier(series))


def _outlier(series: Sequence[YearValue]) -> Iterator[tuple[YearValue, YearValue]]:
    """Yield the one value that none of the others is like, with the one beside it."""
    numbers = [one.value for one in series]
    least = min(numbers)
    if least <= 0 or (least < _LEAST_COUNT and all(value == int(value) for value in numbers)):
        return  # a few things more or less
    for at, one in enumerate(series):
        values = [*numbers[:at], *numbers[at + 1 :]]
        if max(values) > _ALIKE * min(values):
            continue
        beside = series[at - 1] if at else series[1]
        times = _TENFOLD if 0 < at < len(values) else _AT_END
        if all(_is_miswritten(one.value, value, times) for value in values):
            yield one, beside


def _is_miswritten(value: Decimal, other: Decimal, times: tuple[Decimal, Decimal]) -> bool:
    """Whether a value is another with its comma or its noughts amiss, give or take what changes over some years."""
    found = max(value, other) / min(value, other)
    low, high = times
    return any(low <= found / scale <= high for scale in (1, 10, 100))
