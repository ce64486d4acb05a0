"""Checks of headings and items: each level is read as itself, in its turn, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from chitieu.levels import PART_LETTERS, last_number, write_marker
from chitieu.outline import Block
from chitieu.provinces import ProvinceFormat
from chitieu.testing.conformance.mismatch import Mismatch, compare, raised
from chitieu.testing.conformance.pieces import pieces_for
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.text import SourceText

__all__: list[str] = []

_GROUP = "levels"
_TITLE = "Tên đề mục"
_TRIED = (*range(1, 16), 20, 23, 30, 99)
_ALSO_ROMAN = tuple(PART_LETTERS.index(letter) + 1 for letter in "IVX")
"""``I.``, ``V.`` and ``X.`` as capitals: a plan that counts by capitals to I is taken for one that counts Roman."""
_PLAIN = (
    "Tỷ lệ hộ nghèo giảm còn 2,5%.",
    "1.500 tỷ đồng vốn đầu tư công được giải ngân.",
    "2,5% dân số được tiêm chủng.",
    "100% trạm y tế xã có bác sĩ.",
    "150 hộ nghèo được hỗ trợ nhà ở.",
    "2025 là năm bản lề của kế hoạch 5 năm.",
    "07 xã đạt chuẩn nông thôn mới.",
    "12/2025 hoàn thành công trình.",
    "15/3/2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch.",
    "ngày 15 tháng 3 năm 2024 của Chính phủ",
    "Sở Tài chính chủ trì, phối hợp với Sở Y tế.",
    "Điều kiện sống của người dân được nâng cao.",
    "Phần lớn các chỉ tiêu đạt và vượt kế hoạch.",
    "Mục tiêu chung của kế hoạch.",
    "Chương trình mục tiêu quốc gia.",
    "Thứ hai hằng tuần các đơn vị báo cáo.",
    "Một số chỉ tiêu chưa đạt.",
    "Ủy ban nhân dân các xã, phường.",
    "và các đơn vị có liên quan.",
)
"""Lines that open nothing in any province: they begin with figures, or with words that headings begin with too."""


def _markers(form: ProvinceFormat) -> Iterator[tuple[str, str, int | None]]:
    """Yield a marker of every form of every level at many places: level, marker, number."""
    for name, level in form.levels.items():
        for written in level.forms:
            last = last_number(written)
            for number in (at for at in _TRIED if at <= last):
                if last == len(PART_LETTERS) and number in _ALSO_ROMAN:
                    continue
                bullet = write_marker(written, 1) == write_marker(written, last)
                yield name, write_marker(written, number), None if bullet else number


def _marked(number: int | None, level: str) -> str:
    return f"{'a bullet' if number is None else number} of level {level}"


def _level(form: ProvinceFormat, line: str) -> str:
    found = form.classify_line(line)
    return f"level {found.level}" if found else "no level"


@check("levels-lines", group=_GROUP, after="metadata-schema")
def lines(subject: Subject) -> Iterator[Mismatch]:
    """Whatever the line, `classify_line` gives a marker or nothing, and no error."""
    form = subject.form
    headings = (f"{marker} {_TITLE}" for _, marker, _ in _markers(form))
    for line in map(str.strip, chain(_PLAIN, pieces_for(subject), headings, subject.text.splitlines())):
        try:
            form.classify_line(SourceText(line).text)
        except Exception as error:  # noqa: BLE001  (a format's own step may raise anything)
            yield Mismatch(line, "a marker, or nothing", raised(error))
            return  # said once: the next line would raise the same


@check("levels-recognised", group=_GROUP, needs="levels", after="levels-lines")
def recognised(subject: Subject) -> Iterator[Mismatch]:
    """Every marker of every declared level is read as a marker, with its number."""
    form = subject.form
    for name, marker, number in _markers(form):
        line = f"{marker} {_TITLE}"
        found = form.classify_line(line)
        if found is None or found.number != number:
            got = _marked(found.number, found.level) if found else "no marker"
            yield Mismatch(line, _marked(number, name), got)


@check("levels-distinct", group=_GROUP, needs="levels", after="levels-recognised")
def distinct(subject: Subject) -> Iterator[Mismatch]:
    """No level takes the marker of another."""
    form = subject.form
    for name, marker, _ in _markers(form):
        line = f"{marker} {_TITLE}"
        yield from compare(line, f"level {name}", _level, form, line)


@check("levels-plain", group=_GROUP, after="levels-lines")
def plain(subject: Subject) -> Iterator[Mismatch]:
    """Plain sentences open nothing."""
    for line in _PLAIN:
        yield from compare(line, "no level", _level, subject.form, line)


@check("levels-nested", group=_GROUP, needs=("levels", "layout.levels"), after="levels-distinct")
def nested(subject: Subject) -> Iterator[Mismatch]:
    """Headings written level inside level are read in that nesting."""
    form = subject.form
    names = form.layout.levels
    for some in (*pairwise(names), names):  # two levels first: the smallest text that shows what is wrong
        lines = list(_nest(form, some))
        text = "".join(f"{line}\n" for line, _ in lines)
        wrong = list(compare(text, "\n".join(path for _, path in lines), _paths, form, text))
        yield from wrong
        if wrong:
            return


def _nest(form: ProvinceFormat, names: tuple[str, ...], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield lines of two items a level, the second level twice, each with its path."""
    if not names:
        return
    written = form.levels[names[0]].forms[0]
    for number in (1, 2):
        label = f"{names[0]} {number}" if last_number(written) > 1 else names[0]
        path = f"{above} / {label}" if above else label
        yield f"{write_marker(written, number)} {_TITLE}", path
        yield from _nest(form, names[1:], path)


def _paths(form: ProvinceFormat, text: str) -> str:
    return "\n".join(_walk(form.outline(SourceText(text)).root))


def _walk(block: Block, above: str = "") -> Iterator[str]:
    for child in block.children:
        label = f"{child.level or child.kind} {child.number}" if child.number else child.level or child.kind
        path = f"{above} / {label}" if above else label
        yield path
        yield from _walk(child, path)


@check("levels-siblings", group=_GROUP, needs="levels", after="levels-distinct")
def siblings(subject: Subject) -> Iterator[Mismatch]:
    """Headings of one level stand beside each other, whichever of its forms they are written in."""
    form = subject.form
    for name, level in form.levels.items():
        for one, other in pairwise(level.forms):
            numbers = (1, min(2, last_number(other)))
            lines = [f"{write_marker(written, at)} {_TITLE}" for written, at in zip((one, other), numbers, strict=True)]
            labels = [f"{name} {at}" if last_number(other) > 1 else name for at in numbers]
            text = "".join(f"{line}\n" for line in lines)
            yield from compare(text, "\n".join(labels), _paths, form, text)
