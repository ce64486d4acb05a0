"""A small made-up plan in the layout of a format: what its documents look like, and what must be read from it.

The same few indicators and pieces of work, written the way the format says: its header, its levels, its titles, its
numbers, its way of naming who leads. Authors read it to see whether they described their province; the conformance
kit reads it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from attrs import frozen

from chitieu import areas
from chitieu.levels import write_marker
from chitieu.provinces import ProvinceFormat
from chitieu.provinces.writing import format_date, format_target
from chitieu.quantities.quantity import Quantity
from chitieu.targets.target import Bound, Change, Target
from chitieu.text import capitalized
from chitieu.writing.header import MOTTO, issuer_lines

__all__ = ["INDICATORS", "WORK", "Skeleton", "Work", "day_of", "indicator_line", "skeleton_plan"]

_YEARS = range(2026, 2003, -1)
_FALLBACK = {"levels": ("I.", "1.", "-")}


def _target(value: str, unit: str, bound: Bound = Bound.EXACT, change: Change = Change.LEVEL) -> Target:
    return Target(Quantity(Decimal(value), unit), bound, change)


INDICATORS: tuple[tuple[str, Target], ...] = (
    ("Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP)", _target("8.5", "%", Bound.AT_LEAST)),
    ("Thu ngân sách nhà nước trên địa bàn", _target("12500", "tỷ đồng")),
    ("Giá trị sản xuất công nghiệp", _target("9.2", "%", change=Change.INCREASE)),
    ("Tỷ lệ hộ nghèo", _target("2.5", "%", Bound.AT_MOST)),
    ("Tỷ lệ che phủ rừng", _target("41.8", "%")),
)
"""Names of indicators with their targets: levels and a change, bounds from both sides."""

_FIELDS = (("Về kinh tế", "Sở Tài chính", INDICATORS[:3]), ("Về xã hội, môi trường", "Sở Y tế", INDICATORS[3:]))
"""The same by field of work, and by the agency that answers for them."""


@frozen
class Work:
    """A piece of work of the made-up plan: who leads, who takes part, what is to be done and till when."""

    lead: str
    cooperating: str
    task: str
    due: str = ""


WORK: tuple[Work, ...] = (
    Work("Sở Tài chính", "Sở Y tế", "xây dựng phương án phân bổ kinh phí"),
    Work("Sở Công Thương", "Sở Xây dựng", "rà soát hạ tầng các cụm công nghiệp"),
    Work("Sở Nội vụ", "Sở Tư pháp", "hoàn thiện quy định về vị trí việc làm"),
)
"""Pieces of work, all given to agencies that every province has."""


def day_of(form: ProvinceFormat) -> date:
    """Return a day on which the format holds and its province exists; the latest year first."""
    known = [areas.by_id()[area] for area in form.areas if area in areas.by_id()]
    days = [date(year, 3, 5) for year in _YEARS]
    fitting = (day for day in days if form.covers(day) and (not known or any(area.exists_on(day) for area in known)))
    return next(fitting, form.valid_from or form.valid_to or days[0])


def _area(form: ProvinceFormat, day: date) -> areas.Area | None:
    known = [areas.by_id()[area] for area in form.areas if area in areas.by_id()]
    return next((area for area in known if area.exists_on(day)), known[0] if known else None)


@frozen(slots=False)
class Skeleton:
    """The made-up plan of a format; `attrs.evolve` changes one part of it.

    Attributes:
        form: the format.
        day: the day it is dated; `unit`: the province's name in capitals, with its kind; `place`: where it is dated.
        kind: what it calls itself; `preamble`: the word its preamble begins with.
        indicators_title, tasks_title, implementation_title: the titles of its parts.
        assignment: how a lead is named, see the setting of that name.
        before: lines between the preamble and the first part; `first`: the number of the first part.
        broken: whether the title is broken into two lines.
    """

    form: ProvinceFormat
    day: date
    unit: str
    place: str
    kind: str
    preamble: str
    indicators_title: str
    tasks_title: str
    implementation_title: str
    assignment: str
    before: tuple[str, ...] = ()
    first: int = 1
    broken: bool = False

    @classmethod
    def of(cls, form: ProvinceFormat) -> Skeleton:
        """Make the plan of a format; settings it leaves out are filled with common words."""
        day = day_of(form)
        area = _area(form, day)
        city = area is not None and area.kind.startswith("thành phố")
        name = area.short_name if area else "Sông Hậu"
        return cls(
            form=form,
            day=day,
            unit=f"{'THÀNH PHỐ' if city else 'TỈNH'} {name.upper()}",
            place=name,
            kind=_first(form.header.kinds, "kế hoạch"),
            preamble=_first(form.header.preamble, "căn cứ"),
            indicators_title=form.layout.indicators_title or _first(form.sections.indicators, "chỉ tiêu"),
            tasks_title=form.layout.tasks_title or _first(form.sections.tasks, "nhiệm vụ"),
            implementation_title=form.layout.implementation_title
            or _first(form.sections.implementation, "tổ chức thực hiện"),
            assignment=form.layout.assignment,
        )

    # --- what it says -----------------------------------------------------------------------------------

    @property
    def number(self) -> str:
        """Its number and symbol."""
        return "12/KH-UBND"

    @property
    def issuer(self) -> str:
        """The body that issues it."""
        return f"ỦY BAN NHÂN DÂN {self.unit}"

    @property
    def title(self) -> str:
        """Its title, one line."""
        return f"Phát triển kinh tế - xã hội năm {self.day.year}"

    @property
    def dated(self) -> str:
        """The line with place and date."""
        return f"{self.place}, {format_date(self.day)}"

    # --- how it is written ------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The whole plan."""
        return "\n".join((*self.header(), *self.body(), *_END)) + "\n"

    def header(self) -> Iterator[str]:
        """Yield the lines of the header block, the kind of document, the title and the preamble."""
        parts = {
            "issuer": issuer_lines(self.issuer),
            "number": (f"Số: {self.number}",),
            "motto": MOTTO,
            "place": (self.dated,),
        }
        ordered = [parts[name] for name in self.form.header.order]
        if self.form.header.form == "columns":
            yield from (line for part in ordered for line in part)
        else:
            left, right = (*parts["issuer"], *parts["number"]), (*parts["motto"], *parts["place"])
            divider = " | " if self.form.header.form == "pipes" else "\n"
            yield from (divider.join(filter(None, row)) for row in zip_longest(left, right, fillvalue=""))
        yield self.kind.upper()
        yield self.title.replace(" năm ", "\nnăm ") if self.broken else self.title
        basis = "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"
        yield f"{self.preamble.capitalize()} {basis}, Ủy ban nhân dân ban hành các nội dung sau:"

    def body(self) -> Iterator[str]:
        """Yield the lines of the three parts."""
        yield from self.before
        yield from self.part(self.first, self.indicators_title, self.indicator_lines())
        yield from self.part(self.first + 1, self.tasks_title, self.work_lines(WORK))
        *lines, last = self.part(self.first + 2, self.implementation_title, self.work_lines(WORK[:2]))
        yield from (*lines, f"{last.removesuffix('.')}{self.form.layout.closing or '.'}")

    def part(self, number: int, title: str, lines: Iterator[str]) -> Iterator[str]:
        """Yield a heading of the widest level and what stands under it."""
        yield f"{self.marker(0, number)} {title.upper()}"
        yield from lines

    def marker(self, depth: int, number: int) -> str:
        """Write the marker of a level of the layout, the widest 0."""
        names = self.form.layout.levels
        if not names:
            return write_marker(_FALLBACK["levels"][min(depth, 2)], number)
        return self.level_marker(names[min(depth, len(names) - 1)], number)

    @property
    def innermost(self) -> int:
        """The depth of the narrowest level."""
        return len(self.form.layout.levels) - 1 if self.form.layout.levels else 2

    def level_marker(self, name: str, number: int) -> str:
        """Write the marker of a level of the format."""
        level = self.form.levels.get(name)
        return write_marker(level.forms[0] if level else "-", number)

    def indicator_lines(self) -> Iterator[str]:
        """Yield the indicators the way the format lists them."""
        listing = self.form.layout.indicators
        if listing == "fields":
            texts = (f"{field}: {'; '.join(self.indicator(*one) for one in some)}" for field, _, some in _FIELDS)
            yield from self.items(tuple(texts))
        elif listing == "agencies":
            for at, (_, agency, some) in enumerate(_FIELDS, 1):
                yield f"{self.marker(1, at)} {agency}"
                yield from self.items(tuple(self.indicator(*one) for one in some))
        else:
            yield from self.items(tuple(self.indicator(*one) for one in INDICATORS))

    def items(self, texts: tuple[str, ...]) -> Iterator[str]:
        """Yield items numbered as the format numbers indicators."""
        for at, text in enumerate(texts, 1):
            end = self.form.layout.item_end if at < len(texts) else "."
            yield f"{self.level_marker(self.form.layout.indicator_item, at)} {text}{end}"

    def indicator(self, name: str, target: Target) -> str:
        """Write a name and its target."""
        return indicator_line(name, target, self.form)

    def work_lines(self, work: tuple[Work, ...]) -> Iterator[str]:
        """Yield the pieces of work in the format's way of naming who leads."""
        write = _ASSIGNMENTS.get(self.assignment, _order)
        for at, piece in enumerate(work, 1):
            yield from write(self, at, piece)


