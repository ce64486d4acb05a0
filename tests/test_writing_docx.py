"""Plans as Word documents: they read back equal, and are set by the form of administrative documents."""

import io
import sys
from datetime import date

import docx
import pytest
from attrs import evolve
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from office import converted

import chitieu as ct
from chitieu.errors import MissingExtraError, WriteError
from chitieu.saving.rendering import differences
from chitieu.sources.docx import REPEATS
from chitieu.testing.plans import plans
from chitieu.writing.docx_parts import BODY, inked, paragraph
from chitieu.writing.folding import folded


def written(plan, province=None, **options):
    out = io.BytesIO()
    ct.write_docx(plan, out, province, **options)
    return out.getvalue()


def opened(plan, **options):
    return docx.Document(io.BytesIO(written(plan, **options)))


@pytest.fixture(scope="module")
def document(example_plan):
    return opened(example_plan)


# --- the round trip ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("province", [None, "ben-tre", "quang-tri"])
@pytest.mark.parametrize("tables", [True, False])
def test_the_example_reads_back_equal(example_plan, province, tables):
    data = written(example_plan, province, tables=tables)
    assert ct.read_plan(data, province) == example_plan


def test_the_seed_reads_back_equal(shared):
    for path in sorted((shared / "seeds").glob("*.txt")):
        try:
            plan = ct.read_plan(path)
        except ct.NotAPlanError:
            continue
        assert ct.read_plan(written(plan), plan.province) == plan


# a document an example: shrinking would take minutes
@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_generated_plans_read_back_equal(plan):
    """Law: what `write_docx` writes is read as the plan it was given."""
    again = ct.read_plan(written(plan), plan.province)
    assert list(differences(folded(plan), again)) == []


def test_only_the_marked_tables_are_passed_over(example_plan):
    source = ct.read_document(written(example_plan))
    assert [note.code for note in source.notes] == ["source.note.repeats"]
    assert source.tables == ()
    document = opened(example_plan)
    for one in [*document.element.iter(qn("w:pStyle"))]:
        one.getparent().remove(one)
    out = io.BytesIO()
    document.save(out)
    assert len(ct.read_document(out.getvalue()).tables) == 2


# --- the form of the decree ----------------------------------------------------------------------------------


def test_page_letters_and_margins_are_those_of_the_decree(document):
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    top, bottom, left, right = (round(margin.mm) for margin in margins)
    assert 20 <= top <= 25
    assert 20 <= bottom <= 25
    assert 30 <= left <= 35
    assert 15 <= right <= 20
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "Times New Roman"


def test_pages_are_numbered_from_the_second_on(document):
    section = document.sections[0]
    assert section.different_first_page_header_footer
    field = section.header._element.find(f".//{qn('w:fldSimple')}")
    assert field.get(qn("w:instr")).strip() == "PAGE"
    assert section.header.paragraphs[0].alignment == 1
    assert not section.first_page_header._element.findall(f".//{qn('w:fldSimple')}")


def texts(cell):
    return [one.text for one in cell.paragraphs if one.text]


def test_the_head_stands_in_two_columns(document):
    head = document.tables[0]
    assert head.style.name == "Normal Table"  # no borders
    left, right = head.rows[0].cells
    assert texts(left) == ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG HẬU"]
    assert texts(right) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert [texts(cell) for cell in head.rows[1].cells] == [["Số: 58/KH-UBND"], ["Sông Hậu, ngày 16 tháng 01 năm 2026"]]
    assert head.rows[1].cells[1].paragraphs[0].runs[0].italic
    assert all(one.runs[0].bold for one in (*left.paragraphs, *right.paragraphs) if one.text)
    assert len(left._tc.findall(f".//{qn('w:pBdr')}")) == len(right._tc.findall(f".//{qn('w:pBdr')}")) == 1


def test_titles_are_bold_and_bases_italic(document, example_plan):
    said = {one.text: one for one in document.paragraphs}
    for title in ("KẾ HOẠCH", example_plan.title):
        assert said[title].alignment == 1
        assert said[title].runs[0].bold
    bases = [one for one in document.paragraphs if one.text.startswith("Thực hiện Nghị quyết")]
    assert bases
    assert all(one.runs[0].italic for one in bases)
    headings = [one.text for one in document.paragraphs if one.runs and one.runs[0].bold and one.text[:1].isdigit()]
    assert headings[0] == "1. Sở Tài chính"
    assert len(headings) == len(example_plan.assignments)
    assert not next(one for one in document.paragraphs if one.text.startswith("1) Tổng sản phẩm")).runs[0].bold


