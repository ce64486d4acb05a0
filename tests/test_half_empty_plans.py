"""Plans that lack parts, and results that fit nothing, through everything that takes a plan: a result or a clear error."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hostile import HOSTILE, full_plan, planted
from hypothesis import given, settings
from hypothesis import strategies as st

import chitieu as ct
from chitieu.units import NO_UNIT

for needed in ("docx", "jinja2", "openpyxl", "pyarrow", "pysdmx"):
    pytest.importorskip(needed)

_CURRENT = os.environ.get("CHITIEU_TEST_PROFILE", "default")
_PLANS = 8 if _CURRENT in ("default", "mutation") else settings.get_profile(_CURRENT).max_examples
_LONG_RUN = _CURRENT not in ("default", "mutation")
_LONG = 1_000_000 if _LONG_RUN else 5_000
"""Letters of a line."""
TEXTS_TRIED = (
    (*HOSTILE, "long") if _LONG_RUN else ("script", "pipes", "newline", "nul", "surrogate", "direction", "long")
)
"""A long run tries all."""
YEAR, TODAY = ct.Period(2026), date(2026, 6, 30)
RESULTS = (
    ct.Observation("poor", YEAR, ct.parse_quantity("1,3%")),
    ct.Observation("poor", YEAR, ct.parse_quantity("5 ha")),
    ct.Observation("poor", ct.Period(2099), ct.parse_quantity("1%")),
    ct.Observation("poor", ct.Period(2020), ct.parse_quantity("7%")),
    ct.Observation("Số xã", YEAR, ct.Quantity(5, NO_UNIT)),
    ct.Observation("Cán cân thương mại", YEAR, words="xuất siêu"),
    ct.Observation("Số bò", YEAR),
)
"""Results in the unit of a target and in others, of years far away, without a unit, and that say nothing."""


def to_bytes(write: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    write(file)
    return file.getvalue()


def workbook(plan: ct.Plan) -> bytes:
    return to_bytes(lambda file: ct.write_report_template(plan, None, YEAR, file))


def work(plan: ct.Plan) -> object:
    lists = [plan.tasks_of(agency, groups=True) for agency in plan.agencies(implementation=True)]
    owners = [plan.owners(entry.task, TODAY) for entry in plan.tasks()]
    return lists, owners, plan.role_matrix(), plan.reports_owed(2026), plan.due_before(TODAY), plan.references()


def whole_page(plan: ct.Plan) -> str:
    progress, tasks = ct.progress(plan, RESULTS, on=TODAY), ct.task_progress(plan, (), on=TODAY)
    return ct.render_page(plan, findings=ct.check(plan), progress=progress, tasks=tasks, language="en")


TAKERS: dict[str, Callable[[ct.Plan], Any]] = {
    "check": lambda plan: ct.check(plan, plan, observations=RESULTS, on=TODAY),
    "progress": lambda plan: str(ct.progress(plan, RESULTS, on=TODAY)),
    "task progress": lambda plan: ct.task_progress(plan, (), on=TODAY),
    "text": lambda plan: ct.render_plan(plan, "standard"),
    "text unproved": lambda plan: ct.render_plan(plan, "thua-thien-hue", verify=False),
    "markdown": lambda plan: ct.render_plan(plan, as_="markdown"),
    "docx": lambda plan: to_bytes(lambda file: ct.write_docx(plan, file, "standard", verify=False)),
    "html": lambda plan: ct.render_html(plan, "standard", verify=False),
    "page": whole_page,
    "notebook": lambda plan: plan._repr_html_(),
    "tables": lambda plan: ct.plans_from_tables(ct.tables(plan)),
    "sdmx": lambda plan: ct.to_sdmx(plan, RESULTS),
    "iati": lambda plan: json.dumps(ct.to_iati(plan, RESULTS)),
    "json": lambda plan: ct.from_json(ct.to_json(plan)),
    "report": lambda plan: ct.read_report(workbook(plan)),
    "merged report": lambda plan: to_bytes(
        lambda file: ct.write_merged(ct.merge_reports([workbook(plan)], plan), file)
    ),
    "work": work,
    "documents": ct.document_graph,
}
"""What takes a plan → how it is called."""
REFUSES = frozenset({"text"})
"""What proves that it reads back, and so may say that it does not."""


# --- plans that lack parts --------------------------------------------------------------------------------------


@st.composite
def lacking(draw: st.DrawFn, value: Any, often: float) -> Any:
    """Take parts away anywhere: fields that need not be there, items of lists, letters of texts, units."""
    if isinstance(value, tuple):
        kept = [one for one in value if not draw(st.floats(0, 1)) < often / 2]
        return tuple(draw(lacking(one, often)) for one in kept)
    if isinstance(value, ct.Quantity):
        return ct.Quantity(value.value, NO_UNIT) if draw(st.floats(0, 1)) < often else value
    if not attrs.has(type(value)) or isinstance(value, (ct.Period, ct.Span, ct.Unit)):
        return value
    changed = {}
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name)
        optional = field.default is not attrs.NOTHING and not hasattr(field.default, "factory")
        if draw(st.floats(0, 1)) >= often:
            changed[field.alias] = draw(lacking(old, often))
        elif optional:
            changed[field.alias] = field.default
        elif isinstance(old, str):
            changed[field.alias] = ""
    try:
        return attrs.evolve(value, **changed)
    except ct.ChitieuError:  # what cannot be, a range without its upper end, cannot be made
        return value


@st.composite
def half_empty(draw: st.DrawFn) -> ct.Plan:
    return draw(lacking(full_plan(), draw(st.sampled_from((0.1, 0.3, 0.6, 0.9)))))


@pytest.mark.parametrize("name", TAKERS)
@settings(max_examples=_PLANS)
@given(plan=half_empty())
def test_any_part_may_be_missing(name: str, plan: ct.Plan):
    """Law: whatever a plan lacks, nothing breaks: who takes it works, or says in an error of ours what is missing."""
    try:
        TAKERS[name](plan)
    except ct.WriteError as error:
        assert name in REFUSES, error  # noqa: PT017  (either outcome is right)
        assert error.message("vi")  # noqa: PT017


@settings(max_examples=_PLANS)
@given(half_empty())
def test_what_is_left_of_a_plan_is_in_everything_made_of_it(plan: ct.Plan):
    """Law: every line, target, task and result has its place in the tables, the JSON, the progress and the page."""
    items = [item for line in plan.indicators for item in line.walk()]
    targets = [target for _, target in plan.targets()]
    tables = ct.tables(plan)
    assert ct.from_json(ct.to_json(plan)) == plan
    of_tasks = [target for _, task in plan.work(implementation=True) for target in task.targets]
    assert (tables["indicators"].num_rows, tables["targets"].num_rows) == (len(items), len(targets) + len(of_tasks))
    progress = ct.progress(plan, RESULTS, on=TODAY)
    assert [row.target for row in progress.rows] == targets
    told = [doubt.observation for doubt in progress.doubts] + [row.observation for row in progress.rows]
    assert set(RESULTS) <= {*told, *progress.earlier}
    page = ct.render_page(plan, progress=progress)
    assert page.count('data-kind="indicator"') >= len(plan.indicators)
    assert page.count('data-kind="task"') >= len(plan.work(implementation=True))
    found = json.dumps(ct.to_iati(plan, RESULTS), ensure_ascii=False)
    assert all(one.shown in found for one in RESULTS)


LINE = ct.PlannedIndicator("Số xã đạt chuẩn", "1", targets=(ct.Target(ct.Quantity(5, "xã")),))
WORK = ct.Assignment("Sở Y tế", "1", (ct.Agency("Sở Y tế", "syt"),))
SHAPES = {
    "nothing": ct.Plan(),
    "a header": ct.Plan(
        number="1/KH-UBND", issuer="ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU", title="Kế hoạch năm 2026", period=YEAR
    ),
    "a title": ct.Plan(title="Kế hoạch năm 2026"),
    "a day": ct.Plan(issued=date(2026, 1, 16)),
    "lines": ct.Plan(indicators=(LINE,)),
    "lines without figures": ct.Plan(indicators=(ct.PlannedIndicator("Số xã"), ct.PlannedIndicator("", "", text=""))),
    "a figure without a unit": ct.Plan(indicators=(attrs.evolve(LINE, targets=(ct.Target(ct.Quantity(5, NO_UNIT)),)),)),
    "no number": ct.Plan(title="Kế hoạch năm 2026", period=YEAR, issued=date(2026, 1, 16), indicators=(LINE,)),
    "no day": ct.Plan(number="1/KH-UBND", title="Kế hoạch năm 2026", period=YEAR, indicators=(LINE,)),
    "no period": ct.Plan(number="1/KH-UBND", title="Kế hoạch", indicators=(LINE,)),
    "a section without work": ct.Plan(assignments=(WORK,)),
    "work without words": ct.Plan(assignments=(attrs.evolve(WORK, tasks=(ct.Task(""),)),)),
    "work without agencies": ct.Plan(assignments=(ct.Assignment("", tasks=(ct.Task("Sửa cầu"),)),)),
    "an empty signature": ct.Plan(signatory=ct.Signatory("", "", "")),
    "a day far away": ct.Plan(issued=date(2140, 1, 1), period=ct.Period(2140), indicators=(LINE,)),
}
"""What there is → a plan with nothing else."""


@pytest.mark.parametrize("shape", SHAPES)
def test_plans_of_one_part_only(shape: str):
    plan = SHAPES[shape]
    for name, take in TAKERS.items():
        try:
            take(plan)
        except ct.WriteError:
            assert name in REFUSES
    assert ct.from_json(ct.to_json(plan)) == plan


HEADER = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU
Số: 1/KH-UBND
Sông Hậu, ngày 16 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026
"""
TABLE = "| STT | Chỉ tiêu | ĐVT | KH năm 2026 |\n|---|---|---|---|\n| 1 | Tỷ lệ hộ nghèo | % | 1,4 |\n| 2 | Số xã |  | 5 |\n"
TEXTS = {
    "only a header": (HEADER, 0),
    "only a table": (TABLE, None),
    "a header and a table": (HEADER + TABLE, 2),
    "neither number nor day": ("KẾ HOẠCH\nPhát triển kinh tế năm 2026\nI. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn 1,4%;\n", 1),
    "sections without lines": (HEADER + "I. CHỈ TIÊU\nII. NHIỆM VỤ\n1. Sở Y tế\n2. Sở Tài chính\nIII. TỔ CHỨC THỰC HIỆN\n", 0),
    "lines without units": (HEADER + "I. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn 1,4;\n2. Số xã đạt chuẩn là 5;\n", 2),
    "lines without figures": (HEADER + "I. CHỈ TIÊU\n1. Tỷ lệ hộ nghèo còn … %;\n2. Số xã đạt chuẩn: ;\n", 2),
}  # fmt: skip


