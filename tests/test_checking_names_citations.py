"""Rules about documents a plan cites."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import codes, found, only, plan

import chitieu as ct
from chitieu.checking.names import citations


def cited(text):
    return plan(bases=text)


def test_a_document_later_than_the_plan():
    finding = only(cited("Căn cứ Nghị quyết số 02/NQ-CP ngày 20/01/2026 của Chính phủ;"), citations.reference_future)
    assert finding.message == "'02/NQ-CP' is of 20/01/2026, not before what rests on it (2026-01-16)"
    numbered = cited("Căn cứ Nghị quyết số 31/2027/NQ-HĐND của HĐND tỉnh;")
    assert only(numbered, citations.reference_future).fields["dated"] == "2027"


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_law_a_document_is_reported_exactly_if_it_is_later(issued, dated):
    """The day of the plan itself is no fault; the plan's own number is none of its citations."""
    base = ct.Reference("02/NQ-CP", date=dated)
    own = ct.Reference("9/KH-UBND", date=date(2031, 1, 1))
    built = ct.Plan(number="9/KH-UBND", issued=issued, bases=(base, own))
    assert len(found(built, citations.reference_future)) == (dated > issued)


@given(st.integers(2000, 2025), st.dates(date(2000, 1, 1), date(2025, 12, 31)))
def test_law_the_year_in_a_number_is_that_of_its_date(year, dated):
    """A year in the number is reported exactly if the date has another."""
    built = ct.Plan(bases=(ct.Reference(f"31/{year}/NQ-HĐND", date=dated),))
    assert len(found(built, citations.reference_year)) == (year != dated.year)


def test_a_year_that_is_not_that_of_the_date():
    wrong = cited("Căn cứ Nghị quyết số 41/2025/NQ-HĐND ngày 11 tháng 12 năm 2024 của HĐND tỉnh;")
    assert only(wrong, citations.reference_year).fields["numbered"] == 2025


def test_one_document_with_two_days():
    twice = cited(
        "Căn cứ Nghị quyết số 41/2025/NQ-HĐND ngày 11 tháng 12 năm 2025 của HĐND tỉnh; theo Nghị quyết số 41/2025/NQ-HĐND "
        "ngày 10 tháng 12 năm 2025 của HĐND tỉnh;"
    )
    finding = only(twice, citations.reference_disagrees)
    assert (finding.fields["dated"], finding.fields["other"]) == (date(2025, 12, 10), date(2025, 12, 11))
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "bases",
    [
        "Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ; Nghị quyết số 01/NQ-CP ngày 08/01/2022 của Chính phủ;",
        "Nghị quyết số 09-NQ/TU ngày 05/12/2020; Nghị quyết số 09-NQ/TU ngày 05/12/2025;",
        "Quyết định số 12/QĐ-UBND ngày 02/01/2026 của UBND tỉnh; Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND xã An Bình;",
        "Nghị định số 107, 108 và 120/2020/NĐ-CP ngày 14/9/2020 của Chính phủ;",
    ],
)
def test_other_documents_may_have_the_same_number(bases):
    assert codes(cited(f"Căn cứ {bases}")) == []


