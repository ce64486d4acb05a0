"""Awards in a text: who got which, from whom, for which year and why; what is only proposed is told apart.

Recipients stand before the verb (``A, B đã nhận bằng khen``) or behind the award (``tặng Cờ thi đua cho A``). What is
striven for, registered or refused is no award.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from attrs import define

from chitieu.reading.emulation.document import Document, GivenAward
from chitieu.reading.emulation.members import items_behind
from chitieu.reading.emulation.parties import LIST_GAP, Party, parties_in, read_parties
from chitieu.scoring.emulation import AwardKind, award_kinds
from chitieu.text import fold

__all__ = ["read_awards"]

_PLACE = r"(?:\s+(?!(?:đã|được|vì|cho|tặng|trao|về|năm|và|quyết|vừa|xét|do)(?!\w))[^\s,;.:()\"”]+){0,3}?"
_GIVER = (
    rf"(?:(?:chủ tịch|bộ trưởng)\s+)?(?:thủ tướng(?:\s+chính phủ)?|chính phủ|chủ tịch nước"
    rf"|(?:ubnd|ủy ban nhân dân|hđnd)\s+(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường){_PLACE}"
    rf"|bộ\s+(?!chỉ|máy|phận)\w+(?:(?:,|\s+và)?\s+\w+){{0,5}}?|tổng liên đoàn lao động việt nam|cấp\s+(?:tỉnh|bộ|huyện)|tỉnh|thành phố|giám đốc\s+sở{_PLACE})"
)
_OF = re.compile(
    rf"[\"”]?(?:\s+(?:xuất sắc|toàn diện|chuyên đề|đột xuất|theo đợt)){{0,2}}\s+(?:của\s+)?(?P<giver>{_GIVER})(?=[\s,;.:()\"”]|$)"
)
_SPECIAL = re.compile(r"[\"”]?\s+(?:chuyên đề|đột xuất|theo đợt|theo chuyên đề)(?!\w)")
_NUMBER_OF = r"(?:(?:một|[0-9]{1,3})\s+)?(?:danh\s+hiệu\s+)?[\"“]?"
_GIVES = rf"(?:quyết\s+định\s+)?(?:xét\s+)?(?:trao\s+tặng|tặng\s+thưởng|tặng|trao|khen\s+thưởng|công\s+nhận|thưởng)\s+{_NUMBER_OF}"
_IS_ONE_OF = r"(?:là\s+(?:một\s+trong\s+(?:những\s+|các\s+|[0-9]{1,3}\s+)?)?(?:đơn\s+vị|tập\s+thể|địa\s+phương|cơ\s+quan)(?:\s+duy\s+nhất)?\s+)?"
_LEADING = r"(?:(?:là\s+đơn\s+vị\s+)?dẫn\s+đầu\s+(?:khối|cụm)(?:\s+thi\s+đua)?\s*,?\s*)?"
_OF_BLOCK = r"(?:(?:thuộc|của)\s+(?:khối|cụm)\s[^.,;:()]{0,60}?\s(?=là|đã|được|vừa|vinh|đón|nhận|đạt))?"
_ADVERBS = r"(?:(?:đã|vừa|cũng|đều|vinh\s+dự|tiếp\s+tục|lần\s+lượt|cùng|tỉnh)\s+)*"
_RECEIVES = re.compile(
    rf"[\s,]*(?:\([^()]{{1,60}}\)\s*)?{_OF_BLOCK}{_IS_ONE_OF}{_LEADING}{_ADVERBS}(?:được\s+(?:(?:{_GIVER})\s+)?(?:quyết\s+định\s+)?(?:nhận\s+|{_GIVES})"
    rf"|(?:đón\s+nhận|nhận|đạt|giành)\s+(?:được\s+)?{_NUMBER_OF}"
    rf"|(?:được\s+)?(?:suy\s+tôn\s*,?\s*)?(?:và\s+)?(?:đề\s+nghị|trình|đề\s+xuất)\s+(?:(?:{_GIVER})\s+)?{_GIVES})"
)
_GIVEN_BY = re.compile(rf"(?<!\w)(?P<giver>{_GIVER})\s+(?:đã\s+|vừa\s+)?(?!trao\s+(?!tặng)){_GIVES}$")
"""Who gives; who only hands over (``trao``) may be somebody else."""
_NEW_VERB = re.compile(r"(?<!\w)(?:được|nhận|đạt|trao|giành)(?!\w)|;")
_TITLES = r"(?:các\s+)?(?:(?:tập\s+thể|đơn\s+vị|cơ\s+quan|địa\s+phương|thành\s+viên)(?:,\s*)?\s*){0,3}"
_FOR = re.compile(
    rf"[\"”]?(?:\s*\(?năm\s+[0-9]{{4}}\)?)?\s*,?\s*(?:cho|đến|tới)\s+(?:[0-9]{{1,3}}\s+)?{_TITLES}"
    r"(?:(?P<loose>[^.;:\n]{0,160}?)(?:gồm|là|sau)?\s*:\s*|(?:gồm|là)\s+)?"
)
_LISTED = re.compile(
    r"[\"”]?(?:\s*\(?năm\s+[0-9]{4}\)?)?(?:\s+cho\s+[0-9]{1,3}\s+[^.;:\n]{0,80}?)?\s*(?:(?:gồm|là)\s*:?\s+|:\s*)(?:[0-9]{1,3}\s+)?"
)
_REASON = re.compile(
    r"(?:\s*\([^()]{0,60}\)|\s+(?:thuộc|của|trong|tại)\s[^.,;:()\n]{0,60}?)?\s*,?\s*(?:(?:vì|bởi)\s+(?:đã\s+)?|(?:do|về)\s+(?:đã\s+)?(?=(?:có\s+)?(?:nhiều\s+)?thành\s+tích))(?P<reason>[^;.\n]{3,300})"
)
_OF_THE_YEAR = re.compile(
    r"toàn\s+diện|dẫn\s+đầu|hoàn\s+thành\s+(?:xuất\s+sắc|tốt)\s+(?:\w+\s+){0,3}?nhiệm\s+vụ|thi\s+đua\s+yêu\s+nước|công\s+tác\s+năm"
    r"|(?:đã\s+)?có\s+thành\s+tích\s+xuất\s+sắc\s+năm"
)
_PROPOSED = re.compile(
    r"(?<!\w)(?:(?<!theo\s)(?<!xét\s)đề\s+nghị|đề\s+xuất|suy\s+tôn|trình|bình\s+xét|xem\s+xét)(?!\w)"
)
_NOT_GIVEN = re.compile(
    r"(?<!\w)(?:không(?!\s+chỉ)|chưa|phấn\s+đấu|đăng\s+ký|mục\s+tiêu|tiêu\s+chuẩn|sẽ|điều\s+kiện|nếu|số\s+lượng)(?!\w)"
)
_AWARD_YEAR = re.compile(r"[\"”]?\s*,?\s*\(?năm\s+((?:19|20)[0-9]{2})(?![0-9])")
_JOINT = re.compile(rf"[\s\"”]*(?:,|và|;|cùng)?\s*(?:và\s+)?{_NUMBER_OF}")
_REACH = 200


@define(eq=False)
class _Found:
    """An award in a sentence: its words and who gives it."""

    kind: AwardKind
    start: int
    end: int
    giver: tuple[int, int] | None
    special: bool


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[AwardKind, ...]]]:
    """Return what matches the words of any award, and the kinds that begin with the same words."""
    kinds: dict[str, list[AwardKind]] = {}
    for kind in award_kinds():
        for base in kind.base:
            kinds.setdefault(fold(base), []).append(kind)
    ordered = sorted(kinds, key=len, reverse=True)
    pattern = "|".join(re.escape(base).replace("\\ ", r"\s+") for base in ordered)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), {base: tuple(found) for base, found in kinds.items()}


def read_awards(document: Document) -> None:
    """Read the awards of a text into `Document.awards`."""
    pattern, _ = _words()
    for start, end in document.sentences:
        if pattern.search(document.source.lower, start, end):
            document.awards += _Sentence(document, start, end).read()


class _Sentence:
    """The awards of one sentence, in order."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self.document, self.source = document, document.source
        self.start, self.end = start, end
        self.found = tuple(self._find())
        self.starts = [award.start for award in self.found]
        parties = parties_in(self.source, start, end, document.known)
        self.parties = tuple(party for party in parties if not self._in_award(party))
        self.ends = [party.end for party in self.parties]

    def read(self) -> Iterator[GivenAward]:
        before = [self._before(award) for award in self.found]
        taken = {party.start for parties in before for party in parties}
        behind = [self._behind(at, taken) for at in range(len(self.found))]
        given: list[GivenAward] = []
        for at, award in enumerate(self.found):
            recipients = behind[at] or before[at]
            given.append(self._award(award, recipients, given[-1] if given else None))
        for one, two in zip(given[::-1], given[-2::-1], strict=False):
            two.recipients = two.recipients or (one.recipients if self._joint(two.end, one.start) else ())
        return (award for award in given if award.recipients and not self._not_given(award))

    def _in_award(self, party: Party) -> bool:
        """Whether an agency only says who gives an award."""
        at = bisect_right(self.starts, party.start) - 1
        return at >= 0 and party.start < self.found[at].end

    # --- the awards ----------------------------------------------------------------------------------

    def _find(self) -> Iterator[_Found]:
        pattern, kinds = _words()
        lower, last, subject = self.source.lower, self.start, None
        for match in pattern.finditer(lower, self.start, self.end):
            given = _OF.match(lower, match.end(), self.end)
            special = _SPECIAL.match(lower, match.end(), self.end)
            end = given.end() if given else special.end() if special else match.end()
            if _NEW_VERB.search(lower, last, match.start()):
                subject = None
            subject = self._subject(match.start()) or subject
            giver, last = given.span("giver") if given else subject, end
            kind = _kind(kinds[" ".join(match.group().split())], lower[slice(*giver)] if giver else "")
            themed = re.search(r"chuyên đề|đột xuất|theo đợt", lower[match.end() : end]) is not None
            yield _Found(kind, match.start(), end, giver, themed)

    def _subject(self, pos: int) -> tuple[int, int] | None:
        """Find who gives an award that is named without its giver: ``UBND tỉnh tặng Bằng khen``."""
        match = _GIVEN_BY.search(self.source.lower, max(self.start, pos - _REACH), pos)
        return match.span("giver") if match else None

    def _award(self, found: _Found, recipients: tuple[Party, ...], last: GivenAward | None) -> GivenAward:
        lower = self.source.lower
        joint = last is not None and self._joint(last.end, found.start)
        if not recipients and last is not None and joint:
            recipients = last.recipients
        behind = [party.end for party in recipients if party.start >= found.end]
        own = _AWARD_YEAR.match(lower, found.end, self.end)
        after = max([found.end, own.end() if own else 0, *behind])
        reason = _REASON.match(lower, after, self.end)
        said = self.source.clean(*reason.span("reason")) if reason else None
        year = int(own[1]) if own else self.document.year_around(found.start, self.start, self.end)
        return GivenAward(
            name=self.source.clean(found.start, found.end).strip('"“” '),
            kind=found.kind.key,
            year=year,
            giver=self.source.clean(*found.giver) if found.giver else None,
            reason=said,
            thematic=found.special or (said is not None and not _OF_THE_YEAR.search(said.lower())),
            proposed=self._proposed(found) or (joint and last is not None and last.proposed),
            recipients=recipients,
            start=found.start,
            end=found.end,
        )

    def _joint(self, end: int, start: int) -> bool:
        """Whether nothing but ``và`` stands between two awards."""
        return _JOINT.fullmatch(self.source.lower, end, start) is not None

    def _clause(self, pos: int) -> int:
        """Return where the clause of a place begins."""
        far = max(self.start, pos - _CLAUSE_REACH)
        return max(far, self.source.flat.rfind(";", far, pos) + 1)

    def _proposed(self, found: _Found) -> bool:
        return _PROPOSED.search(self.source.lower, self._clause(found.start), found.start) is not None

    def _not_given(self, award: GivenAward) -> bool:
        return _NOT_GIVEN.search(self.source.lower, self._clause(award.start), award.start) is not None

    # --- the recipients ------------------------------------------------------------------------------

    def _before(self, award: _Found) -> tuple[Party, ...]:
        """Return the parties of the list that ends before the verb of an award."""
        last = bisect_right(self.ends, award.start) - 1
        for at in range(last, max(-1, last - _MOST_BETWEEN), -1):
            if _RECEIVES.fullmatch(self.source.lower, self.parties[at].end, award.start):
                return self._list_to(at)
        return ()

    def _list_to(self, last: int) -> tuple[Party, ...]:
        first = last
        while first and self._listed_together(self.parties[first - 1], self.parties[first]):
            first -= 1
        return self.parties[first : last + 1]

    def _listed_together(self, one: Party, two: Party) -> bool:
        if not LIST_GAP.fullmatch(self.source.flat, one.end, two.start):
            return False
        divided = ";" in self.source.flat[one.end : two.start]
        # Behind a semicolon a new clause may begin; only names alone between semicolons make a list.
        return not divided or not self.source.flat[self._clause(one.start) : one.start].strip(" -")

    def _behind(self, at: int, taken: set[int]) -> tuple[Party, ...]:
        """Return the parties listed behind an award, in its sentence or in the lines behind."""
        award = self.found[at]
        limit = self.found[at + 1].start if at + 1 < len(self.found) else self.end
        match = _FOR.match(self.source.lower, award.end, limit) or _LISTED.match(self.source.lower, award.end, limit)
        if match is None:
            return ()
        found = read_parties(self.source, match.end(), limit, self.document.known)
        if not found and match.end() >= self.end:
            block = self.document.block_at(award.start)
            found = items_behind(self.document, block, as_written=True, other=_words()[0]) if block is not None else ()
        return tuple(party for party in found if party.start not in taken and not party.agency.group)


_MOST_BETWEEN = 3
_CLAUSE_REACH = 1000


def _kind(kinds: tuple[AwardKind, ...], giver: str) -> AwardKind:
    """Choose among the kinds with the same words by who gives the award."""
    words = " ".join(giver.split())
    named = (kind for kind in kinds if any(words.startswith(prefix) for prefix in kind.givers))
    return next(named, None) or next((kind for kind in kinds if not kind.givers), kinds[0])
