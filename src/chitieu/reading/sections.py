"""The parts of a plan: which headings stand over indicators, over work, over implementation.

Titles say it (the words are the format's), at whatever depth they stand: a resolution has its parts inside
``Điều 1``, an annual plan inside ``Phần thứ hai``. What tells of the year before is passed over as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from attrs import define, field

from chitieu.outline import Block, Outline
from chitieu.provinces import ProvinceFormat
from chitieu.reading.findings import Finds

__all__ = ["Parts", "divide", "indicator_items"]

_MAX_HEADING, _LONG_HEADING = 240, 100
_LISTS = ("para", "bullet")
_LEAST_LINES = 4
"""Lines from which a list under any heading may be one of indicators."""


_OF_YEAR = re.compile(r"(?<!\w)(?:năm|giai đoạn(?: (?:19|20)[0-9]{2})?\s?-?)\s?((?:19|20)[0-9]{2})[\s:.]*$")
"""A heading that ends in the year or years it is about."""


class _Title(Enum):
    """What a heading says is under it."""

    NONE = "none"
    RESULTS = "results"
    INDICATORS = "indicators"
    AIMS = "aims"
    TASKS = "tasks"
    IMPLEMENTATION = "implementation"
    PURPOSE = "purpose"


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a title is part of a longer one: *tổ chức triển khai* of *tổ chức triển khai nhiệm vụ*."""
    return span != other and other[0] <= span[0] and span[1] <= other[1]


@define
class Parts:
    """The parts of a plan.

    Attributes:
        indicators: blocks that are indicator lines or lists of them; `aims`: the same under a title that only
            says *mục tiêu*: lines there are indicators where they hold targets.
        work: headings over work; `implementation`: blocks that say who carries the plan out.
    """

    indicators: list[Block] = field(factory=list)
    aims: list[Block] = field(factory=list)
    work: list[Block] = field(factory=list)
    implementation: list[Block] = field(factory=list)


