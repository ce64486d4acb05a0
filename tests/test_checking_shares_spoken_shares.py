"""Shares of what is counted, in tasks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct

CUES = st.sampled_from(["Lắp đồng hồ nước cho", "Lắp loa tại", "Bảo đảm", "Tập huấn cho", "Duy trì ở"])
NOUNS = st.sampled_from(["ấp", "số xã", "hộ nghèo", "cán bộ, công chức", "trường học", "doanh nghiệp"])


def codes(text):
    plan = ct.Plan(text=f"Nhiệm vụ năm 2026\n{text}.", period=ct.Period(2026))
    return [one.code for one in ct.check(plan, rules=["share-bounds", "value-bounds"])]


@given(CUES, NOUNS, st.integers(1, 300))
def test_law_more_than_all_is_reported(cue, noun, percent):
    """A share of things that are counted is reported where it passes 100, and only there."""
    assert codes(f"{cue} {percent}% {noun}") == ["share-bounds"] * (percent > 100)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cấp nước sạch tới 105% hộ dân", 1),
        ("Lắp camera tại 100 - 150% khu dân cư", 1),
        ("Hoàn thành kế hoạch; cấp nước sạch tới 105% hộ dân; bằng 90% năm trước", 1),
        ("Theo ông Vinh 105% hộ dân", 0),
        # what opens a line or a clause, with a word of a bound or none
        ("Tập huấn xong;\n- 105% số xã diễn tập", 1),
        ("PHẦN CHUNG\n105% số xã diễn tập", 1),
        ("Theo ông Vinh\n105% số xã diễn tập", 0),
        ("Hòa giải xong; trên 105% vụ việc thành", 1),
        # of all there are, whatever else is said further ahead
        ("Tăng mức tự chủ của các nhà văn hóa lên, đạt 105% tổng số đơn vị", 1),
        ("Khám cho số người bằng 105% tổng số người năm ngoái", 0),
        ("Có 65 xã (bằng 105% tổng số xã)", 1),
        ("Hỗ trợ không quá 105% tổng mức vốn", 1),
        ("Xuất khẩu chiếm tới 105% cả nước", 1),
        ("Xuất khẩu chiếm tới 95% cả nước", 0),
        ("Trồng rừng đạt 110% kế hoạch tại 12 xã", 0),
        ("Hỗ trợ cho hộ nghèo bằng 150% mức chuẩn", 0),
        ("Số thuê bao di động đạt 130% dân số", 0),
        ("Công suất sử dụng giường bệnh ở 110% giường", 0),
        ("Phấn đấu có 110% hộ so với năm 2025", 0),
        ("Vận động 105% đối tượng so với chỉ tiêu giao", 0),
        ("Hoàn thành 110% xã theo kế hoạch", 0),
        ("Tăng 110% hộ", 0),
    ],
)
def test_percentages_of_plans_and_prices_may_pass_a_hundred(text, expected):
    assert len(codes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số vụ tai nạn giảm 150%", 1),
        ("Số vụ tai nạn giảm 100%", 0),
        ("Số vụ tai nạn tăng 150%", 0),
        ("Lợi nhuận của quỹ giảm 150%", 0),
        ("Số vụ tai nạn giảm 150% chỉ tiêu", 0),
        ("Lợi nhuận tăng; số vụ tai nạn giảm 150%; đạt mục tiêu", 1),
    ],
)
def test_nothing_falls_below_nothing_but_a_balance(text, expected):
    assert len(codes(f"Về an toàn. {text}")) == expected
