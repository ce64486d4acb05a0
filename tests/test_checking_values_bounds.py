"""Ends of indicators, of shares and of what a whole province has."""

from __future__ import annotations

import pytest

import chitieu as ct

YEAR = ct.Period(2026)


def out(line, *rules, **fields):
    subject = ct.Plan(indicators=ct.parse_indicators(f"1) {line};"), period=YEAR, **fields)
    return [str(one.fields["value"]) for one in ct.check(subject, rules=rules or ["share-bounds", "value-bounds"])]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Tỷ lệ hộ đan lát 100%", "Tỷ lệ hộ đan lát 101%"),
        ("Tỷ lệ hộ đan lát 95 - 100%", "Tỷ lệ hộ đan lát 95 - 101%"),
        ("Tỷ lệ hộ đan lát 1.000‰", "Tỷ lệ hộ đan lát 1.001‰"),
        # of rooms taken only a plan is passed; of people, and of what is done, what words compare
        ("Công suất phòng nghỉ 104% kế hoạch", "Công suất phòng nghỉ bằng 104%"),
        ("Học sinh biết đan lát bằng 104%", "Học sinh biết đan lát 104%"),
        ("Nợ thuế 104%", "Tỷ lệ lấp đầy khu chợ 104%"),
        ("Tỷ lệ nợ đọng 104%", "Tỷ lệ hộ đan lát trên địa bàn 104%"),
        # the name before a count in it
        ("Hộ đan lát ít nhất 2 lần trong năm đạt 104%", "Tỷ lệ hộ đan lát ít nhất 2 lần trong năm đạt 104%"),
        ("Tỷ lệ hộ đan lát đạt ít nhất 2 lần trong năm đạt 104%", "Tỷ lệ hộ đan lát ít nhất 2 lần đạt 104%"),
        # the parts of a line of shares are shares
        ("Số cán bộ có bằng nghề 98 người; trung cấp nghề 104%", "Tỷ lệ cán bộ có bằng nghề 98%; trung cấp nghề 104%"),
        ("Hội viên biết đàn 98%, biết hát 104%", "Người cao tuổi biết đàn 98%, biết hát 104%"),
        ("Người cao tuổi biết đàn 98%, mua đàn 104%", "Người cao tuổi biết đàn 98%, được học đàn 104%"),
        ("Tỷ lệ cán bộ có bằng nghề tăng 98%; trung cấp nghề 104%", "Tỷ trọng cán bộ có bằng nghề 98%; trung cấp nghề 104%"),
        # what is done to a share of what there is
        ("Đơn thư được giải quyết 104% (kế hoạch 100%)", "Đơn thư được giải quyết 104% (năm trước 98%)"),
        ("Đơn thư được giải quyết 104% ở xã", "Đơn thư được giải quyết 104%"),
        ("Bã mía được thu gom đạt 104% khối lượng được giao", "Bã mía được thu gom đạt 104% khối lượng phát sinh"),
        ("Đơn thư được giải quyết đạt 104% số đã đăng ký", "Đơn thư được giải quyết đạt 104% tổng số đơn nhận"),
        ("Tổng số đơn thư được giải quyết 104%", "Toàn bộ đơn thư được giải quyết 104%"),
        ("Đơn thư được giải quyết 98 đơn, đạt 104%", "Đơn thư được giải quyết 98%, đạt 104%"),
        ("Đơn thư được viết 104%", "Đơn thư được trả lời 104%"),
    ],
)  # fmt: skip
def test_no_share_is_more_than_all(right, wrong):
    assert out(right) == []
    assert len(out(wrong)) == 1


