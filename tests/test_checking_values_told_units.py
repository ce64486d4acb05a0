"""Units that the words of an amount tell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import found, plan

import chitieu as ct
from chitieu.checking.values.missing_units import unit_missing
from chitieu.checking.values.told_units import names_counted, opens_with_unit
from chitieu.checking.values.units import unit_fits


def codes(line, rule):
    return [one.code for one in found(plan(lines=f"1. {line};"), rule)]


@pytest.mark.parametrize(
    "line",
    [
        "Tổng lượt khách {}, tăng 4%",
        "Dân số {}, mật độ 210 người/km2",
        "Số thuê bao internet {}, tăng 2%",
        "Khách du lịch: {} (tăng 6%)",
        "Đàn gia cầm {}, tăng 3%",
        "Hành khách vận chuyển năm nay 3 triệu lượt, phấn đấu đón {}",
    ],
)
@given(st.decimals("0.1", "20", places=1))
def test_law_a_scale_word_alone_counts_what_the_name_counts(line, value):
    """What is named is counted in millions; with a currency behind it is money, which cannot be meant."""
    number = str(value).replace(".", ",")
    assert codes(line.format(f"{number} triệu"), unit_fits) == []


@pytest.mark.parametrize("line", ["Tổng lượt khách {}, tăng 4%", "Dân số {}, tăng 1%", "Đàn gia cầm {}, tăng 3%"])
def test_with_a_currency_or_another_noun_the_unit_is_odd(line):
    for unit in ("triệu đồng", "triệu ha"):
        assert codes(line.format(f"1,8 {unit}"), unit_fits) == ["unit-fits"]


def test_what_is_counted_in_one_turn_need_not_say_so_again():
    for text in (
        "Đón 2,4 triệu lượt khách, trong đó khách quốc tế 0,4 triệu và khách nội địa 2,0 triệu.",
        "Đón từ 2,1 triệu lượt khách lên 2,4 triệu, tăng 0,3 triệu.",
        "Quý I đón 0,5 triệu lượt khách, quý II 0,7 triệu, quý III 0,8 triệu lượt khách.",
    ):
        assert found(ct.Plan(text=text), unit_fits) == ()


def test_an_area_told_with_a_scale_word_alone_is_odd():
    assert codes("Diện tích gieo cấy đạt 4,5 nghìn, tăng 2%", unit_fits) == ["unit-fits"]


@pytest.mark.parametrize(
    ("name", "unit", "opens"),
    [
        ("Doanh thu bán hàng trực tuyến", "tỷ đồng", True),
        ("Giá trị kinh tế ban đêm", "triệu USD", True),
        ("Số hộ dùng bếp ga", "hộ", True),
        ("Diện tích nhà màng", "ha", True),
        ("Diện tích nhà màng", "tấn", False),
        ("Tỷ lệ doanh thu trực tuyến", "tỷ đồng", False),
        ("Tổng số", "hộ", False),
        ("Mây mù", "hộ", False),
    ],
)
def test_first_words_ask_for_a_unit(name, unit, opens):
    assert opens_with_unit(name, ct.parse_unit(unit)) is opens


def test_an_amount_beside_the_share_of_an_indicator_is_left_alone():
    line = "Doanh thu thương mại điện tử {}, chiếm 11% tổng mức bán lẻ"
    assert codes(line.format("18.500 tỷ đồng"), unit_fits) == []
    assert codes(line.format("18.500 ha"), unit_fits) == ["unit-fits"]
    assert codes("Tỷ lệ doanh thu thương mại điện tử 18.500 tỷ đồng", unit_fits) == ["unit-fits"]


@pytest.mark.parametrize(
    "name",
    [
        "Số phải nộp", "Số đã giải ngân", "Số thực thu", "Số chậm nộp", "Tổng số phải trả", "Số miễn, giảm tiền thuê đất", "Số tài trợ", "Tổng số", "Số bổ sung có mục tiêu",
    ],
)  # fmt: skip
def test_a_number_of_money_is_none_of_people(name):
    assert codes(f"{name} 45 tỷ đồng, tăng 2%", unit_fits) == []


@pytest.mark.parametrize("name", ["Số hộ nuôi tằm", "Tổng số trẻ em", "Số chợ", "Tổng số lao động"])
def test_a_number_of_things_is_none_of_money(name):
    assert codes(f"{name} 45 tỷ đồng", unit_fits) == ["unit-fits"]


def test_a_sentence_that_opens_with_an_area_may_end_where_it_is():
    line = "- Diện tích mở rộng ở các khu, cụm công nghiệp: {};"
    assert found(plan(work=f"1. Sở Công Thương\n{line.format('trên 320 ha')}"), unit_fits) == ()


@pytest.mark.parametrize(
    ("name", "labels", "value", "named"),
    [
        ("Hợp tác xã thành lập mới", ["hợp tác xã"], "45", True),
        ("Hợp tác xã thành lập mới", ["hợp tác xã"], "4.5", False),
        ("Khách quốc tế", ["lượt khách quốc tế", "lượt khách"], "120000", True),
        ("Tiêu chí bình quân mỗi xã", ["tiêu chí/xã", "tiêu chí"], "14.5", True),
        ("Tiêu chí đạt được", ["tiêu chí/xã", "tiêu chí"], "14", False),
        ("Giường bệnh trên vạn dân", ["giường bệnh/vạn dân", "giường bệnh"], "31.5", True),
        ("Giường bệnh", ["giường bệnh/vạn dân", "giường bệnh"], "31", False),
        ("Tổng đàn dê", ["con"], "31000", True),
        ("Tạo việc làm", ["lao động"], "900", False),
        ("Kim ngạch xuất khẩu", ["triệu USD"], "900", False),
    ],
)
def test_names_that_say_what_they_count(name, labels, value, named):
    assert names_counted(name, labels, Decimal(value)) is named


def test_a_name_that_counts_needs_no_unit_in_lines_and_tables():
    assert codes("Hợp tác xã thành lập mới: 45, tăng 5% so với năm 2025", unit_missing) == []
    assert codes("Hợp tác xã thành lập mới: 4,5, tăng 5% so với năm 2025", unit_missing) == ["unit-missing"]
    assert codes("Kim ngạch xuất khẩu: 1.450, tăng 5% so với năm 2025", unit_missing) == ["unit-missing"]
    rows = "Chỉ tiêu | 2024 | 2025 | KH 2026\nTiêu chí trung bình mỗi xã | 11,5 | 12,5 | 13,9\nHợp tác xã đang hoạt động | 68 | 86 | 99"
    assert found(plan(lines=f"1. Tỷ lệ hộ nghèo còn 1,4%;\n2. Các năm:\n{rows}"), unit_missing) == ()


def test_what_a_share_is_counted_from_lost_no_sign():
    assert codes("Tuyển quân: 1.200, vượt 2% so với năm 2025", unit_missing) == []
    assert codes("Trường đạt chuẩn quốc gia: 95, đạt 80%", unit_missing) == []
    assert codes("Tỷ lệ hộ nghèo còn: 95; giảm 1% so với năm 2025", unit_missing) == ["unit-missing"]
