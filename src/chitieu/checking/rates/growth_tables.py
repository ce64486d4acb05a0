"""Tables of growth: in each column the rate of a whole lies between those of the rows that are all its parts.

*GRDP* over the sectors by quarters, the index of production over its branches. Which columns hold rates the titles say, or the
columns themselves: amounts and contributions add up, shares come to 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from chitieu.checking.identity.identities import IdentityResult
from chitieu.checking.identity.identity_arithmetic import between_result
from chitieu.checking.parts.partitions import partition_of
from chitieu.checking.parts.table_sums import levels_of, rows_of_tables
from chitieu.checking.rates.rate_cells import adds_up, line_above, rate_claim, rate_of_cell, row_name
from chitieu.checking.rates.told_rates import is_new
from chitieu.checking.texts.pieces import Piece
from chitieu.checking.texts.places import Ranges, items_before, items_behind
from chitieu.checking.texts.table_cells import Cell

__all__ = ["growth_in_tables"]

_WHOLE = re.compile(
    r"(?<!\w)(?:grdp|tổng sản phẩm|tăng trưởng|toàn (?:tỉnh|thành phố|ngành|nền kinh tế)|kinh tế|giá trị (?:sản xuất|tăng thêm|gia tăng)|gtsx|gtgt|iip"
    r"|chỉ số sản xuất|toàn bộ|tổng số|chung)(?!\w)"
)
"""Names of rows whose parts may follow."""
_JOINED = re.compile(
    r"(?<!\w)(?:nông|thủy sản|công nghiệp|lương thực|khách|lúa|khu vực|tổng thu|thu ngân sách|tổng mức|kim ngạch|dư nợ|vận tải|vận chuyển)(?!\w)"
)
"""Names of rows that may have parts of their own division."""
_GROWTH = re.compile(r"(?<!\w)(?:tăng trưởng|tốc độ|nhịp độ|tăng|chỉ số (?:phát triển|sản xuất)|so sánh|so với)(?!\w)")
_OTHER = re.compile(r"(?<!\w)(?:cơ cấu|tỷ trọng|tỉ trọng|đóng góp|điểm)(?!\w)")
_PARTS = 12
"""Rows below a whole that are looked at."""


def growth_in_tables(piece: Piece, known: Ranges) -> Iterator[IdentityResult]:
    r"""Yield the rates of a whole in the columns of a table with those of its parts.

    Args:
        piece: the text.
        known: where wholes stand that were looked at already.

    >>> from chitieu.text import SourceText
    >>> rows = ("Tốc độ tăng (%) | Quý I | Quý II", "GRDP | 7,0 | 9,0", "Khu vực I | 3 | 3", "Khu vực II | 9 | 8", "Khu vực III | 7 | 8")
    >>> text = SourceText("\n".join(f"| {row} |" for row in rows))
    >>> print(*growth_in_tables(Piece(text, placed=True), Ranges.of([])), sep="\n")
    GRDP: Quý I: 3 ≤ 7,0 ≤ 9: holds
    GRDP: Quý II: 3 ≤ 9,0 ≤ 8: does not hold
    """
    for rows in rows_of_tables(piece):
        head, *body = rows
        above = line_above(piece, head)
        for at, row in enumerate(body):
            name = row_name(row)
            parts = _parts(name, _below(row, items_behind(body, at, _PARTS))) or _parts(
                name, items_before(body, at, _PARTS)
            )
            if parts:
                said = " ".join((above, name.lower(), row_name(head).lower()))
                columns = list(_columns(piece, head, row, parts, rates=_is_growth(said)))
                yield from _likely(columns, known, said)


def _is_growth(words: str) -> bool:
    return _GROWTH.search(words) is not None and _OTHER.search(words) is None


def _below(row: Sequence[Cell], rows: Sequence[list[Cell]]) -> Sequence[list[Cell]]:
    """Return the rows behind a row but those whose numbers say that they are of another: 5.1 is none of 2."""
    own = row[0].text.rstrip(".)")
    if not own.isdecimal():
        return rows
    return [one for one in rows if not _DOTTED.fullmatch(one[0].text) or one[0].text.startswith(f"{own}.")]


def _parts(name: str, rows: Sequence[list[Cell]]) -> Sequence[list[Cell]]:
    """Return the rows that are all parts of a row, by their names."""
    if not rows or not (_WHOLE.search(name.lower()) or _JOINED.search(name.lower())):
        return ()
    for chosen in (*levels_of(rows), [row for row in rows if _DOTTED.fullmatch(row[0].text)], _without_branches(rows)):
        for size in range(len(chosen), 1, -1):
            names = [row_name(row) for row in chosen[:size]]
            found = partition_of(name, names, rates=True)
            own = found is not None and not found.has(name) and _WHOLE.search(name.lower()) is not None
            if found is not None and (own or found.whole is not None):
                return chosen[:size]
    return _up_to_rest(rows)


def _up_to_rest(rows: Sequence[list[Cell]]) -> Sequence[list[Cell]]:
    """Return the items right below a row, if the last of them is what is left of it: *- Dịch vụ khác*."""
    items = list(takewhile(lambda row: _ITEM.match(row[0].text), rows))
    return items if len(items) > 1 and _REST.search(row_name(items[-1]).lower()) else ()


_ITEM = re.compile(r"[-+*•–](?:\s|$)")
_REST = re.compile(r"(?<!\w)(?:khác|còn lại)$")
"""The last row is what is left."""
_DOTTED = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.?")
_WORD = re.compile(r"\w+")


def _without_branches(rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """Return the rows but those of branches of a row ahead of them: *Công nghiệp* below *Công nghiệp - xây dựng*."""
    kept: list[list[Cell]] = []
    sectors: list[set[str]] = []
    for row in rows:
        words = set(_WORD.findall(row_name(row).lower())) - _LEADS
        if not any(words <= sector for sector in sectors):
            kept.append(row)
            sectors.append(words)
    return kept


_LEADS = frozenset({"trong", "đó", "ngành", "khu", "vực", "riêng"})


@frozen(eq=False)
class _Column:
    """A column with what follows from it, and whether its titles say that it holds rates of growth."""

    result: IdentityResult
    named: bool


def _columns(
    piece: Piece, head: Sequence[Cell], row: Sequence[Cell], parts: Sequence[list[Cell]], *, rates: bool
) -> Iterator[_Column]:
    """Yield the columns that may hold rates."""
    columns = zip(head, row, *parts, strict=False)
    for title, *cells in [*columns][1:]:
        words = title.text.lower()
        values = [value for cell in cells if (value := rate_of_cell(cell)) is not None]
        if len(values) < len(cells) or _OTHER.search(words):
            continue
        if adds_up(values) and not ("%" in words and _GROWTH.search(words)):
            continue  # amounts
        names = (f"{row_name(row)}: {title.text}", *map(row_name, parts))
        told = zip(names, cells, values, strict=True)
        whole, *others = (rate_claim(piece, name, cell, value) for name, cell, value in told)
        result = between_result(None, whole, others)
        if result is not None:
            yield _Column(result, rates or _is_growth(words))


def _likely(columns: Sequence[_Column], known: Ranges, said: str) -> Iterator[IdentityResult]:
    """Yield what follows from columns of rates: those a title names, or most of which hold."""
    right = [one for one in columns if one.result.holds]
    wrong = [one for one in columns if not one.result.holds]
    several = len(right) > max(len(wrong), 1) and not _OTHER.search(said)
    for one in columns:
        named = one.named and len(wrong) <= max(len(right), 1)
        if (several or named) and is_new(one.result, known):
            yield one.result
