"""Many agencies' reports in one: nothing lost, what contradicts itself side by side, who is missing."""

import io
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

import chitieu as ct
from chitieu.exchange.report_rows import indicator_rows, plan_identity
from chitieu.exchange.report_values import Report, ReportedTask, ReportedValue
from chitieu.work.reports import ReportFrequency, ReportingSchedule

QUARTER = ct.Period(2026, ct.PeriodKind.QUARTER, 1)
HEALTH, POLICE, FINANCE = (ct.Agency(name) for name in ("Sở Y tế", "Công an tỉnh", "Sở Tài chính"))
PLAN = ct.Plan(
    number="12/KH-UBND",
    issued=date(2026, 1, 16),
    indicators=ct.parse_indicators("1) Tỷ lệ sổ sai lệch không quá 2,5%;\n2) Kinh phí dịch vụ đạt 5.400 tỷ đồng."),
    assignments=tuple(
        ct.Assignment(agency.name, str(at), (agency,), (ct.Task(f"Việc {at}"),))
        for at, agency in enumerate((HEALTH, POLICE, FINANCE), 1)
    ),
    reporting=ReportingSchedule((ReportFrequency.QUARTER,), 15, recipients=(FINANCE,)),
)
ROWS = {row.key: row for row in indicator_rows(PLAN)}


def report(agency, values=(), tasks=(), period=QUARTER, plan=PLAN):
    seen = [
        ReportedValue(
            key,
            ROWS[key].indicator.name,
            str(ROWS[key].target),
            ct.Observation(
                ROWS[key].measured, period, ct.parse_quantity(said), agency=agency, source=f"{agency}.xlsx: Chỉ tiêu!G7"
            ),
        )
        for key, said in values
    ]
    done = [
        ReportedTask(key, ct.TaskReport("Việc", state, agency=agency, source=f"{agency}: G7")) for key, state in tasks
    ]
    return Report(plan_identity(plan), agency, period, tuple(seen), tuple(done), file=f"{agency}.xlsx")


def test_nothing_is_lost_and_who_is_missing_is_told():
    merged = ct.merge_reports([report("Sở Y tế", [("c1", "2%")]), report("Công an tỉnh", [("c2", "5 tỷ đồng")])], PLAN)
    assert [one.shown for one in merged.observations] == ["2%", "5 tỷ đồng"]
    assert [agency.name for agency in merged.missing] == ["Sở Tài chính"]
    assert (merged.conflicts, merged.problems, merged.left_out) == ((), (), ())


def test_one_report_need_not_be_a_list(tmp_path):
    one = report("Sở Y tế", [("c1", "2%")])
    assert ct.merge_reports(one, PLAN) == ct.merge_reports([one], PLAN)
    (problem,) = ct.merge_reports(str(tmp_path / "none.xlsx")).problems
    assert str(tmp_path / "none.xlsx") in problem.message("vi")


def test_different_values_are_a_conflict_with_both_addresses():
    merged = ct.merge_reports(
        [
            report("Sở Y tế", [("c1", "2%")]),
            report("Công an tỉnh", [("c1", "2,4%")]),
            report("Sở Tài chính", [("c1", "2,0%")]),
        ]
    )
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.name, conflict.period) == ("c1", "Tỷ lệ sổ sai lệch", QUARTER)
    assert [(claim.agency, claim.said) for claim in conflict.claims] == [
        ("Sở Y tế", "2%"), ("Công an tỉnh", "2,4%"), ("Sở Tài chính", "2,0%"),
    ]  # fmt: skip
    assert "Công an tỉnh.xlsx: Chỉ tiêu!G7" in conflict.message("vi")
    assert "differ" in str(conflict)
    assert len(merged.observations) == 3


def test_equal_amounts_in_other_units_are_none():
    same = [report("Sở Y tế", [("c2", "5.000 tỷ đồng")]), report("Công an tỉnh", [("c2", "5 nghìn tỷ đồng")])]
    assert ct.merge_reports(same).conflicts == ()


def test_other_periods_do_not_contradict():
    later = ct.Period(2026, ct.PeriodKind.QUARTER, 2)
    merged = ct.merge_reports([report("Sở Y tế", [("c1", "2%")]), report("Sở Y tế", [("c1", "1%")], period=later)])
    assert merged.conflicts == ()


def test_states_of_one_task_may_contradict():
    done, open_ = ct.TaskState.DONE, ct.TaskState.IN_PROGRESS
    merged = ct.merge_reports([report("Sở Y tế", tasks=[("n1", done)]), report("Công an tỉnh", tasks=[("n1", open_)])])
    assert [claim.said for claim in merged.conflicts[0].claims] == ["đã hoàn thành", "đang thực hiện"]
    assert len(merged.task_reports) == 2