@pytest.mark.parametrize("shape", TEXTS)
def test_texts_that_are_half_a_plan(shape: str):
    """They are read as what they say, with findings, or refused as no plan; what is read goes through everything."""
    text, lines = TEXTS[shape]
    try:
        plan = ct.parse_plan(text, "standard")
    except ct.NotAPlanError:
        assert lines is None
        return
    assert len(plan.indicators) == lines
    for name, take in TAKERS.items():
        try:
            take(plan)
        except ct.WriteError:
            assert name in REFUSES


# --- hostile text through all of them -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS_TRIED)
def test_hostile_text_breaks_nothing_that_takes_a_plan(name: str):
    """What each writer makes of it is looked at in test_hostile_output.py; here nothing may break."""
    text = "W" * _LONG if name == "long" else HOSTILE[name]
    plan = attrs.evolve(planted(full_plan(), text, spare=(ct.Unit,)), province="standard")
    for take in TAKERS.values():
        try:
            take(plan)
        except ct.ChitieuError as error:
            assert error.message("vi")  # noqa: PT017  (either outcome is right)


# --- results ------------------------------------------------------------------------------------------------------


def target_of(text: str) -> ct.Plan:
    return ct.Plan(period=YEAR, indicators=ct.parse_indicators(f"1) {text};"))