@pytest.mark.parametrize(
    "number",
    [
        "124/QĐ/TTg", "31/NQ/HĐND", "31/2022/NQ/HĐND", "31-2022/NQ-HĐND", "31/20222/NQ-HĐND", "31/202/NQ-HĐND", "370//KH-UBND",
        "31/3022/NQ-HĐND", "370/KH--UBND", "370KH-UBND", "37O/KH-UBND", "2719/QĐ/UBND", "09/NQ/TU", "09-NQ-TU", "370/KH_UBND", "09-NQ//TU", "09--NQ/TU", "123-KL//TW", "31/2022NQ-HĐND", "125/2025/ND/CP",
        "69/NQHĐND", "31/2022/NQHĐND", "2475/QĐUBND", "12/KHUBND", "06/QĐTTg", "01/NQCP", "60/2021/NĐCP", "12/2025/TTBTC", "57/NQTW",
        "118/NQ-HĐND/2025", "370/KH-UBND/2026", "118/NQ-2025/HĐND", "118/NQ/2025/HĐND", "2025/8/NQ-HĐND", "118/2025-NQ-HĐND", "118//2025/NQ-HĐND",
        "370-KH-UBND", "31/NQ-HDND", "370/KH-UBDN", "370/KH-UBTD", "370/KH-UBN", "370/KH-UBNDD", "31/NQ-HĐNĐ", "30/2020/ND-CP", "15/QD-UBND", "31/2O22/NQ-HĐND", "370\\KH-UBND", "57NQ/TW", "57-NQTW",
        "226/QH15/2025", "226-2025/QH15", "226/2025-QH15", "226/2025QH15", "12/UBTVQH15/2025",
        "162024/NĐ-CP", "312022/NQ-HĐND", "822024/QH15", "112KH-SYT", "112/KH/SGDĐT", "1210NQ-UBTVQH15", "1210/NQUBTVQH15", "24/NQ-/TW", "24/-NQ/TW", "112//KH-SYT",
        "112KHUBND", "24NQTW", "21504/NĐ-CP", "202/2025/NQ-QH15", "12/NQ-UBND", "12/NQ-SYT",
        "l2/KH-UBND", "I2/KH-UBND", "31.2022/NQ-HĐND", "202/2025/QH-15", "QĐ-31/UBND", "NQ/18/TW",
    ],
)  # fmt: skip
def test_numbers_that_are_none(number):
    finding = only(cited(f"Căn cứ văn bản số {number} của UBND tỉnh;"), citations.reference_malformed)
    assert finding.fields["written"] == number
    assert finding.quote.splitlines()[1].strip() == "^" * len(number)
    built = ct.Plan(bases=(ct.Reference(number),))
    assert [one.about for one in found(built, citations.reference_malformed)] == [number]


def test_a_number_whose_body_is_lost():
    assert only(cited("Căn cứ Quyết định số 370/QĐ- của UBND tỉnh;"), citations.reference_malformed).about == "370/QĐ-"


@pytest.mark.parametrize(
    "number",
    [
        "18/NQ-TW", "370-KH/UBND", "12/QĐ-ubnd", "09-NQ/TU", "1298/QĐ-UBND-HC", "40/TTr.UB", "08-QĐi/TW",
        "12/2019/TT-BNV", "55/2005/TTLT-BNV-VPCP", "370/KH- UBND", "31/2022/NQ- HĐND", "230/BYT-BM-TE", "388/NQ-UBTVQH16",
        "66.7/2025/NQ-CP", "1211/2016/UBTVQH13", "39/2003/NQ-HĐND-K6", "305/2005/QĐ-TTG", "23a/TB-UBND", "1900/CL-BTL",
        "https://x.vn/124/QĐ/TTg", "Số: /KH-UBND", "xã/năm", "10/TP.HCM",
        "815/TTCP-KHTH", "12/CTCP-KT", "2019/2020/QĐ-UBND", "120/CV-BTC", "120-CV/BTC", "15 /KH-UBND", "45/KH-CAT", "12/QĐ-VKSNDTC",
    ],
)  # fmt: skip
def test_odd_but_real_numbers(number):
    assert not found(f"Căn cứ văn bản số {number} của UBND tỉnh", citations.reference_malformed)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # a hyphen that is lost in the middle of a line
        ("Kế hoạch số 370/KH UBND của tỉnh", "370/KH UBND"),
        ("Nghị định số 60/2021/NĐ CP, ", "60/2021/NĐ CP"),
        ("Kế hoạch số 370/KH\nUBND tỉnh", None),
        ("Kế hoạch số 370/KH-UBND UBND tỉnh", None),
        # a number of the Party for a body of the state, since there is one decree on both
        ("Kế hoạch số 45-KH/UBND ngày 12/01/2025 của UBND tỉnh", "45-KH/UBND"),
        ("Kế hoạch số 45-KH/UBND ngày 12/01/2012 của UBND tỉnh", None),
        ("Kế hoạch số 45-KH/TU ngày 12/01/2025 của Tỉnh ủy", None),
        # kinds that always have their year, cited in full
        ("Nghị định số 120/NĐ-CP ngày 17 tháng 11 năm 2020 của Chính phủ", "120/NĐ-CP"),
        ("Thông tư số 12/TT-BNV ngày 17/11/2020 của Bộ Nội vụ", "12/TT-BNV"),
        ("Luật số 64/QH15 ngày 19/02/2025", "64/QH15"),
        ("theo Nghị định 120/NĐ-CP", None),
        ("Nghị định số 120/NĐ-CP ngày 17/11/1993", None),
        ("Nghị quyết số 12/NQ-CP ngày 17/11/2020", None),
    ],
)
def test_forms_that_depend_on_what_stands_around(text, written):
    assert [one.about for one in found(text, citations.reference_malformed)] == [written] * (written is not None)


