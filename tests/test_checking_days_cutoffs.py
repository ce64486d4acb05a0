"""The days report data run from and to."""

import re
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, only, plan

import chitieu as ct
from chitieu.checking.days import reporting
from chitieu.checking.days.cutoffs import sent_too_early, wrong_cutoffs
from chitieu.text import SourceText

UNTIL = "1. Thời gian chốt số liệu báo cáo như sau:\n"


def wrong(text):
    """Return what is said to be wrong in a text."""
    source = SourceText(text)
    return [source.clean(start, end) for start, end in wrong_cutoffs(source.text, source.lower)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (UNTIL + "- Báo cáo quý: từ ngày 15 tháng trước kỳ báo cáo đến ngày {25 của tháng cuối quý};", None),
        (UNTIL + "a) Báo cáo tháng: từ ngày 01 đến ngày cuối cùng của tháng báo cáo;", "từ ngày 01 đến ngày cuối cùng của tháng báo cáo"),
        (UNTIL + "- Quý I: từ ngày 15/12/2025 đến ngày 31/3/2026;\n- Quý II: từ 15/3 đến 14/6.", "từ ngày 15/12/2025 đến ngày 31/3/2026"),
        (UNTIL + "1.1. Báo cáo 6 tháng cuối năm: từ 15/6/2026 đến 31/12/2026.", "từ 15/6/2026 đến 31/12/2026"),
        (UNTIL + "Báo cáo quý: từ 15 tháng trước đến 14 tháng cuối quý.\nBáo cáo năm: từ 15/12 đến 31/12.", "từ 15/12 đến 31/12"),
        ("Thời gian chốt số liệu báo cáo 6 tháng đầu năm từ ngày 15/12/2025 đến hết ngày 30/6/2026.", "từ ngày 15/12/2025 đến hết ngày 30/6/2026"),
        ("Chế độ báo cáo theo Nghị định số 09/2019/NĐ-CP:\n- Báo cáo năm: tính từ ngày 01/01 đến ngày 31/12/2026.", "từ ngày 01/01 đến ngày 31/12/2026"),
        ("Số liệu báo cáo 9 tháng tính từ ngày 15 tháng 12 năm trước đến ngày 30 tháng 9 năm báo cáo.", "từ ngày 15 tháng 12 năm trước đến ngày 30 tháng 9 năm báo cáo"),
        ("Chốt số liệu báo cáo quý I từ 15/12 đến 14/3, quý II từ 15/3 đến 20/6.", "từ 15/3 đến 20/6"),
        ("Báo cáo năm 2026 (số liệu từ 15/12/2026 đến 14/12/2026).", "từ 15/12/2026 đến 14/12/2026"),
        ("Chốt số liệu báo cáo hằng tháng từ ngày 20 tháng trước đến ngày 19 của tháng báo cáo.", "từ ngày 20 tháng trước đến ngày 19 của tháng báo cáo"),
        ("Báo cáo quý: số liệu từ ngày 10 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối quý.", "từ ngày 10 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối quý"),
        ("Báo cáo quý: số liệu từ ngày 15 tháng đầu quý đến ngày 14 của tháng cuối quý.", "từ ngày 15 tháng đầu quý đến ngày 14 của tháng cuối quý"),
        ("Báo cáo quý: số liệu từ ngày 15 tháng trước đến ngày 14 tháng đầu quý sau.", "từ ngày 15 tháng trước đến ngày 14 tháng đầu quý sau"),
        ("Báo cáo quý, 6 tháng, năm: số liệu từ ngày 15 tháng trước kỳ báo cáo đến ngày 20 tháng cuối kỳ.", "từ ngày 15 tháng trước kỳ báo cáo đến ngày 20 tháng cuối kỳ"),
        ("Kỳ báo cáo quý được tính từ ngày đầu tiên của quý đến ngày cuối cùng của quý.", "từ ngày đầu tiên của quý đến ngày cuối cùng"),
        ("Chốt số liệu báo cáo năm 2026: 01/01/2026 - 31/12/2026.", "01/01/2026 - 31/12/2026"),
        ("Nội dung quý III phản ánh tình hình từ 01/7/2026 đến 14/9/2026, đúng quy định tại Nghị định 09/2019/NĐ-CP.", "từ 01/7/2026 đến 14/9/2026"),
        # the last day alone
        ("Thời điểm chốt số liệu báo cáo quý là ngày 20 của tháng cuối quý.", "20 của tháng cuối quý"),
        ("Đối với báo cáo 6 tháng đầu năm, chốt số liệu đến ngày 30 tháng 6 năm 2026.", "30 tháng 6 năm 2026"),
        ("Mốc chốt số liệu báo cáo tháng: ngày 20 hằng tháng.", "20 hằng tháng"),
        # a table
        ("| Báo cáo | Chốt số liệu | Gửi |\n|---|---|---|\n| Báo cáo năm | từ 01/01 đến 31/12 | từ 15/12 đến 18/12 |", "từ 01/01 đến 31/12"),
    ],
)  # fmt: skip
def test_days_that_are_not_those_of_the_decree(text, days):
    text = text.replace("{", "").replace("}", "")
    assert wrong(text) == [days or re.search(r"từ .*(?=;)", text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        UNTIL + "- Báo cáo tháng: từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo;",
        UNTIL + "- Báo cáo quý: từ ngày 15 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối quý thuộc kỳ báo cáo;",
        UNTIL + "- Báo cáo quý: từ ngày 15 tháng cuối quý trước đến ngày 14 tháng thứ ba của quý;",
        UNTIL + "- Báo cáo 6 tháng: từ ngày 15 tháng 12 năm trước kỳ báo cáo đến ngày 14 tháng 6 của kỳ báo cáo;",
        UNTIL + "- Báo cáo 6 tháng: từ ngày 15 tháng 6 đến ngày 14 tháng 12 của kỳ báo cáo.",
        "Chốt số liệu báo cáo: quý I từ 15/12 đến 14/3; 9 tháng từ 15/12/2025 đến 14/9/2026; năm: từ 15/12/2025 - 14/12/2026.",
        # the days reports are sent, and other work
        "Thời gian gửi báo cáo quý: từ ngày 15 đến ngày 20 của tháng cuối quý.",
        "Thời hạn gửi báo cáo:\n- Báo cáo quý: từ ngày 18 đến ngày 22 của tháng cuối quý;",
        "Báo cáo năm: chốt số liệu theo quy định, gửi từ ngày 15 đến ngày 20 tháng 12.",
        "Báo cáo số liệu theo Nghị định số 09/2019/NĐ-CP.\n2. Phát động thi đua 6 tháng đầu năm từ ngày 01/01 đến ngày 30/6/2026.",
        "Kiểm tra các xã trong quý II, từ ngày 01/5/2026 đến ngày 30/6/2026, báo cáo kết quả.",
        "Báo cáo 6 tháng trước ngày 18/6/2026, báo cáo năm trước ngày 18/12/2026 (số liệu chốt đến ngày 14 tháng cuối kỳ).",
        # what was so on a day
        "Báo cáo năm 2025: số liệu tính đến ngày 31/12/2025, toàn tỉnh có 88 xã.",
        "Chốt số liệu hộ nghèo đến ngày 30/11/2026, báo cáo UBND tỉnh.",
        "Gửi báo cáo quý trước ngày 16 của tháng cuối kỳ; báo cáo năm trước ngày 17/12/2026 (số liệu tính từ ngày 15/12/2025 đến ngày 14/12/2026).",
        # reports with rules of their own
        "Báo cáo thống kê năm: số liệu từ ngày 01/01/2026 đến ngày 31/12/2026.",
        "Báo cáo giải ngân tháng: số liệu từ ngày 01 đến ngày cuối cùng của tháng.",
        "Báo cáo theo Thông tư số 07/2023/TT-BYT:\n- Báo cáo quý: số liệu từ ngày 01 tháng đầu quý đến ngày cuối cùng của quý.",
        # no period, no data, no report
        "Số liệu của báo cáo từ ngày 01/01/2026 đến ngày 31/3/2026.",
        "Báo cáo quý I từ ngày 01/01/2026 đến ngày 31/3/2026.",
        "Chốt số liệu quý I từ ngày 01/01/2026 đến ngày 31/3/2026.",
        "",
    ],
)  # fmt: skip
def test_days_that_are_right_or_no_days_of_data(text):
    assert wrong(text) == []


