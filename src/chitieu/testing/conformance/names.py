"""Checks of the names of things: units, indicators, agencies; and that the library's own names stay what they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

from chitieu.agencies.reader import find_agencies
from chitieu.agencies.records import AgencyRecord, agency_records
from chitieu.indicators.match import resolve_indicator
from chitieu.indicators.registry import available_indicators
from chitieu.provinces import ProvinceFormat
from chitieu.quantities.reader import parse_quantity
from chitieu.targets.reader import find_targets
from chitieu.testing.conformance.mismatch import Mismatch, compare
from chitieu.testing.conformance.registry import check
from chitieu.testing.conformance.subject import Subject
from chitieu.text import fold

__all__: list[str] = []

_GROUP = "names"


def _quantity(form: ProvinceFormat, text: str) -> object:
    with form.in_use():
        quantity = parse_quantity(text)
    return f"{quantity} ({quantity.amount} of {quantity.unit.dimension})"


@check("units-read", group=_GROUP, needs="units", after="metadata-schema")
def units(subject: Subject) -> Iterator[Mismatch]:
    """A number with a declared unit is the same amount as with the unit the library knows."""
    form = subject.form
    for writing, label in form.units.items():
        expected = _quantity(form, f"7 {label}")
        yield from compare(f"7 {writing}", expected, _quantity, form, f"7 {writing}")


def _key(form: ProvinceFormat, name: str) -> str | None:
    with form.in_use():
        return resolve_indicator(name)


@check("indicators-resolve", group=_GROUP, needs="indicators", after="metadata-schema")
def indicators(subject: Subject) -> Iterator[Mismatch]:
    """Every declared name of an indicator resolves to its key."""
    form = subject.form
    for key, names in form.indicators.items():
        for name in names:
            yield from compare(name, key, _key, form, name)


@check("indicators-own", group=_GROUP, needs="local_indicators", after="metadata-schema")
def own_indicators(subject: Subject) -> Iterator[Mismatch]:
    """Every name of an indicator that only the province has resolves to it."""
    form = subject.form
    for indicator in form.local_indicators:
        for name in (indicator.name, *indicator.aliases):
            yield from compare(name, indicator.key, _key, form, name)


def _writings(record: AgencyRecord) -> tuple[str, ...]:
    return (record.name, *record.aliases, *record.abbreviations)


def _agency(form: ProvinceFormat, sentence: str) -> tuple[str | None, ...]:
    with form.in_use():
        return tuple(mention.value.key for mention in find_agencies(sentence))


@check("agencies-found", group=_GROUP, needs="agencies", after="metadata-schema")
def found(subject: Subject) -> Iterator[Mismatch]:
    """Every writing of a declared agency is found in a sentence, as that agency and nothing else."""
    form = subject.form
    for agency in form.agencies:
        for writing in _writings(agency.record()):
            sentence = f"Giao {writing} chủ trì thực hiện nội dung này."
            yield from compare(sentence, (agency.key,), _agency, form, sentence)


def _letters(writing: str) -> str:
    return " ".join(fold(writing).lower().replace(",", " ").replace("-", " ").split())


@check("agencies-unique", group=_GROUP, needs="agencies", after="metadata-schema")
def unique(subject: Subject) -> Iterator[Mismatch]:
    """No writing of a declared agency belongs to another one, here or in the library's directory."""
    owners: dict[str, str] = {
        _letters(writing): record.key for record in agency_records() for writing in (record.name, *record.aliases)
    }
    for agency in subject.form.agencies:
        for writing in dict.fromkeys(_writings(agency.record())):
            owner = owners.setdefault(_letters(writing), agency.key)
            if owner != agency.key:
                yield Mismatch(writing, f"agency {agency.key} alone", f"agency {owner} too")


_LINES = (
    "GRDP tăng từ 9,3% trở lên",
    "Tỷ lệ hộ nghèo giảm còn không quá 2,5% (giảm 1%/năm)",
    "Thu ngân sách nhà nước đạt 5.388 tỷ đồng, trong đó thu nội địa 5.258 tỷ đồng",
    "GRDP bình quân đầu người khoảng 58 triệu đồng/người",
    "Công nhận thêm 15 xã đạt chuẩn nông thôn mới",
    "Phấn đấu đạt 32,1 giường bệnh/vạn dân; 11 bác sĩ/vạn dân",
    "Kim ngạch xuất khẩu đạt trên 1.600 triệu USD; diện tích trồng rừng ít nhất 10.000 ha",
    "Năng suất lao động tăng 7,5% - 8%; tối đa 3 ngày, dưới 60 tuổi",
    "Chỉ số PCI thuộc tốp 10 cả nước, xếp hạng 15/63",
)
"""Lines every province writes; the words a format adds must not change what they say."""


def _targets(form: ProvinceFormat | None, line: str) -> tuple[object, ...]:
    with form.in_use() if form else nullcontext():
        return tuple(mention.value for mention in find_targets(line))


@check("library-targets", group=_GROUP, after="metadata-schema")
def library_targets(subject: Subject) -> Iterator[Mismatch]:
    """The words and units the format adds leave common lines what they are."""
    for line in _LINES:
        expected = _targets(None, line)
        yield from compare(line, expected, _targets, subject.form, line)


@check("library-names", group=_GROUP, after="metadata-schema")
def library_names(subject: Subject) -> Iterator[Mismatch]:
    """The names the format adds leave those of the library's indicators and agencies what they are."""
    form = subject.form
    for indicator in available_indicators():
        own = resolve_indicator(indicator.name)
        yield from compare(indicator.name, own, _key, form, indicator.name)
    for record in agency_records():
        name = record.name.partition(" (")[0]
        sentence = f"Giao {name} chủ trì thực hiện nội dung này."
        expected = tuple(mention.value.key for mention in find_agencies(sentence))
        yield from compare(sentence, expected, _agency, form, sentence)
