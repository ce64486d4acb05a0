"""The head of a document, in the orders copies bring."""

from datetime import date

import pytest

import chitieu as ct

ISSUER, NUMBER, MOTTO = (
    "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU",
    "Số: 12/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
)
PLACE, TITLE = (
    "Cà Mau, ngày 05 tháng 3 năm 2024",
    "KẾ HOẠCH\nPhát triển kinh tế năm 2024\nCăn cứ Luật Đầu tư công số 39/2019/QH14;",
)
BODY = "I. CHỈ TIÊU\n1. GRDP tăng 8%;\n2. Thu 500 tỷ đồng.\n"
HEADS = {
    "issuer, number, motto, place": f"{ISSUER}\n{NUMBER}\n{MOTTO}\n{PLACE}",
    "issuer, motto, number, place": f"{ISSUER}\n{MOTTO}\n{NUMBER}\n{PLACE}",
    "motto first": f"{MOTTO}\n{PLACE}\n{ISSUER}\n{NUMBER}",
    "pipes between the parts": f"{ISSUER}\n-------\n|\n{MOTTO}\n------\n|\nSố:\n12/KH-UBND\n|\n{PLACE}\n|",
    "two columns on one line": "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH CÀ MAU | Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND | "
    + PLACE,
    "all on one line": "ỦY BAN NHÂN DÂN TỈNH CÀ MAU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Số: 12/KH-UBND | " + PLACE,
    "two columns kept apart by spaces": "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH CÀ MAU              Độc lập - Tự do - Hạnh phúc\nSố:  12/KH-UBND          "
    + PLACE,
    "broken name": f"ỦY BAN NHÂN\nDÂN\nTỈNH CÀ MAU\n|\n{MOTTO}\n{NUMBER}\n|\n{PLACE}",
    "windows": f"{ISSUER}\n{NUMBER}\n{MOTTO}\n{PLACE}".replace("\n", "\r\n"),
}


@pytest.mark.parametrize("order", HEADS)
def test_orders_of_the_two_columns(order):
    plan = ct.parse_plan(f"{HEADS[order]}\n{TITLE}\n{BODY}")
    assert (plan.number, plan.issuer) == ("12/KH-UBND", "ỦY BAN NHÂN DÂN TỈNH CÀ MAU")
    assert (plan.place, plan.issued) == ("Cà Mau", date(2024, 3, 5))
    assert plan.title == "Phát triển kinh tế năm 2024"
    assert str(plan.period) == "2024"
    assert [reference.number for reference in plan.bases] == ["39/2019/QH14"]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Phát triển giai đoạn 2026 - 2030", "2026/2030"),
        ("Trọng tâm quý I/2026", "2026-Q1"),
        ("Chuyển đổi số", "2024"),
        ("Đầu tư công năm 2026 (trình kỳ họp cuối năm 2025)", "2026"),
        ("Đầu tư công (năm 2026)", "2026"),
        ("Đầu tư công năm 2025", "2025"),
    ],
)
def test_the_period_is_that_of_the_title_or_of_the_issue(title, period):
    text = f"{ISSUER}\n{NUMBER}\n{MOTTO}\n|\n{PLACE}\nKẾ HOẠCH\n{title}\nCăn cứ Luật Đầu tư công;\n{BODY}"
    assert str(ct.parse_plan(text).period) == period


def test_the_line_under_the_kind_is_the_title_whatever_it_begins_with():
    text = f"{ISSUER}\n{NUMBER}\n{MOTTO}\n|\n{PLACE}\nKẾ HOẠCH\nThực hiện Nghị quyết về nông thôn\nCăn cứ Luật Đầu tư công;\n{BODY}"
    assert ct.parse_plan(text).title == "Thực hiện Nghị quyết về nông thôn"


def test_a_blank_number_and_date_stay_unknown():
    plan = ct.parse_plan(f"{ISSUER}\n{MOTTO}\nSố:      /KH-UBND\nCà Mau, ngày    tháng 6 năm 2026\n{TITLE}\n{BODY}")
    assert (plan.number, plan.issued, plan.place) == (None, None, "Cà Mau")
    assert len(plan.indicators) == 2


@pytest.mark.parametrize("place", ["Phường Tân An Hội Đông", "Đặc khu Cồn Cát - Hòn Đá Bạc", "Cồn"])
def test_a_place_that_stands_alone_is_kept_whole(place):
    """However many words it has; its span is what was taken."""
    text = f"{ISSUER}\n{NUMBER}\n{MOTTO}\n{place}, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nPHÁT TRIỂN NUÔI TÔM NĂM 2024\n"
    plan = ct.parse_plan(text)
    assert plan.place == plan.spans["place"].of(text) == place