DATA = "Chốt số liệu {} từ ngày {} đến ngày {}."


@pytest.mark.parametrize(
    ("names", "begin", "end"),
    [
        (["quý I", "quý 1", "báo cáo quý"], "15/12", "14/3"),
        (["quý II", "quý 2", "báo cáo quý"], "15/3", "14/6"),
        (["quý III", "quý 3", "báo cáo quý"], "15/6", "14/9"),
        (["quý IV", "quý 4", "báo cáo quý"], "15/9", "14/12"),
        (["6 tháng đầu năm", "báo cáo 6 tháng", "báo cáo sáu tháng"], "15/12", "14/6"),
        (["6 tháng cuối năm", "báo cáo 6 tháng"], "15/6", "14/12"),
        (["9 tháng", "chín tháng"], "15/12", "14/9"),
        (["báo cáo năm"], "15/12", "14/12"),
        (["báo cáo tháng", "báo cáo tháng 1"], "15/12", "14/1"),
        (["báo cáo tháng", "báo cáo tháng 02"], "15/01", "14/02"),
        (["báo cáo tháng", "báo cáo tháng 12"], "15/11", "14/12"),
    ],
)  # fmt: skip
def test_each_period_by_its_names(names, begin, end):
    for name in names:
        about = name if "báo cáo" in name else f"báo cáo {name}"
        assert wrong(DATA.format(about, begin, end)) == []
        assert wrong(DATA.format(about, begin.replace("15/", "14/"), end)) != []
        assert wrong(DATA.format(about, begin, "14/8")) == [f"từ ngày {begin} đến ngày 14/8"]
        assert wrong(DATA.format(about, "15/7", end)) == [f"từ ngày 15/7 đến ngày {end}"]


