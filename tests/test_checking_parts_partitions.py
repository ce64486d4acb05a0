"""What all there is of something is divided into, and what follows for sums, shares and growth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.partitions import joined_of, partition_of

SECTORS = ["nông, lâm nghiệp và thủy sản", "công nghiệp - xây dựng", "dịch vụ"]


def codes(text, **plan):
    return [finding.code for finding in ct.check(ct.Plan(indicators=ct.parse_indicators(text), **plan))]


@given(st.permutations([*SECTORS, "thuế sản phẩm trừ trợ cấp sản phẩm"]))
def test_law_the_order_of_parts_is_none(names):
    """A division is found in any order of its parts, and not where one that must be there is missing."""
    assert partition_of("GRDP", names).key == "sectors"
    kept = [name for name in names if name != SECTORS[0]]
    assert partition_of("GRDP", kept) is None


@pytest.mark.parametrize(
    ("whole", "parts", "key"),
    [
        ("Sản lượng thủy sản", ["khai thác", "nuôi trồng"], "fishery"),
        ("Sản lượng đá", ["khai thác", "nuôi trồng"], None),
        ("Diện tích lúa", ["Đông Xuân", "Hè Thu", "Thu Đông"], "seasons"),
        ("Diện tích lúa", ["Đông Xuân", "Hè Thu", "Hè Thu muộn"], None),
        ("Vốn", ["vốn nhà nước", "vốn ngoài nhà nước", "vốn đầu tư nước ngoài"], "capital"),
        ("Vốn", ["vốn nhà nước", "vốn ngoài nhà nước"], None),
        ("Vốn", ["vốn nhà nước"], None),
    ],
)
def test_divisions(whole, parts, key):
    found = partition_of(whole, parts)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sản lượng thủy sản 245.000 tấn, trong đó khai thác 212.000 tấn, nuôi trồng 33.000 tấn", []),
        ("Sản lượng thủy sản 245.000 tấn, trong đó khai thác 202.000 tấn, nuôi trồng 33.000 tấn", ["parts-sum"]),
        ("Sản lượng thủy sản 245.000 tấn, trong đó khai thác xa bờ 102.000 tấn", []),
        ("Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI 27%", []),
        (
            "Tổng vốn đầu tư 1.100 tỷ đồng; trong đó vốn nhà nước 25%, vốn ngoài nhà nước 48%, vốn FDI 37%",
            ["shares-sum"],
        ),
        ("Tỷ trọng công nghiệp - xây dựng 42,5%, dịch vụ 40%, nông nghiệp 17,5%", []),
        ("Tỷ trọng công nghiệp - xây dựng 42,5%, dịch vụ 40%, nông nghiệp 27,5%", ["shares-sum"]),
        ("Tổng lượt khách du lịch tăng 10%, trong đó khách quốc tế tăng 12%, khách nội địa tăng 9%", []),
        (
            "Tổng lượt khách du lịch tăng 15%, trong đó khách quốc tế tăng 12%, khách nội địa tăng 9%",
            ["growth-between"],
        ),
        (
            "Diện tích gieo trồng 300 ha, trong đó 95% diện tích có nước tưới, 80% diện tích dùng giống mới, 70% cơ giới",
            [],
        ),
    ],
)
def test_parts_that_are_all(line, expected):
    assert codes(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tỷ lệ hộ dân dùng nước hợp vệ sinh 97%, trong đó nước sạch 58%", []),
        ("Tỷ lệ hộ dân dùng nước hợp vệ sinh 97%, trong đó nước sạch 98,5%", ["order"]),
        ("Tỷ lệ trường đạt chuẩn quốc gia 60%, trong đó mức độ 2 đạt 65%", ["order"]),
        ("Tỷ lệ bao phủ bảo hiểm y tế 95%, trong đó học sinh 100%", []),
        ("Tỷ lệ lao động qua đào tạo 68%, trong đó lao động nữ 70%", []),
    ],
)
def test_a_part_of_a_rate_is_no_larger(line, expected):
    assert codes(line) == expected


@pytest.mark.parametrize(("services", "expected"), [("5,1", []), ("4,3", ["parts-sum"])])
def test_contributions_of_one_line_make_up_the_growth(services, expected):
    line = (
        "Đóng góp vào tăng trưởng GRDP 13%: khu vực nông, lâm nghiệp và thủy sản 0,1 điểm phần trăm; khu vực công nghiệp"
        f" - xây dựng 7,4 điểm phần trăm; khu vực dịch vụ {services} điểm phần trăm; thuế sản phẩm trừ trợ cấp 0,4 điểm phần trăm"
    )
    assert codes(line) == expected


@pytest.mark.parametrize(("services", "expected"), [("5,1", []), ("4,3", ["identity"])])
def test_contributions_of_several_lines_in_points_make_up_a_growth_in_percent(services, expected):
    lines = [
        "1) Tốc độ tăng trưởng GRDP đạt 13%;",
        "2) Đóng góp của khu vực nông, lâm nghiệp và thủy sản 0,1 điểm phần trăm;",
        "3) Đóng góp của khu vực công nghiệp và xây dựng 7,4 điểm phần trăm;",
        f"4) Đóng góp của khu vực dịch vụ {services} điểm phần trăm;",
        "5) Đóng góp của thuế sản phẩm trừ trợ cấp sản phẩm 0,4 điểm phần trăm;",
    ]
    assert codes("\n".join(lines)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Tỷ lệ thu gom rác khu vực đô thị 97%, khu vực nông thôn 82%, chung toàn tỉnh 90%"], []),
        (["Tỷ lệ thu gom rác khu vực đô thị 97%, khu vực nông thôn 82%, chung toàn tỉnh 98%"], ["growth-between"]),
        (
            ["Tỷ lệ hộ nghèo 3%", "Tỷ lệ hộ nghèo khu vực thành thị 1%", "Tỷ lệ hộ nghèo khu vực nông thôn 2%"],
            ["growth-between"],
        ),
        (["Tỷ lệ hộ nghèo 1,8%", "Tỷ lệ hộ nghèo khu vực thành thị 1%", "Tỷ lệ hộ nghèo khu vực nông thôn 2%"], []),
        (["Tỷ lệ hộ dân dùng nước sạch: thành thị 98,5%, nông thôn 85%, chung 99,2%"], ["growth-between"]),
        (["Tỷ lệ hộ dân dùng nước sạch: thành thị 98,5%, nông thôn 85%, chung 99%"], ["growth-between"]),
        (["Tỷ lệ hộ dân dùng nước sạch: thành thị 98,5%, nông thôn 85%, chung 98,5%"], []),
        (["Tỷ lệ đô thị hóa 30%", "Tỷ lệ xã đạt chuẩn nông thôn mới 90%"], []),
    ],
)
def test_town_and_country_have_the_whole_between_them(lines, expected):
    assert codes("\n".join(f"{at}) {line};" for at, line in enumerate(lines, start=1))) == expected


def test_bodies_of_any_kind_are_made_up_of_single_ones():
    for single, expected in ((18, []), (20, ["parts-sum"])):
        text = f"Kiểm tra 30 cơ quan, đơn vị, gồm 12 sở, ngành và {single} xã, phường."
        assert [one.code for one in ct.check(text, rules=["parts-sum"])] == expected


def test_who_pays_is_no_indicator():
    lines = "1) Thu ngân sách trên địa bàn 18,6 tỷ đồng;\n2) Cứng hóa 5 km đường, kinh phí 12,8 tỷ đồng (ngân sách nhà nước 10,2 tỷ đồng, dân đóng góp 2,6 tỷ đồng);"
    assert codes(lines) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thu ngân sách 9.300 tỷ đồng (thuế, phí 5.900 tỷ đồng; tiền sử dụng đất 3.000 tỷ đồng; thu khác 400 tỷ đồng)",
            [],
        ),
        (
            "Thu ngân sách 9.300 tỷ đồng (thuế, phí 5.900 tỷ đồng; tiền sử dụng đất 3.000 tỷ đồng; thu khác 300 tỷ đồng)",
            ["parts-sum"],
        ),
        ("Kinh phí 125 tỷ đồng, trong đó tỉnh 85 tỷ đồng, trung ương 30 tỷ đồng, nguồn khác 5 tỷ đồng", ["parts-sum"]),
        ("Gieo trồng 11.200 ha (Đông Xuân 4.100 ha, Hè Thu 4.050 ha, Thu Đông 3.050 ha)", []),
        ("Gieo trồng 11.200 ha (Đông Xuân 4.100 ha, Hè Thu 4.050 ha, Thu Đông 2.050 ha)", ["parts-sum"]),
        ("Đàn gia súc 500.000 con (trâu 110.000 con, bò 150.000 con, lợn 190.000 con)", []),
        ("Đàn gia súc 500.000 con (trâu 110.000 con, bò 150.000 con, lợn 235.000 con)", ["parts-sum"]),
        ("Kết nạp 86/80 đảng viên, đạt 107,5% kế hoạch", []),
        ("Công nhận 12/10 xã (120%)", []),
        ("Công nhận 12/10 xã", ["part-over-whole"]),
    ],
)
def test_parts_in_text_and_brackets(text, expected):
    assert [finding.code for finding in ct.check(f"{text}.")] == expected


@pytest.mark.parametrize(("last", "expected"), [("7.500", []), ("7.900", ["parts-sum"])])
def test_a_list_behind_a_colon_is_all_of_its_whole(last, expected):
    text = f"""Tổng nhu cầu 12.650 tỷ đồng, bao gồm:
- Vốn ngân sách: 350 tỷ đồng, tăng 5%;
- Vốn tín dụng: 4.800 tỷ đồng;
- Vốn doanh nghiệp: {last} tỷ đồng.
2. Vốn năm sau: 300 tỷ đồng."""
    findings = ct.check(text)
    assert [finding.code for finding in findings] == expected
    assert all(len(finding.related) == 3 for finding in findings)


def test_growth_before_a_composition_is_not_compared_with_shares():
    line = "Tăng trưởng GRDP 10%/năm; cơ cấu: khu vực I {}%, khu vực II 42%, khu vực III 40%, thuế sản phẩm 5%"
    assert codes(line.format(13)) == []
    assert codes(line.format(14)) == ["shares-sum"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có 104 xã, phường, gồm 93 xã và 11 phường", []),
        ("Có 104 xã, phường, gồm 93 xã và 12 phường", ["parts-sum"]),  # what is counted is not rounded
        ("Tổ chức 12 phiên chợ (trong đó 5 phiên chợ miền núi)", []),
        ("Tổ chức 12 phiên chợ (trong đó 15 phiên chợ miền núi)", ["part-over-whole"]),
        ("Tổ chức trên 12 phiên chợ, trong đó 15 phiên chợ miền núi", []),
        ("Đưa 3.150/2.500 lao động đi làm việc ở nước ngoài", []),
        ("Kiểm tra 30/25 trạm", ["part-over-whole"]),
    ],
)
def test_counts(text, expected):
    assert [finding.code for finding in ct.check(f"{text}.")] == expected


def test_of_whom_a_rate_is_makes_no_indicator():
    lines = "1) Tỷ lệ đô thị hóa đạt 51%;\n2) Tỷ lệ hộ dân nông thôn dùng nước sạch 99,5%; dân cư đô thị 100%;"
    assert codes(lines) == []


def test_rates_of_one_line_come_before_those_of_others():
    lines = "1) Tỷ lệ hộ nghèo toàn tỉnh còn 6,8%;\n2) Tỷ lệ hộ nghèo khu vực thành thị còn 1,2%, khu vực nông thôn còn 9,4%, chung toàn tỉnh còn 10,8%;"
    assert codes(lines) == ["growth-between", "duplicate-target"]


@pytest.mark.parametrize(
    ("whole", "parts", "key"),
    [
        ("Diện tích lúa", ["Đông Xuân", "Hè Thu", "Thu Đông", "Thu Đông muộn"], None),
        ("Diện tích lúa", ["Đông Xuân", "Hè Thu", "Thu Đông", "Xuân Hè"], "seasons"),
        ("Sản lượng lương thực có hạt", ["lúa", "ngô"], "grain"),
        ("Sản lượng lương thực có hạt", ["lúa", "ngô", "khoai"], None),
        ("GRDP", [*SECTORS, "thuế sản phẩm", "trợ cấp"], None),
        ("GRDP", ["khu vực I", "khu vực II", "khu vực III"], "sectors"),
        ("Khu vực II", ["công nghiệp", "xây dựng"], "industry-and-building"),
        ("Công nghiệp - xây dựng", ["xây dựng", "công nghiệp"], "industry-and-building"),
        ("Số dự án", ["công nghiệp", "xây dựng"], None),
        ("Giá trị sản xuất nông nghiệp", ["trồng trọt", "chăn nuôi", "dịch vụ"], "farm-output"),
        ("Giá trị sản xuất nông, lâm nghiệp và thủy sản", ["trồng trọt", "chăn nuôi", "dịch vụ"], None),
    ],
)
def test_a_division_has_each_member_once(whole, parts, key):
    found = partition_of(whole, parts)
    assert (found.key if found else None) == key


def test_a_division_knows_its_members():
    visitors = partition_of("Khách du lịch", ["khách quốc tế", "khách nội địa"])
    assert visitors.has("Khách quốc tế")
    assert not visitors.has("khách lưu trú")


def test_a_part_in_the_unit_of_its_line_is_no_misfit():
    line = "Chi tiêu bình quân khách quốc tế 3,2 triệu đồng/ngày, khách nội địa 1,7 triệu đồng/ngày"
    assert codes(line) == []


@pytest.mark.parametrize(("value", "expected"), [("75", []), ("115", ["share-bounds"])])
def test_parts_go_on_with_the_rates_of_their_line(value, expected):
    assert codes(f"Tỷ lệ cán bộ xã có bằng đại học đạt 98%; lý luận trung cấp {value}%") == expected


@pytest.mark.parametrize(
    ("whole", "parts", "key"),
    [
        ("Số vụ tai nạn giao thông", ["đường bộ", "đường thủy"], "ways-of-transport"),
        ("Chỉ số giá xây dựng", ["vật liệu", "nhân công", "máy thi công"], "building-costs"),
        ("Tỷ lệ hài lòng", ["cấp tỉnh", "cấp xã"], "tiers"),
        ("Số trường phổ thông", ["tiểu học", "THCS", "THPT"], "schools"),
        ("Dư nợ cho vay", ["ngắn hạn", "trung và dài hạn"], "credit"),
        ("Chỉ số giá tiêu dùng", ["vật liệu", "nhân công", "máy thi công"], None),
        ("Số trường", ["tiểu học", "THCS", "THPT"], None),
    ],
)
def test_divisions_of_rates_are_none_of_amounts(whole, parts, key):
    """Where a small part may be left out, rates are looked at and sums are not."""
    found = partition_of(whole, parts, rates=True)
    assert (found.key if found else None) == key
    assert partition_of(whole, parts) is None


@pytest.mark.parametrize(
    ("whole", "parts", "found"),
    [
        ("Tổng đàn trâu, bò và dê", ["đàn trâu", "bò", "dê"], True),
        ("Tổng đàn trâu, bò và dê", ["dê", "trâu", "bò"], True),
        ("Số học sinh tiểu học và trung học cơ sở", ["học sinh tiểu học", "học sinh trung học cơ sở"], True),
        ("Số tổ hợp tác, trang trại được hỗ trợ", ["có tổ hợp tác", "trang trại"], True),
        ("Tuyến đường xã/đường thôn", ["đường thôn", "đường xã"], True),
        ("Tổng đàn trâu, bò và dê", ["đàn trâu", "bò", "dê sữa"], False),
        ("Tổng đàn trâu, bò và dê", ["trâu", "bò"], False),
        ("Tổng đàn trâu, bò", ["trâu", "trâu"], False),
        ("Tổng đàn trâu, bò", ["trâu bò", "bò"], False),
        ("Diện tích lúa và hoa màu", ["lúa", "hoa"], False),
        ("Diện tích cà phê, hồ tiêu", ["cà phê trồng mới", "hồ tiêu trồng mới"], False),
        ("Tổng đàn gia súc", ["trâu", "bò"], False),
        ("Tổng đàn trâu", ["trâu"], False),
        (", bò", ["trâu", "bò"], False),
        ("trâu, ", ["trâu", "bò"], False),
    ],
)
def test_a_whole_named_after_its_parts(whole, parts, found):
    """What a name joins are its parts, if each is named once and nothing else is said of it."""
    assert (joined_of(whole, parts) is not None) is found
    assert (partition_of(whole, parts, rates=True) is not None) is found
    assert partition_of(whole, parts) is None


def test_the_unit_of_a_part_is_none_of_its_name():
    assert joined_of("Tổng đàn trâu, bò", ["trâu con", "con bò"], "con") is not None
    assert joined_of("Tổng đàn trâu, bò", ["trâu con", "con bò"]) is None


def test_rates_of_groups_that_are_joined_add_up():
    """A fall of the rate of two groups is the sum of theirs: it does not lie between them."""
    assert partition_of("Tỷ lệ hộ nghèo và cận nghèo", ["hộ nghèo", "hộ cận nghèo"], rates=True) is None
    line = "Tỷ lệ hộ nghèo và cận nghèo giảm 1,9%, trong đó hộ nghèo giảm 1,0%, hộ cận nghèo giảm 0,9%"
    assert codes(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Đàn ngựa, cừu 1.200 con, trong đó ngựa 500 con, cừu 700 con", []),
        ("Đàn ngựa, cừu 1.200 con, trong đó ngựa 500 con, cừu 600 con", ["parts-sum"]),
        ("Đàn ngựa, cừu 1.200 con, trong đó ngựa sinh sản 500 con, cừu 600 con", []),
        ("Đàn ngựa, cừu 1.200 con, trong đó ngựa 500 con, cừu 60 con", []),
        ("Kinh phí in ấn và phát hành 900 triệu đồng, trong đó in ấn 500 triệu đồng, phát hành 300 triệu đồng", ["parts-sum"]),
        ("Kinh phí in ấn và phát hành 900 triệu đồng, trong đó in ấn 500 triệu đồng, phát hành 400 triệu đồng", []),
        ("Đàn ngựa, cừu, dê tăng 9%, trong đó ngựa tăng 5%, cừu tăng 6%, dê tăng 8%", ["growth-between"]),
        ("Đàn ngựa, cừu, dê tăng 7%, trong đó ngựa tăng 5%, cừu tăng 6%, dê tăng 8%", []),
    ],
)  # fmt: skip
def test_amounts_of_what_a_name_joins(line, expected):
    """All that a whole is named after make it up, in amounts and in growths."""
    assert codes(line) == expected
