"""Which bare numbers are targets, and of what."""

from __future__ import annotations

import pytest

import chitieu as ct


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the name says what it counts, with "số" or as its first word
        ("Số giường bệnh 12.400, số bác sĩ 4.100", ["12.400 giường bệnh", "4.100 bác sĩ"]),
        ("Doanh nghiệp thành lập mới cả năm 3.200.", ["3.200 doanh nghiệp"]),
        ("- Lao động có việc làm mới 32.000 (năm trước tăng 5%);", ["32.000 lao động", "tăng 5%"]),
        ("Phòng học 4.500 và nhà công vụ 1.300.", ["4.500 phòng học", "1.300 nhà"]),
        ("Tổng số hộ nghèo 12.300, hộ cận nghèo 4.500", ["12.300 hộ nghèo", "4.500 hộ cận nghèo"]),
        # names of somebody, numbers of documents, nouns of what is counted together
        ("Trường THPT Nguyễn Du 1.200.", []),
        ("Theo Nghị quyết số 1.234.", []),
        ("Đàn lợn 450.000, đàn trâu 12.300", []),
        # small numbers, and those with more behind them, need a word that leads to them
        ("Doanh nghiệp thành lập mới cả năm 320.", []),
        ("Doanh nghiệp thành lập mới 3.200 tính đến nay", []),
        ("Số giường bệnh 124", []),
        ("Số giường bệnh đạt 124", ["124 giường bệnh"]),
    ],
)
def test_a_number_that_ends_its_clause_is_of_what_its_name_counts(text, expected):
    assert [str(mention.value) for mention in ct.find_targets(text)] == expected
