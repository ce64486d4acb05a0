"""Lines of indicators: names, parts, who set the target."""

import pytest

import chitieu as ct


def shape(text):
    (item,) = ct.parse_indicators(text)
    return [(part.name, part.relation.value, [str(target) for target in part.targets]) for part in item.walk()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. Tỷ lệ đô thị hóa khoảng 24%;", [("Tỷ lệ đô thị hóa", "item", ["khoảng 24%"])]),
        (
            "- GRDP bình quân đầu người: 104 triệu đồng/năm",
            [("GRDP bình quân đầu người", "item", ["104 triệu đồng/năm"])],
        ),
        (
            "2) Tỷ lệ hộ nghèo còn không quá 2,5% (giảm 1%/năm);",
            [("Tỷ lệ hộ nghèo", "item", ["không quá 2,5%", "giảm 1%/năm"])],
        ),
        (
            "1) GRDP tăng 9%; trong đó, công nghiệp tăng 14%; dịch vụ tăng 8%;",
            [("GRDP", "item", ["tăng 9%"]), ("công nghiệp", "part", ["tăng 14%"]), ("dịch vụ", "part", ["tăng 8%"])],
        ),
        (
            "2) Cơ cấu kinh tế: khu vực I: 33%; khu vực II: 22,3%;",
            [("Cơ cấu kinh tế", "item", []), ("khu vực I", "part", ["33%"]), ("khu vực II", "part", ["22,3%"])],
        ),
        (
            "3) Xuất khẩu đạt 5 tỷ USD (trong đó, thủy sản 2 tỷ USD), nhập khẩu đạt 3 tỷ USD;",
            [
                ("Xuất khẩu", "item", ["5 tỷ USD"]),
                ("thủy sản", "part", ["2 tỷ USD"]),
                ("nhập khẩu", "beside", ["3 tỷ USD"]),
            ],
        ),
        ("9) Công nhận 15 xã đạt chuẩn nông thôn mới;", [("Công nhận xã đạt chuẩn nông thôn mới", "item", ["15 xã"])]),
        ("5. 100% trạm y tế có bác sĩ.", [("trạm y tế có bác sĩ", "item", ["100%"])]),
        ("20) An ninh chính trị được giữ vững.", [("An ninh chính trị được giữ vững", "item", [])]),
        ("15) Diện tích lúa[1] đạt 24.000 ha;", [("Diện tích lúa", "item", ["24.000 ha"])]),
    ],
)
def test_lines(line, expected):
    assert shape(line) == expected


def test_two_setters_of_one_target():
    (item,) = ct.parse_indicators(
        "6) Thu ngân sách: dự toán Trung ương giao 8.460 tỷ đồng; chỉ tiêu địa phương phấn đấu 8.920 tỷ đồng;"
    )
    kinds = {str(target): part.kind for part in item.walk() for target in part.targets}
    assert kinds == {"8.460 tỷ đồng": ct.TargetKind.ASSIGNED, "8.920 tỷ đồng": ct.TargetKind.STRIVING}


def test_items_run_together_are_told_apart():
    items = ct.parse_indicators("(5) Xuất khẩu đạt 5 tỷ USD; (6) Tỷ lệ đô thị hóa khoảng 24%; (7) Tỷ lệ hộ nghèo 2%.")
    assert [(item.number, item.name) for item in items] == [
        ("5", "Xuất khẩu"),
        ("6", "Tỷ lệ đô thị hóa"),
        ("7", "Tỷ lệ hộ nghèo"),
    ]


def test_children_of_a_line_are_its_parts():
    (item,) = ct.parse_indicators("1. GRDP tăng 9%, trong đó:\n- Công nghiệp tăng 14%;\n- Dịch vụ tăng 8%.")
    assert [(part.name, part.relation) for part in item.parts] == [
        ("Công nghiệp", ct.Relation.PART),
        ("Dịch vụ", ct.Relation.PART),
    ]


def test_the_span_of_a_line_slices_back():
    text = "1. GRDP tăng\n9%;\n2. Xuất khẩu đạt\n5 tỷ USD;"
    for item in ct.parse_indicators(text):
        assert " ".join(item.span.of(text).split()) == item.text


def test_names_resolve_to_the_catalogue():
    keys = [item.indicator for item in ct.parse_indicators("1. Tỷ lệ hộ nghèo 2%\n2. Số hầm biogas đạt 50 hầm")]
    assert keys == ["poor", None]