@pytest.mark.parametrize(
    ("begin", "end", "right"),
    [
        ("15/12/2025", "14/3/2026", True),
        ("15/12/2024", "14/3/2026", False),
        ("15/12/2026", "14/3/2026", False),
        ("15/12", "14/3/2026", True),
        ("15/12/2025", "14/3", True),
    ],
)
def test_the_years_lie_as_far_apart_as_those_of_the_period(begin, end, right):
    assert (wrong(DATA.format("báo cáo quý I", begin, end)) == []) is right


def _written(period, begin, end):
    names = {"H1": "6 tháng đầu năm", "H2": "6 tháng cuối năm", "9M": "9 tháng"}
    name = names.get(str(period).partition("-")[2]) or ct.format_period(period, "digits")
    return [
        f"Báo cáo {name}: số liệu từ ngày {begin:%d/%m/%Y} đến ngày {end:%d/%m/%Y}.",
        f"{UNTIL}- Báo cáo {name}: từ ngày {begin.day} tháng {begin.month} đến hết ngày {end.day} tháng {end.month} năm {end.year};",
    ]


PERIODS = [
    *(ct.Period(2026, kind, index) for kind, last in ((ct.PeriodKind.MONTH, 12), (ct.PeriodKind.QUARTER, 4), (ct.PeriodKind.HALF, 2)) for index in range(1, last + 1)),
    ct.Period.of_months(2026, 1, 9),
    ct.Period(2026),
]  # fmt: skip


@given(st.sampled_from(PERIODS), st.integers(-40, 40), st.integers(-40, 40))
def test_law_data_are_of_the_days_of_the_administrative_calendar(period, early, late):
    """Days are reported exactly if they are not those of the calendar of reports."""
    begin, end = period.bounds(ct.Calendar.ADMINISTRATIVE)
    moved = (begin + timedelta(early), end + timedelta(late))
    for text in _written(period, *moved):
        assert bool(wrong(text)) == (early != 0 or late != 0), text


