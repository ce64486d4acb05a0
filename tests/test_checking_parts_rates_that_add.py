"""Rates that add up, as they are of the same."""

import pytest

import chitieu as ct


def told(text):
    return [str(one.fields["expected"]) for one in ct.check(ct.Plan(text=text), rules=["parts-sum"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bao phủ bảo hiểm xã hội 38,5% (bắt buộc 29,1%, tự nguyện 8,4%).", ["37,5%"]),
        ("Bao phủ bảo hiểm xã hội 37,5% (bắt buộc 29,1%, tự nguyện 8,4%).", []),
        ("Tỷ lệ tham gia BHXH đạt 38,5%, trong đó tự nguyện 8,4% và bắt buộc 29,1%.", ["37,5%"]),
        ("Tỷ lệ nghèo đa chiều 6,1%: hộ nghèo 2,8%, hộ cận nghèo 3,2%.", ["6%"]),
        ("Hồ sơ trực tuyến 82%, gồm toàn trình 61%, một phần 20%.", ["81%"]),
        # rates of other wholes, bounds, changes, and more than the two
        ("Tỷ lệ học sinh giỏi 38,5% (nam 29,1%, nữ 8,4%).", []),
        ("Bao phủ bảo hiểm xã hội trên 38,5% (bắt buộc 29,1%, tự nguyện 8,4%).", []),
        ("Bao phủ bảo hiểm xã hội tăng 38,5% (bắt buộc 29,1%, tự nguyện 8,4%).", []),
        ("Bao phủ bảo hiểm xã hội 38,5%. Hộ nghèo (bắt buộc 29,1%, tự nguyện 8,4%).", []),
        ("Bao phủ bảo hiểm xã hội 38,5% (bắt buộc 29,1% năm 2025, tự nguyện 8,4%).", []),
        ("Bao phủ bảo hiểm xã hội 38,5% (bắt buộc 29,1%).", []),
    ],
)
def test_parts_of_one_rate(text, expected):
    assert told(text) == expected
