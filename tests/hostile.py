"""Texts that break careless writers, and plans that have one in a field, or in all of them."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

import chitieu as ct
from chitieu.documents.recipients import RecipientParty
from chitieu.plan import Appendix, Footnote, Recipient, Relation, ReportingSchedule, Signatory

HOSTILE = {
    "script": "</script><script>window.pwned=1</script>",
    "attribute": "\"' onmouseover='window.pwned=2' x=\"",
    "cdata": "]]></w:t></w:r><w:r><w:t>",
    "comment": "--><!-- <![CDATA[",
    "entity": "&amp;lt; &#0; &xxe;",
    "template": "{{ 7*7 }}{% raw %}${7*7}{0.__class__}%s",
    "formula": '=HYPERLINK("http://203.0.113.1","x")',
    "formula-behind-space": " \u200b=1+1",
    "formula-full-width": "＝1+1",
    "at": "@SUM(A1)",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3",
    "quotes": "\"a\";\"b\",'c'\\\"",
    "pipes": "| a | b |",
    "markdown": "[x](javascript:alert(1)) ![](http://203.0.113.1/) <b>x</b> `y` # z",
    "newline": "Dòng một\nDòng hai\r\n=1+1",
    "separator": "a\u2028b\u2029c\x85d\x0be\x0cf",
    "tab": "a\tb",
    "nul": "a\x00b",
    "escape": "a\x1b[31mđỏ\x1b]8;;http://203.0.113.1\x07b\x9b2J",
    "surrogate": "a\ud800b",
    "surrogates-turned": "a\udc00\ud83db",
    "noncharacter": "a\ufffeb\uffffc",
    "direction": "a\u202egpj.exe\u2066b",
    "marks": "a" + "\u0301" * 500,
    "zero-width": "\u200b\ufeff\u2060",
    "spaces": "\xa0\u3000 ",
    "empty": "",
    "emoji": "👩‍👩‍👧‍👦🇻🇳",
    "encoded": "_x000D_\\u003cscript\\u003e\\x1b",
    "path": "../../etc/passwd\\..\\NUL",
}  # fmt: skip
"""Name → text. All but one are short; see `LONG`."""
LONG = "W" * 1_000_000
"""A word of a million letters."""
HARMLESS = "Xã Sông Hậu"


def full_plan() -> ct.Plan:
    """Make a small plan in which every text field of every class holds a text."""
    form = ct.parse_indicators("1. Tỷ lệ hộ nghèo còn 1,4%, trong đó: hộ nghèo khu vực nông thôn còn 2%;")[0]
    agency = ct.Agency("Sở Y tế", "syt")
    reference = ct.Reference(
        "41/2025/NQ-HĐND", "Nghị quyết", date(2025, 12, 11), "HĐND tỉnh", subject="phát triển kinh tế"
    )
    part = ct.PlannedIndicator("Số xã", targets=(ct.Target(ct.Quantity(5, "xã")),), relation=Relation.PART, text="5 xã")
    task = ct.Task(
        "Sửa cầu", lead=(agency,), cooperating=(agency,), due=date(2026, 3, 1), product="Tờ trình", references=(reference,),
        targets=(ct.Target(ct.Quantity(5, "xã")),), assigner=agency,
    )  # fmt: skip
    section = ct.Assignment("Sở Y tế", "1", (agency,), (task, ct.Task("Trình đề án")))
    signatory = Signatory("Nguyễn Văn A", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", rank="TS")
    return ct.Plan(
        number="58/KH-UBND", issuer="ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU", place="Sông Hậu", issued=date(2026, 1, 16),
        title="Phát triển kinh tế - xã hội năm 2026", period=ct.Period(2026), bases=(reference,), indicators=(attrs.evolve(form, parts=(*form.parts, part)),),
        assignments=(section,), implementation=(section,), reporting=ReportingSchedule(day=15, recipients=(agency,), text="Hằng quý báo cáo"),
        signatory=signatory, cosignatories=(signatory,), recipients=(Recipient("Sở Y tế (để thực hiện)", parties=(RecipientParty("Sở Y tế", agency=agency, note="để thực hiện", text="Sở Y tế"),)),),
        appendices=(Appendix("II"),), footnotes=(Footnote("[1]", "Số liệu ước"),), cited=(reference,),
        spans={"number": ct.Span(0, 3)}, text="58/KH-UBND Tỷ lệ hộ nghèo",
    )  # fmt: skip


def _types(hint: Any) -> Iterator[Any]:
    yield hint
    for one in typing.get_args(hint):
        yield from _types(one)


def text_fields(cls: type = ct.Plan, seen: dict[tuple[type, str], None] | None = None) -> list[tuple[type, str]]:
    """Return every field that holds text, of a class and of all classes its fields are made of."""
    fields: dict[tuple[type, str], None] = {} if seen is None else seen
    known = {owner for owner, _ in fields}
    for field in attrs.fields(attrs.resolve_types(cls)):
        kinds = [one for one in _types(field.type) if isinstance(one, type)]
        is_mapping = typing.get_origin(field.type) is not None and dict in getattr(
            typing.get_origin(field.type), "__mro__", ()
        )
        if str in kinds and not is_mapping:
            fields[cls, field.name] = None
        for one in kinds:
            if attrs.has(one) and one not in known and not isinstance(one, types.GenericAlias) and one is not cls:
                known.add(one)
                text_fields(one, fields)
    return list(fields)


def planted(value: Any, text: str, only: tuple[type, str] | None = None, spare: tuple[type, ...] = ()) -> Any:
    """Put a text into a field wherever its class stands in a value, or into every field that holds one.

    Values of the classes in `spare` are left as they are.
    """
    if isinstance(value, tuple):
        return tuple(planted(one, text, only, spare) for one in value)
    if not attrs.has(type(value)) or isinstance(value, spare):
        return value
    changed = {}
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name)
        if isinstance(old, str):
            if only in (None, (type(value), field.name)):
                changed[field.alias] = text
        else:
            new = planted(old, text, only, spare)
            if isinstance(old, tuple) or attrs.has(type(old)):
                changed[field.alias] = new
    return attrs.evolve(value, **changed) if changed else value