def test_a_fall_in_brackets_belongs_to_the_count_before_it():
    assert shape("1) Số hộ nghèo còn 12 hộ (giảm 3 hộ);") == [("Số hộ nghèo", "item", ["12 hộ", "giảm 3 hộ"])]


def test_words_before_a_colon_that_say_nothing_of_the_number_are_the_name():
    assert shape("1) Chỉ số giá tiêu dùng bình quân: 3,5%;") == [("Chỉ số giá tiêu dùng bình quân", "item", ["3,5%"])]
    assert shape("1) Tỷ lệ hộ nghèo giảm còn: 3,5%;") == [("Tỷ lệ hộ nghèo", "item", ["3,5%"])]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("1) Tỷ lệ hộ nghèo giảm 0,5%, còn 1,3%;", "poor"),
        ("1) Tỷ lệ hộ nghèo còn 1,3% (giảm 0,5%);", "poor"),
        ("1) Tỷ lệ hộ nghèo giảm 0,5%;", "poor_cut"),
        ("1) GRDP tăng 8%, đạt 9.000 tỷ đồng;", "grdp_growth"),
    ],
)
def test_a_level_says_what_is_measured_before_the_change_to_it(line, key):
    assert ct.parse_indicators(line)[0].indicator == key


SHARE = "Vốn đầu tư toàn xã hội so với GRDP"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vốn đầu tư toàn xã hội đạt 45.000 tỷ đồng, bằng 35% GRDP;", [(["45.000 tỷ đồng"]), (["35%"])]),
        ("Vốn đầu tư toàn xã hội đạt 45.000 tỷ đồng (chiếm 35% GRDP);", [(["45.000 tỷ đồng"]), (["35%"])]),
        (
            "Vốn đầu tư toàn xã hội khoảng 45.000 tỷ đồng, bằng 35 - 36% GRDP, tăng 12%;",
            [(["khoảng 45.000 tỷ đồng", "tăng 12%"]), (["35% - 36%"])],
        ),
    ],
)
def test_the_share_of_grdp_behind_an_amount_is_another_indicator(line, expected):
    """What follows is said of the amount again."""
    (item,) = ct.parse_indicators(f"1) {line}")
    found = list(item.walk())
    assert [[str(target) for target in one.targets] for one in found] == expected
    assert [(one.name, one.indicator) for one in found[1:]] == [(SHARE, "invest_grdp")]
    assert [one.relation for one in found] == [ct.Relation.ITEM, ct.Relation.BESIDE]
    plan = ct.Plan(number="1/KH-UBND", title="Kế hoạch năm 2026", period=ct.Period(2026), indicators=(item,))
    for province in ct.available_provinces():
        ct.render_plan(plan, province)  # and it reads back


def test_parts_of_the_amount_stand_behind_its_share():
    line = "1) Vốn đầu tư toàn xã hội đạt 45.000 tỷ đồng, bằng 35% GRDP, trong đó vốn ngân sách 8.000 tỷ đồng."
    assert shape(line)[1:] == [(SHARE, "beside", ["35%"]), ("vốn ngân sách", "part", ["8.000 tỷ đồng"])]