def test_recipients_stand_beside_the_signature(document):
    left, right = document.tables[1].rows[0].cells
    head, first, *_ = (one for one in left.paragraphs if one.text)
    assert (head.text, head.runs[0].bold, head.runs[0].italic, head.runs[0].font.size) == (
        "Nơi nhận:",
        True,
        True,
        Pt(12),
    )
    assert (first.text, first.runs[0].font.size) == ("- Văn phòng Chính phủ;", Pt(11))
    assert texts(left)[-1] == "- Lưu: VT, TH."
    assert texts(right) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]


def test_marks_of_notes_stand_high(document):
    marks = [run for one in document.paragraphs for run in one.runs if run.text == "[1]"]
    assert marks
    assert all(run.font.superscript for run in marks)


def test_the_tables_repeat_indicators_and_work(document, example_plan):
    indicators, work = document.tables[2:]
    assert {one.style.style_id for table in (indicators, work) for one in table.cell(1, 1).paragraphs} == {REPEATS}
    assert len(indicators.rows) == 1 + sum(1 for item in example_plan.indicators for _ in item.walk())
    assert len(work.rows) == 1 + len(example_plan.work())
    assert indicators._tbl.find(f".//{qn('w:tblHeader')}") is not None


def test_who_sign_together_stand_side_by_side(example_plan):
    other = ct.Signatory("Nguyễn Văn A", "CHỦ TỊCH", "TM. ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH")
    plan = evolve(example_plan, cosignatories=(other,))
    document = opened(plan, verify=False)
    assert [texts(cell)[-1] for cell in document.tables[1].rows[0].cells] == ["Nguyễn Văn A", "Nguyễn Văn A"]
    assert ct.read_plan(written(plan)) == plan


# --- bad input -----------------------------------------------------------------------------------------------


def test_a_plan_with_next_to_nothing_is_written():
    for plan in (ct.Plan(), ct.Plan(title="KẾ HOẠCH"), ct.Plan(place="Sông Hậu"), ct.Plan(number="1/KH-UBND")):
        assert opened(plan, verify=False).paragraphs is not None


@pytest.mark.parametrize("text", ["<w:p/>&amp;", "]]>", "\u202eđảo\u202c ngược", "a" * 20_000, "{=1}", "[1]", "|ô|"])
def test_hostile_text_is_text(example_plan, text):
    item = evolve(example_plan.indicators[2], name=f"Chỉ số {text}", text="")
    document = opened(evolve(example_plan, indicators=(item,)), verify=False)
    assert any(text in one.text for one in document.paragraphs)


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb", "a\nb", "a\x1fb"])
def test_what_no_document_can_hold_is_refused_by_name(example_plan, text):
    with pytest.raises(WriteError, match=r"U\+"):
        written(evolve(example_plan, title=f"KẾ HOẠCH {text}"), verify=False)


def test_a_plan_that_would_not_read_back_is_refused(example_plan, tmp_path):
    item = evolve(example_plan.indicators[0], name="II. NHIỆM VỤ", text="")
    with pytest.raises(WriteError):
        ct.write_docx(evolve(example_plan, indicators=(item,)), tmp_path / "a.docx")
    assert not list(tmp_path.iterdir())


def test_files_are_written_whole(example_plan, tmp_path):
    path = tmp_path / "ke-hoach.docx"
    ct.write_docx(example_plan, path)
    assert ct.read_plan(path) == example_plan
    with pytest.raises(WriteError):
        ct.write_docx(example_plan, tmp_path / "no" / "a.docx")


def test_without_python_docx_the_error_says_what_to_install(example_plan, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match="docx"):
        written(example_plan)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
@settings(max_examples=5)
def test_the_day_is_written_the_long_way_in_every_format(day):
    """Law: place and day stand in the head as the decree wants them, whatever the format writes in the text."""
    plan = ct.Plan(number="1/KH-UBND", place="Sông Hậu", issued=day, title="KẾ HOẠCH NĂM")
    head = opened(plan, province="quang-tri", verify=False).tables[0]
    assert texts(head.rows[1].cells[1]) == [f"Sông Hậu, {ct.format_date(day)}"]


