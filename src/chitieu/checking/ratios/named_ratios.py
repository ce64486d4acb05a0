"""Titles that say of which columns a column is the ratio: *2026/2025 (%)*, *TH/DT (%)*, *Thực hiện so với kế hoạch (%)*."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["columns_of_title"]

_PARTED = re.compile(r"(?P<upper>[^/]*?)(?:/|(?<!\w)so (?:với )?)(?P<lower>[^/]*)")
_NOTHING = re.compile(r"\([^()]*%[^()]*\)|%|(?<!\w)(?:so sánh|tỷ lệ|tỉ lệ|tốc độ|phát triển)(?!\w)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_KINDS = (
    re.compile(r"(?<!\w)(?:thực hiện|ước|uth|ưth|th|kết quả|kq|quyết toán|qt)(?!\w)"),
    re.compile(r"(?<!\w)(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu|giao)(?!\w)"),
)
_RATIO = re.compile(r"%|[0-9a-zđ]\s?/\s?[0-9a-zưđ]|so với|so sánh|tăng|giảm")


def _said(words: str) -> tuple[frozenset[str], int | None] | None:
    """Return the years and the kind of value that words name; None where they name neither."""
    years = frozenset(_YEAR.findall(words))
    kinds = [at for at, kind in enumerate(_KINDS) if kind.search(words)]
    if len(kinds) > 1 or len(years) > 1 or not (kinds or years):
        return None
    return years, kinds[0] if kinds else None


def columns_of_title(titles: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return the two columns that a title says its column is the ratio of; None where it does not, or not clearly.

    >>> columns_of_title(["Khoản thu", "Dự toán 2025", "Thực hiện 2025", "TH/DT (%)"], 3)
    (2, 1)
    """
    lower = [title.lower() for title in titles]
    match = _PARTED.fullmatch(_NOTHING.sub(" ", lower[at]).strip()) if "%" in lower[at] else None
    found: list[int] = []
    for words in match.group("upper", "lower") if match is not None else ():
        wanted = _said(words)
        if wanted is None:
            return None
        fits = []
        for column, title in enumerate(lower):
            own = _said(title) if column != at and not _RATIO.search(_UNIT.sub(" ", title)) else None
            if own is not None and wanted[0] <= own[0] and wanted[1] in (None, own[1]):
                fits.append(column)
        if len(fits) > 1:  # "Chỉ tiêu" over the names is no plan
            fits = [column for column in fits if lower[column] != "chỉ tiêu"]
        if len(fits) != 1:
            return None
        found += fits
    return (found[0], found[1]) if len(set(found)) > 1 else None


_UNIT = re.compile(r"\([^()]*\)")
