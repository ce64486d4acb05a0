"""Plans written as text read back as what they are; what cannot be written so is refused."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.atomic import atomic_write
from chitieu.plan import Appendix, Footnote, PlannedIndicator, Recipient, Relation, ReportFrequency, TargetKind, Task
from chitieu.saving import files as saving_files
from chitieu.saving.rendering import differences
from chitieu.testing import strategies as plan_st
from chitieu.testing.plan_drafts import IndicatorDraft
from chitieu.testing.plan_indicators import usable_indicators
from chitieu.writing.folding import folded
from chitieu.writing.lines import compose_indicator, compositions
from chitieu.writing.markers import bullet, opener
from chitieu.writing.text import write_text

PROVINCES = ct.available_provinces()


def written_and_read(plan, province):
    return ct.parse_plan(ct.render_plan(plan, province), province)


# --- laws ----------------------------------------------------------------------------------------------------


@given(plan_st.plans(), st.sampled_from(PROVINCES))
def test_written_in_any_format_a_plan_reads_back(plan, other):
    """parse_plan(render_plan(plan, p), p) == plan, for the plan's own format and for any other."""
    for province in (plan.province, other):
        assert ct.parse_plan(ct.render_plan(plan, province, verify=False), province) == plan


@given(plan_st.plans(), st.sampled_from(PROVINCES))
def test_translation_there_and_back_changes_nothing(plan, other):
    """A plan read from its translation and written in its own format again is the plan."""
    there = written_and_read(plan, other)
    assert written_and_read(there, plan.province) == plan


@pytest.mark.parametrize("province", PROVINCES)
def test_every_indicator_of_the_pool_reads_back_in_every_format(province):
    form = ct.get_province(province)
    with form.in_use():
        drafts = (
            IndicatorDraft(record.name, (ct.Target(ct.Quantity(Decimal(50), record.units[0]), ct.Bound.AT_LEAST),))
            for record in usable_indicators()
        )
        lines = tuple(draft.build(str(at)) for at, draft in enumerate(drafts, 1))
    title = "Kế hoạch năm 2026"
    plan = ct.Plan(number="1/KH-UBND", title=title, period=ct.Period(2026), indicators=lines, province=province)
    assert written_and_read(plan, province) == plan


# --- plans of people -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("province", PROVINCES)
def test_the_example_is_written_in_every_province_s_habits(example_plan, province):
    text = ct.render_plan(example_plan, province)
    again = ct.parse_plan(text, province)
    assert again == example_plan
    assert ct.render_plan(again, province) == text, "writing is idempotent"


@pytest.mark.parametrize("province", PROVINCES)
def test_samples_of_formats_read_back_in_their_own(province):
    text = ct.testing.skeleton_plan(ct.get_province(province))
    plan = ct.parse_plan(text, province)
    assert written_and_read(plan, province) == plan


def test_seeds_read_back(shared):
    read = 0
    for seed in sorted((shared / "seeds").glob("*.txt")):
        try:
            plan = ct.read_plan(seed)
        except ct.NotAPlanError:
            continue
        read += 1
        assert written_and_read(plan, plan.province) == plan, seed.name
        for province in PROVINCES:
            ct.render_plan(plan, province)
    assert read


def test_in_its_own_format_a_line_keeps_its_wording(example_plan, example_text):
    line = "16) Đưa thêm 96 MW điện gió vào vận hành, nâng tổng công suất điện gió lên khoảng 310 MW;"
    assert line in " ".join(example_text.split())
    assert line in ct.render_plan(example_plan).splitlines()


def test_a_wording_that_no_longer_says_the_plan_is_left(example_plan):
    """Programs alter targets and leave the text of the line as it was."""
    third = example_plan.indicators[2]
    altered = evolve(third, targets=(ct.parse_target("khoảng 90 triệu đồng/người"),))
    plan = evolve(example_plan, indicators=(*example_plan.indicators[:2], altered))
    text = ct.render_plan(plan)
    assert "3) GRDP bình quân đầu người đạt khoảng 90 triệu đồng/người." in text
    assert "83 triệu" not in text