def test_other_shares_are_targets_of_the_amount():
    line = "1) Thu ngân sách đạt 5.388 tỷ đồng, bằng 110% dự toán;"
    assert shape(line) == [("Thu ngân sách", "item", ["5.388 tỷ đồng", "110%"])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tốc độ giảm nghèo bình quân 4%/năm", [("Tốc độ giảm nghèo bình quân", "poor_cut")]),
        ("Phấn đấu giảm nghèo bình quân 2%/năm trở lên", [("giảm nghèo bình quân", "poor_cut")]),
        ("Chỉ số PAPI thuộc nhóm khá; phấn đấu đạt 43 điểm", [("Chỉ số PAPI thuộc nhóm khá", "papi")]),
        ("Duy trì mức sinh thay thế (2,1 con/phụ nữ)", [("Duy trì mức sinh thay thế", "tfr")]),
        ("Có thêm 850 doanh nghiệp thành lập mới, vốn đăng ký 9.500 tỷ đồng", [("doanh nghiệp thành lập mới", "new_ent"), ("vốn đăng ký", "ent_capital")]),
        ("Đưa vào vận hành thêm 150 MW điện gió", [("Đưa vào vận hành điện gió", "wind_mw")]),
        ("Tổng vốn đầu tư toàn xã hội chiếm 35% GRDP", [("Tổng vốn đầu tư toàn xã hội", "invest_grdp")]),
        ("Thu ngân sách đạt 18% GRDP", [("Thu ngân sách", None)]),
        ("Xã có 02 sản phẩm được công nhận OCOP", [("sản phẩm được công nhận OCOP", "ocop")]),
        ("Số việc làm mới được tạo ra 30.000", [("Số việc làm mới được tạo ra", "jobs")]),
        ("Xếp hạng PCI: trong nhóm 15", None),
    ],
)  # fmt: skip
def test_names_of_lines(line, expected):
    (item,) = ct.parse_indicators(line)
    found = [(part.name, part.indicator) for part in item.walk()]
    assert found == expected or (expected is None and item.indicator == "pci")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Thu ngân sách đạt 5.388 tỷ đồng, bằng 110% dự toán Trung ương giao và tăng 8% so với cùng kỳ;",
            [("Thu ngân sách", "item", ["5.388 tỷ đồng", "110%", "tăng 8%"])],
        ),
        (
            "Xuất khẩu đạt 1,2 tỷ USD, tăng 12% so với năm 2025 và bằng 104% kế hoạch;",
            [("Xuất khẩu", "item", ["1,2 tỷ USD", "tăng 12%", "104%"])],
        ),
        (
            "Thu ngân sách đạt 5.388 tỷ đồng, bằng 110% dự toán, chi ngân sách 6.000 tỷ đồng;",
            [
                ("Thu ngân sách", "item", ["5.388 tỷ đồng", "110%"]),
                ("chi ngân sách", "beside", ["6.000 tỷ đồng"]),
            ],
        ),
        (
            "Thu ngân sách đạt 5.388 tỷ đồng, bằng 110% dự toán, trong đó thu nội địa 5.258 tỷ đồng, bằng 108% dự toán;",
            [
                ("Thu ngân sách", "item", ["5.388 tỷ đồng", "110%"]),
                ("thu nội địa", "part", ["5.258 tỷ đồng", "108%"]),
            ],
        ),
    ],
)
def test_what_a_percentage_is_reckoned_from_names_nothing(line, expected):
    assert shape(f"1) {line}") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Toàn tỉnh còn 9.604 hộ nghèo, chiếm tỷ lệ 3,14%", ["poor_households", "poor"]),
        ("Có 42/82 xã được công nhận đạt chuẩn NTM, chiếm 51%", ["ntm", "ntm_share"]),
        ("Số doanh nghiệp thành lập mới 1.200 doanh nghiệp, đạt 80% kế hoạch", ["new_ent"]),
        ("Số doanh nghiệp thành lập mới 1.200 doanh nghiệp, tăng 8%", ["new_ent"]),
        ("Đã có 362/459 trường đạt chuẩn quốc gia", ["school_std_count"]),
        ("Diện tích gieo trồng lúa 95.000 ha, năng suất 61 tạ/ha, sản lượng 579.500 tấn", ["rice_ha", "rice_yield", "rice"]),
        ("Năm 2026 phấn đấu tăng trưởng 12,5 - 13%", ["grdp_growth"]),
        ("Tỷ lệ giường bệnh và bác sĩ trên 1 vạn dân là 34 giường và 9,6 bác sĩ", ["beds", "doctors"]),
        ("Quy mô GRDP Đồng Nai đạt 448.978 tỷ đồng", ["grdp"]),
        ("Giải ngân vốn đầu tư công tính đến ngày 31/01/2026 đạt 87,2% kế hoạch", ["disburse"]),
    ],
)  # fmt: skip
def test_keys_of_lines(line, expected):
    (item,) = ct.parse_indicators(line)
    assert [part.indicator for part in item.walk()] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # what a bracket opens ends with it; what it is of is the part before it
        (
            "- Thu ngân sách 5.850 tỷ đồng; trong đó, thu nội địa 5.760 tỷ đồng (riêng thu tiền sử dụng đất 2.100 tỷ đồng), thu từ xuất, nhập khẩu 90 tỷ đồng.",
            [
                ("Thu ngân sách", "item", ["5.850 tỷ đồng"]),
                ("thu nội địa", "part", ["5.760 tỷ đồng"]),
                ("thu tiền sử dụng đất", "part", ["2.100 tỷ đồng"]),
                ("thu từ xuất, nhập khẩu", "part", ["90 tỷ đồng"]),
            ],
        ),
        # a name in full behind a semicolon is no part
        (
            "- Tạo việc làm cho 9.000 lao động, trong đó 700 người đi nước ngoài; tỷ lệ thất nghiệp dưới 3%.",
            [
                ("Tạo việc làm", "item", ["9.000 lao động"]),
                ("người đi nước ngoài", "part", ["700 người"]),
                ("tỷ lệ thất nghiệp", "beside", ["dưới 3%"]),
            ],
        ),
        (
            "- Tỷ lệ trường đạt chuẩn 70%, trong đó: tỷ lệ ở mầm non 60%; tỷ lệ ở tiểu học 80%.",
            [
                ("Tỷ lệ trường đạt chuẩn", "item", ["70%"]),
                ("tỷ lệ ở mầm non", "part", ["60%"]),
                ("tỷ lệ ở tiểu học", "part", ["80%"]),
            ],
        ),
        # the value a change starts from is no target
        ("- Tỷ lệ hộ nghèo giảm từ 5,2% xuống 3,9%.", [("Tỷ lệ hộ nghèo", "item", ["3,9%"])]),
        (
            "- Nâng tỷ lệ đô thị hóa từ 29,5% (năm 2025) lên 38%; che phủ rừng 40%.",
            [("Nâng tỷ lệ đô thị hóa", "item", ["38%"]), ("che phủ rừng", "beside", ["40%"])],
        ),
        # what is more than the whole, behind a semicolon, is no part
        (
            "- Tổ chức 210 buổi biểu diễn, trong đó 150 buổi ở vùng sâu, vùng xa; chiếu phim lưu động 1.240 buổi.",
            [
                ("Tổ chức buổi biểu diễn", "item", ["210 buổi"]),
                ("buổi ở vùng sâu, vùng xa", "part", ["150 buổi"]),
                ("chiếu phim lưu động", "beside", ["1.240 buổi"]),
            ],
        ),
        (
            "- GRDP tăng 9,5%; trong đó, nông nghiệp tăng 4,2%; công nghiệp tăng 14,6%; dịch vụ tăng 10,4%.",
            [
                ("GRDP", "item", ["tăng 9,5%"]),
                ("nông nghiệp", "part", ["tăng 4,2%"]),
                ("công nghiệp", "part", ["tăng 14,6%"]),
                ("dịch vụ", "part", ["tăng 10,4%"]),
            ],
        ),
        # a full stop ends parts too
        (
            "Tỷ lệ lao động qua đào tạo đạt 72%, trong đó có chứng chỉ 30%. Tỷ lệ thu gom rác đạt 87%, trong đó đô thị 97%.",
            [
                ("Tỷ lệ lao động qua đào tạo", "item", ["72%"]),
                ("chứng chỉ", "part", ["30%"]),
                ("Tỷ lệ thu gom rác", "beside", ["87%"]),
                ("đô thị", "part", ["97%"]),
            ],
        ),
        # nor is that of another year
        ("- Xuất khẩu đạt 1.280 triệu USD, tăng 8% so với ước thực hiện năm 2025 (1.180 triệu USD).", [("Xuất khẩu", "item", ["1.280 triệu USD", "tăng 8%"])]),
        (
            "- Thu nhập 49 triệu đồng/người, tăng 9% so với năm 2025 (44,6 triệu đồng), xuất khẩu 3 tỷ USD",
            [("Thu nhập", "item", ["49 triệu đồng/người", "tăng 9%"]), ("xuất khẩu", "beside", ["3 tỷ USD"])],
        ),
        (
            "- Đón 15 triệu lượt khách (tăng 12%/năm so với mức 8,5 triệu lượt), trong đó khách quốc tế 0,9 triệu lượt",
            [("lượt khách", "item", ["15 triệu lượt khách", "tăng 12%/năm"]), ("khách quốc tế", "part", ["0,9 triệu lượt"])],
        ),
        (
            "- Đón 15 triệu lượt khách, tăng 12% so với 13,4 triệu lượt của năm 2025",
            [("lượt khách", "item", ["15 triệu lượt khách", "tăng 12%"])],
        ),
        (
            "- Vốn đầu tư đạt 92 tỷ đồng, tăng 15% so với năm 2025 (80 tỷ đồng), bằng 42% GRDP.",
            [("Vốn đầu tư", "item", ["92 tỷ đồng", "tăng 15%"]), ("Vốn đầu tư so với GRDP", "beside", ["42%"])],
        ),
        # a grade counts nothing
        ("- Phát triển 12 sản phẩm OCOP đạt từ 3 sao trở lên", [("Phát triển sản phẩm OCOP đạt từ 3 sao trở lên", "item", ["12 sản phẩm OCOP"])]),
        # points are those of the rate, not of the count beside it
        (
            "- Tỷ lệ hộ nghèo còn 3,5%, tương ứng 96 hộ, giảm 1 điểm phần trăm.",
            [("Tỷ lệ hộ nghèo", "item", ["3,5%", "giảm 1 điểm phần trăm"]), ("hộ", "beside", ["96 hộ"])],
        ),
        ("- Số xã đạt chuẩn từ 12 xã tăng lên 15 xã, phấn đấu 16 xã", [("Số xã đạt chuẩn", "item", ["15 xã"]), ("xã", "beside", ["16 xã"])]),
    ],
)  # fmt: skip
def test_where_parts_and_changes_end(line, expected):
    assert shape(line) == expected