class _Divider:
    def __init__(self, outline: Outline, finds: Finds, form: ProvinceFormat, year: int | None) -> None:
        self.outline, self.finds, self.form, self.year = outline, finds, form, year
        self.parts = Parts()
        self.others: list[Block] = []

    def run(self) -> Parts:
        self.visit(self.outline.root)
        if not self.parts.indicators:
            self.parts.indicators = [block for block in self.parts.aims if self.has_targets(block)]
        if not self.parts.indicators:
            self.untitled()
        if not self.parts.work:
            self.parts.work = self.others
        return self.parts

    def untitled(self) -> None:
        """Take headings that do not say so for lists of indicators where nearly all their lines hold targets."""
        lists = [block for block in self.others if self.is_list_of_targets(block)]
        self.parts.indicators = [child for block in lists for child in block.children]
        self.others = [block for block in self.others if block not in lists]

    def visit(self, parent: Block) -> bool:
        """Sort the headings under a block; return whether any of them says what it holds."""
        said = False
        for block in parent.children:
            title = self.title(block)
            if title is _Title.NONE and block.kind not in _LISTS and block.children:
                inner = self.visit(block)
                if not inner:
                    self.others.append(block)
                said = said or inner
            elif title is _Title.NONE:
                said = self.article(block) or said
            else:
                self.sort(block, title)
                said = True
        return said

    def sort(self, block: Block, title: _Title) -> None:
        """Put a titled heading where it belongs."""
        if title is _Title.IMPLEMENTATION:
            self.parts.implementation += block.children
        elif title is _Title.INDICATORS:
            self.parts.indicators += self.lists(block)
        elif title is _Title.AIMS:
            self.aims(block)
        elif title is _Title.TASKS and (block.kind in _LISTS or not self.nested(block)):
            self.parts.work.append(block)

    def aims(self, block: Block) -> None:
        """Under *mục tiêu*: titled lists where there are some, else the lines themselves."""
        titled = [child for child in block.children if self.title(child) is not _Title.NONE]
        if not titled:
            self.parts.aims += block.children
        for child in titled:
            self.sort(child, self.title(child))

    def nested(self, block: Block) -> bool:
        """Whether a heading over several parts (``MỤC TIÊU VÀ NHIỆM VỤ``) has them as titled headings inside."""
        inside = [child for child in block.children if child.kind not in _LISTS]
        titles = [self.title(child) for child in inside]
        if not any(title in (_Title.INDICATORS, _Title.AIMS) for title in titles):
            return False
        alone = [1 for child, title in zip(inside, titles, strict=True) if title is _Title.NONE and not child.children]
        if len(alone) * 2 > len(inside):
            return False  # a list of work, one item of which has a heading below it
        for child, title in zip(inside, titles, strict=True):
            if title is _Title.NONE and child.children:
                self.parts.work.append(child)
            else:
                self.sort(child, title)
        return True

    def lists(self, block: Block) -> list[Block]:
        """Return the lines under a title for indicators.

        Where some headings inside say *chỉ tiêu* again, those count, and beside them the ones that hold
        targets; an overall aim beside them does not.
        """
        titles = {id(child): self.title(child) for child in block.children}
        again = any(title is _Title.INDICATORS for title in titles.values())
        mixed = any(title not in (_Title.NONE, _Title.INDICATORS) for title in titles.values())
        if not again and not mixed:
            return block.children
        found: list[Block] = []
        for child in block.children:
            title = titles[id(child)]
            if title is _Title.INDICATORS:
                found += self.lists(child)
            elif title is _Title.NONE and self.mostly_targets(child):
                found.append(child)
            elif title is _Title.AIMS and child.children and not again:
                found += [line for line in child.children if self.has_targets(line)]
            elif title in (_Title.TASKS, _Title.IMPLEMENTATION):
                self.sort(child, title)
        return found

    def article(self, block: Block) -> bool:
        """Take an article of a resolution or decision that gives work in one sentence."""
        if block.kind != "article" or block.children:
            return False
        self.parts.implementation.append(block)
        return True

    # --- titles ----------------------------------------------------------------------------------------

    def title(self, block: Block) -> _Title:
        """Say what a heading announces; a long line, or one with nothing under it, announces nothing.

        A line of its own that begins with the overall aim (``1. Mục tiêu chung: …``) is no indicator line either.
        """
        if not block.children and self.form.sections.opens_aims.match(self.outline.source.lower, block.body, block.end):
            return _Title.AIMS
        if (
            not block.children
            or block.kind == "bullet"
            or block.end - block.body > _MAX_HEADING
            or self.is_sentence(block)
        ):
            return _Title.NONE
        if block.kind == "para" and not self.introduces(block):
            return _Title.NONE
        ends = _OF_YEAR.search(self.outline.source.lower, block.body, block.end)
        if ends and self.year is not None and int(ends[1]) < self.year:
            return _Title.RESULTS  # "THỰC HIỆN NHIỆM VỤ NĂM 2025" in a plan for 2026
        found = [(title, span) for title, pattern in self.patterns() if (span := self.said(pattern, block))]
        said = [title for title, span in found if not any(_inside(span, other) for _, other in found)]
        if _Title.RESULTS in said and len(said) > 1 and self.holds_parts(block):
            return _Title.NONE  # "Tán thành kết quả năm 2024 và quyết nghị nhiệm vụ năm 2025 như sau:" over both
        return said[0] if said else _Title.NONE

    def is_sentence(self, block: Block) -> bool:
        """Whether a line says something to the end, so that what stands below it goes with it: *Giao Sở A …; theo dõi chỉ tiêu …*."""
        text = self.outline.source.flat[block.body : block.end].rstrip()
        return len(text) > _LONG_HEADING and text.endswith((".", ";")) and not block.capitals

    def holds_parts(self, block: Block) -> bool:
        """Whether headings under a heading say what they hold."""
        return any(child.kind not in _LISTS and self.title(child) is not _Title.NONE for child in block.children)

    def patterns(self) -> Iterator[tuple[_Title, re.Pattern[str]]]:
        """Yield the titles in the order in which they win."""
        sections = self.form.sections
        yield _Title.RESULTS, sections.opens_results
        yield _Title.INDICATORS, sections.opens_indicators
        yield _Title.IMPLEMENTATION, sections.opens_implementation
        yield _Title.TASKS, sections.opens_tasks
        yield _Title.AIMS, sections.opens_aims
        yield _Title.PURPOSE, sections.opens_purpose

    def said(self, pattern: re.Pattern[str], block: Block) -> tuple[int, int] | None:
        """Return where a heading says one of the words of a pattern."""
        match = pattern.search(self.outline.source.lower, block.body, block.end)
        return match.span() if match else None

    def introduces(self, block: Block) -> bool:
        """Whether a paragraph is a heading without a number: a line with a colon, or in capitals."""
        return block.capitals or self.outline.source.flat[block.body : block.end].rstrip().endswith(":")

    # --- targets ---------------------------------------------------------------------------------------

    def has_targets(self, block: Block) -> bool:
        return bool(self.finds.targets_in(block.body, block.stop))

    def is_list_of_targets(self, block: Block) -> bool:
        """Whether a heading has several lines under it, and nearly all of them hold targets."""
        lines = list(indicator_items(self.finds, block))
        holding = sum(self.has_targets(line) for line in lines)
        return holding >= _LEAST_LINES and holding * 4 >= len(lines) * 3

    def mostly_targets(self, block: Block) -> bool:
        lines = list(indicator_items(self.finds, block))
        return sum(self.has_targets(line) for line in lines) * 2 >= len(lines)


def indicator_items(finds: Finds, block: Block) -> Iterator[Block]:
    """Yield the blocks that are indicator lines: the outermost that hold targets of their own, or have nothing inside."""
    if not block.children or finds.targets_in(block.body, block.end):
        yield block
        return
    for child in block.children:
        yield from indicator_items(finds, child)


def divide(outline: Outline, finds: Finds, form: ProvinceFormat, year: int | None = None) -> Parts:
    """Find the parts of a plan by the titles of its headings; `year` is the first one it is for."""
    return _Divider(outline, finds, form, year).run()