def test_the_format_decides_on_numbers_dates_levels_and_the_head(example_plan):
    text = ct.render_plan(example_plan, "lao-cai")
    assert "Sông Hậu, ngày 16/01/2026" in text
    assert "Phần thứ nhất CHỈ TIÊU CHỦ YẾU" in text
    assert "(7) Năng suất lao động xã hội tăng 7,5-8%;" in text
    assert "11,2 bác sỹ/vạn dân" in text
    assert "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in ct.render_plan(example_plan, "tuyen-quang")


def test_indicators_stand_under_their_agencies_where_the_format_does_so_and_all_are_known():
    target = ct.parse_target("không quá 2,5%")
    item = PlannedIndicator("Tỷ lệ hộ nghèo", None, "poor", (target,))
    plan = ct.Plan(
        number="1/KH-UBND",
        title="Kế hoạch năm 2026",
        period=ct.Period(2026),
        place="Huế",
        issued=dt.date(2026, 1, 5),
        indicators=(item,),
        province="thua-thien-hue",
    )
    assert "1. Sở Nông nghiệp và Môi trường\n- Tỷ lệ hộ nghèo: không quá 2,5%." in ct.render_plan(plan)
    before = evolve(plan, issued=dt.date(2024, 1, 5), title="Kế hoạch năm 2024", period=ct.Period(2024))
    assert "Sở Nông nghiệp và Môi trường" not in ct.render_plan(before), "it did not exist then"


# --- plans of programs ---------------------------------------------------------------------------------------


def built(plan, **changes):
    return evolve(plan, **changes)


def lines(plan, numbers):
    return tuple(evolve(item, number=number) for item, number in zip(plan.indicators, numbers, strict=False))


ALTERED = {
    "without place": lambda plan: built(plan, place=None),
    "a place of many words": lambda plan: built(plan, place="Phường Tân An Hội Đông"),
    "without day": lambda plan: built(plan, issued=None),
    "without place and day": lambda plan: built(plan, place=None, issued=None),
    "without number": lambda plan: built(plan, number=None),
    "without issuer": lambda plan: built(plan, issuer=None),
    "without title": lambda plan: built(plan, title=None, bases=()),
    "without bases": lambda plan: built(plan, bases=()),
    "without indicators": lambda plan: built(plan, indicators=()),
    "without work": lambda plan: built(plan, assignments=()),
    "without implementation": lambda plan: built(plan, implementation=()),
    "without signature": lambda plan: built(plan, signatory=None),
    "without recipients": lambda plan: built(plan, recipients=()),
    "with a present appendix": lambda plan: built(plan, appendices=(Appendix("I", present=True), Appendix("II"))),
    "with notes": lambda plan: built(plan, footnotes=(Footnote("1", "Theo giá so sánh"), Footnote("2"))),
    "with long notes": lambda plan: built(
        plan, footnotes=(Footnote("1", " ".join(["Theo giá so sánh"] * 900)), Footnote("2"))
    ),
    "with two signatures": lambda plan: built(
        plan, cosignatories=(ct.Signatory("Nguyễn Văn A", "CHỦ TỊCH", "TM. HỘI ĐỒNG NHÂN DÂN"),)
    ),
    "with a rank": lambda plan: built(plan, signatory=ct.Signatory("Nguyễn Văn A", "GIÁM ĐỐC", rank="Đại tá")),
    "some lines numbered": lambda plan: built(plan, indicators=lines(plan, ("1", None, "2", None, None, "3"))),
    "gaps in numbers": lambda plan: built(plan, indicators=lines(plan, ("2", "9", "40"))),
    "numbers anew": lambda plan: built(plan, indicators=lines(plan, ("1", "2", "3", "1", "2"))),
    "letters": lambda plan: built(plan, indicators=lines(plan, "abcdđe")),
    "numbers in two steps": lambda plan: built(plan, indicators=lines(plan, ("1.1", "1.2", "2.1"))),
    "Roman numbers": lambda plan: built(plan, indicators=lines(plan, ("I", "II", "III"))),
    "sections without numbers": lambda plan: built(
        plan, assignments=tuple(evolve(section, number=None) for section in plan.assignments)
    ),
    "Roman sections": lambda plan: built(
        plan,
        assignments=tuple(
            evolve(section, number=number)
            for section, number in zip(plan.assignments, ("I", "II", "III"), strict=False)
        ),
    ),
    "sections of both kinds": lambda plan: built(
        plan,
        assignments=(
            *plan.assignments[:2],
            ct.Assignment("Về kinh tế", "3", (), (Task("Mở rộng chợ huyện"), Task("Sửa cầu treo"))),
            *plan.assignments[3:5],
        ),
    ),
    "tasks right under the title": lambda plan: built(
        plan,
        assignments=(ct.Assignment("NHIỆM VỤ, GIẢI PHÁP", "II", (), (Task("Mở rộng chợ huyện"), Task("Sửa cầu"))),),
    ),
    "a count that falls": lambda plan: built(
        plan,
        indicators=(
            PlannedIndicator(
                "Số hộ nghèo", "1", "poor_households", (ct.parse_target("12 hộ"), ct.parse_target("giảm 3 hộ"))
            ),
        ),
    ),
    "a target from above": lambda plan: built(
        plan,
        indicators=(
            PlannedIndicator(
                "Thu ngân sách nhà nước trên địa bàn",
                "1",
                "bud_rev",
                (ct.parse_target("12 tỷ đồng"),),
                kind=TargetKind.ASSIGNED,
            ),
        ),
    ),
}


