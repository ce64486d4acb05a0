"""Plans written out: as text that reads back as the plan it says, and as files of every kind.

The writer composes, the reader reads it again, and what differs is an error that names the field: nothing is lost
without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeVar

import attrs

from chitieu.agencies.agency import Agency
from chitieu.errors import NotAPlanError, UnknownProvinceError, WriteError
from chitieu.plan import Plan, PlannedIndicator
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.reading.due import DueReader
from chitieu.reading.findings import scan
from chitieu.reading.reader import parse_indicators, parse_plan
from chitieu.reading.work import WorkReader
from chitieu.text import SourceText
from chitieu.work.tasks import Task
from chitieu.writing.asking import Asks
from chitieu.writing.folding import Knowledge, check_strings, folded
from chitieu.writing.markdown import write_markdown
from chitieu.writing.text import write_text
from chitieu.writing.work import LABELS

__all__ = ["compose", "differences", "render_plan"]

T = TypeVar("T")


def _format(plan: Plan, province: str | ProvinceFormat | None) -> ProvinceFormat:
    if isinstance(province, ProvinceFormat):
        return province
    return get_province(province or plan.province)


@attrs.frozen
class _Reader:
    """Reads single lines back, as a reader of the whole plan would."""

    form: ProvinceFormat
    year: int | None
    knowledge: Knowledge

    def indicators(self, text: str) -> tuple[PlannedIndicator, ...]:
        return self.knowledge.found(parse_indicators(text, self.form))

    def task(self, text: str, leads: tuple[Agency, ...]) -> Task:
        source = SourceText(text)
        worker = WorkReader(
            self.form.outline(source), scan(source), self.form, DueReader(self.form.assigning, self.year)
        )
        return self.knowledge.found(worker.task(0, len(source.text), leads))


def render_plan(
    plan: Plan,
    province: str | ProvinceFormat | None = None,
    *,
    as_: Literal["text", "markdown"] = "text",
    verify: bool = True,
) -> str:
    """Write a plan in the layout of a province.

    Numbers, dates, titles, levels and the head are written the format's way; names, headings and the words of tasks
    stay as they are. In the format it was read with, an indicator line keeps its wording as long as that still says
    what the plan holds. Reading the text in the same format gives the plan back: what is compared is everything the
    plan compares, strings folded (dashes, tone marks, runs of spaces), and without what only one of the two formats
    knows (the key of a local agency, a local name of an indicator).

    Args:
        plan: the plan.
        province: slug of a format, or the format; None takes the one the plan was read with.
        as_: ``"text"`` for a document, ``"markdown"`` for people to read; only text reads back.
        verify: whether the text is read again and compared; without it nothing is promised.

    Raises:
        WriteError: something in the plan cannot be written so that it reads back; ``field`` says what. Or `as_` is
            none of the two forms.
        UnknownProvinceError: no format has this slug.

    >>> import chitieu as ct
    >>> plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    >>> text = render_plan(plan, "quang-tri")
    >>> ct.parse_plan(text, "quang-tri") == plan
    True
    >>> print(*(line for line in text.splitlines() if "giường bệnh" in line))
    12. Bảo đảm 33,5 giường bệnh/vạn dân; 11,2 bác sĩ/vạn dân;
    """
    if as_ not in ("text", "markdown"):
        raise WriteError("write.form", found=repr(as_))
    if as_ == "markdown":
        form = _format(plan, province)
        with form.in_use():
            return write_markdown(plan, form)
    return compose(plan, province, write_text, str if verify else None)


def compose(
    plan: Plan,
    province: str | ProvinceFormat | None,
    write: Callable[[Plan, ProvinceFormat, Asks], T],
    text_of: Callable[[T], str] | None,
) -> T:
    """Write a plan with a writer that asks the reader, and prove that what it wrote reads back.

    Args:
        plan: the plan.
        province: as in `render_plan`.
        write: writes the plan in a format that is in use.
        text_of: gives the text of what was written; None proves nothing.

    Raises:
        WriteError: something in the plan cannot be written so that it reads back; ``field`` says what.
        UnknownProvinceError: no format has this slug.
    """
    form = _format(plan, province)
    check_strings(plan)
    knowledge = Knowledge(_own(plan, form), form)
    with form.in_use():
        year = plan.period.year if plan.period else None
        written = write(knowledge.given(plan), form, _Reader(form, year, knowledge))
    if text_of is not None:
        _prove(plan, text_of(written), knowledge)
    return written


def _own(plan: Plan, form: ProvinceFormat) -> ProvinceFormat:
    """Return the format a plan was read with; the one it is written in where that is not there any more."""
    if plan.province == form.slug:
        return form
    try:
        return get_province(plan.province)
    except UnknownProvinceError:
        return form


def _prove(plan: Plan, text: str, knowledge: Knowledge) -> None:
    """Read a text again and refuse it if it does not say what the plan does.

    Raises:
        WriteError: it does not.
    """
    slug = knowledge.form.slug
    try:
        again = parse_plan(text, knowledge.form)
    except NotAPlanError as error:
        raise WriteError("write.not_plan", province=slug) from error
    for path, given, found in differences(folded(knowledge.given(plan)), knowledge.found(again)):
        raise WriteError("write.unreadable", field=path, found=_shown(given), read=_shown(found), province=slug)


def _shown(value: Any) -> str:
    return "-" if value is None else str(value)


def differences(given: Any, found: Any, path: str = "plan") -> Iterator[tuple[str, Any, Any]]:
    """Yield where two values differ: the path of the field, and what either holds.

    A task that was written with labels behind its words, and a schedule of reports that had no words, are not told
    apart from what they were.

    >>> import chitieu as ct
    >>> list(differences(ct.Plan(number="1/KH-UBND"), ct.Plan(number="2/KH-UBND")))
    [('plan.number', '1/KH-UBND', '2/KH-UBND')]
    """
    if given == found:
        return
    if isinstance(given, tuple) and isinstance(found, tuple) and len(given) == len(found):
        for at, (one, other) in enumerate(zip(given, found, strict=True)):
            yield from differences(one, other, f"{path}[{at}]")
    elif attrs.has(type(given)) and type(given) is type(found):
        for one in attrs.fields(type(given)):
            if one.eq is not False and not (one.name == "text" and _composed(given, found)):
                yield from differences(getattr(given, one.name), getattr(found, one.name), f"{path}.{one.name}")
    else:
        yield path, given, found


def _composed(given: Any, found: Any) -> bool:
    """Whether the words of a value were composed because it had none that say it."""
    behind = found.text.removeprefix(given.text.rstrip(" .;,"))
    return not given.text or (isinstance(given, Task) and behind.startswith(tuple(f". {label}:" for label in LABELS)))
