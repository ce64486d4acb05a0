"""Work as text: sections with their headings, tasks as bullets, and a table where a text would not say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from chitieu.agencies.agency import Agency
from chitieu.provinces import ProvinceFormat
from chitieu.work.tasks import Assignment, Role, Task
from chitieu.writing.asking import Asks
from chitieu.writing.folding import folded
from chitieu.writing.markers import Opener, bullet, follows, opener
from chitieu.writing.references import due_text

__all__ = ["LABELS", "Section", "in_table", "section_lines", "section_runs", "table_lines", "task_text"]

LABELS = ("Cơ quan chủ trì", "Cơ quan thực hiện", "Cơ quan phối hợp", "Thời hạn hoàn thành", "Sản phẩm")
"""Labels put behind a task whose text does not say what is known of it."""
_COLUMNS = ("TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm")


@frozen
class Section:
    """A section with the marker it is written with."""

    part: Assignment
    opener: Opener

    @property
    def by_agency(self) -> bool:
        """Whether it is for agencies, or stands among such sections."""
        return bool(self.part.agencies) or not self.part.heading


# --- tasks ---------------------------------------------------------------------------------------------------


def task_text(task: Task, leads: tuple[Agency, ...], asks: Asks | None) -> str:
    """Write a task: its own words; where they do not say who leads, takes part, or till when, with labels behind them.

    Args:
        task: the task.
        leads: the agencies its section is for.
        asks: the reader; None takes the words as they are.
    """
    if asks is None:
        return task.text
    said = asks.task(task.text, leads)
    if said == folded(task):
        return task.text
    labelled = _labelled(task, said)
    again = asks.task(labelled, leads)
    return labelled if evolve(again, text="") == folded(evolve(task, text="")) else task.text


def _labelled(task: Task, said: Task) -> str:
    pieces = [task.text.rstrip(" .;,")]
    if task.lead != said.lead or (task.role is Role.LEAD and said.role is not Role.LEAD):
        pieces.append(f"{LABELS[0 if task.role is Role.LEAD else 1]}: {_names(task.lead)}")
    if task.cooperating != said.cooperating:
        pieces.append(f"{LABELS[2]}: {_names(task.cooperating)}")
    if task.due != said.due and task.due is not None:
        pieces.append(f"{LABELS[3]}: {due_text(task.due)}")
    if task.product != said.product and task.product is not None:
        pieces.append(f"{LABELS[4]}: {task.product}")
    return f"{'. '.join(pieces)}."


def _names(agencies: Sequence[Agency]) -> str:
    return ", ".join(agency.name for agency in agencies)


# --- sections ------------------------------------------------------------------------------------------------


def section_runs(sections: Sequence[Assignment], form: ProvinceFormat, *, work: bool) -> list[list[Section]]:
    """Divide sections into lists that read back as they are: one kind of marker, one kind of section, in sequence.

    Args:
        sections: the sections.
        form: the format.
        work: whether they are work; the sections of the implementation may go by agency and by field in one list.
    """
    runs: list[list[Section]] = []
    for part in sections:
        section = Section(part, _opener(part, form))
        last = runs[-1][-1] if runs else None
        goes_on = last is not None and follows(last.opener, section.opener) and last.opener.rank is None
        if not goes_on or (work and last is not None and part.heading and last.by_agency != section.by_agency):
            runs.append([])
        runs[-1].append(section)
    return runs


def _opener(part: Assignment, form: ProvinceFormat) -> Opener:
    found = opener(form, part.number, form.layout.levels[1:] or form.layout.levels) if part.number else None
    return found or bullet(form)


def section_lines(section: Section, form: ProvinceFormat, asks: Asks | None, *, work: bool) -> Iterator[str]:
    """Yield the lines of a section.

    Args:
        section: the section.
        form: the format.
        asks: the reader.
        work: whether it is a section of work; there a section without a number says by a colon that it is one.
    """
    part, mark = section.part, section.opener.text
    texts = [task_text(task, part.agencies, asks) for task in part.tasks]
    sentence = part.agencies and texts[:1] and _begins(texts[0], part)
    if len(texts) == 1 and (sentence or not part.heading):
        yield f"{mark} {texts[0]}"
        return
    if len(texts) == 1 and texts[0][:1].islower() and ":" not in part.heading and part.agencies:
        yield f"{mark} {part.heading}: {texts[0]}"  # "Sở A: chủ trì …"
        return
    item = bullet(form, avoid=(section.opener.level,)).text
    label = work and section.opener.number is None and not part.heading.endswith(":")
    yield f"{mark} {part.heading}{':' if label else ''}"
    yield from (f"{item} {text}" for text in texts)


def _begins(text: str, part: Assignment) -> bool:
    """Whether heading and task are one sentence: ``4. Sở A chủ trì, phối hợp với …``."""
    heading = ", ".join(agency.name for agency in part.agencies)
    behind = text[len(heading) :]
    return part.heading == heading and text.startswith(f"{heading} ") and ":" not in behind


# --- tables --------------------------------------------------------------------------------------------------


def in_table(sections: Sequence[Assignment], asks: Asks | None) -> int:
    """Return the place of the first of the last sections that a table says and running text would not.

    A table comes behind the text, and its rows name their agencies themselves.
    """
    start = len(sections)
    for at in range(len(sections) - 1, -1, -1):
        if not _fits_table(sections[at]):
            break
        if _needs_table(sections[at], asks):
            start = at
    return start


def _fits_table(part: Assignment) -> bool:
    said = all(
        (task.lead or task.cooperating or task.due or task.product)
        and task.role is (Role.LEAD if task.lead else Role.CARRY_OUT)
        and task.assigner is None
        and "|" not in task.text
        for task in part.tasks
    )
    return said and not part.agencies and bool(part.tasks)


def _needs_table(part: Assignment, asks: Asks | None) -> bool:
    if not part.heading and part.number is None:
        return True
    return asks is not None and any(asks.task(task.text, ()) != folded(task) for task in part.tasks)


def table_lines(sections: Sequence[Assignment]) -> Iterator[str]:
    """Yield the rows of a table of work, each section under a row with its heading."""
    yield _row(_COLUMNS)
    number = 0
    for part in sections:
        if part.heading:
            yield _row((part.number or "", part.heading, "", "", "", ""))
        for task in part.tasks:
            number += 1
            due = due_text(task.due) if task.due is not None else ""
            cells = (str(number), task.text, _names(task.lead), _names(task.cooperating), due, task.product or "")
            yield _row(cells)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
