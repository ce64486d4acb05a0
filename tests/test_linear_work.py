"""The work of everything that is done with a plan grows with the plan and no faster.

Calls are counted, of Python's functions and of those written in C, so the answer does not depend on the machine. Plans of
n, 2n and 4n lines are taken: the second difference is twice the first where the work is linear.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import date

import pytest

import chitieu as ct

_ROOM = 2.5  # of differences that are 2 where the work is linear, and 4 where it is quadratic
_YEAR = ct.Period(2026)
_SYLLABLES = (
    "an",
    "bình",
    "cao",
    "dương",
    "giang",
    "hà",
    "kim",
    "lan",
    "mai",
    "nam",
    "phú",
    "quân",
    "rạch",
    "sông",
    "tân",
)


def _name(at: int) -> str:
    count = len(_SYLLABLES)
    return " ".join(_SYLLABLES[at // count**power % count] for power in range(3))


def _distinct(items: int) -> str:
    lines = [f"{at % 200 + 1}) Số cầu xã {_name(at)} hoàn thành {at + 1} công trình;" for at in range(items)]
    return "\n".join(
        f"{at // 200 + 1}. Nhóm {_name(at)}\n{line}" if at % 200 == 0 else line for at, line in enumerate(lines)
    )


def _alike(items: int) -> str:
    return "\n".join(f"{at + 1}) Tỷ lệ hộ nghèo không quá {at % 90 + 1},5%;" for at in range(items))


def _one_line(items: int) -> str:
    parts = "; ".join(f"xã {_name(at)} {at + 1} công trình" for at in range(items))
    return f"1) Số cầu hoàn thành {items} công trình, trong đó: {parts};"


def _plan(shape: Callable[[int], str], items: int) -> ct.Plan:
    tasks = "\n".join(
        f"- Chủ trì, phối hợp với Sở Xây dựng làm xong cầu {_name(at)} trước ngày {at % 28 + 1} tháng {at % 12 + 1} năm 2026;"
        for at in range(items // 4)
    )
    head = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG HẬU\nSố: 58/KH-UBND\nSông Hậu, ngày 16 tháng 01 năm 2026\nKẾ HOẠCH\nPHÁT TRIỂN KINH TẾ NĂM 2026\n"
    return ct.parse_plan(
        f"{head}I. CHỈ TIÊU CHỦ YẾU NĂM 2026\n{shape(items)}\nII. NHIỆM VỤ GIAO CÁC CƠ QUAN\n1. Sở Tài chính\n{tasks}\n"
    )


def _results(plan: ct.Plan) -> list[ct.Observation]:
    return [
        ct.Observation(item.indicator or item.name, _YEAR, target.quantity, source=str(at))
        for at, (item, target) in enumerate(plan.targets())
    ]


def _page(plan: ct.Plan) -> None:
    reports = [ct.TaskReport(task.text, ct.TaskState.DONE) for _, task in plan.work()]
    states = ct.task_progress(plan, reports, on=date(2026, 12, 31))
    ct.render_page(plan, progress=ct.progress(plan, _results(plan)), tasks=states, findings=())


def _report(plan: ct.Plan) -> None:
    file = io.BytesIO()
    ct.write_report_template(plan, None, "năm 2026", file)
    ct.read_report(file.getvalue())


WORK: dict[str, tuple[Callable[[ct.Plan], object], tuple[str, ...]]] = {
    "read": (lambda plan: ct.parse_plan(plan.text), ()),
    "check": (ct.check, ()),
    "json": (lambda plan: ct.from_json(ct.to_json(plan)), ()),
    "text": (ct.render_plan, ()),
    "markdown": (lambda plan: ct.render_plan(plan, as_="markdown"), ()),
    "html": (lambda plan: ct.render_html(plan, verify=False), ("lxml",)),
    "docx": (lambda plan: ct.write_docx(plan, io.BytesIO(), verify=False), ("docx",)),
    "tables": (ct.tables, ("pyarrow",)),
    "sdmx": (lambda plan: ct.to_sdmx(plan, _results(plan)), ("pysdmx",)),
    "iati": (lambda plan: ct.to_iati(plan, _results(plan)), ()),
    "progress": (lambda plan: ct.progress(plan, _results(plan)), ()),
    "page": (_page, ("jinja2",)),
    "report": (_report, ("openpyxl",)),
}


def _calls(work: Callable[[ct.Plan], object], plan: ct.Plan) -> int:
    """Count the calls of a piece of work."""
    count = 0

    def tell(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        work(plan)
    finally:
        sys.setprofile(before)
    return count


_SHAPES = {"distinct": (_distinct, 24), "alike": (_alike, 64), "one line": (_one_line, 24)}
"""Shapes of plans, and how many lines they have at least: rules compare so many lines of one name with each other."""


@pytest.fixture(scope="module", params=_SHAPES)
def plans(request: pytest.FixtureRequest) -> tuple[ct.Plan, ...]:
    """Give plans of one shape that are once, twice and four times as long."""
    shape, items = _SHAPES[request.param]
    return tuple(_plan(shape, items * times) for times in (1, 2, 4))


@pytest.mark.parametrize("name", WORK)
def test_work_grows_with_the_plan(name: str, plans: tuple[ct.Plan, ...]):
    """Law: twice the lines ask for twice the work."""
    work, packages = WORK[name]
    for package in packages:
        pytest.importorskip(package)
    work(plans[0])  # what is loaded once is no part of it
    once, twice, four = (_calls(work, plan) for plan in plans)
    assert four - twice <= _ROOM * (twice - once), (once, twice, four)