@pytest.mark.parametrize("province", ["ben-tre", "ba-ria-vung-tau", "thua-thien-hue"])
@pytest.mark.parametrize("name", ALTERED)
def test_plans_that_lack_parts_or_are_put_together_otherwise_read_back(example_plan, name, province):
    plan = ALTERED[name](example_plan)
    assert written_and_read(plan, province) == plan


def agency(name):
    return ct.find_agencies(name)[0].value


def test_what_a_task_does_not_say_is_said_by_labels(example_plan):
    task = Task(
        "Sửa cầu Vàm Lúa",
        ct.Role.LEAD,
        (agency("Sở Xây dựng"),),
        (agency("Sở Y tế"),),
        dt.date(2026, 6, 30),
        "Biên bản bàn giao",
    )
    section = ct.Assignment("Sở Tài chính", "1", (agency("Sở Tài chính"),), (task,))
    text = ct.render_plan(built(example_plan, assignments=(section,)), "ben-tre")
    line = "Sửa cầu Vàm Lúa. Cơ quan chủ trì: Sở Xây dựng. Cơ quan phối hợp: Sở Y tế. Thời hạn hoàn thành: 30/6/2026. Sản phẩm: Biên bản bàn giao."
    assert line in text
    again = ct.parse_plan(text, "ben-tre").assignments[0].tasks[0]
    assert evolve(again, text=task.text) == task


@pytest.mark.parametrize("heading", [("", None), ("Về xây dựng", "1")])
def test_work_that_names_its_agencies_by_fields_only_stands_in_a_table(example_plan, heading):
    """The words of a task stay alone in their cell, so that it reads back as it is."""
    tasks = (
        Task("Sửa cầu", ct.Role.LEAD, (agency("Sở Xây dựng"),), (), ct.Recurrence.CONTINUOUS),
        Task("Mở đường", ct.Role.LEAD, (agency("Sở Y tế"),), (agency("Sở Tài chính"),), None, "Báo cáo"),
    )
    section = ct.Assignment(heading[0], heading[1], (), tasks)
    plan = built(example_plan, assignments=(*example_plan.assignments[:2], section))
    text = ct.render_plan(plan, "quang-nam")
    assert "| 1 | Sửa cầu | Sở Xây dựng |  | thường xuyên |  |" in text
    assert ct.parse_plan(text, "quang-nam") == plan


