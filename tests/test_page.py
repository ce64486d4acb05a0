"""The web page: what it holds, and that no text of a plan can become a part of the page."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_samples import HOSTILE, YEAR, finding, findings, large_plan, plan_of, results

import chitieu as ct
from chitieu.findings import Finding, Severity
from chitieu.plan import Relation
from chitieu.plan_html import showable
from chitieu.targets.target import Bound
from chitieu.text import Span
from chitieu.writing.page import wordlist
from chitieu.writing.page.chart import MOST_BARS, track
from chitieu.writing.page.findings_view import quote_parts
from chitieu.writing.page.shares import shares_of

pytest.importorskip("jinja2")
html = pytest.importorskip("lxml.html")
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=60))


def parsed(page):
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def text_of(page, xpath):
    return [" ".join(node.text_content().split()) for node in parsed(page).xpath(xpath)]


def shape(page):
    """Return the names and the names of attributes of all elements, in order."""
    return [(node.tag, tuple(node.attrib)) for node in parsed(page).iter() if isinstance(node.tag, str)]


@pytest.fixture(scope="module")
def full(example_plan):
    return ct.render_page(example_plan, findings=findings(example_plan), progress=results(example_plan))


@pytest.fixture(scope="module")
def plain(example_plan):
    return ct.render_page(example_plan)


def test_the_header(plain, example_plan):
    assert text_of(plain, "//h1") == [example_plan.title]
    assert text_of(plain, "//header//dd") == [
        example_plan.issuer, "58/KH-UBND", "Sông Hậu, 16/01/2026", "năm 2026", "PHÓ CHỦ TỊCH, Nguyễn Văn A",
    ]  # fmt: skip
    assert text_of(plain, "//title") == [f"58/KH-UBND – {example_plan.title}"]


def test_every_target_has_a_row(full, example_plan):
    rows = text_of(full, "//tbody//td[contains(@class, 'target')]")
    assert [row for row in rows if row not in ("", "không nêu số")] == [
        str(target) for _, target in example_plan.targets()
    ]
    assert len(text_of(full, "//tbody")) == len(example_plan.indicators)


def test_every_task_is_there(plain, example_plan):
    tasks = [task.text for _, task in example_plan.work(implementation=True)]
    assert text_of(plain, "//li[@data-kind='task']/p") == tasks


def test_ratings_and_bars(full, example_plan):
    progress = results(example_plan)
    labels = wordlist.words_of("vi")["ratings"]
    badges = text_of(full, "//td[contains(@class, 'rated')]/span[contains(@class, 'badge')]")
    assert [badge.split(" ", 1)[1] for badge in badges] == [labels[row.rating.name.lower()] for row in progress.rows]
    shown = text_of(full, "//span[@class='percent']")
    assert shown == [wordlist.written_share(row.completion) for row in progress.rows if row.completion is not None]
    assert progress.summary.sentence("vi") in " ".join(text_of(full, "//*[@class='reached']"))


def test_figures_without_a_target_are_told(full):
    doubts = text_of(full, "//*[@id='doubts']//li")
    assert any(doubt.startswith("Số bò 2026: 19 con (ước)") for doubt in doubts)


def test_the_rating_of_the_report_stands_beside_ours(full, example_plan):
    progress = results(example_plan)
    assert progress.summary.disagreements == 1
    assert full.count("báo cáo ghi: đạt") == 1


def test_without_results_there_is_no_column_for_them(plain):
    assert len(text_of(plain, "//thead//th")) == 3
    assert not parsed(plain).xpath("//*[@id='chart']")
    assert not parsed(plain).xpath("//*[@id='findings']")


def test_findings_come_with_quotes_gravest_first(full):
    assert text_of(full, "//ol/li//mark") == ["1,4%", "Khởi công cầu", "96 MW"]
    assert text_of(full, "//ol/li//*[@class='message']")[0] == "Xem lại 1,4%"
    for number, words in enumerate(("Tỷ lệ hộ nghèo", "Khởi công cầu", "điện gió"), 1):
        goal = parsed(full).xpath(f"//*[@id='f{number}']//a/@href")[0].removeprefix("#")
        assert words in text_of(full, f"//*[@id='{goal}']")[0]
        assert parsed(full).xpath(f"//*[@id='{goal}']//a[@href='#f{number}']")


def test_no_findings_is_said(example_plan):
    page = ct.render_page(example_plan, findings=())
    assert text_of(page, "//*[@id='findings']/p") == ["Không có phát hiện nào."]


def test_a_finding_without_the_text_has_the_quote_with_its_caret(example_plan):
    bare = ct.Plan(title="x")
    page = ct.render_page(bare, findings=[finding(example_plan, "96 MW", Severity.NOTE)])
    assert text_of(page, "//mark") == ["96 MW"]
    quoted = Finding("c", Severity.NOTE, "m", "v", quote="one line alone")
    assert text_of(ct.render_page(bare, findings=[quoted]), "//blockquote") == ["one line alone"]


def test_english(example_plan):
    page = ct.render_page(example_plan, findings=findings(example_plan), progress=results(example_plan), language="en")
    root = parsed(page)
    assert root.get("lang") == "en"
    assert root.xpath("//h1")[0].get("lang") == "vi"
    assert text_of(page, "//ol/li//*[@class='message']")[0] == "Look at 1,4%"
    assert "Numbers are written the Vietnamese way" in page


def test_another_language_is_refused(example_plan):
    with pytest.raises(ValueError, match="language must be one of vi, en"):
        ct.render_page(example_plan, language="fr")


def test_both_languages_have_the_same_words():
    """A word of one language is a word of the other, with the same gaps to fill, and the page uses each."""

    def flat(words, prefix=""):
        for key, value in words.items():
            if isinstance(value, str):
                yield prefix + key, set(re.findall(r"\{\w*\}", value))
            else:
                yield from flat(value, f"{prefix}{key}.")

    vi, en = (dict(flat(wordlist.words_of(language))) for language in ("vi", "en"))
    assert vi == en
    folder = wordlist.resources.files("chitieu.writing.page")
    code = "".join(
        file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith((".py", ".html"))
    )
    unused = {key for key in vi if "." not in key and not re.search(rf"""\.{key}\b|["']{key}["']""", code)}
    assert not unused


def test_style_and_script_are_those_the_policy_names(full):
    root = parsed(full)
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", full, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_asked_of_the_network(full):
    root = parsed(full)
    assert not re.findall(r"https?://", full)
    assert all(link.startswith("#") for link in root.xpath("//a/@href"))
    assert not root.xpath("//*[@src or @style or @srcset or @action or @formaction]")
    assert "url(" not in full
    assert "@import" not in full


@cache
def harmless():
    """Return every element, with its attributes, that pages of harmless plans have."""
    plan = ct.read_plan("examples/ke-hoach-song-hau-2026.txt")
    pages = [ct.render_page(plan, findings=findings(plan), progress=results(plan))]
    for text in ("x", "Sở Y tế", "5 xã", "đạt"):
        other, its_findings, progress = plan_of(text)
        pages.append(ct.render_page(other, findings=its_findings, progress=progress))
    return {element for page in pages for element in shape(page)}


@given(TEXTS)
def test_texts_make_no_element(text):
    """Whatever a plan, its findings and results say, the page has no element, attribute or control character of its own."""
    plan, its_findings, progress = plan_of(text)
    page = ct.render_page(plan, findings=its_findings, progress=progress)
    assert set(shape(page)) <= harmless()
    assert showable(page) == page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stand_as_they_are(text):
    plan, its_findings, progress = plan_of(text)
    page = ct.render_page(plan, findings=its_findings, progress=progress)
    shown = showable(text).replace("\r\n", "\n")
    root = parsed(page)
    assert root.xpath("//h1")[0].text_content() == shown
    assert root.xpath("//li[@data-kind='task']/p")[0].text_content() == shown
    assert root.xpath("//*[@class='message']")[0].text_content() == shown
    assert len(root.xpath("//script")) == 1
    assert not root.xpath("//img | //iframe | //base | //link[@rel='stylesheet'] | //@*[starts-with(name(), 'on')]")


def test_an_empty_plan():
    page = ct.render_page(ct.Plan(), findings=(), progress=ct.progress(ct.Plan(), []))
    assert text_of(page, "//h1") == ["Kế hoạch không có trích yếu"]
    assert "Kế hoạch không nêu chỉ tiêu." in page
    assert "Kế hoạch không giao nhiệm vụ." in page


def test_the_same_plan_gives_the_same_page(example_plan, plain):
    assert ct.render_page(example_plan) == plain


def test_a_chart_of_many_targets_shows_the_worst():
    plan = large_plan(1, 100)
    told = [ct.Observation(item.name, YEAR, ct.Quantity(Decimal(at), "xã")) for at, item in enumerate(plan.indicators)]
    page = ct.render_page(plan, progress=ct.progress(plan, told))
    bars = text_of(page, "//div[starts-with(@class, 'row')]//*[@class='figure']")
    assert len(bars) == MOST_BARS
    assert bars[0] == "✕ 0,0%"
    assert f"{MOST_BARS} kết quả kém nhất so với mục tiêu trong số 100" in page


def test_a_ceiling_without_a_start_is_drawn_as_a_share_of_it():
    plan = ct.Plan(period=YEAR, indicators=ct.parse_indicators("1) Tỷ lệ hộ nghèo không quá 2,5%;"))
    page = ct.render_page(plan, progress=ct.progress(plan, [ct.Observation("poor", YEAR, ct.parse_quantity("2%"))]))
    assert text_of(page, "//div[starts-with(@class, 'row')]") == ["1. Tỷ lệ hộ nghèo (càng thấp càng tốt) ✓ 80,0%"]
    assert not parsed(page).xpath("//span[@class='percent']")


def test_results_for_a_part_of_the_year():
    plan = ct.Plan(period=YEAR, indicators=ct.parse_indicators("1) Thu nội địa đạt 8.000 tỷ đồng;"))
    half = ct.Observation("Thu nội địa", ct.parse_period("6 tháng đầu năm 2026"), ct.parse_quantity("4.200 tỷ đồng"))
    page = ct.render_page(plan, progress=ct.progress(plan, [half]))
    (rated,) = text_of(page, "//td[contains(@class, 'rated')]")
    assert "tính đến nay: không đạt" in rated
    assert "bằng 105,9% so với tiến độ thời gian" in rated
    assert "Mọi số liệu: ước, 6 tháng đầu năm 2026" in page


@given(st.fractions(min_value=-2, max_value=3, max_denominator=1000))
def test_bars_grow_with_the_share(share):
    """A bar is between nothing and the whole width, and a larger share has no shorter bar."""
    assert Decimal(0) <= track(share) <= track(share + Fraction(1, 10)) <= Decimal(100)


@given(st.text(), st.integers(0, 80), st.integers(0, 80))
def test_quotes_are_of_the_text(text, start, length):
    """The middle of a quote is what the span names; both sides are of the same text."""
    span = Span(start, start + length)
    before, meant, after = quote_parts(text, span)
    assert meant == span.of(text)
    assert before.removeprefix("…") in text
    assert after.removesuffix("…") in text


def test_long_quotes_are_cut():
    before, meant, after = quote_parts("a" * 10_000, Span(500, 9_000))
    assert (len(before), len(meant), after) == (91, 401, "")


def test_missing_jinja_is_told(example_plan, monkeypatch):
    from chitieu.writing import page  # noqa: PLC0415

    page._template.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ct.MissingExtraError, match=r"chitieu\[page\]"):
        ct.render_page(example_plan)
    monkeypatch.undo()
    page._template.cache_clear()


