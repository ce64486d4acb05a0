"""Sample texts with expected values: ``name.txt`` beside ``name.toml`` or ``name.json``.

The expectation states any of the values a plan is read into; what it leaves out is not compared. An expectation
that holds nothing but ``lines``, single lines with what is found in them, needs no text beside it. The reference
page on samples lists every key.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from textwrap import shorten
from typing import Any

from attrs import frozen

from chitieu.agencies.reader import find_agencies
from chitieu.documents.references import find_references
from chitieu.periods.dates import find_dates
from chitieu.periods.text import find_periods
from chitieu.plan import Assignment, Plan, PlannedIndicator, ReportingSchedule, Task
from chitieu.provinces import ProvinceFormat
from chitieu.quantities.reader import find_quantities
from chitieu.saving.opening import read_plan
from chitieu.targets.reader import find_targets
from chitieu.testing.conformance.errors import SampleError
from chitieu.testing.conformance.mismatch import Mismatch, shown
from chitieu.text import SourceText

__all__ = ["Sample", "find_samples", "plan_values"]

_PARTS: dict[str, Any] = dict.fromkeys(("number", "name", "key", "targets", "kind", "relation"))
_TASK: dict[str, Any] = dict.fromkeys(
    ("text", "role", "lead", "cooperating", "due", "product", "targets", "references")
)
_WORK: dict[str, Any] = {**dict.fromkeys(("number", "heading", "agencies", "task_count")), "tasks": _TASK}
_LINE: dict[str, Any] = dict.fromkeys(
    ("text", "level", "targets", "quantities", "dates", "periods", "references", "agencies", "agency_keys", "lead", "cooperating")
)  # fmt: skip
_KEYS: dict[str, Any] = {
    **dict.fromkeys(("province", "number", "issuer", "place", "issued", "title", "period", "bases", "signatory")),
    **dict.fromkeys(("recipients", "appendices", "indicator_count", "assignment_count", "implementation_count")),
    "reporting": dict.fromkeys(("frequencies", "day", "recipients")),
    "indicators": {**_PARTS, "parts": _PARTS},
    "assignments": _WORK,
    "implementation": _WORK,
    "lines": _LINE,
}
"""The keys an expectation may have; a table under a key lists those of its records."""

_NAMED_BY = ("number", "name", "heading", "text")
"""What tells a record from the others: the first of these that is stated."""


_MOST_NAMES = 8
"""Names of other records that are listed where one is not found, and how many characters of each."""
_WIDTH = 70


@frozen
class Sample:
    """A sample: a text, or single lines, with what must be read from them.

    Attributes:
        name: file name without its ending.
        text: the file of the text; None where there are only lines.
        expected: the values stated.
    """

    name: str
    text: Path | None
    expected: Mapping[str, Any]

    def differences(self, form: ProvinceFormat) -> Iterator[Mismatch]:
        """Yield what is read otherwise than stated: a mismatch for the text, and one for each line."""
        stated = {key: value for key, value in self.expected.items() if key != "lines"}
        if self.text is not None:
            got = plan_values(read_plan(self.text, form))
            if "province" in stated:
                got["province"] = read_plan(self.text).province
            yield from _mismatch(self.text.name, _differences(stated, got))
        for line in self.expected.get("lines", ()):
            got = _line_values(str(line["text"]), form, line)
            yield from _mismatch(f"{self.name}: {line['text']}", _differences(line, got))


_Difference = tuple[str, str, str]
"""Where, what was expected, what was read."""


def _mismatch(name: str, found: Iterator[_Difference]) -> Iterator[Mismatch]:
    """Put all differences of one text into one mismatch, one a line."""
    rows = list(found)
    if rows:
        expected = "\n".join(f"{place} = {value}" for place, value, _ in rows)
        yield Mismatch(name, expected, "\n".join(f"{place} = {value}" for place, _, value in rows))


def _plain(value: Any) -> Any:
    """Make values of TOML, of JSON and of plans comparable: numbers and days as text, nothing as empty text."""
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def _differences(expected: Mapping[str, Any], got: Mapping[str, Any], path: str = "") -> Iterator[_Difference]:
    """Compare what is stated, and nothing else."""
    for key, value in expected.items():
        place = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from _differences(value, got[key] or {}, place)
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            yield from _records(value, list(got[key]), place)
        elif _plain(value) != _plain(got[key]):
            yield place, _written(value), _written(got[key])


def _written(value: Any) -> str:
    return shown(value) if value not in ("", None) else "nothing"


def _records(expected: list[Mapping[str, Any]], left: list[Mapping[str, Any]], path: str) -> Iterator[_Difference]:
    """Compare records, each with the first one left that has its name."""
    for at, record in enumerate(expected):
        name = next((key for key in _NAMED_BY if key in record), None)
        place = f"{path}[{name} {record[name]}]" if name else f"{path}[{at}]"
        fit = next((one for one in left if name is None or _fits(one, name, record[name])), None)
        if fit is None:
            yield place, "is there", f"is not; {_others(left, name, record)}"
            continue
        left.remove(fit)
        rest = {key: value for key, value in record.items() if key != name}
        yield from _differences(rest, fit, place)


def _others(left: list[Mapping[str, Any]], name: str | None, wanted: Mapping[str, Any]) -> str:
    """List the records that are left by what one was looked for by, those most like it first."""
    if name is None or not left:
        return "no other is left"
    sought = _plain(wanted[name])
    values = [value for record in left if (value := _plain(record[name]))]
    if name != "number":
        values.sort(key=lambda value: -SequenceMatcher(None, sought, value, autojunk=False).ratio())
    listed = "; ".join(shorten(value, _WIDTH, placeholder=" …") for value in values[:_MOST_NAMES])
    more = f"; and {len(values) - _MOST_NAMES} more" if len(values) > _MOST_NAMES else ""
    return f"by {name} there are: {listed}{more}" if values else f"{len(left)} without {name}"


def _fits(record: Mapping[str, Any], name: str, value: Any) -> bool:
    """Whether a record has a name; a task is named by the words it begins with."""
    written, wanted = _plain(record[name]), _plain(value)
    return bool(written.startswith(wanted) if name == "text" else written == wanted)


# --- plans as plain values ----------------------------------------------------------------------------------


def plan_values(plan: Plan) -> dict[str, Any]:
    """Return a plan as the plain values expectations are written in.

    >>> import chitieu as ct
    >>> values = plan_values(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> values["number"], values["indicator_count"], values["indicators"][6]["targets"]
    ('58/KH-UBND', 18, ['tăng 7,5% - 8%'])
    """
    return {
        "province": plan.province,
        "number": plan.number,
        "issuer": plan.issuer,
        "place": plan.place,
        "issued": plan.issued,
        "title": plan.title,
        "period": plan.period,
        "bases": [reference.number for reference in plan.bases],
        "signatory": plan.signatory and plan.signatory.name,
        "recipients": [recipient.text for recipient in plan.recipients],
        "appendices": [appendix.label for appendix in plan.appendices],
        "reporting": _reporting(plan.reporting),
        "indicator_count": len(plan.indicators),
        "indicators": [_indicator(item) for item in plan.indicators],
        "assignment_count": len(plan.assignments),
        "assignments": [_assignment(section) for section in plan.assignments],
        "implementation_count": len(plan.implementation),
        "implementation": [_assignment(section) for section in plan.implementation],
    }


def _reporting(schedule: ReportingSchedule | None) -> dict[str, Any]:
    return {
        "frequencies": [often.value for often in schedule.frequencies] if schedule else [],
        "day": schedule.day if schedule else None,
        "recipients": [agency.name for agency in schedule.recipients] if schedule else [],
    }


def _indicator(item: PlannedIndicator) -> dict[str, Any]:
    return {
        "number": item.number,
        "name": item.name,
        "key": item.indicator,
        "targets": [str(target) for target in item.targets],
        "kind": item.kind.value,
        "relation": item.relation.value,
        "parts": [_indicator(part) for part in item.parts],
    }


def _assignment(section: Assignment) -> dict[str, Any]:
    return {
        "number": section.number,
        "heading": section.heading,
        "agencies": [agency.name for agency in section.agencies],
        "task_count": len(section.tasks),
        "tasks": [_task(task) for task in section.tasks],
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "text": task.text,
        "role": task.role.value,
        "lead": [agency.name for agency in task.lead],
        "cooperating": [agency.name for agency in task.cooperating],
        "due": task.due,
        "product": task.product,
        "targets": [str(target) for target in task.targets],
        "references": [reference.number for reference in task.references],
    }


def _level(text: str, form: ProvinceFormat) -> str:
    marker = form.classify_line(SourceText(text.strip()).text)
    return f"{marker.level} {marker.number or ''}".strip() if marker else ""


_IN_LINES: dict[str, Callable[[str, ProvinceFormat], Any]] = {
    "level": _level,
    "targets": lambda text, _: [str(mention.value) for mention in find_targets(text)],
    "quantities": lambda text, _: [str(mention.value) for mention in find_quantities(text)],
    "dates": lambda text, _: [mention.value for mention in find_dates(text)],
    "periods": lambda text, _: [str(mention.value) for mention in find_periods(text)],
    "references": lambda text, _: [mention.value.number for mention in find_references(text)],
    "agencies": lambda text, _: [mention.value.name for mention in find_agencies(text)],
    "agency_keys": lambda text, _: [mention.value.key for mention in find_agencies(text)],
    "lead": lambda text, form: [agency.name for agency in form.assign(SourceText(text), 0, len(text)).lead],
    "cooperating": lambda text, form: [agency.name for agency in form.assign(SourceText(text), 0, len(text)).cooperating],
}  # fmt: skip
"""What can be asked of a single line."""


def _line_values(text: str, form: ProvinceFormat, asked: Mapping[str, Any]) -> dict[str, Any]:
    with form.in_use():
        return {"text": text, **{key: _IN_LINES[key](text, form) for key in asked if key != "text"}}


# --- files --------------------------------------------------------------------------------------------------


def find_samples(folder: Path) -> list[Sample]:
    """Return the samples of a folder, by name.

    Raises:
        SampleError: there is no such folder, a text has no expectation, an expectation no text, or an
            expectation has a key that does not exist.
    """
    if not folder.is_dir():
        raise SampleError("sample.unusable", file=str(folder), reason="there is no such folder")
    files = sorted(file for file in folder.iterdir() if file.suffix in (".txt", ".toml", ".json"))
    return [
        _sample(name, [file for file in files if file.stem == name]) for name in dict.fromkeys(f.stem for f in files)
    ]


def _sample(name: str, files: list[Path]) -> Sample:
    text = next((file for file in files if file.suffix == ".txt"), None)
    stated = [file for file in files if file.suffix != ".txt"]
    if len(stated) != 1:
        reason = f"it needs one of {name}.toml and {name}.json with the expected values, and has {len(stated)}"
        raise SampleError("sample.unusable", file=files[0].name, reason=reason)
    expected = _load(stated[0])
    _refuse_unknown(stated[0].name, expected, _KEYS, "")
    if text is None and set(expected) != {"lines"}:
        reason = f"there is no {name}.txt; without it only `lines` can be expected"
        raise SampleError("sample.unusable", file=stated[0].name, reason=reason)
    return Sample(name, text, expected)


def _load(file: Path) -> Mapping[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
        loaded = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise SampleError("sample.unusable", file=file.name, reason=str(error)) from error
    if not isinstance(loaded, dict) or not loaded:
        raise SampleError("sample.unusable", file=file.name, reason="it states nothing")
    return loaded


def _refuse_unknown(file: str, stated: Mapping[str, Any], known: Mapping[str, Any], path: str) -> None:
    for key, value in stated.items():
        place = f"{path}.{key}" if path else key
        if key not in known:
            reason = f"no value is called {place!r}; there are: {', '.join(known)}"
            raise SampleError("sample.unusable", file=file, reason=reason)
        if known[key] is not None:
            for record in _tables(value, file, place):
                _refuse_unknown(file, record, known[key], place)
                if key == "lines" and "text" not in record:
                    raise SampleError("sample.unusable", file=file, reason="a record of `lines` has no `text`")


def _tables(value: Any, file: str, place: str) -> list[Mapping[str, Any]]:
    records = value if isinstance(value, list) else [value]
    if not all(isinstance(record, dict) for record in records):
        raise SampleError("sample.unusable", file=file, reason=f"{place} must hold tables")
    return records