def test_a_cut_to_a_level_is_no_cut():
    (item,) = ct.parse_indicators("- Giảm tỷ lệ hộ nghèo từ 5,2% năm 2025 xuống còn 3,9%.")
    assert item.indicator == "poor"


def test_a_line_is_read_on_behind_what_is_compared():
    (item,) = ct.parse_indicators(
        "- Xuất khẩu đạt 3 tỷ USD, tăng 9% so với năm 2025 (2,75 tỷ USD); có 15 xã đạt chuẩn nông thôn mới."
    )
    assert [part.name for part in item.walk()] == ["Xuất khẩu", "xã đạt chuẩn nông thôn mới"]


@pytest.mark.parametrize("so", ["nên", "do đó", "vì vậy", "nhờ đó", "ứng với"])
def test_a_word_that_concludes_begins_another_name(so):
    line = f"1. Dân số 850 nghìn người {so} GRDP bình quân đầu người đạt 72,5 triệu đồng;"
    assert [(name, key) for name, _, key in _keyed(line)] == [
        ("Dân số", "pop"),
        ("GRDP bình quân đầu người", "grdp_pc"),
    ]


def _keyed(line):
    (item,) = ct.parse_indicators(line)
    return [(part.name, [str(target) for target in part.targets], part.indicator) for part in item.walk()]