def test_large_plans_cost_by_their_size():
    small, large = (len(ct.render_page(large_plan(count, count))) for count in (100, 200))
    assert large < 2.1 * small


# --- states of tasks -----------------------------------------------------------------------------------------


def stands(page):
    return text_of(page, "//li[@data-kind='task']//*[@class='stands']/dd")


def work_of(*tasks):
    return ct.Plan(assignments=(ct.Assignment("Sở Xây dựng", "1", (ct.Agency("Sở Xây dựng"),), tasks),))


def test_states_stand_beside_tasks():
    due = date(2026, 6, 30)
    names = ("Sửa cầu", "Xây kè", "Mở bến", "Trồng rừng", "Thông đường", "Đóng quỹ")
    plan = work_of(*(ct.Task(name, due=due) for name in names))
    reports = [
        ct.TaskReport("Sửa cầu", ct.TaskState.DONE, date(2026, 6, 12), "Biên bản số 4"),
        ct.TaskReport("Xây kè", done_on=date(2026, 7, 3), agency="Sở Xây dựng"),
        ct.TaskReport("Mở bến", ct.TaskState.IN_PROGRESS, agency="Công an tỉnh"),
        ct.TaskReport("Thông đường", ct.TaskState.CANCELLED),
        ct.TaskReport("Đóng quỹ", ct.TaskState.DONE_ON_TIME, date(2026, 7, 2)),
        ct.TaskReport("Lát hè.", ct.TaskState.DONE),
    ]
    page = ct.render_page(plan, tasks=ct.task_progress(plan, reports, on=date(2026, 7, 31)))
    assert stands(page) == [
        "✓ đã hoàn thành đúng hạn xong ngày 12/06/2026 Biên bản số 4",
        "≈ đã hoàn thành quá hạn chậm 3 ngày xong ngày 03/07/2026",
        "✕ chưa hoàn thành, quá hạn chậm 31 ngày báo cáo ghi: đang thực hiện theo báo cáo của Công an tỉnh",
        "✕ chưa hoàn thành, quá hạn chậm 31 ngày chưa có báo cáo",
        "– đã hủy",
        "≈ đã hoàn thành quá hạn chậm 2 ngày xong ngày 02/07/2026 báo cáo ghi: đã hoàn thành đúng hạn",
    ]
    assert text_of(page, "//div[@data-part]/p[@class='who']") == ["hoàn thành 3/5, quá hạn 2"]
    (summed,) = text_of(page, "//section[@id='overview']/div[@class='reached']/p")
    assert summed == (
        "5 nhiệm vụ được giao: 3 đã hoàn thành (1 đúng hạn, 2 quá hạn), 2 chưa hoàn thành (0 trong hạn, 2 quá hạn) "
        "Tính đến 31/07/2026 60,0% việc đã đến hạn được hoàn thành 1 nhiệm vụ chưa có báo cáo"
    )
    assert text_of(page, "//select[@id='state']/option") == [
        "Mọi trạng thái", "đã hoàn thành đúng hạn (1)", "đã hoàn thành quá hạn (2)", "chưa hoàn thành, quá hạn (2)",
        "đã hủy (1)", "chưa có báo cáo (1)",
    ]  # fmt: skip
    doubts = text_of(page, "//section[@id='task-doubts']//li")
    assert doubts[-1] == "Lát hè: đã hoàn thành không có nhiệm vụ nào như vậy"
    assert any(doubt.startswith("Đóng quỹ") for doubt in doubts)
    assert "Báo cáo nhiệm vụ cần xem lại 2" in text_of(page, "//nav//a")