def test_published_numbers(shared):
    numbers = json.loads((shared / "domain" / "doc_number_examples.json").read_text(encoding="utf-8"))
    alarms = [one["text"] for one in numbers if found(one["text"], citations.reference_malformed)]
    assert alarms == ["124/QĐ/TTg"]


def test_a_number_is_reported_once():
    assert only(cited("theo 31/NQ/HĐND và 31/NQ/HĐND;"), citations.reference_malformed).line == 8


def test_of_three_days_the_last_is_pointed_at_and_the_first_beside_it():
    days = [date(2025, 3, day) for day in (5, 6, 7)]
    text = "".join(f"31/2025/NQ-HĐND ngày {day.day}; " for day in days)
    bases = tuple(
        ct.Reference("31/2025/NQ-HĐND", date=day, span=ct.Span(at * 23, at * 23 + 15)) for at, day in enumerate(days)
    )
    (finding,) = found(ct.Plan(text=text, bases=bases, cited=bases), citations.reference_disagrees)
    assert (finding.fields["dated"], finding.fields["other"]) == (days[2], days[0])
    assert (finding.span, finding.related) == (bases[2].span, (bases[0].span,))


@pytest.mark.parametrize(
    ("number", "later"), [("31/2025/NQ-HĐND", 0), ("31/2026/NQ-HĐND", 0), ("31/2027/NQ-HĐND", 1), ("31/NQ-HĐND", 0)]
)
def test_without_a_day_the_year_of_the_number_counts(number, later):
    built = ct.Plan(issued=date(2026, 1, 16), bases=(ct.Reference(number),))
    assert len(found(built, citations.reference_future)) == later


def test_a_number_that_is_none_is_reported_once_wherever_it_stands():
    wrong = ct.Reference("370KH-UBND")
    built = ct.Plan(number="31/NQ/HĐND", bases=(wrong, ct.Reference("31/2022/NQ-HĐND"), wrong))
    assert [one.about for one in found(built, citations.reference_malformed)] == ["31/NQ/HĐND", "370KH-UBND"]
    read = cited("Căn cứ văn bản số 370KH-UBND và văn bản số 370KH-UBND, 31/NQ/HĐND của UBND tỉnh;")
    assert [one.about for one in found(read, citations.reference_malformed)] == ["370KH-UBND", "31/NQ/HĐND"]


def test_one_day_of_two_years_side_by_side():
    bases = "Quyết định số 509/QĐ-TTg ngày 13/6/2024; Quyết định số 509/QĐ-TTg ngày 13/6/2023;"
    assert only(cited(f"Căn cứ {bases}"), citations.reference_disagrees).about == "509/QĐ-TTg"
    assert (
        codes(cited("Căn cứ Quyết định số 509/QĐ-TTg ngày 13/6/2024; Quyết định số 509/QĐ-TTg ngày 14/6/2023;")) == []
    )


@pytest.mark.parametrize("read", [str, cited])
def test_the_term_of_the_assembly_is_that_of_the_day(read):
    text = "Căn cứ Nghị quyết số 83/2025/QH14 ngày 16/6/2025; Luật số 43/2019/QH14 ngày 14/6/2019; thực hiện Nghị quyết số 83/2025/QH14 ngày 16/6/2025;"
    (finding,) = found(read(text), citations.reference_malformed)
    assert finding.about == "83/2025/QH14"
    assert "QH14" in finding.quote
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kế hoạch số 37/KH-UBND ngày 01/7/2020 của UBND tỉnh triển khai Chương trình số 08-CTr/TU ngày 29/01/2021", 1),
        (
            "Nghị quyết số 78/NQ-CP ngày 18-3-2022 về Chương trình hành động thực hiện Nghị quyết số 13-NQ/TW ngày 02-4-2022",
            1,
        ),
        ("Nghị định số 10/2020/NĐ-CP ngày 17/01/2020 sửa đổi, bổ sung Nghị định số 47/2022/NĐ-CP ngày 19/7/2022", 1),
        ("Kế hoạch số 37/KH-UBND ngày 01/7/2021 của UBND tỉnh triển khai Chương trình số 08-CTr/TU ngày 29/01/2021", 0),
        (
            "Nghị định số 10/2020/NĐ-CP ngày 17/01/2020 được sửa đổi, bổ sung bởi Nghị định số 47/2022/NĐ-CP ngày 19/7/2022",
            0,
        ),
        ("Kế hoạch số 37/KH-UBND ngày 01/7/2020, triển khai Chương trình số 08-CTr/TU ngày 29/01/2021", 0),
        ("Kế hoạch số 37/KH-UBND ngày 01/7/2020; thực hiện Chương trình số 08-CTr/TU ngày 29/01/2021", 0),
    ],
)
def test_what_carries_out_another_is_not_older(text, count):
    assert len(found(cited(f"Thực hiện {text} của Tỉnh ủy;"), citations.reference_future)) == count