def test_a_schedule_of_reports_without_words_gets_a_sentence(example_plan):
    schedule = ct.ReportingSchedule(
        (ReportFrequency.QUARTER, ReportFrequency.YEAR), 15, before=True, recipients=(agency("Sở Tài chính"),)
    )
    plan = built(example_plan, implementation=(), reporting=schedule)
    again = written_and_read(plan, "ben-tre").reporting
    assert evolve(again, text="") == schedule


def test_other_dashes_and_tone_marks_are_written_and_read_uniform(example_plan):
    item = PlannedIndicator("Diện tích rừng – hoà bình", "1", None, (ct.parse_target("12 ha"),))
    again = written_and_read(built(example_plan, indicators=(item,)), "ben-tre").indicators[0]
    assert again.name == "Diện tích rừng - hòa bình"


def test_a_local_agency_keeps_its_name_where_another_format_does_not_know_it(example_plan):
    """The key is knowledge of one format; the plan says the name."""
    text = ct.render_plan(built(example_plan, recipients=()), "ben-tre") + "Nơi nhận:\n- Báo Đồng Khởi.\n"
    plan = ct.parse_plan(text, "ben-tre")
    party = plan.recipients[0].parties[0]
    assert party.agency.key == "bao-dong-khoi"
    there = written_and_read(plan, "ca-mau").recipients[0].parties[0]
    assert (there.name, there.agency and there.agency.key) == ("Báo Đồng Khởi", None)


# --- what is refused -----------------------------------------------------------------------------------------


def refused(plan, province="ben-tre"):
    with pytest.raises(ct.WriteError) as info:
        ct.render_plan(plan, province)
    return info.value


@pytest.mark.parametrize("character", ["\n", "\r", "\t", "\x00", "\x0b", "\x1b", "\x85", "\u2028"])
def test_line_breaks_and_control_characters_are_refused_and_named(example_plan, character):
    item = evolve(example_plan.indicators[0], name=f"Diện tích{character}rừng")
    error = refused(built(example_plan, indicators=(item,)))
    assert (error.code, error.field) == ("write.line", "plan.indicators[0].name")
    assert "\n" not in error.message("vi") + error.message("en")


REFUSED = {
    "plan.indicators[0].name": lambda plan: built(
        plan, indicators=(PlannedIndicator("Trồng cây; gây rừng", "1", None, (ct.parse_target("12 ha"),)),)
    ),
    "plan.indicators[0].kind": lambda plan: built(
        plan, indicators=(evolve(plan.indicators[2], number="1", kind=TargetKind.STRIVING),)
    ),
    "plan.assignments[0].tasks": lambda plan: built(
        plan, assignments=(evolve(plan.assignments[0], tasks=(Task("", lead=plan.assignments[0].agencies),)),)
    ),
    "plan.recipients[0].text": lambda plan: built(plan, recipients=(Recipient("Sở Y tế;"),)),
    "plan.period.year": lambda plan: built(plan, period=ct.Period(2027)),
    "plan.title": lambda plan: built(plan, title="Căn cứ vào năm 2026"),
    "plan.appendices": lambda plan: built(plan, appendices=()),
}


@pytest.mark.parametrize("field", REFUSED)
def test_what_would_read_back_as_something_else_is_refused_with_its_field(example_plan, field):
    error = refused(REFUSED[field](example_plan))
    assert (error.code, error.field, error.province) == ("write.unreadable", field, "ben-tre")
    assert field in str(error)
    assert field in error.message("vi")


def test_too_little_for_a_plan_is_refused():
    assert refused(ct.Plan()).code == "write.not_plan"