def test_states_in_english(example_plan):
    page = ct.render_page(example_plan, tasks=ct.task_progress(example_plan, [], on=date(2026, 5, 31)), language="en")
    states = stands(page)
    assert sum(state.startswith("✕ open, overdue") for state in states) == 7
    assert "34 assigned: 0 done" in page
    assert "open tasks without a report: 34" in page


def test_no_states_without_reports(full, plain):
    for page in (full, plain):
        assert stands(page) == []
        assert not parsed(page).xpath("//select[@id='state'] | //*[@data-state] | //section[@id='task-doubts']")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_reports_stand_as_they_are(text):
    plan, _, _ = plan_of(text)
    (task,) = (task for _, task in plan.work()[:1])
    report = ct.TaskReport(task.text, ct.TaskState.DONE_LATE, note=text, agency=f"{text} 9", source=text)
    other = ct.TaskReport(f"{text} 8", ct.TaskState.DONE, note=text)
    page = ct.render_page(plan, tasks=ct.task_progress(plan, [report, other], on=date(2026, 7, 31)))
    shown = showable(text).replace("\r\n", "\n")
    root = parsed(page)
    assert root.xpath("//*[@class='remark said']")[0].text_content() == shown
    assert shape(page).count(("script", ())) == 1
    assert not root.xpath("//img | //iframe | //base | //link[@rel='stylesheet'] | //@*[starts-with(name(), 'on')]")


