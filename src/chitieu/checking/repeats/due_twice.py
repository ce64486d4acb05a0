"""One work with two days by which it is to be done: *trình Đề án A trước ngày 30/6*, and in the appendix *Trình Đề án A | 30/9*.

What is done (*trình*, *hoàn thành*) and what it is done to are the same in both, word for word; stages of one work (*trình dự
thảo*, *ban hành*) are several works. Where the thing has no name, or each agency has its own, both have to be of one agency, one in
the text and one in a table. Rows are never held against each other: what is in a table twice is done twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from chitieu.checking.repeats.echoes import OWN_OF_EACH
from chitieu.periods.dates import format_date
from chitieu.periods.period import Period
from chitieu.periods.text import format_period
from chitieu.work.tasks import Task

__all__ = ["DueTwice", "due_twice"]

_DEED = re.compile(
    r"(?<!\w)(?P<deed>trình|tham mưu|ban hành|phê duyệt|công bố|hoàn thành|hoàn thiện|khởi công|khánh thành|thông xe|bàn giao|nghiệm thu"
    r"|đưa vào (?:sử dụng|hoạt động|khai thác|vận hành)|thành lập|ra mắt)\s"
    r"(?:(?:cho\s)?(?P<to>ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|tỉnh ủy|thường trực|ban thường vụ)(?:\s(?:ubnd|hđnd|tỉnh ủy|tỉnh|thành phố))*\s(?:xem xét,?\s)?)?"
    r"(?:(?:ban hành|phê duyệt|thông qua|việc|xây dựng|đầu tư|công trình|dự án)\s)*"
)
"""What is done once, with whom it is laid before."""
_PAPER = re.compile(r"(?:đề án|quy hoạch|nghị quyết|chương trình|quy định|phương án|chiến lược)\s(?=[^\W\d_])")
"""What a row of a table is about that only names a paper."""
_ANY = ""
_ALIKE = {
    "tham mưu": "trình",
    "hoàn thiện": "hoàn thành",
    "ủy ban nhân dân": "ubnd",
    "uỷ ban nhân dân": "ubnd",
    "hội đồng nhân dân": "hđnd",
}
_USUAL = "ubnd"
"""Who is meant where nobody is named."""
_OF_EACH = re.compile(
    r"(?<!\w)(?:báo cáo|chương trình hành động|quy chế|danh mục|thiết kế|chủ trương|giải phóng mặt bằng|đại hội|hội nghị)(?!\w)"
)
"""What is done for many things in the same words; so is what every agency has of its own."""
_DOER = re.compile(
    r"[^:]*(?<!\w)(?:sở|ban|ubnd|ủy ban|công an|bộ chỉ huy|văn phòng|thanh tra|trung tâm|chi cục|phòng|đài|hội|đơn vị|cơ quan)(?!\w)[^:]*:[^:]*"
)
_THING_END = re.compile(
    r"[,;:(|]|\.(?=\s|$)|(?<!\w)(?:trước|chậm nhất|muộn nhất|trong (?:quý|tháng|năm|ngày|nửa)|vào (?:quý|tháng|ngày|cuối|đầu)|đến (?:hết|ngày|tháng|cuối)|xong|theo (?:quy định|kế hoạch|tiến độ)|để|nhằm"
    r"|bảo đảm|đảm bảo|quý [iv1-4]+|tháng [0-9]{1,2}|ngày [0-9]{1,2})(?!\w)"
)
_DAY = re.compile(
    r"(?:ngày\s)?[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?|(?:ngày\s[0-9]{1,2}\s)?tháng\s[0-9]{1,2}(?:[/\s](?:năm\s)?[0-9]{4})?|quý\s[iv1-4]+(?!\w)"
)
_RIGHT_BEHIND = re.compile(
    r"\W*(?:(?:trình|báo cáo)\s(?:[^\W\d_]+\s){1,5}?)?(?:(?:(?:hoàn thành|xong|thời (?:hạn|gian)(?: hoàn thành)?):?\s)?(?:trước|chậm nhất|muộn nhất|trong|vào|đến|hết|xong|cuối|quý|tháng|ngày)(?!\w))"
)
_OPENING = re.compile(r"\W*(?:(?:trước|trong|đến|hết|chậm nhất|muộn nhất|vào|cuối|đầu|là|ngày)\s)+$")
_OTHER = re.compile(
    r"(?<!\w)(?:trước khi|sau khi|khi|để|nhằm|đã|được|sau|chưa|kỳ họp|đợt|vòng|hằng|hàng (?:tháng|quý|năm|tuần)|định kỳ)(?!\w)"
)
"""Words that make a deed another one's aim or a thing of the past, or its day one of several."""
_LEAST_WORDS = 4
_LEAST_OF_NAME = 3
_ONE_DAY = timedelta(days=1)
_MOST = 50
"""Works on one thing that are looked at: no plan has more."""