def test_without_proof_anything_is_written():
    assert "Trồng cây" in ct.render_plan(
        ct.Plan(indicators=(PlannedIndicator("Trồng cây; gây rừng"),)), "ben-tre", verify=False
    )


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "I. MỤC TIÊU", "1) 2) 3)", "- a", "| a | b |", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Điều 1. X", "trong đó: 5%",
            "(trong đó", "))((", "Số: 1/KH-UBND", "Căn cứ Luật", "[1]", "Phụ lục I", "từ 5% trở lên", "Sở Y tế: x", "./.", "=cmd()",
            "<script>", "%" * 500, "a" * 20_000, "\u202e abc", "e\u0301" * 50, "５％", "Trên đây là", "{0}", "năm 2026",
        ]
    ),
)  # fmt: skip


@given(HOSTILE, st.sampled_from(["indicator", "task", "heading", "title", "recipient", "note", "issuer", "name"]))
def test_hostile_strings_are_written_so_that_they_read_back_or_refused(text, field):
    """Whatever a field holds, the outcome is the same plan or a WriteError."""
    target = ct.parse_target("12 ha")
    task = Task("Sửa cầu", lead=(agency("Sở Y tế"),))
    plan = ct.Plan(
        number="1/KH-UBND",
        title=text if field == "title" else "Kế hoạch năm 2026",
        issuer=text if field == "issuer" else None,
        period=ct.Period(2026),
        indicators=(PlannedIndicator(text if field == "indicator" else "Trồng rừng", "1", None, (target,)),),
        assignments=(
            ct.Assignment(
                text if field == "heading" else "Sở Y tế",
                "1",
                task.lead,
                (evolve(task, text=text) if field == "task" else task,),
            ),
        ),
        recipients=(Recipient(text),) if field == "recipient" else (),
        footnotes=(Footnote("1", text),) if field == "note" else (),
        signatory=ct.Signatory(text, "CHỦ TỊCH") if field == "name" else None,
    )
    try:
        found = ct.render_plan(plan, "standard")
    except ct.WriteError:
        return
    assert not list(differences(folded(plan), ct.parse_plan(found, "standard")))


# --- pieces --------------------------------------------------------------------------------------------------


def test_an_indicator_is_composed_with_its_parts():
    item = PlannedIndicator(
        "Thu ngân sách",
        targets=(ct.parse_target("12 tỷ đồng"),),
        parts=(PlannedIndicator("thu nội địa", targets=(ct.parse_target("10 tỷ đồng"),), relation=Relation.PART),),
    )
    form = ct.get_province("ben-tre")
    assert compose_indicator(item, form) == "Thu ngân sách đạt 12 tỷ đồng (trong đó: thu nội địa đạt 10 tỷ đồng)"
    neighbour = PlannedIndicator("chi ngân sách", targets=(ct.parse_target("9 tỷ đồng"),), relation=Relation.BESIDE)
    both = evolve(item, parts=(neighbour, *item.parts))
    line = "Thu ngân sách đạt 12 tỷ đồng (trong đó: thu nội địa đạt 10 tỷ đồng); chi ngân sách đạt 9 tỷ đồng"
    assert compose_indicator(both, form) == line, "what only shares the line is no part of it"


@pytest.mark.parametrize("province", PROVINCES)
def test_what_only_names_what_is_counted_is_not_said_twice(example_plan, province):
    """A line that would begin with its number gets a verb; a colon stands only where the name says more."""
    text = ct.render_plan(example_plan, province)
    assert re.search(r"Bảo đảm 33,5 giường bệnh/vạn dân(?:;| và) 11,2 bác s[ĩỹ]/vạn dân[.;]", text)


@pytest.mark.parametrize(
    ("name", "target", "province", "line"),
    [
        ("cây xanh", "2 triệu cây xanh", "quang-tri", "Đạt 2 triệu cây xanh"),
        ("Trồng cây xanh", "2 triệu cây xanh", "thua-thien-hue", "Trồng 2 triệu cây xanh"),
        ("Trồng cây xanh", "trên 2 triệu cây xanh", "quang-tri", "Trồng trên 2 triệu cây xanh"),
        ("cây xanh", "dưới 5 cây xanh", "quang-tri", "dưới 5 cây xanh"),
        ("Công nhận xã đạt chuẩn", "6 xã", "thua-thien-hue", "Công nhận xã đạt chuẩn: 06 xã"),
        ("Số xã đạt chuẩn", "6 xã", "quang-tri", "Số xã đạt chuẩn đạt 6 xã"),
    ],
)
def test_the_most_natural_way_comes_first(name, target, province, line):
    item = PlannedIndicator(name, targets=(ct.parse_target(target),))
    assert next(compositions(item, ct.get_province(province))).text == line