def test_documents_of_a_text_that_is_no_plan():
    text = "Theo Nghị quyết số 07/2021/NQ-HĐND ngày 15/12/2020, Chỉ thị số 19-CT/TW ngày 18/11/2022. Chỉ thị số 19-CT/TW ngày 18/10/2022."
    found_codes = {finding.code for finding in ct.check(text)}
    assert {"reference-year", "reference-disagrees"} <= found_codes


def test_a_party_number_of_the_government():
    assert found(cited("Căn cứ Nghị quyết số 78-NQ/CP của Chính phủ;"), citations.reference_malformed)
    assert not found(cited("Căn cứ Nghị quyết số 78/NQ-CP của Chính phủ;"), citations.reference_malformed)


@pytest.mark.parametrize(
    ("day", "found"),
    [("06 tháng 4 năm 2026", True), ("06 tháng 4 năm 2025", False), ("05 tháng 4 năm 2026", False)],
)
def test_a_plan_does_not_rest_on_itself(day, found):
    """Its number and day among the grounds are those of no other document; another year has numbers of its own."""
    plan = ct.parse_plan(
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 21/KH-UBND\nLào Cai, ngày 06 tháng 4 năm 2026\nKẾ HOẠCH\nTrồng sâm năm 2026\n"
        f"Căn cứ Kế hoạch số 21/KH-UBND ngày {day} của UBND tỉnh;\nI. CHỈ TIÊU\n1. Trồng 12 ha sâm.\n2. Làm 5 giàn che.\n"
    )
    told = [one.about for one in ct.check(plan, rules=["reference-future"])]
    assert told == ["21/KH-UBND"] * found


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("Cụ thể hóa Nghị quyết số 124/NQ-HĐND.", ["124/NQ-HĐND"]),
        ("Cụ thể hóa Nghị quyết số 142/NQ-HĐND.", []),
        ("Cụ thể hóa Nghị quyết số 163/NQ-HĐND.", []),  # another document
        ("Cụ thể hóa Nghị quyết số 124/NQ-HĐND ngày 09/7/2025.", []),  # with a day of its own
        ("Cụ thể hóa Kế hoạch số 124/KH-UBND.", []),
    ],
)
def test_a_number_turned_round(task, told):
    """What the grounds name with its day and a task names without is one document, though two digits changed places."""
    base = "Căn cứ Nghị quyết số 142/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân tỉnh;"
    text = f"UBND TỈNH LÂM ĐỒNG\nSố: 15/KH-UBND\nLâm Đồng, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nNăm 2026\n\n{base}\n\n1. Sở Y tế: {task}\n"
    found = ct.check(ct.parse_plan(text), rules=["reference-disagrees"])
    assert [str(one.fields["dated"]) for one in found] == told


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("Tờ trình số 45/TTr-STNMT ngày 12/11/2025", True),
        ("Tờ trình số 45/TTr-STNMT ngày 12/11/2024", False),
        ("Tờ trình số 45/TTr-STNMT ngày 05/3/2025", False),  # on its way
        ("Tờ trình số 45/TTr-STC ngày 12/11/2025 của Sở Y tế", True),
        ("Tờ trình số 45/TTr-STC ngày 12/11/2025 của Sở Tài chính", False),
        ("Tờ trình số 45/TTr-STC ngày 12/11/2025 của Ủy ban nhân dân tỉnh", False),
        ("Tờ trình số 45/TTr-STNMT ngày 12/11/2025 của Sở Tài nguyên và Môi trường", False),  # another rule tells
    ],
)
def test_signs_of_departments(reference, told):
    text = f"UBND TỈNH LÂM ĐỒNG\nSố: 15/KH-UBND\nLâm Đồng, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\nNăm 2026\n\nXét {reference};\n\n1. Sở Y tế: Khám bệnh.\n"
    assert bool(list(ct.check(ct.parse_plan(text), rules=["reference-malformed"]))) is told
