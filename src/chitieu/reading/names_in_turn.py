"""Amounts whose names stand before all of them: *nông nghiệp - công nghiệp - dịch vụ: 20% - 42% - 38%*.

Names and amounts are divided by the same dashes, or a word says that they go together in turn (*lần lượt*, *tương ứng*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from chitieu.targets.reader import TargetHit
from chitieu.text import SourceText

__all__ = ["NamesInTurn", "divides", "names_in_turn"]


@frozen
class NamesInTurn:
    """Names that stand before their amounts.

    Attributes:
        head: what all of them are of; empty where nothing is said.
        names: one for each of the amounts.
    """

    head: str
    names: tuple[str, ...]


_LONGEST = 400
_DASH = re.compile(r"\s?-\s?")
_LISTED = re.compile(r"\s?[,;]\s?(?:và\s)?|\svà\s")
_IN_TURN = re.compile(
    r"[\s,:]*(?:lần lượt|tương ứng)(?:\s(?:là|đạt|với|bằng|chiếm|từ|khoảng|trên|ước đạt))*[\s:]*$", re.IGNORECASE
)
_SET = re.compile(r"(?:[\s:]|\s(?:là|đạt|chiếm|còn|với|bằng)(?=[\s:]*$))+$")
_HEAD = re.compile(
    r"(?:chuyển dịch\s)?(?:cơ cấu|(?:tỷ|tỉ) (?:trọng|lệ))(?:\s(?:kinh tế|grdp|lao động|nội bộ|đầu tư|dân số|vốn|giá trị|sản xuất|thu ngân sách"
    r"|các ngành|các khu vực|ngành|giữa|theo ngành))*",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\s?(?:/|trên\s|tính trên\s)\s?(?:(?:1|01|một)\s)?(?:vạn|triệu|nghìn|ngàn|1\.000|10\.000|100\.000|100)?\s?(?:dân|người dân|người|hộ|trẻ|ha|héc ta|đơn vị diện tích)$",
    re.IGNORECASE,
)
"""What so many are counted on, said behind the last name for all of them."""
_ROMAN = re.compile(r"[IVX]{1,4}")
_LEAST_DASHED = 3
_STOP = re.compile(r";(?=\s)|\.(?=\s)|\n\s*\n")


def names_in_turn(source: SourceText, hits: Sequence[TargetHit], at: int, start: int) -> NamesInTurn | None:
    """Return the names of the amounts from a place on, if they stand before all of them.

    Args:
        source: the folded text.
        hits: the amounts of a line.
        at: the first of them that is asked for.
        start: where the words before it begin.

    Returns:
        As many names as there are amounts in the row; None if they are not so named.
    """
    first = hits[at].numeral.start
    words = source.flat[max(start, first - _LONGEST) : first]
    dashed = _row(source, hits, at, _DASH)
    if dashed >= _LEAST_DASHED:
        return _named(_IN_TURN.sub("", words), dashed, (" - ",))
    listed = _row(source, hits, at, _LISTED)
    cue = _IN_TURN.search(words)
    return _named(words[: cue.start()], listed, (";", ",|và", "và", ",")) if cue and listed > 1 else None


def divides(source: SourceText, first: TargetHit, second: TargetHit) -> bool:
    """Whether nothing but a divider stands between two amounts."""
    ends = first.end, second.numeral.start
    return any(divider.fullmatch(source.flat, *ends) for divider in (_DASH, _LISTED))


def _row(source: SourceText, hits: Sequence[TargetHit], at: int, between: re.Pattern[str]) -> int:
    """Return how many amounts stand in a row from a place on, with nothing but a divider between them."""
    last = at
    while last + 1 < len(hits) and between.fullmatch(source.flat, hits[last].end, hits[last + 1].numeral.start):
        last += 1
    return last - at + 1


def _named(words: str, count: int, dividers: Sequence[str]) -> NamesInTurn | None:
    """Take some words apart into a head and as many names as there are amounts."""
    words = _SET.sub("", _STOP.split(words)[-1]).strip()
    if words.endswith(")") and "(" in words:
        head, _, inside = words[:-1].rpartition("(")
    elif ":" in words:
        head, _, inside = words.rpartition(":")
    else:
        opening = _HEAD.match(words.lstrip("-+*• "))
        head = opening.group() if opening else ""
        inside = words.lstrip("-+*• ")[len(head) :]
    for divider in dividers:
        pattern = "|".join(
            rf"\s{part}\s" if part.isalpha() else rf"{re.escape(part)}\s?" for part in divider.split("|")
        )
        names = [name.strip(" ,;-") for name in re.split(pattern, inside)]
        if len(names) == count and all(names):
            return _in_full(head.strip(" -+*•:;,"), names)
    return None


def _in_full(head: str, names: list[str]) -> NamesInTurn:
    """Give names the words they share: ``Khu vực I - II - III``, ``Tỷ lệ trường mầm non, tiểu học``."""
    if head.lower() in ("tỷ lệ", "tỉ lệ"):
        return NamesInTurn("", tuple(f"{head} {name}" for name in names))
    base = _BASE.search(names[-1])
    if base is not None and not any(
        _BASE.search(name) for name in names[:-1]
    ):  # "giường bệnh và bác sĩ trên 1 vạn dân"
        return NamesInTurn(head, (*(f"{name}{base.group()}" for name in names[:-1]), names[-1]))
    noun = names[0].rpartition(" ")[0]
    if all(map(_ROMAN.fullmatch, names)) and head.lower().endswith("khu vực"):
        noun = head[-len("khu vực") :]
    return NamesInTurn(head, tuple(f"{noun} {name}" if _ROMAN.fullmatch(name) and noun else name for name in names))