@pytest.mark.parametrize("province", PROVINCES)
@pytest.mark.parametrize("label", ["1", "12", "I", "IV", "a", "đ", "A", "1.1", "1.2.3", "Điều 2", "Phần thứ hai"])
def test_every_label_has_a_marker_that_is_read_as_it(province, label):
    form = ct.get_province(province)
    mark = opener(form, label)
    assert form.classify_line(f"{mark.text} Tên").label == label


def test_labels_no_level_counts_by_have_no_marker():
    assert opener(ct.get_province("ben-tre"), "???") is None
    assert bullet(ct.get_province("ben-tre"), avoid=("dash", "plus")).text == "*"


def test_a_writer_that_asks_nobody_takes_the_first_way(example_plan):
    form = ct.get_province("ben-tre")
    with form.in_use():
        text = write_text(example_plan, form)
    assert ct.parse_plan(text, "ben-tre").number == example_plan.number


# --- Markdown ------------------------------------------------------------------------------------------------


@given(plan_st.plans())
def test_markdown_holds_every_indicator_target_and_task(plan):
    """Nothing of the plan's lists is missing in the form for people."""
    text = ct.render_plan(plan, as_="markdown").replace("\\", "")
    form = ct.get_province(plan.province)
    for item in plan.indicators:
        for indicator in item.walk():
            assert indicator.name in text
    for _, target in plan.targets():
        assert ct.format_target(target, province=form) in text
    for section in (*plan.assignments, *plan.implementation):
        assert section.heading in text
        for task in section.tasks:
            assert task.text in text


def test_markdown_marks_in_values_are_escaped(example_plan):
    item = PlannedIndicator("a|b *c* <script>", "1", None, (ct.parse_target("12 ha"),))
    text = ct.render_plan(built(example_plan, indicators=(item,)), as_="markdown")
    assert r"| 1 | a\|b \*c\* \<script\> | 12 ha |" in text


# --- files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".txt", ".TXT"])
def test_text_files_read_back(example_plan, tmp_path, suffix):
    path = tmp_path / f"plan{suffix}"
    ct.write_plan(example_plan, path, "quang-tri")
    assert ct.read_plan(path, "quang-tri") == example_plan


def test_json_and_markdown_files(example_plan, tmp_path):
    ct.write_plan(example_plan, tmp_path / "plan.json")
    ct.write_plan(example_plan, tmp_path / "plan.md")
    assert ct.from_json((tmp_path / "plan.json").read_text(encoding="utf-8")) == example_plan
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").startswith("# TRIỂN KHAI")


@pytest.mark.parametrize("name", ["plan.doc", "plan", ".txt/", "plan.pdf"])
def test_other_endings_are_refused_with_those_there_are(example_plan, tmp_path, name):
    with pytest.raises(ct.WriteError, match=r"\.docx"):
        ct.write_plan(example_plan, tmp_path / name)


def test_a_plan_that_is_refused_leaves_the_old_file(example_plan, tmp_path):
    path = tmp_path / "plan.txt"
    with atomic_write(path) as file:
        file.write("cũ")
    with pytest.raises(ct.WriteError):
        ct.write_plan(built(example_plan, appendices=()), path)
    assert [one.name for one in tmp_path.iterdir()] == ["plan.txt"]
    assert path.read_text(encoding="utf-8") == "cũ"


def test_the_endings_are_listed():
    assert saving_files.plan_suffixes() == (".txt", ".md", ".json", ".docx", ".html")
