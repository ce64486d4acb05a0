"""The names of amounts in a line: the words before a number and its cue, and those behind it that go on with them."""

from __future__ import annotations

import re

from chitieu.indicators.match import match_target
from chitieu.indicators.variants import only_verbs
from chitieu.indicators.words import Sense, name_words
from chitieu.numbers.numeral import NumeralKind
from chitieu.targets.reader import TargetHit
from chitieu.text import SourceText
from chitieu.units import UnitKind

__all__ = ["LineNames"]

_SO = r"nên|do đó|do vậy|vì vậy|vì thế|nhờ đó|nhờ vậy|từ đó|qua đó|như vậy|tương đương(?: với)?|tương ứng(?: với)?|ứng với|thay(?: cho| vì)?(?=\s*$|\s+[0-9])"
"""Words by which an amount that follows from the one before, or stands for it, begins."""
_LEADING = re.compile(
    rf"^(?:[\s,;:.()\-+*•|“”\"]|(?:{_SO}|trong đó|bao gồm|gồm|cụ thể là|cụ thể|riêng|phấn đấu|tức là|tức|và|là|đến năm [0-9]{{4}}|năm [0-9]{{4}}|đồng thời|có)(?!\w))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:(\-–“\"]|(?:\s(?:phấn đấu|dự kiến|đạt|là|từ|khoảng|tăng|giảm|còn|và|có|với|đứng|xếp|nằm|thuộc|vào))(?!\w))+$"
)
_NOTE = re.compile(r"\s?\[[0-9]{1,3}\]")
_CLAUSE_END = re.compile(r"[;,()]|\s?:(?=\s)|\.(?=\s|$)")
_COMPLEMENT_END = re.compile(rf"[;,()]|\s?:(?=\s)|\.(?=\s|$)|\s(?:và|với|{_SO})(?=\s)")
_STOPS = re.compile(r"[();]|\.(?=\s)")
_SCALES = frozenset({"nghìn", "vạn", "triệu", "tỷ", "trăm", "chục"})
_PLACES = frozenset({"xã", "phường", "đặc", "khu", "huyện", "thành", "phố", "thị", "địa", "phương", "có"})
_ONLY_HOW = re.compile(r"(?:bình quân\s)?(?:tốc độ|tỷ lệ|tỉ lệ|mức|nhịp độ)", re.IGNORECASE)
_SAYS_WHAT = re.compile(r"(?:kéo )?giảm(?!\w)|hạ(?!\w)|tăng trưởng(?!\w)", re.IGNORECASE)
_LISTED = re.compile(r"\s?[^\W\d_]+(?:\s[^\W\d_]+){0,2}(?:,\s[^\W\d_]+(?:\s[^\W\d_]+){0,2})*")
_LISTED_ON = re.compile(r",\s(?!(?:trong đó|gồm|bao gồm|cụ thể|riêng)(?!\w))[^\W\d_][^;,().0-9]*")
_SET = re.compile(r"phấn đấu|giao|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết", re.IGNORECASE)
_SHORT = 2  # a name of one or two words without "đạt" is a verb: "Đưa 96 MW …"
_STRIVING = re.compile(r"phấn đấu(?!\w)")
_LOCAL_AIM = re.compile(r"(?:chỉ tiêu|dự toán|mức)[^;,.]{0,30}$")
_STRIVES = re.compile(r"phấn đấu\s+(?=là|bằng|đạt từ)")
_LONGEST_NAME = 400  # characters before or after a number that may name it


