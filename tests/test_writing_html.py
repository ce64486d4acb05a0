"""Plans as web documents: they read back equal, are set by the form of administrative documents, and do nothing else."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import chitieu as ct
from chitieu.errors import MissingExtraError, WriteError
from chitieu.plan import Appendix, Footnote, Task
from chitieu.saving.rendering import differences
from chitieu.testing.plans import plans
from chitieu.writing.folding import folded

html = pytest.importorskip("lxml.html")

PROVINCES = ct.available_provinces()
READ = {".txt": ct.read_plan, ".docx": ct.read_plan, ".html": ct.read_plan}
HOSTILE = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "&lt;b&gt; &amp;", "\"'><b>", "]]>", "<!-- ", "-->",
    "<hr>", "javascript:alert(1)", "\u202eđảo", "[1]", "a" * 20_000, "<h2>II. NHIỆM VỤ</h2>", "</main><footer>", "hidden",
]  # fmt: skip


def parsed(plan, province=None, **options):
    return html.fromstring(ct.render_html(plan, province, **options).encode())


def texts(root, path):
    return [" ".join(element.text_content().split()) for element in root.cssselect(path)]


def lines_of(element):
    """Return the lines of an element that breaks divide."""
    return [text.strip() for text in element.itertext() if text.strip()]


@pytest.fixture(scope="module")
def document(example_plan):
    return parsed(example_plan)


# --- the round trip ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("province", PROVINCES)
def test_the_example_reads_back_equal(example_plan, province):
    assert ct.read_plan(ct.render_html(example_plan, province).encode(), province) == example_plan


@pytest.mark.parametrize("suffix", READ)
@pytest.mark.parametrize("province", PROVINCES)
def test_samples_of_formats_read_back_from_every_kind_of_file(province, suffix, tmp_path):
    plan = ct.parse_plan(ct.testing.skeleton_plan(ct.get_province(province)), province)
    path = tmp_path / f"plan{suffix}"
    ct.write_plan(plan, path)
    assert ct.read_plan(path, province) == plan


def test_the_seeds_read_back_equal_from_every_kind_of_file(shared, tmp_path):
    for seed in sorted((shared / "seeds").glob("*.txt")):
        try:
            plan = ct.read_plan(seed)
        except ct.NotAPlanError:
            continue
        for suffix in READ:
            path = tmp_path / f"{seed.stem}{suffix}"
            ct.write_plan(plan, path)
            assert ct.read_plan(path, plan.province) == plan
        ct.write_plan(plan, tmp_path / "plan.json")
        assert ct.from_json((tmp_path / "plan.json").read_text(encoding="utf-8")) == plan


# a document an example: shrinking would take minutes
@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_generated_plans_read_back_equal(plan):
    """Law: what `render_html` writes is read as the plan it was given."""
    again = ct.read_plan(ct.render_html(plan).encode(), plan.province)
    assert list(differences(folded(plan), again)) == []


def test_a_short_document_is_found_on_its_page_whole(example_plan):
    plan = evolve(
        ct.Plan(number="1/KH-UBND", title="Kế hoạch năm 2026", period=ct.Period(2026)),
        indicators=(ct.parse_indicators("1. Trồng rừng đạt 12 ha.")[0],),
    )
    for recipients in ((), example_plan.recipients[:1]):
        for province in ("standard", "quang-tri"):
            one = evolve(plan, recipients=recipients, province=province)
            assert ct.read_plan(ct.render_html(one).encode(), province) == one


# --- the form of the decree ----------------------------------------------------------------------------------


def test_the_head_stands_in_two_columns(document):
    header = document.find(".//header")
    assert {one.get("class"): lines_of(one) for one in header} == {
        "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH SÔNG HẬU"],
        "motto": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
        "number": ["Số: 58/KH-UBND"],
        "dated": ["Sông Hậu, ngày 16 tháng 01 năm 2026"],
    }


def test_title_parts_and_sections_are_headings(document, example_plan):
    assert lines_of(document.find(".//h1")) == ["KẾ HOẠCH", example_plan.title]
    assert texts(document, "h2") == ["I. CHỈ TIÊU CHỦ YẾU", "II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", "III. TỔ CHỨC THỰC HIỆN"]
    headings = [f"{one.number}. {one.heading}" for one in example_plan.assignments]
    assert texts(document, "h3") == headings
    assert len(document.cssselect(".basis")) == len(example_plan.bases)


def test_lines_are_items_of_lists_and_their_marks_are_typed(document, example_plan):
    indicators, work, _ = document.cssselect("section")
    assert [text.split()[0] for text in texts(indicators, "li")] == [
        f"{one.number})" for one in example_plan.indicators
    ]
    assert len(work.cssselect("li")) == sum(len(one.tasks) for one in example_plan.assignments)
    assert {one.get("style") for one in document.cssselect("ol, ul")} == {"list-style:none"}


def test_lines_under_a_line_stand_in_a_list_inside_it():
    text = ct.testing.skeleton_plan(ct.get_province("standard"))
    plan = ct.parse_plan(text, "standard")
    section = ct.Assignment("Xây cầu", None, (), (Task("Cầu một"), Task("Cầu hai")))
    root = parsed(evolve(plan, implementation=(section, section)), "standard", verify=False)
    inner = root.cssselect("section")[-1].cssselect("li > ul")
    assert [texts(one, "li") for one in inner] == [["+ Cầu một", "+ Cầu hai"]] * 2


def test_recipients_stand_beside_the_signature(document):
    recipients, signature = document.cssselect(".end > div")
    assert lines_of(recipients)[:2] == ["Nơi nhận:", "- Văn phòng Chính phủ;"]
    assert lines_of(signature) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"]


def test_who_sign_together_stand_side_by_side(example_plan):
    other = ct.Signatory("Nguyễn Văn A", "CHỦ TỊCH", "TM. ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH")
    plan = evolve(example_plan, cosignatories=(other,))
    root = parsed(plan)
    assert [one.get("class") for one in root.cssselect(".end.together > div")] == [
        "signature",
        "signature",
        "recipients",
    ]


def test_marks_of_notes_lead_to_their_notes(example_plan):
    plan = evolve(example_plan, footnotes=(Footnote("1", "Theo số liệu ước."), *example_plan.footnotes[1:]))
    root = parsed(plan)
    (note,) = root.cssselect(".notes p")
    assert (note.get("id"), note.text) == ("note-1", "[1] Theo số liệu ước.")
    assert {one.get("href") for one in root.cssselect("sup a")} == {"#note-1"}
    assert texts(root, "sup")[:2] == ["[1]", "[2]"]


def with_everything(plan):
    """Return a plan whose document has a table, notes, an appendix and two signatures too."""
    lead = plan.assignments[0].agencies
    tasks = (Task("Sửa cầu", ct.Role.LEAD, lead), Task("Đắp đê", ct.Role.LEAD, lead))
    return evolve(
        plan,
        assignments=(ct.Assignment("", None, (), tasks),),
        appendices=(Appendix("I", present=True), *plan.appendices[1:]),
        footnotes=(Footnote("1", "Theo số liệu ước."), Footnote("2", "Theo giá so sánh.")),
        cosignatories=(ct.Signatory("Nguyễn Văn A", "CHỦ TỊCH", "TM. ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH"),),
    )


def test_rows_are_a_table_with_a_head(example_plan):
    plan = with_everything(example_plan)
    root = parsed(plan)
    assert ct.read_plan(ct.render_html(plan).encode()) == plan
    assert texts(root, "th")[:3] == ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì"]
    assert [texts(row, "td")[1:3] for row in root.cssselect("tbody tr")] == [
        ["Sửa cầu", "Sở Tài chính"],
        ["Đắp đê", "Sở Tài chính"],
    ]
    assert texts(root, "h2.appendix") == ["PHỤ LỤC I"]


def test_paper_and_margins_are_those_of_the_decree(document):
    (style,) = document.cssselect("style")
    assert "size: A4; margin: 20mm 20mm 20mm 30mm" in style.text
    assert "counter(page)" in style.text


# --- a page that does nothing --------------------------------------------------------------------------------


def test_the_page_needs_nothing_else_and_says_its_language(document):
    assert document.get("lang") == "vi"
    assert not document.cssselect("script, link, img, iframe, object, form, base")
    assert not [one for one in document.iter() for name in one.attrib if name.startswith("on") or name == "src"]
    assert "url(" not in document.cssselect("style")[0].text
    ids = [one.get("id") for one in document.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    named = {one.get("aria-labelledby") for one in document.iter() if one.get("aria-labelledby")}
    assert named <= set(ids)


def test_the_content_policy_names_the_style_and_nothing_else(document):
    (meta,) = document.cssselect("meta[http-equiv]")
    hashes = re.findall(r"'sha256-([^']+)'", meta.get("content"))
    said = [document.cssselect("style")[0].text, "list-style:none"]
    assert hashes == [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in said]
    assert meta.get("content").startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(example_plan, text):
    item = evolve(example_plan.indicators[2], name=f"Chỉ số {text}", text="")
    plan = evolve(
        example_plan,
        indicators=(item,),
        title=f"KẾ HOẠCH {text}",
        issuer=f"ỦY BAN {text}",
        place=text,
        footnotes=(Footnote(text, text), Footnote("1", text)),
    )
    page = ct.render_html(plan, verify=False)
    root = html.fromstring(page.encode())
    assert not root.cssselect("script, img, footer")
    assert len(root.cssselect("main")) == len(root.cssselect("style")) == 1
    assert f"Chỉ số {text}" in "".join(root.itertext())
    assert text in root.find(".//title").text
    assert {name for one in root.iter() for name in one.attrib} <= {
        "aria-label", "aria-labelledby", "charset", "class", "content", "href", "http-equiv", "id", "lang", "name", "role",
        "scope", "style", "tabindex",
    }  # fmt: skip


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30)), st.sampled_from(["heading", "task", "title", "name"]))
@settings(max_examples=40)
def test_hostile_strings_read_back_or_are_refused(text, field):
    """Law: whatever a field holds, the outcome is the same plan or a WriteError."""
    plan = ct.Plan(
        number="1/KH-UBND",
        title=text if field == "title" else "Kế hoạch năm 2026",
        period=ct.Period(2026),
        assignments=(
            ct.Assignment(
                text if field == "heading" else "Sở Y tế", "1", (), (Task(text if field == "task" else "Sửa cầu"),)
            ),
        ),
        signatory=ct.Signatory(text if field == "name" else "Nguyễn Văn A", "CHỦ TỊCH"),
    )
    try:
        page = ct.render_html(plan, "standard")
    except WriteError:
        return
    assert not list(differences(folded(plan), ct.read_plan(page.encode(), "standard")))


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "a\ufffeb", "a\nb", "a\x85b"])
@pytest.mark.parametrize("suffix", READ)
def test_what_no_file_can_hold_is_refused_by_name(example_plan, tmp_path, text, suffix):
    with pytest.raises(WriteError, match=r"plan\.title: .*U\+"):
        ct.write_plan(evolve(example_plan, title=f"KẾ HOẠCH {text}"), tmp_path / f"plan{suffix}")
    assert not list(tmp_path.iterdir())


def test_a_plan_with_next_to_nothing_is_written():
    for plan in (ct.Plan(), ct.Plan(title="KẾ HOẠCH"), ct.Plan(place="Sông Hậu"), ct.Plan(number="1/KH-UBND")):
        assert parsed(plan, verify=False).find(".//header") is not None


def test_a_plan_that_would_not_read_back_is_refused(example_plan):
    item = evolve(example_plan.indicators[0], name="II. NHIỆM VỤ", text="")
    with pytest.raises(WriteError):
        ct.render_html(evolve(example_plan, indicators=(item,)))


def test_only_the_proof_needs_lxml(example_plan, monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert ct.render_html(example_plan, verify=False).startswith("<!DOCTYPE html>")
    with pytest.raises(MissingExtraError, match="html"):
        ct.render_html(example_plan)


# --- a browser -----------------------------------------------------------------------------------------------


def chromium():
    """Return the browser; skip or fail where there is none."""
    found = os.environ.get("CHITIEU_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        (pytest.fail if os.environ.get("CHITIEU_REQUIRE_BROWSER") else pytest.skip)("needs Chromium")
    return found


def run(*command):
    return subprocess.run(command, check=True, timeout=180, capture_output=True, text=True).stdout  # noqa: S603


def test_a_browser_finds_it_accessible(example_plan, tmp_path):
    node, folder = shutil.which("node"), Path(__file__).parent / "browser"
    if node is None or not (folder / "node_modules" / "axe-core").is_dir():
        (pytest.fail if os.environ.get("CHITIEU_REQUIRE_BROWSER") else pytest.skip)("needs npm ci in tests/browser")
    pages = [tmp_path / "example.html", tmp_path / "everything.html"]
    for page, plan in zip(pages, (example_plan, with_everything(example_plan)), strict=True):
        page.write_text(ct.render_html(plan, verify=False), encoding="utf-8")
    assert json.loads(run(node, str(folder / "accessible.mjs"), chromium(), *map(str, pages))) == []


def test_a_browser_prints_it(example_plan, tmp_path):
    path, made = tmp_path / "plan.html", tmp_path / "plan.pdf"
    ct.write_plan(example_plan, path)
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={tmp_path}/own",
    ]
    run(chromium(), *options, f"--print-to-pdf={made}", path.as_uri())
    pages = ct.read_document(made)
    assert "58/KH-UBND" in pages.text
    last = pages.place(len(pages.text) - 1).page
    assert last is not None
    assert 4 <= last <= 12
    again = ct.read_plan(made)
    assert (again.number, again.issued, again.title) == (example_plan.number, example_plan.issued, example_plan.title)
    assert again.indicators == example_plan.indicators
    assert again.assignments == example_plan.assignments
