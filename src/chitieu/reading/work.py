"""Work given to agencies: sections by agency, the tasks in them, who leads and who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chitieu.agencies.agency import Agency
from chitieu.agencies.matching import match_agency
from chitieu.agencies.reader import heading_agencies, read_agencies
from chitieu.outline import ENDING, Block, Outline
from chitieu.plan import Assignment, Role, Task
from chitieu.provinces import ProvinceFormat
from chitieu.reading.due import DueReader
from chitieu.reading.findings import Finds

__all__ = ["WorkReader"]

_ROLES = tuple((role.value, role) for role in Role if role is not Role.CARRY_OUT)
_COLON = re.compile(r":\s+(?=\S)")
_LONG_HEADING = 260
_SAYS_HOW_MANY = re.compile(r"\s[^\W\d_]+\s[0-9][0-9.,]*\s\w")
"""A short sentence behind a name: *Sở Y tế mở 12 lớp.*"""
_MORE_THAN_NAMES = 12  # characters behind the names that make a heading a sentence
_NOT_WORK = re.compile(r"\((?:Đính|Kèm|Có|Chi tiết)|[Nn]ơi nhận|NƠI NHẬN|TM\.|KT\.")


def _role(lower: str, start: int, end: int) -> Role:
    """Return the role whose word comes first."""
    places = [(at, role) for word, role in _ROLES if (at := lower.find(word, start, end)) >= 0]
    return min(places, key=lambda place: place[0])[1] if places else Role.CARRY_OUT


def _items(parent: Block) -> list[Block]:
    """Return what stands right below a heading; paragraphs count only where there is nothing else."""
    items = [child for child in parent.children if child.kind != "para" or child.children]
    return items or parent.children


class WorkReader:
    """Reads the sections of work of one document.

    Args:
        outline: the document.
        finds: what its text holds.
        form: the province's format.
        due: reads deadlines; it knows the plan's own year.
    """

    def __init__(self, outline: Outline, finds: Finds, form: ProvinceFormat, due: DueReader) -> None:
        self.outline, self.finds, self.form, self.due = outline, finds, form, due
        self.source = outline.source
        self._heads: dict[int, tuple[int, tuple[Agency, ...]]] = {}

    def assignments(self, parents: list[Block]) -> tuple[Assignment, ...]:
        """Read the sections of work below some headings; no item is left out.

        Where most items under a heading begin with an agency, each of them is a section of its own; elsewhere the
        heading is the section and its items are the tasks, which name their agencies themselves.
        """
        return tuple(section for parent in parents for section in self._sections(parent))

    def implementation(self, blocks: list[Block]) -> tuple[Assignment, ...]:
        """Read the part on implementation: every paragraph of it, whether it begins with an agency or not.

        An article of a resolution or decision counts only where it gives work to somebody.
        """
        text = self.source.text
        said = (
            block for block in blocks if not _NOT_WORK.match(text, block.body) and not ENDING.match(text, block.body)
        )
        found = ((block, self._agency_block(block)) for block in said)
        sections = (
            section or (None if block.kind == "article" else self._field_block(block)) for block, section in found
        )
        return tuple(section for section in sections if section is not None)

    def task(self, start: int, end: int, leads: tuple[Agency, ...]) -> Task:
        """Read one task from a range of the text; `leads` lead where the text names nobody."""
        source = self.source
        assigned = self.form.assign(source, start, end)
        return Task(
            text=source.clean(start, end),
            role=_role(source.lower, start, end),
            lead=assigned.lead or leads,
            cooperating=assigned.cooperating,
            due=self.due.in_text(source.lower, start, end),
            product=self._product(start, end),
            targets=tuple(hit.target for hit in self.finds.targets_in(start, end)),
            references=self.finds.references_in(start, end),
            span=source.span(start, end),
            assigner=assigned.assigner,
        )

    def _product(self, start: int, end: int) -> str | None:
        match = next(self.form.assigning.product_label.finditer(self.source.lower, start, end), None)
        return self.source.clean(*match.span(1)) if match else None

    # --- sections ------------------------------------------------------------------------------------

    def _sections(self, parent: Block) -> list[Assignment]:
        """Return the sections under a heading: its own for the tasks right below it, then those inside."""
        found: list[Assignment] = []
        tasks: list[Block] = []
        by_agency = self._goes_by_agency(parent)
        for child in _items(parent):
            section = self._section(child) if by_agency or self._is_name_only(child) else None
            if section is not None:
                found.append(section)
            elif by_agency and child.number and not self._is_heading(child):
                found.append(self._field_block(child))
            elif self._is_heading(child):
                found += self._sections(child)
            else:
                tasks.append(child)
        return [self._field(parent, tasks), *found] if tasks else found

    def _field(self, parent: Block, tasks: list[Block]) -> Assignment:
        """Make the section of a field of work: a heading and its tasks."""
        heading = self.source.clean(parent.body, parent.end).rstrip(" :")
        done = tuple(self.task(block.body, block.stop, ()) for block in tasks)
        return Assignment(heading, parent.label or None, (), done, self.source.span(parent.start, parent.stop))

    def _goes_by_agency(self, parent: Block) -> bool:
        """Whether most items under a heading begin with an agency."""
        numbered = [child for child in parent.children if child.number]
        named = [child for child in numbered if self._head(child)[1]]
        return len(named) * 2 > len(numbered)

    def _head(self, block: Block) -> tuple[int, tuple[Agency, ...]]:
        """Return where the heading of a block ends and the agencies it names; read once."""
        known = self._heads.get(id(block))
        if known is None:
            end = self._heading_end(block)
            known = self._heads[id(block)] = end, heading_agencies(self.source, block.body, end)
        return known

    def _is_name_only(self, block: Block) -> bool:
        """Whether a block is a heading that names an agency and says no more, over tasks or before a colon."""
        if self._is_label(block):
            return True
        agencies = self._head(block)[1] if block.children else ()
        last = agencies[-1].span if agencies else None
        return last is not None and self.source.offset(block.end) - last.end <= _MORE_THAN_NAMES

    def _is_heading(self, block: Block) -> bool:
        """Whether a block only announces the items inside it; else it is a task, and they are its details."""
        inside = [child for child in block.children if not self._is_labelled(child)]
        if not inside:
            return False
        ended = self.source.flat[block.body : block.end].rstrip().endswith((".", ";", ","))
        return not ended or any(child.number for child in inside)

    def _is_task(self, block: Block) -> bool:
        """Whether a block is one task: nothing inside it, or only labels (``Chủ trì: …``) that belong to it."""
        return all(self._is_labelled(child) for child in block.children)

    def _is_labelled(self, block: Block) -> bool:
        return self.form.assigning.labels.match(self.source.lower, block.body) is not None

    def _section(self, block: Block) -> Assignment | None:
        listed = block.kind in ("bullet", "para") and not self._is_label(block)
        return None if listed else self._agency_block(block)

    def _is_label(self, block: Block) -> bool:
        """Whether a line without a number is the heading of an agency: its name and a colon (``Sở Y tế: …``)."""
        agencies, stop = read_agencies(self.source.flat, block.body, block.end)
        return bool(agencies) and self.source.flat[stop : block.end].lstrip()[:1] == ":"

    def _agency_block(self, block: Block) -> Assignment | None:
        """Read a block as the section of one or several agencies, or return None."""
        source = self.source
        end, agencies = self._head(block)
        if not agencies:
            return None
        last = agencies[-1].span
        heading = source.clean(block.body, end)
        rest = source.offset(end) - last.end if last else 0
        short = last is not None and _SAYS_HOW_MANY.match(source.flat, end - min(rest, end))
        if not block.children and end == block.end and (rest > _MORE_THAN_NAMES or short):
            # "4. Sở A chủ trì, phối hợp với …": heading and task are one sentence
            tasks: tuple[Task, ...] = (self.task(block.body, block.end, agencies),)
            heading = ", ".join(agency.name for agency in agencies)
        else:
            tasks = self._tasks(block, end, agencies)
        place = source.span(block.start, block.stop)
        return Assignment(heading.rstrip(" :"), block.label or None, agencies, tasks, place)

    def _field_block(self, block: Block) -> Assignment:
        """Read a block that goes by field of work: its tasks name their agencies themselves."""
        if block.children and self._is_task(block):
            task = self.task(block.body, block.stop, ())
            return Assignment("", block.label or None, (), (task,), self.source.span(block.start, block.stop))
        end = self._heading_end(block)
        tasks = self._tasks(block, end, ())
        heading = self.source.clean(block.body, end).rstrip(" :")
        if not block.children and not tasks:  # one paragraph: it is the task, and has no heading
            tasks, heading = (self.task(block.body, block.end, ()),), ""
        return Assignment(heading, block.label or None, (), tasks, self.source.span(block.start, block.stop))

    def _heading_end(self, block: Block) -> int:
        """Return where a heading ends: before a line that begins a sentence of a task."""
        text = self.source.text
        for at, (start, _) in enumerate(block.lines[1:], 1):
            if self.form.words.begins_task.match(text, start):
                return start
            if not block.children and text[start].isupper() and self._is_whole_name(block, at):
                return start
        colon = _COLON.search(self.source.flat, block.body, block.end)
        if (
            colon
            and colon.start() - block.body < _LONG_HEADING
            and not block.children
            and not self._labels(block, colon)
        ):
            return colon.start() + 1
        return block.end

    def _labels(self, block: Block, colon: re.Match[str]) -> bool:
        """Whether a colon belongs to a label inside a task (``… kinh phí. Cơ quan chủ trì: Sở A``), not to a heading."""
        found = self.form.assigning.labels.finditer(self.source.lower, block.body, block.end)
        return any(match.start() < colon.start() < match.end() for match in found)

    def _is_whole_name(self, block: Block, lines: int) -> bool:
        """Whether the first lines of a block are the complete name of a known agency and the next adds nothing to it."""
        end = block.lines[lines - 1][1]
        match = match_agency(self.source.flat, block.body, block.lines[lines][1])
        return match is not None and match[0].key is not None and match[1] == end

    def _tasks(self, block: Block, heading_end: int, leads: tuple[Agency, ...]) -> tuple[Task, ...]:
        if block.children:
            return tuple(self.task(item.body, item.stop, leads) for item in self._task_blocks(block))
        rest = self.source.flat[heading_end : block.end]
        if rest.strip():
            return (self.task(heading_end + len(rest) - len(rest.lstrip()), block.end, leads),)
        return ()

    def _task_blocks(self, block: Block) -> Iterator[Block]:
        """Yield the tasks of a section: what stands below it, and below headings that only announce (``a) Đầu tư:``)."""
        for child in block.children:
            announces = self.source.flat[child.body : child.end].rstrip().endswith(":")
            if announces and not self._is_task(child):
                yield from self._task_blocks(child)
            else:
                yield child