@pytest.mark.parametrize("before", ["Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "Số: 7 - Bản"])
def test_of_a_line_that_holds_both_columns_the_place_is_its_last_words(before):
    text = f"{before} Phường Tân An, ngày 05 tháng 3 năm 2024\nSố: 07/KH-UBND\nKẾ HOẠCH\nPHÁT TRIỂN NUÔI TÔM NĂM 2024\n"
    plan = ct.parse_plan(text)
    assert plan.place.endswith("Phường Tân An")
    assert len(plan.place.split()) <= 4
    assert plan.place == plan.spans["place"].of(text)


def test_a_place_the_catalogue_does_not_know_is_kept_alone():
    plan = ct.parse_plan(f"{ISSUER}\n{MOTTO}\n{NUMBER}\nSông Hậu, ngày 05 tháng 3 năm 2024\n{TITLE}\n{BODY}")
    assert plan.place == "Sông Hậu"


def test_a_title_in_capitals_goes_on_over_lines():
    plan = ct.parse_plan(
        f"{ISSUER}\n{NUMBER}\n{PLACE}\nKẾ HOẠCH\nPHÁT TRIỂN KINH TẾ\nCỦA TỈNH NĂM 2024\nThực hiện Nghị quyết số 01/NQ-CP, UBND tỉnh lập kế hoạch:\n{BODY}"
    )
    assert plan.title == "PHÁT TRIỂN KINH TẾ CỦA TỈNH NĂM 2024"


def test_spans_of_the_header_slice_back():
    text = f"{ISSUER}\n{NUMBER}\n{MOTTO}\n|\n{PLACE}\n{TITLE}\n{BODY}"
    plan = ct.parse_plan(text)
    got = {name: " ".join(span.of(text).split()) for name, span in plan.spans.items()}
    assert got == {
        "number": plan.number, "issuer": plan.issuer, "place": plan.place, "title": plan.title, "issued": "05 tháng 3 năm 2024",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KẾ HOẠCH\nPHÁT TRIỂN KINH TẾ BIỂN NĂM 2025", "PHÁT TRIỂN KINH TẾ BIỂN NĂM 2025"),
        ("KẾ HOẠCH\nPhát triển kinh tế biển\nnăm 2025\n", "Phát triển kinh tế biển năm 2025"),
        ("NGHỊ QUYẾT\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề phát triển kinh tế biển năm 2025\n", "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về phát triển kinh tế biển năm 2025"),
    ],
)  # fmt: skip
def test_a_title_without_a_preamble(lines, title):
    plan = ct.parse_plan(
        f"{ISSUER}\n{NUMBER}\n{MOTTO}\n|\n{PLACE}\n{lines}\nI. CHỈ TIÊU\n1. GRDP tăng 8%;\n2. Thu 500 tỷ đồng.\n"
    )
    assert (plan.title, str(plan.period)) == (title, "2025")


@pytest.mark.parametrize("line", ["Ngày 05 tháng 3 năm 2024", "ngày 05/3/2024"])
def test_a_day_without_a_place_is_the_day_of_issue(line):
    plan = ct.parse_plan(f"{ISSUER}\n{NUMBER}\n{MOTTO}\n{line}\n{TITLE}\n{BODY}")
    assert (plan.place, plan.issued) == (None, date(2024, 3, 5))
    assert plan.spans["issued"].of(f"{ISSUER}\n{NUMBER}\n{MOTTO}\n{line}").endswith("2024")


@pytest.mark.parametrize(
    "blank", ["ngày … tháng … năm 2024", "ngày ... tháng 3 năm 2024", "ngày      tháng     năm 2024"]
)
def test_a_draft_has_a_place_and_no_day(blank):
    plan = ct.parse_plan(f"{ISSUER}\n{NUMBER}\n{MOTTO}\nCà Mau, {blank}\n{TITLE}\n{BODY}")
    assert (plan.place, plan.issued) == ("Cà Mau", None)


def test_an_empty_line_ends_a_title_that_stands_beside_its_kind():
    """Nothing else need say where the body begins."""
    text = (
        f"{ISSUER}\n{NUMBER}\n{MOTTO}\n{PLACE}\nKẾ HOẠCH PHÁT TRIỂN KINH TẾ NĂM 2024\n\nA. CHỈ TIÊU\n1. GRDP tăng 8%;\n"
    )
    assert ct.parse_plan(text).title == "KẾ HOẠCH PHÁT TRIỂN KINH TẾ NĂM 2024"