# --- a word processor ----------------------------------------------------------------------------------------


def test_a_word_processor_opens_it_and_makes_pages(example_plan, tmp_path):
    path = tmp_path / "ke-hoach.docx"
    ct.write_docx(example_plan, path)
    pages = ct.read_document(converted(path, "pdf", tmp_path))
    assert "58/KH-UBND" in pages.text
    last = pages.place(len(pages.text) - 1).page
    assert last is not None
    assert 6 <= last <= 20


def test_what_a_word_processor_saved_again_reads_the_same(example_plan, tmp_path):
    path = tmp_path / "ke-hoach.docx"
    ct.write_docx(example_plan, path)
    again = tmp_path / "again"
    again.mkdir()
    assert ct.read_plan(converted(path, "docx", again)) == example_plan


def test_lines_under_titles_are_as_long_as_the_decree_says(document):
    def ruled(cell):
        (form,) = cell._tc.findall(f".//{qn('w:pPr')}[{qn('w:pBdr')}]")
        indent = form.find(qn("w:ind"))
        return (int(indent.get(qn("w:left"))) + int(indent.get(qn("w:right")))) * 25.4 / 1440

    left, right = document.tables[0].rows[0].cells
    assert 1 / 3 <= (60 - ruled(left)) / inked("TỈNH SÔNG HẬU", 13) <= 1 / 2
    assert 60 <= 100 - ruled(right) <= 66  # as long as the motto


def test_word_processors_are_told_the_language(document):
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"vi-VN"}


def test_paragraphs_are_six_points_apart(document):
    said = next(one for one in document.paragraphs if one.text.startswith("2) Cơ cấu GRDP"))
    form = said.paragraph_format
    assert (form.space_before, form.space_after) == (Pt(6), Pt(0))


def test_tables_leave_out_empty_columns_and_repeat_no_unit(example_plan):
    indicators, work = opened(example_plan).tables[-2:]
    assert [cell.text for cell in indicators.rows[0].cells] == ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2026"]
    rows = [[cell.text for cell in row.cells] for row in indicators.rows]
    assert ["", "– nông, lâm nghiệp và thủy sản", "%", "tăng 4,2"] in rows
    assert [cell.text for cell in work.rows[0].cells][-1] == "Thời hạn"
    task = ct.Task("Sửa cầu", lead=(ct.Agency("Sở Xây dựng"),))
    section = ct.Assignment("Sở Xây dựng", "1", (ct.Agency("Sở Xây dựng"),), (task,))
    (work,) = opened(ct.Plan(assignments=(section,)), verify=False).tables[-1:]
    assert [cell.text for cell in work.rows[0].cells] == ["STT", "Nhiệm vụ", "Chủ trì"]


def test_only_tall_rows_go_over_to_the_next_page():
    tasks = tuple(ct.Task(text, lead=(ct.Agency("Sở Xây dựng"),)) for text in ("Sửa cầu", "Sửa cầu " * 80))
    section = ct.Assignment("Sở Xây dựng", "1", (ct.Agency("Sở Xây dựng"),), tasks)
    work = opened(ct.Plan(assignments=(section,)), verify=False).tables[-1]
    assert [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in work.rows] == [True, True, False]


def test_what_python_docx_makes_is_made_without_it():
    """The elements are those python-docx would make: tabs and breaks, spaces that count, marks of notes."""
    document = docx.Document()
    made = paragraph(document, "a\tb\nc [1] d ", evolve(BODY, bold=True))
    wanted = document.add_paragraph()
    for text, high in (("a\tb\nc ", None), ("[1]", True), (" d ", None)):
        run = wanted.add_run(text)
        run.bold, run.font.size, run.font.superscript = True, Pt(14), high
    wanted.alignment = 3
    form = wanted.paragraph_format
    form.first_line_indent, form.left_indent = int(12.7 * 36000), 0
    form.space_before, form.space_after = Pt(6), Pt(0)
    assert made._p.xml == wanted._p.xml
    assert document.element.body[-1].tag == qn("w:sectPr")
