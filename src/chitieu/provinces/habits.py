"""Settings of a province format on how documents look: numbers, dates, the header block, the layout of a plan."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from chitieu.settings import setting

__all__ = ["Dates", "Header", "Layout", "Numbers"]


@frozen
class Numbers:
    """How numbers are written. Reading understands every style; these choose one for writing."""

    grouping: bool = setting("Whether thousands are set apart.", default=True, example="true")
    separator: Literal[".", " "] = setting(
        "What sets thousands apart: a dot, or a no-break space.", default=".", example='"."'
    )
    minus: Literal["-", "−", "âm"] = setting("How negative numbers begin.", default="-", example='"âm"')
    pad_counts: bool = setting("Whether counts under ten take a zero (`07 xã`).", default=False, example="true")
    unit_space: Literal[" ", "\xa0"] = setting("What stands between a number and its unit.", default=" ", example='" "')
    percent_space: Literal["", " ", "\xa0"] = setting(
        "What stands between a number and the percent sign.", default="", example='" "'
    )
    range: Literal[" - ", "-", " đến "] = setting("What joins the two ends of a range.", default=" - ", example='"-"')
    range_unit: Literal["both", "last"] = setting(
        "Whether both ends of a range carry the unit (`9% - 10%`) or the last one (`9 - 10%`).",
        default="both",
        example='"last"',
    )


@frozen
class Dates:
    """How dates are written."""

    style: Literal["long", "slash", "dash", "dot"] = setting(
        "`long` is `ngày 06 tháng 01 năm 2023`, `slash` 06/01/2023, `dash` 06-01-2023, `dot` 06.01.2023.",
        default="long",
        example='"slash"',
    )
    zero: Literal["always", "rule"] = setting(
        "Which days and months under ten take a zero where figures stand between marks: `always` all (05/09/2024), "
        "`rule` those of the long form, days and the months 1 and 2 (05/9/2024).",
        default="always",
        example='"rule"',
    )


HeaderPart = Literal["issuer", "number", "motto", "place"]


@frozen(slots=False)
class Header:
    """How documents name themselves, how the preamble begins, how the header block is set."""

    kinds: tuple[str, ...] = setting(
        "What a document calls itself, at the start of a line in capitals; the first one is used for writing.",
        factory=tuple,
        example='["kế hoạch"]',
    )
    preamble: tuple[str, ...] = setting("Words the preamble begins with.", factory=tuple, example='["căn cứ"]')
    places: tuple[str, ...] = setting(
        "Places documents are dated at where that is not the name of the province.",
        factory=tuple,
        example='["Đông Hà"]',
    )
    form: Literal["columns", "pipes", "lines"] = setting(
        "How the two columns come out of a copy: one after the other, divided by pipes, or line by line.",
        default="columns",
        example='"pipes"',
    )
    order: tuple[HeaderPart, ...] = setting(
        "The order of the parts of the header block when it is written.",
        factory=lambda: ("issuer", "number", "motto", "place"),
        example='["issuer", "motto", "number", "place"]',
    )


@frozen
class Layout:
    """How a plan is laid out when it is written."""

    levels: tuple[str, ...] = setting(
        "Levels of headings and items from the widest in, by their names under `levels`.",
        factory=tuple,
        example='["roman", "num", "paren", "dash"]',
    )
    indicator_item: str = setting("The level indicator lines are numbered by.", default="paren", example='"round"')
    indicators_title: str = setting("Title over the indicators.", default="", example='"CHỈ TIÊU CHỦ YẾU"')
    tasks_title: str = setting("Title over the work.", default="", example='"PHÂN CÔNG NHIỆM VỤ"')
    implementation_title: str = setting("Title over the implementation.", default="", example='"TỔ CHỨC THỰC HIỆN"')
    item_end: Literal[";", "."] = setting("What ends an item that is not the last.", default=";", example='";"')
    closing: str = setting("What ends the text.", default="./.", example='"./."')
    indicators: Literal["lines", "fields", "agencies"] = setting(
        "How indicators are listed: `lines` one in a line, `fields` one item for each field of work with its "
        "indicators divided by `;`, `agencies` under the agency that answers for them.",
        default="lines",
        example='"fields"',
    )
    link: Literal["đạt", ":"] = setting(
        "What joins the name of an indicator to its target: the verb, or a colon.", default="đạt", example='":"'
    )
    assignment: Literal["order", "subject", "labels", "heading"] = setting(
        "How a lead is named: `order` (Giao Sở A chủ trì), `subject` (Sở A: chủ trì …), `labels` (Chủ trì: Sở A), "
        "`heading` (its name stands over its tasks).",
        default="order",
        example='"subject"',
    )