def test_the_parts_of_a_list_item_end_where_the_next_item_begins():
    """The items of the list below belong to it, those of its own list stand beside it."""
    text = """1. Tổng vốn 900 tỷ đồng, gồm:
a) Vốn tỉnh 600 tỷ đồng:
- Tiền sử dụng đất 250 tỷ đồng, trong đó
+ Cấp xã 100 tỷ đồng;
+ Cấp tỉnh 150 tỷ đồng;
- Xổ số 350 tỷ đồng;
b) Vốn xã 300 tỷ đồng."""
    plan = ct.parse_plan(
        f"ỦY BAN NHÂN DÂN\nTỈNH SÔNG HẬU\nSố: 5/KH-UBND\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\nI. CHỈ TIÊU\n{text}\nII. NHIỆM VỤ\n1. Sở Y tế họp.\n"
    )
    parts = {part.name: [one.name for one in part.parts] for part in plan.indicators[0].walk()}
    assert parts["Tiền sử dụng đất"] == ["Cấp xã", "Cấp tỉnh"]
    assert "Xổ số" in parts["Vốn tỉnh"]


@pytest.mark.parametrize("heading", ["II. NHIỆM VỤ", "B. NHIỆM VỤ", "PHẦN II. NHIỆM VỤ", "Phần thứ hai\nNHIỆM VỤ"])
@pytest.mark.parametrize(("written", "read"), [("43,5 nghìn tỷ", "43,5 nghìn tỷ đồng"), ("8 tỷ", "8 tỷ đồng")])
def test_the_heading_below_a_line_is_no_unit(heading, written, read):
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG HẬU\nSố: 5/KH-UBND\nKẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2026\nI. CHỈ TIÊU\n"
    )
    plan = ct.parse_plan(f"{head}1. Vốn đầu tư toàn xã hội đạt {written}\n{heading}\n1. Sở Y tế họp.\n")
    (item,) = plan.indicators
    assert (item.indicator, [str(target) for target in item.targets]) == ("invest", [read])


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("1. Bảo hiểm y tế: 640 nghìn người tham gia, bao phủ 96,5% dân số.", ["hi_people", "hi"]),
        ("1. Bảo hiểm y tế: 640 nghìn người tham gia, kinh phí 96,5% dự toán.", ["hi_people", None]),
    ],
)
def test_the_name_of_a_line_tells_what_a_verb_beside_it_is_of(line, keys):
    """*Bao phủ* alone is no indicator; with the name of its line it is."""
    (item,) = ct.parse_indicators(line)
    assert [part.indicator for part in item.walk()] == keys
