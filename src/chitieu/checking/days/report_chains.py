"""Reports that one agency makes of those of others: *các xã gửi Sở Tài chính trước ngày 20; Sở Tài chính báo cáo UBND tỉnh trước ngày 15*.

What is put together cannot be due before its parts are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

__all__ = ["due_before_parts", "due_of_wholes"]

_S = r"\s{1,3}"
_BY = r"(?:trước|chậm nhất(?: là| vào)?|muộn nhất(?: là| vào)?)"
_PERIOD = r"(?<=\s)(?:0?[69](?=\stháng)|20[0-9]{2}(?![0-9/]))"
_SAME = r"cùng tháng|tháng (?:đó|này|nói trên)"


def _due(name: str) -> str:
    """Return the pattern of a day something is due, its groups marked with a name."""
    return (
        rf"(?P<{name}>{_BY}){_S}(?:ngày{_S})?(?P<{name}_day>[0-9]{{1,2}})"
        rf"(?:/(?P<{name}_month>[0-9]{{1,2}})(?:/(?P<{name}_year>20[0-9]{{2}}))?"
        rf"|{_S}(?:của{_S})?(?P<{name}_place>tháng{_S}cuối{_S}(?:của{_S})?(?:quý|kỳ)|(?:hằng|hàng|mỗi){_S}tháng|{_SAME}))?(?![0-9/])"
    )


_CHAIN = re.compile(
    rf"(?<!\w)(?:gửi|nộp|báo cáo)(?!\w)(?P<to>(?:[^.|0-9]|{_PERIOD}){{1,120}}?){_due('sent')}[^.|0-9]{{0,30}}?[;,)]?{_S}"
    rf"(?P<who>(?:để|và)(?: \w+){{0,3}}?|(?:sở|phòng|ban|văn phòng|thanh tra|công an|chi cục|ủy ban|ubnd|trung tâm)(?: [^\W\d_]+){{1,8}}?)"
    rf"{_S}(?:tổng hợp|hoàn chỉnh|hoàn thiện|trình|xây dựng báo cáo|báo cáo)(?!\w)(?:[^.;|0-9]|{_PERIOD}){{0,100}}?{_due('made')}"
)
_ANOTHER = re.compile(
    r"(?<!\w)(?:quý (?:iv|i{1,3}|[1-4]|sau|tiếp)|(?:0?6|0?9) tháng|tháng sau|năm sau|kỳ sau|kỳ trước)(?!\w)"
)


def due_before_parts(lower: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the places of days a report is due before the day on which those it is made of are, with both days.

    Args:
        lower: a folded text in small letters on one line.

    >>> text = "các xã gửi sở tài chính trước ngày 20 tháng cuối quý; sở tài chính trình ubnd tỉnh trước ngày 15 cùng tháng"
    >>> list(due_before_parts(text))
    [(94, 107, '20 tháng cuối quý', '15 cùng tháng')]
    """
    for match in _chains(lower):
        if _is_before(match):
            yield match.start("made_day"), match.end(), _written(match, "sent"), _written(match, "made")


def due_of_wholes(lower: str) -> Mapping[int, tuple[int, int | None, bool]]:
    """Return when reports are due that are made of others, by the place of the day those are due.

    Args:
        lower: a folded text in small letters on one line.

    Returns:
        Day, month, and whether the report is due before that day (*trước*) or on it; no month for a day in the last one of
        a quarter.

    >>> due_of_wholes("các xã gửi sở y tế trước ngày 10/6; sở y tế tổng hợp, trình ubnd tỉnh chậm nhất ngày 15/6")
    {30: (15, 6, False)}
    """
    return {
        match.start("sent_day"): (
            int(match["made_day"]),
            int(match["made_month"]) if match["made_month"] else None,
            match["made"] == "trước",
        )
        for match in _chains(lower)
        if (match["sent_month"] and match["made_month"])
        or _are_alike(match["sent_place"], match["made_place"])
        or (match["sent_place"] and not _is_placed(match) and int(match["made_day"]) >= int(match["sent_day"]))
    }


def _is_placed(match: re.Match[str]) -> bool:
    """Whether the month is told in which the report is due that is made of others; else it is theirs."""
    return bool(match["made_month"] or match["made_place"])


def _are_alike(sent: str | None, made: str | None) -> bool:
    """Whether two places of months are the same: of the last month of a quarter, of any month."""
    return sent is not None and made is not None and (sent == made or re.fullmatch(_SAME, made) is not None)


def _chains(lower: str) -> Iterator[re.Match[str]]:
    """Yield reports of one period that are put together, with both days."""
    for match in _CHAIN.finditer(lower):
        goes_on = match["who"].startswith(("để", "và")) or match["who"] in match["to"] or not match["to"].strip()
        if goes_on and not _ANOTHER.search(lower, match.end("sent_day"), match.end() + _NEAR):
            yield match


_NEAR = 20


def _written(match: re.Match[str], name: str) -> str:
    ends = [match.end(f"{name}_{part}") for part in ("day", "month", "year", "place")]
    return match.string[match.start(f"{name}_day") : max(ends)]


def _is_before(match: re.Match[str]) -> bool:
    """Whether the second day of a chain is before the first, both of the same month or of months written."""
    sent, made = (int(match[f"{name}_day"]) for name in ("sent", "made"))
    if match["sent_month"] and match["made_month"]:
        if bool(match["sent_year"]) is not bool(match["made_year"]):
            return False
        due = (match["made_year"] or "", int(match["made_month"]), made)
        return due < (match["sent_year"] or "", int(match["sent_month"]), sent)
    places = match["sent_place"], match["made_place"]
    if match["sent_month"] or match["made_month"]:
        return bool(places[1] and re.fullmatch(_SAME, places[1])) and made < sent
    return places[0] is not None and (places[1] is None or _are_alike(*places)) and made < sent