def _clause_of_day(text: str) -> tuple[str, list[re.Match[str]]]:
    """Return the clause of a task that names its day, with the days it names; all of it where none does."""
    named = list(_DAY.finditer(text.lower()))
    if len(named) == 1:
        for clause in text.split(";"):
            days = list(_DAY.finditer(clause.strip().lower()))
            if days:
                return clause.strip(), days
    return text, named


@frozen(eq=False)
class DueTwice:
    """A task whose day is another than that of an earlier one.

    Attributes:
        task, before: both tasks.
        day, other: their days, or periods, as they are to be shown.
    """

    task: Task
    before: Task
    day: str
    other: str


@frozen(eq=False)
class _Work:
    """What a task does once, with when.

    Attributes:
        task: the task.
        deed, thing: what is done, and to what, in small letters.
        to: before whom it is laid.
        named: whether the thing has a name that nothing else has.
        in_row: whether its day is told in another cell of a row.
        first, last: the day, or the ends of the period.
    """

    task: Task
    deed: str
    thing: str
    to: str
    named: bool
    in_row: bool
    first: date
    last: date

    @classmethod
    def of(cls, task: Task) -> _Work | None:
        """Return what a task does that names at most one day; None where that is not sure."""
        due = task.due
        clause, days = _clause_of_day(" ".join(task.text.split()))
        lower = clause.lower()
        deed = _DEED.search(lower) or (_PAPER.match(lower) if not days else None)
        if not isinstance(due, date | Period) or len(days) > 1 or deed is None or _OTHER.search(lower):
            return None
        said = deed.groupdict()
        begin = deed.end() if "deed" in said else 0
        ahead = lower[: deed.start()]
        if ":" in ahead and _DOER.fullmatch(ahead) is None:  # "Dự án A: hoàn thành …"
            return None
        end = _THING_END.search(lower, begin)
        stop = end.start() if end else len(lower)
        for day in days:
            behind = day.start() >= stop
            if not (_RIGHT_BEHIND.match(lower, stop) if behind else _OPENING.fullmatch(lower, 0, day.start())):
                return None
        words = clause[begin:stop].split()
        named = any(word[0].isupper() for word in words)
        if len(words) < (_LEAST_OF_NAME if named else _LEAST_WORDS):
            return None
        first, last = (due.start, due.end) if isinstance(due, Period) else (due, due)
        done, to = (_ALIKE.get(one, one) for one in (said.get("deed", _ANY), said.get("to") or _USUAL))
        thing = " ".join(words).lower()
        named = named and not (OWN_OF_EACH.search(thing) or _OF_EACH.search(thing))
        return cls(task, done, thing, to, named, not days, first, last)

    def may_be(self, other: _Work) -> bool:
        """Whether another of the same thing is the same work: of a name, or of one agency in the text and in a table."""
        if not self.is_alike(other) or self.to != other.to or (self.in_row and other.in_row):
            return False
        agencies = ({agency.name for agency in work.task.lead} for work in (self, other))
        return (self.named and self.deed == other.deed) or (
            self.in_row is not other.in_row and not set.isdisjoint(*agencies)
        )

    def is_alike(self, other: _Work) -> bool:
        """Whether both do one deed; a row that only names a paper is of any."""
        return self.deed == other.deed or _ANY in (self.deed, other.deed)

    def agrees(self, other: _Work) -> bool:
        """Whether both days can be meant: one day, or a day and the period it is in."""
        return self.first <= other.last + _ONE_DAY and other.first <= self.last + _ONE_DAY

    @property
    def day(self) -> str:
        """The day or period as it is shown."""
        due = self.task.due
        return format_period(due) if isinstance(due, Period) else format_date(self.last, "slash")


def due_twice(tasks: Iterable[Task]) -> Iterator[DueTwice]:
    """Yield the tasks that are told before with another day.

    Args:
        tasks: the tasks of a plan, in order.
    """
    told: dict[str, list[_Work]] = {}
    for work in filter(None, map(_Work.of, tasks)):
        before = told.setdefault(work.thing, [])
        rivals = [one for one in before[-_MOST:] if one.may_be(work)]
        if rivals and not any(one.agrees(work) for one in before[-_MOST:] if one.is_alike(work)):
            yield DueTwice(work.task, rivals[0].task, work.day, rivals[0].day)
        before.append(work)