class LineNames:
    """Finds the names of the amounts of a text.

    Args:
        source: the folded text.
    """

    def __init__(self, source: SourceText) -> None:
        self.source = source

    def before(self, between: str, hit: TargetHit, *, opens: bool = False) -> tuple[str, str]:
        """Return the group name before a colon and the name of the target, both perhaps empty."""
        strives = _STRIVES.match(self.source.lower, hit.name_end) or (
            _LOCAL_AIM.search(between.lower()) and _STRIVING.match(self.source.lower, hit.name_end)
        )
        if strives:
            between += self.source.flat[hit.name_end : strives.end()]
        between = between[-_LONGEST_NAME:]
        clause = _last_clause(between)
        if opens and between.rstrip().endswith((";", "(")):
            clause = _last_clause(
                between.rstrip(" ;(")
            )  # "Chỉ số PAPI thuộc nhóm khá; đạt 43 điểm", "mức sinh (2,1 con/phụ nữ)"
        clause = _NOTE.sub("", " ".join(clause.split()))
        bare = hit.start == hit.numeral.start or hit.target.quantity.unit.kind is UnitKind.COUNT
        if bare and clause.rstrip().endswith((",", "và")):
            clause = ""  # "… đạt chuẩn, 07 xã …": the words belong to the target before
        clause = _LEADING.sub("", clause)
        clause = clause.strip() if strives else _TRAILING.sub("", clause)
        said = _LEADING.sub("", self.source.flat[hit.name_end : hit.numeral.start])
        tells = _SAYS_WHAT.match(said) and (name_words(said).core or said.lower().startswith("tăng trưởng"))
        if _ONLY_HOW.fullmatch(clause) or (opens and not clause and tells):
            clause = _TRAILING.sub(
                "", f"{clause} {said}"
            ).strip()  # "Tốc độ giảm nghèo 4%": the cue says what decreases
        head, colon, tail = clause.rpartition(":")
        if colon and tail.strip():
            return _LEADING.sub("", head).strip(" :"), tail.strip()
        return "", clause.strip(" :")

    @staticmethod
    def says_nothing(name: str, hit: TargetHit) -> bool:
        """Whether a name says only where or what is done, so that what stands behind the number is the name.

        ``Toàn tỉnh có 12.500 doanh nghiệp đang hoạt động``, ``Kiềm chế, giảm 5% tai nạn giao thông``.
        """
        if not name or hit.target.quantity.unit.kind not in (UnitKind.COUNT, UnitKind.RATIO) or _SET.search(name):
            return False
        words = name_words(name)
        return words.core <= _PLACES and words.sense is Sense.NONE and words.weak is Sense.NONE

    def complete(self, name: str, hit: TargetHit, stop: int, *, more: bool) -> tuple[str, int]:
        """Complete a name that goes on behind the number; return it and the offset read up to.

        Where more targets follow in the line, ``và`` ends the name: what is behind it names the next one.

        ``Công nhận 15 xã đạt chuẩn``, ``100% trạm y tế có bác sĩ``, ``Đưa 96 MW điện gió vào vận hành``.
        """
        unit = hit.target.quantity.unit
        counted = unit.kind is UnitKind.COUNT
        verbs = only_verbs(name)
        short_verb = (verbs or (len(name.split()) <= _SHORT and unit.kind is not UnitKind.RATIO)) and not hit.linked
        if name and not (counted and not hit.linked) and not short_verb:
            return name, hit.end
        if hit.numeral.kind is NumeralKind.RANK:
            return name, hit.end
        behind = self.source.flat[hit.end : min(max(stop, hit.end), hit.end + _LONGEST_NAME)]
        rest = (_COMPLEMENT_END if more else _CLAUSE_END).split(behind)[0]
        tells = len(name.split()) > _SHORT or (name and ("/" in unit.label or match_target(name, None)))
        if not rest.strip(" .") and tells:
            return name, hit.end  # "Tổng đàn trâu 138.000 con", "dân số 882 nghìn người": the noun is the unit
        while behind[len(rest) : len(rest) + 1] == "," and _LISTED.fullmatch(rest):  # "100% xã, phường, đặc khu có …"
            more_words = _LISTED_ON.match(behind, len(rest))
            if more_words is None or (more and more_words.end() == len(behind)):  # it names the next one
                break
            rest = behind[: more_words.end()]
        noun = " ".join(word for word in unit.label.split() if word not in _SCALES) if counted else ""
        words = _NOTE.sub("", " ".join(f"{name} {noun} {rest}".split()))
        return _TRAILING.sub("", words).strip(), hit.end + len(rest)


def _last_clause(text: str) -> str:
    """Return what stands after the last stop; brackets that close again belong to the clause."""
    depth = 0
    for stop in reversed(list(_STOPS.finditer(text))):
        if stop[0] == ")":
            depth += 1
        elif not depth:
            return text[stop.end() :]
        elif stop[0] == "(":
            depth -= 1
    return text if not depth else text.rpartition(")")[2]