def indicator_line(name: str, target: Target, form: ProvinceFormat | None) -> str:
    """Write the line of an indicator: its name and its target, joined the province's way.

    >>> import chitieu as ct
    >>> target = ct.parse_target("2,5%")
    >>> [indicator_line("Tỷ lệ hộ nghèo", target, form) for form in (None, ct.get_province("ben-tre"))]
    ['Tỷ lệ hộ nghèo: 2,5%', 'Tỷ lệ hộ nghèo đạt 2,5%']
    """
    written = format_target(target, province=form)
    if form is None or form.layout.link == ":":
        return f"{name}: {written}"
    plain = target.bound is Bound.EXACT and target.change is Change.LEVEL
    return f"{name} {'đạt ' if plain else ''}{written}"


def _first(words: tuple[str, ...], otherwise: str) -> str:
    return words[0] if words else otherwise


def _led(plan: Skeleton, piece: Work) -> str:
    words = plan.form.assigning
    return (
        f"{_first(words.leads, 'chủ trì')}, {_first(words.cooperates, 'phối hợp')} với {piece.cooperating} {piece.task}"
    )


def _order(plan: Skeleton, number: int, piece: Work) -> Iterator[str]:
    order = capitalized(_first(plan.form.assigning.orders, "giao"))
    yield f"{plan.marker(1, number)} {order} {piece.lead} {_led(plan, piece)}."


