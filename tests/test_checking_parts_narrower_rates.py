"""Rates of some of those a rate is of."""

import pytest

import chitieu as ct


def codes(text):
    return [
        finding.code
        for finding in ct.check(
            ct.Plan(text=text, period=ct.Period(2026)), rules=["part-over-whole", "parts-sum", "parts-exceed"]
        )
    ]


TRAINED = "Tỷ lệ lao động qua đào tạo đạt 60%{}."


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", trong đó có bằng cấp, chứng chỉ đạt 65%", ["part-over-whole"]),
        (", tăng 1,5 điểm phần trăm so với năm 2025; trong đó lao động có chứng chỉ 65%", ["part-over-whole"]),
        (", trong đó có bằng cấp, chứng chỉ đạt 30%", []),
        (", thu hút 12 nghìn lao động, trong đó có chứng chỉ 65%", []),
        (", tăng 1,5%, trong đó có chứng chỉ tăng 65%", []),
        (", trong đó có chứng chỉ 65%, lao động có bằng cấp 70%", ["part-over-whole"]),
        (" kế hoạch, trong đó có chứng chỉ 65%", []),
        (";\n- trong đó có chứng chỉ 65%", []),
        # counted from another whole, a share of the whole, another sentence, against a plan
        (", trong đó lao động nữ có chứng chỉ 65%", []),
        (", trong đó có chứng chỉ chiếm 65%", []),
        (". Trong đó có chứng chỉ 65%", []),
        (", trong đó có chứng chỉ đạt 95% kế hoạch", []),
        (", trong đó khu vực nông thôn 65%", []),
    ],
)
def test_some_are_no_larger_a_share_of_the_same(behind, expected):
    assert codes(TRAINED.format(behind)) == expected