def test_the_rule_points_at_the_days():
    subject = plan(reports="1. Chốt số liệu báo cáo quý từ ngày 15 tháng trước đến ngày 25 tháng cuối quý.")
    finding = only(subject, reporting.report_schedule)
    assert finding.span.of(subject.text) == "từ ngày 15 tháng trước đến ngày 25 tháng cuối quý"
    assert (finding.fields["begin"], finding.fields["cutoff"]) == (15, 14)


@pytest.mark.parametrize(("issued", "count"), [(date(2019, 3, 11), 0), (date(2019, 3, 12), 1), (None, 1)])
def test_the_decree_counts_from_its_first_day(issued, count):
    subject = plan(reports="1. Chốt số liệu báo cáo quý từ ngày 15 tháng trước đến ngày 25 tháng cuối quý.")
    assert len(found(evolve(subject, issued=issued), reporting.report_schedule)) == count


@given(st.sampled_from(PERIODS), st.integers(-40, 40))
def test_law_a_report_is_sent_when_its_data_are_there(period, days):
    """The day a report is due is reported exactly if it lies before the last day of its data; *trước* leaves it out."""
    begin, end = period.bounds(ct.Calendar.ADMINISTRATIVE)
    due = end + timedelta(days)
    for word, early in (("chậm nhất là", due < end), ("trước", due <= end)):
        text = f"- Báo cáo: số liệu từ ngày {begin:%d/%m/%Y} đến ngày {end:%d/%m/%Y}; gửi {word} ngày {due:%d/%m/%Y}."
        assert bool(list(sent_too_early(text, text.lower()))) == early, text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("đến ngày 14 của tháng cuối quý; gửi trước ngày 12 của tháng cuối quý.", "trước ngày 12 của tháng cuối quý"),
        ("đến ngày 14 của tháng cuối quý; gửi trước ngày 18 của tháng cuối quý.", None),
        ("đến ngày 14/12; gửi Sở Tài chính chậm nhất là ngày 10/01 năm sau.", None),
        ("đến ngày 14/12. Gửi trước ngày 10/12.", None),
        ("đến ngày 14 của tháng báo cáo, gửi trước ngày 10/6.", None),
        # early in the year is the next one; March is not
        ("đến ngày 14/12; gửi trước ngày 10/02.", None),
        ("đến ngày 14/12; gửi trước ngày 10/03.", "trước ngày 10/03"),
        ("đến ngày 14/11; gửi trước ngày 10/01.", "trước ngày 10/01"),
        # a year counts for both where only one of them has it
        ("đến ngày 14/6; gửi trước ngày 10/6/2026.", "trước ngày 10/6/2026"),
        ("đến ngày 14/6/2026; gửi trước ngày 10/6.", "trước ngày 10/6"),
        ("đến ngày 14/6/2026; gửi trước ngày 10/6/2027.", None),
        ("đến ngày 14/6/2026; gửi trước ngày 20/7/2025.", "trước ngày 20/7/2025"),
        # the day itself
        ("đến ngày 14/6; gửi trước ngày 14/6.", "trước ngày 14/6"),
        ("đến ngày 14/6; gửi trước ngày 15/6.", None),
        ("đến ngày 14/6; gửi chậm nhất là ngày 14/6.", None),
        ("đến ngày 14 tháng cuối quý; gửi trước ngày 14 tháng cuối quý.", "trước ngày 14 tháng cuối quý"),
        ("đến ngày 14 tháng cuối quý; gửi trước ngày 15 tháng cuối quý.", None),
        ("đến ngày 14 tháng cuối quý; gửi chậm nhất là ngày 14 tháng cuối quý.", None),
        # the last of a month is no day that is known
        ("đến ngày cuối cùng của tháng cuối quý; gửi trước ngày 10 của tháng cuối quý.", None),
    ],
)
def test_when_reports_are_sent(text, days):
    lower = f"báo cáo: số liệu từ ngày 15 tháng trước {text}".lower()
    assert [lower[start:end] for start, end in sent_too_early(lower, lower)] == ([days] if days else [])