def _subject(plan: Skeleton, number: int, piece: Work) -> Iterator[str]:
    yield f"{plan.marker(1, number)} {piece.lead}: {_led(plan, piece)}."


def _labels(plan: Skeleton, number: int, piece: Work) -> Iterator[str]:
    words = plan.form.assigning
    lead = capitalized(_first(words.lead_labels, "cơ quan chủ trì"))
    helped = capitalized(_first(words.cooperating_labels, "cơ quan phối hợp"))
    task = f"{plan.marker(1, number)} {capitalized(piece.task)}."
    yield f"{task} {lead}: {piece.lead}. {helped}: {piece.cooperating}."


def _heading(plan: Skeleton, number: int, piece: Work) -> Iterator[str]:
    yield f"{plan.marker(1, number)} {piece.lead}"
    yield f"{plan.marker(plan.innermost, 1)} {capitalized(_led(plan, piece))}."


_ASSIGNMENTS: dict[str, Callable[[Skeleton, int, Work], Iterator[str]]] = {
    "order": _order,
    "subject": _subject,
    "labels": _labels,
    "heading": _heading,
}
_END = (
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Nguyễn Văn A",
)


def skeleton_plan(form: ProvinceFormat) -> str:
    r"""Write a small made-up plan in the layout of a format.

    >>> import chitieu as ct
    >>> text = ct.testing.skeleton_plan(ct.get_province("ben-tre"))
    >>> print("\n".join(text.splitlines()[9:13]))
    I. CÁC CHỈ TIÊU CHỦ YẾU
    1) Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) từ 8,5% trở lên;
    2) Thu ngân sách nhà nước trên địa bàn đạt 12.500 tỷ đồng;
    3) Giá trị sản xuất công nghiệp tăng 9,2%;
    """
    return Skeleton.of(form).text
