"""Characters of a page as lines: runs on one height, in the order they are read, two columns told apart."""

from __future__ import annotations

import re
from statistics import median

from attrs import define, field

from chitieu.sources.pdf_page import Glyph

__all__ = ["Line", "Run", "breaks_number", "read_lines", "side_by_side"]

_NEW_RUN = 0.75  # of the height of the letters: a gap that may divide columns
_WORD_GAP = 0.22
_BACK = 0.3
_RAISED_SIZE = 0.85
_RAISED = "\ue000"  # opens raised digits; they may be the mark of a note
_RAISED_END = "\ue001"
_LEAST_SIDE = 5  # letters: less is the number of an item, no column
_LEAST_PAIRS = 3
_FAR = 3.0  # line heights between rows of one pair of columns
_FRAME = re.compile(r"CỘNG H(?:ÒA|OÀ)|Độc lập -|Nơi nhận|^TM\.|^KT\.|^Số:|, ngày [0-9 …]+ tháng")

_RECIPIENTS = re.compile(r"N(?:ơi|ƠI) n(?:hận|HẬN)")
_BROKEN = re.compile(r"\S[-/]$")


def breaks_number(text: str) -> bool:
    """Whether a line ends inside a number of a document or a range (``12-`` before ``NQ/TU``).

    >>> breaks_number("Nghị quyết số 12-"), breaks_number("kinh tế -")
    (True, False)
    """
    return _BROKEN.search(text) is not None


@define
class Run:
    """Characters that stand side by side."""

    glyphs: list[Glyph]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """How high it stands."""
        return self.bottom - self.top

    def text(self) -> str:
        """Return the text; raised digits are marked, for they may be marks of notes."""
        tall = max(glyph.bottom - glyph.top for glyph in self.glyphs)
        pieces: list[str] = []
        raised, before = False, self.glyphs[0]
        for glyph in self.glyphs:
            small = glyph.text.isdecimal() and _is_raised(glyph, tall, self.bottom)
            if raised and not small:
                pieces.append(_RAISED_END)
            if glyph is not before and (glyph.spaced or glyph.left - before.right > _WORD_GAP * tall):
                pieces.append(" ")
            if small and not raised:
                pieces.append(_RAISED)
            pieces.append(glyph.text)
            raised, before = small, glyph
        return "".join(pieces) + (_RAISED_END if raised else "")


def _is_raised(glyph: Glyph, tall: float, bottom: float) -> bool:
    return glyph.bottom - glyph.top < _RAISED_SIZE * tall and bottom - glyph.bottom > 0.1 * tall


@define
class Line:
    """What stands on one height, from left to right."""

    runs: list[Run] = field(factory=list)

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(run.bottom for run in self.runs)

    @property
    def left(self) -> float:
        """The left edge."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return max(run.right for run in self.runs)

    @property
    def size(self) -> float:
        """The height of its highest run."""
        return max(run.height for run in self.runs)

    @property
    def raw(self) -> str:
        """The text with raised digits marked."""
        return " ".join(run.text() for run in self.runs)

    @property
    def text(self) -> str:
        """The text with raised digits as they are."""
        return self.raw.replace(_RAISED, "").replace(_RAISED_END, "")


def _overlap(one: Run | Glyph, other: Run | Glyph) -> float:
    """Return how much of the lower of two boxes is at the height of the other."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared / max(min(one.bottom - one.top, other.bottom - other.top), 0.1)


def _runs(glyphs: list[Glyph]) -> list[Run]:
    found: list[Run] = []
    run: Run | None = None
    for glyph in glyphs:
        size = glyph.bottom - glyph.top
        if (
            run is None
            or _overlap(run, glyph) < 0.5
            or glyph.left - run.right > _NEW_RUN * max(size, run.height)
            or glyph.left < run.glyphs[-1].left - _BACK * size
        ):
            run = Run([glyph], glyph.left, glyph.top, glyph.right, glyph.bottom)
            found.append(run)
            continue
        run.glyphs.append(glyph)
        run.right = max(run.right, glyph.right)
        run.top, run.bottom = min(run.top, glyph.top), max(run.bottom, glyph.bottom)
    return found


