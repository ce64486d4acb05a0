"""Tables with a column for all and one for each group: *Chung | Thành thị | Nông thôn*. In rows of rates the first lies between the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.named_amounts.nouns import is_mean
from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.rates.rate_cells import line_above, rate_claim, rate_of_cell
from chitieu.checking.rates.town_and_country import DIVISIONS
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits

__all__ = ["group_columns"]

_BOTH = re.compile(
    r"(?:tính )?chung(?: (?:toàn|cả) (?:tỉnh|thành phố|xã|phường))?|(?:chung )?(?:toàn|cả) (?:tỉnh|thành phố|xã|phường)|tổng số|bình quân(?: chung)?|tất cả|tổng chung"
)
_LEADS = re.compile(r"^(?:trong đó|chia ra)\s?:?\s?|\s?\(%\)|[,;:]|\s?%$|\s?[0-9]{4}$|(?<!\w)năm(?!\w)")
_RATE = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tốc độ|tuổi thọ|bình quân|mật độ|quy mô hộ)(?!\w)")
_PER = re.compile(r"(?:^|\s|\()[^\W\d_]+(?:\s[^\W\d_]+)?/[^\W\d_]+")
_SHARE = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|chiếm|số lượng)(?!\w)")
_LIKE_SUM = Decimal("0.15")
"""How near, as a share of it, a number is to the sum of the others that is an amount and no rate."""


def group_columns(piece: Piece) -> Iterator[IdentityResult]:
    r"""Yield the rates of all in the rows of tables, with those of the groups in their other columns.

    Args:
        piece: the text.

    >>> from chitieu.text import SourceText
    >>> rows = ("Tỷ lệ (%) | Chung | Thành thị | Nông thôn", "Hộ dùng nước sạch | 95 | 98 | 91", "Hộ có máy giặt | 70 | 69 | 55")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> print(*group_columns(Piece(text, placed=True)), sep="\n")
    Hộ dùng nước sạch: 91 ≤ 95 ≤ 98: holds
    Hộ có máy giặt: 55 ≤ 70 ≤ 69: does not hold
    """
    for rows in rows_of_tables(piece):
        head = rows[0]
        places = _places([_LEADS.sub(" ", cell.text.lower()).strip() for cell in head])
        if places is None:
            continue
        said = f"{line_above(piece, head)} {' '.join(cell.text.lower() for cell in head)}"
        for row in rows[1:]:
            names = [cell.text for cell in row if read_digits(cell.text) is None]
            words = " ".join(names)
            about = f"{said} {words}".lower()
            rate = _RATE.search(about) or _PER.search(words.lower()) or is_mean(words)
            if len(row) == len(head) and rate and not _SHARE.search(about):
                result = _result(piece, row, places, max(names, key=len, default=""))
                if result is not None:
                    yield result


def _places(titles: Sequence[str]) -> tuple[int, ...] | None:
    """Return the columns of all and of each group of a division; None where they are none, or several."""
    both = [at for at, title in enumerate(titles) if _BOTH.fullmatch(title)]
    for division in DIVISIONS:
        groups = [
            [at for at, title in enumerate(titles) if pattern.search(title) and at not in both]
            for pattern in division.members
        ]
        match [both, *groups]:
            case [[whole], [first], [second]] if first != second:
                return whole, first, second
    return None


def _result(piece: Piece, row: Sequence[Cell], places: Sequence[int], name: str) -> IdentityResult | None:
    values = [value for at in places if (value := rate_of_cell(row[at])) is not None]
    if len(values) < len(places) or abs(values[0] - sum(values[1:])) <= values[0] * _LIKE_SUM:
        return None
    whole, *parts = (rate_claim(piece, name, row[at], value) for at, value in zip(places, values, strict=True))
    return between_result(None, whole, parts)