UNITS = {"%": ("‰",), "tỷ đồng": ("đồng", "triệu đồng", "nghìn tỷ đồng"), "ha": ("m2", "km2"), "tấn": ("kg", "tạ")}


@given(st.sampled_from([(one, other) for one, others in UNITS.items() for other in others]), st.integers(1, 10**6))
def test_a_result_in_another_unit_is_converted(units: tuple[str, str], value: int):
    """Law: an amount is rated alike in every unit it can be written in."""
    plan = ct.Plan(
        period=YEAR, indicators=(ct.PlannedIndicator("Số đo", targets=(ct.Target(ct.Quantity(500, units[0])),)),)
    )
    amount = ct.Quantity(value, units[0])
    rows = [ct.progress(plan, [ct.Observation("Số đo", YEAR, one)]).rows[0] for one in (amount, amount.to(units[1]))]
    assert rows[0].rating is rows[1].rating
    assert rows[0].completion == rows[1].completion


@given(st.sampled_from(["ha", "tỷ đồng", "xã", "km", "người"]), st.integers(0, 10**6))
def test_a_result_of_another_dimension_is_refused_with_the_reason(unit: str, value: int):
    """Law: what cannot be compared is never rated and never lost, and the reason names both units."""
    given_one = ct.Observation("poor", YEAR, ct.Quantity(value, unit))
    found = ct.progress(target_of("Tỷ lệ hộ nghèo còn 1,4%"), [given_one], on=date(2026, 12, 31))
    assert found.rows[0].rating is ct.Rating.PENDING
    (doubt,) = found.doubts
    assert (doubt.observation, doubt.reason.code) == (given_one, "rating.refused")
    assert unit in str(doubt.reason)
    assert "'%'" in str(doubt.reason)