@pytest.mark.parametrize(
    ("line", "least", "small"),
    [
        ("GRDP đạt {} tỷ đồng", "1.000", "999"),
        ("Tổng vốn đầu tư toàn xã hội đạt {} tỷ đồng", "300", "299"),
        ("Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng đạt {} tỷ đồng", "300", "299"),
        ("Tổng chi ngân sách nhà nước đạt {} tỷ đồng", "300", "299"),
        ("Tổng thu ngân sách nhà nước trên địa bàn đạt {} tỷ đồng", "100", "99"),
    ],
)
def test_the_least_a_province_has(line, least, small):
    """A total of a province below the least there is, is in a wrong unit; that of a part, of a district or a month may be."""
    issuer = "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"
    assert out(line.format(small), issuer=issuer) == [f"{small} tỷ đồng"]
    assert out(line.format(least), issuer=issuer) == []
    assert out(line.format(f"{small}/900.000"), issuer=issuer) == []
    for other in (f"{line} mỗi tháng", f"{line} ở xã", line.replace(" đạt", " của huyện đạt")):
        assert out(other.format(small), issuer=issuer) == []
    for other in ("ỦY BAN NHÂN DÂN XÃ TÂN HÒA", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG SỞ TÀI CHÍNH", None):
        assert out(line.format(small), issuer=other) == []


def test_money_for_something_is_not_all_that_a_province_spends():
    issuer = "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"
    assert out("Chi ngân sách 90 tỷ đồng", "value-bounds", issuer=issuer) == ["90 tỷ đồng"]
    assert out("Chi ngân sách 90 tỷ đồng cho người có công", "value-bounds", issuer=issuer) == []


@pytest.mark.parametrize(
    ("line", "odd", "of_office"),
    [
        ("Số giường bệnh đạt {} giường bệnh/vạn dân", ("3,21", "32,1"), True),
        ("Số giường bệnh đạt {} giường bệnh/vạn dân", ("160", "32,1"), True),
        ("Tỷ lệ dân số tham gia bảo hiểm y tế đạt {}%", ("9,55", "95,5"), True),
        ("Tuổi thọ trung bình đạt {} tuổi", ("47,5", "74,5"), True),
        ("GRDP bình quân đầu người đạt {} triệu đồng/người", ("820", "82"), True),
        ("GRDP bình quân đầu người đạt {} triệu đồng/người/năm", ("820", "82"), True),
        ("Thu nhập bình quân đầu người đạt {} triệu đồng/năm", ("2,5", "25"), True),
        ("Dân số trung bình {} nghìn người", ("131", "1.310"), False),
        ("GRDP tăng {}%", ("85", "8,5"), True),
        ("Kim ngạch xuất khẩu đạt {} tỷ USD", ("700", "0,7"), False),
    ],
)
def test_what_whole_provinces_usually_have(line, odd, of_office):
    """A value that no province comes near is told in the plan of one; in that of an office where it is for each."""
    (odd, right), province = odd, "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"
    assert len(out(line.format(odd), "value-bounds", issuer=province)) == 1
    assert out(line.format(right), "value-bounds", issuer=province) == []
    assert len(out(line.format(odd), "value-bounds", issuer=f"{province} SỞ TÀI CHÍNH")) == of_office
    for elsewhere in (f"{line} ở vùng cao", f"{line} của cả nước"):
        assert out(elsewhere.format(odd), "value-bounds", issuer=province) == []
    assert out(line.format(odd), "value-bounds", issuer="ỦY BAN NHÂN DÂN XÃ TÂN HÒA") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # for each person in a month or a year, in money of either
        ("Thu nhập bình quân đầu người 1.200 triệu đồng", []),
        ("Thu nhập bình quân đầu người 1.201 triệu đồng", ["1.201 triệu đồng"]),
        ("Thu nhập bình quân đầu người 100 triệu đồng/tháng", []),
        ("Thu nhập bình quân đầu người 101 triệu đồng/tháng", ["101 triệu đồng/tháng"]),
        # a share of a plan, and of an age
        ("Tỷ lệ dân số tham gia bảo hiểm y tế đạt 102%", ["102%"]),
        ("Tỷ lệ dân số tham gia bảo hiểm y tế bằng 102% năm 2025", []),
        ("Tỷ lệ dân số tham gia bảo hiểm y tế thô 102%", []),
    ],
)
def test_ends_of_indicators(line, expected):
    assert out(line, "value-bounds") == expected


def test_a_percentage_without_a_name_stops_no_rule():
    subject = ct.Plan(indicators=(ct.PlannedIndicator("", targets=(ct.Target(ct.Quantity(104, "%")),)),), period=YEAR)
    assert [one.code for one in ct.check(subject) if one.code == "rule-failed"] == []