@given(st.lists(st.integers(0, 1000), max_size=7))
def test_parts_fill_the_bar(counts):
    """Law: the parts of a bar stand side by side, in their order, from nothing to the whole width."""
    shares = shares_of((str(at), "", "", count) for at, count in enumerate(counts))
    assert [(share.value, share.count) for share in shares] == [(str(at), n) for at, n in enumerate(counts) if n]
    ends = [share.x + share.width for share in shares]
    assert [share.x for share in shares] == [Decimal(0), *ends][: len(shares)]
    assert not ends or abs(ends[-1] - 100) <= Decimal("0.01") * len(ends)


def test_the_worst_of_many_results_are_named_with_their_lines():
    parts = tuple(
        ct.PlannedIndicator(f"khu vực {at}", targets=(ct.Target(ct.Quantity(10, "xã")),), relation=Relation.PART)
        for at in range(MOST_BARS)
    )
    own = (ct.Target(ct.Quantity(10, "xã")), ct.Target(ct.Quantity(2, "ha"), Bound.AT_MOST))
    plan = ct.Plan(period=YEAR, indicators=(ct.PlannedIndicator("Xã đạt chuẩn", "7", targets=own, parts=parts),))
    told = [ct.Observation(part.name, YEAR, ct.Quantity(9, "xã")) for part in parts]
    told += [ct.Observation("Xã đạt chuẩn", YEAR, ct.Quantity(*value)) for value in ((8, "xã"), (1, "ha"))]
    names = text_of(ct.render_page(plan, progress=ct.progress(plan, told)), "//*[@class='chart']//*[@class='name']")
    assert names[:2] == ["7. Xã đạt chuẩn", "khu vực 0 (7. Xã đạt chuẩn)"]
    assert len(names) == MOST_BARS  # a ceiling with room under it is none of the worst
