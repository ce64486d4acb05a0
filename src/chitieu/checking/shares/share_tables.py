"""Shares of one whole in tables: down a column that ends in *100*, along the columns of a known division.

*Cơ cấu (%)* over kinds of land; *Khu vực I (%)*, *Khu vực II (%)*, *Khu vực III (%)*, *Thuế (%)* in the row of each year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from chitieu.checking.identity.identities import IdentityKind, IdentityResult
from chitieu.checking.identity.identity_arithmetic import HUNDRED, shares_hold, sum_of
from chitieu.checking.named_amounts.claims import Claim
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.slips import right_but_for_one
from chitieu.checking.parts.table_sums import rows_of_tables
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, text_before
from chitieu.checking.texts.table_cells import Cell
from chitieu.numbers.decimals import read_digits
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Target

__all__ = ["shares_in_tables"]

_SHARE = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|trọng số)(?!\w)")
_RATE = re.compile(r"%|(?<!\w)(?:tỷ lệ|tỉ lệ)(?!\w)")
_GROWTH = re.compile(r"(?<!\w)(?:tăng|giảm|tốc độ|nhịp độ|so với|so sánh|chỉ số|hoàn thành|giải ngân|đóng góp)(?!\w)")
_TOTAL = re.compile(r"(?:tổng|tổng số|tổng cộng|cộng|toàn (?:tỉnh|xã|ngành))(?!\w)")
_SUB_ROW = re.compile(r"[-+*•–]|(?:trong đó|riêng|gồm|chia ra)(?!\w)")
_OTHERS = re.compile(r"(?<!\w)(?:khác|còn lại)$")
_NUMBER = re.compile(r"([0-9]{1,3}(?:,[0-9]{1,4})?)\s?%?")
_LEVEL = re.compile(r"[IVX]{1,5}[.)]?|[A-ZĐ][.)]?")
"""Rows numbered in this way stand above those numbered otherwise."""
_TIME = re.compile(r"\D{0,30}(?<![0-9])20[0-9]{2}")
"""The title of a column that is of a year."""
_LEAST, _MOST = 3, 8
_NEAR, _FAR = 300, 15


def shares_in_tables(piece: Piece, known: Ranges) -> Iterator[IdentityResult]:
    r"""Yield the shares in the tables of a text that are all there is of a whole.

    Args:
        piece: the text.
        known: where shares stand that were looked at already.

    >>> from chitieu.text import SourceText
    >>> rows = ("Nguồn | Tỷ trọng (%)", "Học phí | 55", "Ngân sách | 30", "Nguồn khác | 25", "Cộng | 100")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> print(*shares_in_tables(Piece(text, placed=True), Ranges.of([])))
    Tỷ trọng (%): 55 + 30 + 25 = 100: does not hold
    """
    for rows in rows_of_tables(piece):
        head, *body = rows
        above = text_before(piece.source.lower, head[0].start, _NEAR)
        full = [row for row in body if len(row) == len(head)]
        found = [*_down(piece, head, body, above), *_along(piece, head, full, above), *_below(piece, head, full)]
        yield from (one for one in found if one.claim.span is None or one.claim.span.start not in known)


def _down(piece: Piece, head: Sequence[Cell], body: Sequence[list[Cell]], above: str) -> Iterator[IdentityResult]:
    """Yield the columns of shares over rows of one level."""
    wholes = [row for row in body if _TOTAL.match(_words(row).lower())]
    rows = [row for row in body if row not in wholes]
    names = [_words(row) for row in rows]
    levels = {_LEVEL.fullmatch(row[0].text) is not None for row in rows}
    whole = all(len(row) == len(head) for row in rows) and len(levels) == 1
    if len(rows) < _LEAST or not whole or any(_SUB_ROW.match(name.lower()) for name in names):
        return
    all_named = _OTHERS.search(names[-1].lower()) is not None or partition_of("", names) is not None
    years: list[IdentityResult] = []
    for at, top in enumerate(head):
        title = top.text.lower()
        column = [(row[at], name) for row, name in zip(rows, names, strict=True)]
        said = _SHARE.search(title) or (_RATE.search(title) and _SHARE.search(above))
        hundred = any(_value(cell) == HUNDRED.value for row in wholes for cell in row[at : at + 1])
        if _TIME.fullmatch(title) and _SHARE.search(above):
            years += _result(piece, top.text, column)
        elif not _GROWTH.search(title) and ((hundred and (said or _RATE.search(title))) or (said and all_named)):
            yield from _result(piece, top.text, column)
    right = sum(one.holds for one in years)  # a title that only names the time says nothing of shares: other columns do
    yield from years if right > (0 if all_named else 1) and right * 2 >= len(years) else ()


def _along(piece: Piece, head: Sequence[Cell], body: Sequence[list[Cell]], above: str) -> Iterator[IdentityResult]:
    """Yield the rows of shares over columns of a known division; one of them must come to 100."""
    for first in range(1, len(head)):
        for size in range(min(_MOST, len(head) - first), _LEAST - 1, -1):
            cells = head[first : first + size]
            names = [cell.text for cell in cells]
            titles = " ".join(names).lower()
            rates = all(_RATE.search(name.lower()) or _SHARE.search(name.lower()) for name in names)
            if _GROWTH.search(titles) or not (rates or _SHARE.search(above)) or partition_of(above, names) is None:
                continue
            found: list[IdentityResult] = []
            for row in body:
                pairs = list(zip(row[first : first + size], names, strict=True))
                found += _result(piece, _words(row), pairs)
            if any(one.holds for one in found):
                yield from found
            return


def _below(piece: Piece, head: Sequence[Cell], body: Sequence[list[Cell]]) -> Iterator[IdentityResult]:
    """Yield the columns of the rows below one of shares (*Cơ cấu lao động*) that are all its parts by their names."""
    for at, row in enumerate(body):
        name = _words(row)
        if _SHARE.search(name.lower()) is None:
            continue
        names = [_words(one) for one in body[at + 1 : at + 1 + _MOST]]
        sizes = range(len(names), _LEAST - 1, -1)
        size = next((size for size in sizes if partition_of(name, names[:size], rates=True) is not None), 0)
        parts = body[at + 1 : at + 1 + size]
        for column, (top, cell) in enumerate(zip(head, row, strict=True)):
            if _GROWTH.search(top.text.lower()) is None and _value(cell) in (None, HUNDRED.value):
                yield from _result(piece, name, [(one[column], _words(one)) for one in parts])


def _result(piece: Piece, name: str, cells: Sequence[tuple[Cell, str]]) -> Iterator[IdentityResult]:
    claims = [_claim(piece, words, cell, value) for cell, words in cells if (value := _value(cell)) is not None]
    total = sum_of(claims, HUNDRED)
    values = [claim.target.quantity.value for claim in claims]
    likely = abs(total.value - HUNDRED.value) <= _FAR or right_but_for_one(HUNDRED.value, values)
    if len(claims) == len(cells) and likely:
        yield IdentityResult(IdentityKind.SHARES, name, tuple(claims), shares_hold(claims), None, total, HUNDRED)


def _words(row: Sequence[Cell]) -> str:
    """Return the name of a row: the longest of its first cells that are no number."""
    return max((cell.text for cell in row[:3] if _value(cell) is None), key=len, default="")


def _value(cell: Cell) -> Decimal | None:
    match = _NUMBER.fullmatch(cell.text)
    return read_digits(match[1]) if match is not None else None


def _claim(piece: Piece, name: str, cell: Cell, value: Decimal) -> Claim:
    span = piece.source.span(cell.start, cell.end) if piece.placed else None
    return Claim(name, None, Target(Quantity(value, "%")), span=span, piece=cell.text)
