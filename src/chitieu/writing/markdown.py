"""A plan as Markdown: for people and for sites, not to be read back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.plan import Plan, PlannedIndicator
from chitieu.plan_html import showable
from chitieu.provinces import ProvinceFormat
from chitieu.provinces.writing import format_target
from chitieu.targets.target import Target
from chitieu.work.tasks import Assignment
from chitieu.writing.header import kind_of_document
from chitieu.writing.references import cite, day_text
from chitieu.writing.reporting import reporting_sentence

__all__ = ["write_markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_OPENING = re.compile(r"^(\s*)([-+]|[0-9]+[.)])(?=\s|$)")


def _plain(text: str) -> str:
    r"""Escape what Markdown would take for marks; what no page can show becomes a replacement sign.

    >>> _plain("1. a*b|c <script>")
    '1\\. a\\*b\\|c \\<script\\>'
    """
    shown = showable(" ".join(text.splitlines()))
    escaped = _SPECIAL.sub(r"\\\1", shown).replace("&", "&amp;")
    return _OPENING.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", escaped)


def write_markdown(plan: Plan, form: ProvinceFormat) -> str:
    """Write a plan as Markdown; the format gives numbers, dates and titles.

    Args:
        plan: the plan.
        form: the format, in use.
    """
    return "\n".join(_lines(plan, form)).strip() + "\n"


def _lines(plan: Plan, form: ProvinceFormat) -> Iterator[str]:
    kind = kind_of_document(plan, form).upper()
    yield from (f"# {_plain(plan.title or kind)}", "")
    yield from _head(plan, form)
    if plan.bases:
        yield from (*(f"- {_plain(cite(reference, form))}" for reference in plan.bases), "")
    if plan.indicators:
        yield from (f"## {_title(form.layout.indicators_title, 'CHỈ TIÊU CHỦ YẾU')}", "", *_indicators(plan, form), "")
    yield from _work(plan.assignments, _title(form.layout.tasks_title, "NHIỆM VỤ"))
    yield from _work(plan.implementation, _title(form.layout.implementation_title, "TỔ CHỨC THỰC HIỆN"))
    if plan.reporting:
        yield from ("## CHẾ ĐỘ BÁO CÁO", "", _plain(plan.reporting.text or reporting_sentence(plan.reporting)), "")
    yield from _end(plan)


def _title(own: str, otherwise: str) -> str:
    return _plain((own or otherwise).upper())


def _head(plan: Plan, form: ProvinceFormat) -> Iterator[str]:
    rows = (
        ("Cơ quan ban hành", plan.issuer),
        ("Số", plan.number),
        ("Nơi ban hành", plan.place),
        ("Ngày ban hành", day_text(plan.issued, form) if plan.issued else None),
        ("Kỳ kế hoạch", str(plan.period) if plan.period else None),
    )
    for name, value in rows:
        if value:
            yield f"- **{name}:** {_plain(value)}"
    yield ""


def _targets(targets: Sequence[Target], form: ProvinceFormat) -> str:
    return "; ".join(format_target(target, province=form) for target in targets)


def _indicators(plan: Plan, form: ProvinceFormat) -> Iterator[str]:
    yield from ("| TT | Chỉ tiêu | Mục tiêu |", "|---|---|---|")
    for item in plan.indicators:
        yield from _rows(item, form, 0)


def _rows(item: PlannedIndicator, form: ProvinceFormat, depth: int) -> Iterator[str]:
    name = f"{'– ' * depth}{_plain(item.name)}"
    yield f"| {_plain(item.number or '')} | {name} | {_plain(_targets(item.targets, form))} |"
    for part in item.parts:
        yield from _rows(part, form, depth + 1)


def _work(sections: Sequence[Assignment], title: str) -> Iterator[str]:
    if not sections:
        return
    yield from (f"## {title}", "")
    for section in sections:
        heading = " ".join(filter(None, (f"{section.number}." if section.number else "", section.heading)))
        if heading:
            yield from (f"### {_plain(heading)}", "")
        yield from (f"- {_plain(task.text)}" for task in section.tasks)
        yield ""


def _end(plan: Plan) -> Iterator[str]:
    if plan.recipients:
        yield from ("**Nơi nhận:**", "", *(f"- {_plain(one.text)}" for one in plan.recipients), "")
    for signatory in plan.signatories:
        lines = filter(None, (signatory.authority, signatory.title, _signed(signatory.rank, signatory.name)))
        yield from ("  \n".join(map(_plain, lines)), "")
    for appendix in plan.appendices:
        yield f"- {_plain(str(appendix))}"
    for note in plan.footnotes:
        yield f"- \\[{_plain(note.mark)}\\] {_plain(note.text or '')}".rstrip()


def _signed(rank: str | None, name: str) -> str:
    return f"{rank} {name}" if rank else name