def read_lines(glyphs: list[Glyph]) -> list[Line]:
    """Group characters into lines, from the top down."""
    lines: list[Line] = []
    tallest: Run | None = None
    for run in sorted(_runs(glyphs), key=lambda run: ((run.top + run.bottom) / 2, run.left)):
        if tallest is None or _overlap(tallest, run) < 0.5:
            lines.append(Line())
            tallest = run
        elif run.height > tallest.height:
            tallest = run
        lines[-1].runs.append(run)
    for line in lines:
        line.runs.sort(key=lambda run: run.left)
    return lines


def _gap(line: Line) -> tuple[float, float] | None:
    """Return the widest gap between two runs of a line."""
    gaps = [(one.right, other.left) for one, other in zip(line.runs, line.runs[1:], strict=False)]
    wide = [gap for gap in gaps if gap[1] - gap[0] > _NEW_RUN * line.size]
    return max(wide, key=lambda gap: gap[1] - gap[0], default=None)


def _sides(line: Line, gap: tuple[float, float]) -> tuple[Line, Line] | None:
    """Divide a line at a gap; None if something stands across it."""
    if any(run.left < gap[1] - 0.5 and run.right > gap[0] + 0.5 for run in line.runs):
        return None
    middle = (gap[0] + gap[1]) / 2
    return Line([run for run in line.runs if run.right <= middle]), Line(
        [run for run in line.runs if run.left >= middle]
    )


def _stretch(lines: list[Line], at: int, gap: tuple[float, float]) -> tuple[int, tuple[float, float]]:
    """Return how far down from a line nothing stands across a gap, and the gap as narrow as it gets."""
    stop = at + 1
    for line in lines[at + 1 :]:
        before = lines[stop - 1]
        own = _gap(line)
        narrowed = (max(gap[0], own[0]), min(gap[1], own[1])) if own else gap
        if line.top - before.bottom > _FAR * before.size:
            break
        if narrowed[1] - narrowed[0] <= 0.5 * line.size or _sides(line, narrowed) is None:
            narrowed = gap
        sides = _sides(line, narrowed)
        if sides is None:
            break
        gap = narrowed if sides[0].runs and sides[1].runs else gap
        stop += 1
    return stop, gap


def _columns(lines: list[Line], at: int) -> tuple[int, tuple[float, float]] | None:
    """Return the end of the lines from one on that stand in two columns, and the gap between the columns."""
    gap = _gap(lines[at])
    if gap is None:
        return None
    stop, gap = _stretch(lines, at, gap)
    sides = [_sides(line, gap) or (Line(), Line()) for line in lines[at:stop]]
    both = [number for number, (left, right) in enumerate(sides) if left.runs and right.runs]
    if not both:
        return None
    pairs = [sides[number] for number in both]
    framed = any(_FRAME.search(side.text) for pair in pairs for side in pair)
    full = all(median(len(pair[side].text) for pair in pairs) >= _LEAST_SIDE for side in (0, 1))
    if not framed and not (full and len(pairs) >= _LEAST_PAIRS):
        return None
    last = both[-1]
    listed = any(_RECIPIENTS.match(left.text) for left, _ in sides if left.runs)
    while last + 1 < len(sides) and (listed or not sides[last + 1][0].runs) and _near(lines, at + last):
        last += 1  # a column may be longer than the other; what stands alone on the left is text again
    return at + last + 1, gap


def _near(lines: list[Line], at: int) -> bool:
    """Whether the next line follows as lines of one paragraph do."""
    return lines[at + 1].top - lines[at].bottom < lines[at].size


def side_by_side(lines: list[Line]) -> list[Line | tuple[list[Line], list[Line]]]:
    """Return lines in reading order: where two columns stand side by side, the lines of each."""
    found: list[Line | tuple[list[Line], list[Line]]] = []
    at = 0
    while at < len(lines):
        columns = _columns(lines, at)
        if columns is None:
            found.append(lines[at])
            at += 1
            continue
        stop, gap = columns
        pairs = [sides for line in lines[at:stop] if (sides := _sides(line, gap))]
        found.append(([left for left, _ in pairs if left.runs], [right for _, right in pairs if right.runs]))
        at = stop
    return found