def test_each_period_of_a_sentence_has_its_own_days():
    text = (
        "Báo cáo: số liệu quý tính từ ngày 15 tháng trước kỳ báo cáo đến ngày 14 của tháng cuối quý, "
        "số liệu năm tính từ ngày 15 tháng 12 năm 2026 đến ngày {} tháng 12 năm 2027."
    )
    assert wrong(text.format(14)) == []
    assert len(wrong(text.format(31))) == 1


@given(
    st.sampled_from(PERIODS),
    st.integers(-40, 40),
    st.sampled_from(["chốt ngày", "số liệu chốt đến ngày", "số liệu tính đến hết 17 giờ ngày"]),
)
def test_law_a_report_in_a_clause_is_sent_when_its_data_are_there(period, days, words):
    """One clause with the last day of the data and the day of sending says the same as a range of days, in either order."""
    end = period.bounds(ct.Calendar.ADMINISTRATIVE)[1]
    due = end + timedelta(days)
    data, sent = f"{words} {end:%d/%m/%Y}", f"chậm nhất ngày {due:%d/%m/%Y}"
    for text in (f"báo cáo: {data}, gửi {sent}; các xã", f"báo cáo gửi {sent} (số liệu {data})."):
        assert [text[first:last] for first, last in sent_too_early(text, text)] == ([sent] if due < end else []), text


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("báo cáo quý i: thời điểm chốt số liệu: 14/3/2027; thời hạn gửi: 07/3/2027", ["07/3/2027"]),
        ("báo cáo 9 tháng (chốt 14/9/2027) gửi trước 14/9/2027", ["trước 14/9/2027"]),
        (
            "báo cáo quý gửi trước ngày 12 tháng cuối quý, số liệu đến ngày 14 tháng cuối quý",
            ["trước ngày 12 tháng cuối quý"],
        ),
        # another report, estimates, data of before
        ("số liệu báo cáo năm chốt ngày 14/12/2027; báo cáo quý gửi trước ngày 17/3/2027", []),
        ("báo cáo quý i gửi trước ngày 20/3/2027, số liệu quý ii chốt ngày 14/6/2027", []),
        ("báo cáo năm: số liệu ước đến ngày 31/12/2027, gửi trước ngày 20/11/2027", []),
        ("chốt ngày 14/6/2027, gửi chậm nhất ngày 07/6/2027", []),
        ("báo cáo: chốt danh sách ngày 14/6/2027. nộp hồ sơ trước ngày 10/6/2027", []),
        # other words for data that are closed
        (
            "mỗi tháng khóa sổ số liệu vào ngày 14; báo cáo tháng gửi trước ngày 09 của tháng đó",
            ["trước ngày 09 của tháng đó"],
        ),
        ("mỗi tháng khóa sổ số liệu vào ngày 14; báo cáo tháng gửi trước ngày 19 của tháng đó", []),
        (
            "khóa số liệu quý i ngày 14/3/2027, có 03 ngày làm việc để gửi, chậm nhất ngày 12/3/2027",
            ["chậm nhất ngày 12/3/2027"],
        ),
        ("chốt số liệu 9 tháng vào ngày 14/9/2027 và báo cáo trước ngày 05/9/2027", ["trước ngày 05/9/2027"]),
        ("báo cáo quý i: ngày chốt số liệu 14/3/2027, hạn nộp 08/3/2027", ["08/3/2027"]),
    ],
)
def test_days_of_sending_in_a_clause(text, days):
    assert [text[start:end] for start, end in sent_too_early(text, text)] == days


def test_data_closed_on_a_day():
    """The word *đến* may be left out: *chốt số liệu ngày …*."""
    for words in ("chốt ngày", "chốt số liệu ngày", "số liệu chốt vào ngày"):
        for day, wrong in ((14, 0), (20, 1)):
            text = f"báo cáo quý i: {words} {day}/3/2027"
            assert len(list(wrong_cutoffs(text, text))) == wrong