@pytest.mark.parametrize(
    "value", [Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN"), float("inf"), float("nan"), 1e400]
)
def test_no_quantity_is_endless_or_no_number(value: Any):
    for make in (lambda: ct.Quantity(value, "%"), lambda: ct.format_number(value)):
        with pytest.raises(ct.NumberTypeError):
            make()


CELLS = ("NaN", "nan", "Infinity", "-inf", "∞", "1E400", "#NUM!", "1e5", "٣")


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_that_is_no_number_is_told_and_the_others_are_read(cell: str):
    data = f"Chỉ tiêu;ĐVT;TH năm 2026\nTỷ lệ hộ nghèo;%;{cell}\nSố xã;xã;5\n".encode()
    found = ct.read_actuals(data)
    assert [str(one.value) for one in found.observations] == ["5 xã"]
    assert [(problem.cell, problem.found) for problem in found.problems] == [("C2", cell)]


@pytest.mark.parametrize("cell", CELLS)
def test_a_figure_of_a_workbook_that_is_no_number_is_told(cell: str):
    import openpyxl  # noqa: PLC0415

    book = openpyxl.load_workbook(io.BytesIO(workbook(target_of("Tỷ lệ hộ nghèo còn 1,4%"))))
    sheet = book["Chỉ tiêu"]
    head = next(row for row in sheet.iter_rows() if any(str(one.value).startswith("Ước TH") for one in row))
    at = next(at for at, one in enumerate(head, 1) if str(one.value).startswith("Ước TH"))
    place: Any = sheet.cell(sheet.max_row, at)
    place.value = cell
    report = ct.read_report(to_bytes(book.save))
    assert report.observations == ()
    assert [problem.place for problem in report.problems] == [f"Chỉ tiêu!{place.coordinate}"]


@given(st.integers(1990, 2140), st.sampled_from(ct.ObservationStatus))
def test_a_result_of_any_year_is_rated_doubted_or_kept(year: int, status: ct.ObservationStatus):
    """Law: only a result of the plan's year is rated; one of another is a doubt, or a figure of the year before."""
    one = ct.Observation("poor", ct.Period(year), ct.parse_quantity("1,3%"), status=status)
    found = ct.progress(target_of("Tỷ lệ hộ nghèo còn 1,4%"), [one], on=date(2026, 12, 31))
    assert (found.rows[0].observation == one) == (year == 2026)
    assert (one in found.earlier) == (year == 2025)
    codes = [doubt.reason.code for doubt in found.doubts]
    assert codes == ([] if year in (2025, 2026) else ["observation.future" if year > 2026 else "observation.period"])


# --- what is no period or day ---------------------------------------------------------------------------------------

WITH_PERIOD: dict[str, Callable[[Any], object]] = {
    "write_report_template": lambda period: ct.write_report_template(ct.Plan(), None, period, io.BytesIO()),
    "read_actuals": lambda period: ct.read_actuals("Chỉ tiêu;TH\nSố xã;5".encode(), period=period),
    "elapsed": lambda period: ct.elapsed(period, TODAY),
    "pace": lambda period: ct.pace(None, period, TODAY, kind="flow"),
    "format_period": ct.format_period,
    "Observation": lambda period: ct.Observation("poor", period),
}


@pytest.mark.parametrize("period", [2026, 2026.5, None, [], date(2026, 1, 1), object()])
@pytest.mark.parametrize("name", WITH_PERIOD)
def test_what_is_no_period_is_refused_by_its_type(name: str, period: Any):
    if (name, period) == ("read_actuals", None):
        return  # none is given
    with pytest.raises(ct.NumberTypeError, match=type(period).__name__) as info:
        WITH_PERIOD[name](period)
    assert info.value.message("vi") != info.value.message("en")


@pytest.mark.parametrize("name", ["write_report_template", "read_actuals"])
def test_a_period_may_be_given_in_words(name: str):
    WITH_PERIOD[name]("6 tháng đầu năm 2026")
    with pytest.raises(ct.ParseError):
        WITH_PERIOD[name]("tháng 13/2026")


@pytest.mark.parametrize("year", ["2026", 2026.0, None, True, date(2026, 1, 1), 10**6])
def test_reports_are_owed_in_years(year: Any):
    with pytest.raises(ct.PeriodError):
        full_plan().reports_owed(year)