def test_a_report_on_another_edition_is_left_out_and_told():
    other = evolve(PLAN, indicators=())
    merged = ct.merge_reports([report("Sở Y tế"), report("Công an tỉnh", plan=other)], PLAN)
    assert [one.agency for one in merged.left_out] == ["Công an tỉnh"]
    assert [one.code for one in merged.problems] == ["report.other_plan"]
    assert "Công an tỉnh.xlsx" in merged.problems[0].message("vi")
    assert [agency.name for agency in merged.missing] == ["Công an tỉnh", "Sở Tài chính"]


def test_without_a_schedule_all_who_lead_work_are_asked():
    merged = ct.merge_reports([report("Sở Y tế")], evolve(PLAN, reporting=None))
    assert [agency.name for agency in merged.missing] == ["Công an tỉnh", "Sở Tài chính"]


def test_a_bad_file_stops_nothing(tmp_path):
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK nothing")
    good = tmp_path / "y-te.xlsx"
    ct.write_report_template(PLAN, "Sở Y tế", "quý I/2026", good)
    merged = ct.merge_reports([bad, tmp_path / "khong-co.xlsx", good], PLAN)
    assert [one.agency for one in merged.reports] == ["Sở Y tế"]
    assert [one.code for one in merged.problems] == ["report.unreadable"] * 2
    assert "hong.xlsx" in merged.problems[0].message("vi")
    assert len(ct.merge_reports([bad]).problems) == 1


def test_no_report_at_all_is_an_error():
    with pytest.raises(ct.ReportError, match="no report"):
        ct.merge_reports([])


VALUES = st.lists(st.tuples(st.sampled_from(["c1", "c2"]), st.integers(0, 3)), unique_by=lambda pair: pair[0])
REPORTS = st.lists(st.tuples(st.sampled_from(["Sở Y tế", "Công an tỉnh"]), VALUES), min_size=1, max_size=4)


@given(REPORTS)
def test_conflicts_are_exactly_where_values_differ(given_reports):
    """Law: every value stays, and a row is a conflict if and only if two of its values differ; the order is no matter."""
    units = {"c1": "%", "c2": " tỷ đồng"}
    reports = [report(agency, [(key, f"{n}{units[key]}") for key, n in values]) for agency, values in given_reports]
    merged = ct.merge_reports(reports)
    assert len(merged.observations) == sum(len(values) for _, values in given_reports)
    differ = {key for key in units if len({n for _, values in given_reports for k, n in values if k == key}) > 1}
    assert {conflict.key for conflict in merged.conflicts} == differ
    turned = ct.merge_reports(reports[::-1])
    assert {conflict.key for conflict in turned.conflicts} == differ


# --- the workbook --------------------------------------------------------------------------------------------


def test_the_workbook_holds_every_value_conflict_and_missing_agency(tmp_path):
    reports = [
        report("Sở Y tế", [("c1", "2%"), ("c2", "5.000,5 tỷ đồng")], [("n1", ct.TaskState.DONE)]),
        report("=1+1", [("c1", "2,4%")]),
    ]
    path = tmp_path / "tong-hop.xlsx"
    ct.write_merged(ct.merge_reports(reports, PLAN), path)
    book = load_workbook(path)
    rows = {name: [[cell.value for cell in row] for row in book[name].iter_rows(min_row=2)] for name in book.sheetnames}
    assert [row[:8] for row in rows["Số liệu"]] == [
        ["Tỷ lệ sổ sai lệch", "không quá 2,5%", "quý I/2026", 2, None, "%", None, "Sở Y tế"],
        ["Kinh phí dịch vụ", "5.400 tỷ đồng", "quý I/2026", 5000.5, None, "tỷ đồng", None, "Sở Y tế"],
        ["Tỷ lệ sổ sai lệch", "không quá 2,5%", "quý I/2026", 2.4, None, "%", None, "=1+1"],
    ]
    assert book["Số liệu"]["H4"].data_type == "s"
    assert book["Số liệu"]["D2"].fill.fgColor.rgb == book["Số liệu"]["D4"].fill.fgColor.rgb == "FFFFF6CC"
    assert book["Số liệu"]["D3"].fill.fgColor.rgb != "FFFFF6CC"
    assert [row[:4] for row in rows["Nhiệm vụ"]] == [["Việc", "Sở Y tế", "quý I/2026", "đã hoàn thành"]]
    assert [row[3] for row in rows["Mâu thuẫn"]] == ["2%", "2,4%"]
    assert [row[0] for row in rows["Chưa báo cáo"]] == ["Công an tỉnh", "Sở Tài chính"]


def test_problems_stand_in_the_workbook_with_file_and_cell():
    out = io.BytesIO()
    ct.write_report_template(PLAN, "Sở Y tế", "quý I/2026", out)
    book = load_workbook(out)
    book["Chỉ tiêu"]["G7"].value = "8.5"
    out = io.BytesIO()
    book.save(out)
    merged = io.BytesIO()
    ct.write_merged(ct.merge_reports([out.getvalue()], PLAN), merged)
    row = [cell.value for cell in load_workbook(merged)["Ô cần sửa"][2]]
    assert row[:3] == ["<bytes>", "Chỉ tiêu!G7", "8.5"]
    assert "8,5" in row[3]
