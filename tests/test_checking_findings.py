"""What findings say and where they point, and the value at which each rule begins to speak.

Covers `values.bounds` and `values.directions` too.
"""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from small_plans import codes, found, plan

import chitieu as ct
from chitieu.checking.catalogues import translated
from chitieu.checking.days import dates
from chitieu.checking.subject import Subject


def line(*texts):
    return {"lines": "\n".join(f"{at}. {text};" for at, text in enumerate(texts, 1))}


def task(text):
    return {"work": f"1. Sở Tài chính\n- {text}"}


def of_lines(*texts, **fields):
    """Build a plan of 2026 without a text."""
    items = tuple(item for text in texts for item in ct.parse_indicators(f"1) {text};"))
    return ct.Plan(indicators=items, period=ct.Period(2026), **fields)


# --- the whole of a finding -------------------------------------------------------------------------------

ROWS = [
    (
        line("Tỷ lệ che phủ rừng đạt 45,5 ha"), "unit-fits", "error", "đạt 45,5 ha", [],
        "'Tỷ lệ che phủ rừng' is measured in %; '45,5 ha' is in another unit",
        "'Tỷ lệ che phủ rừng' tính bằng %; '45,5 ha' dùng đơn vị khác",
    ),
    (
        line("Tỷ lệ hộ nghèo còn 99% - 101%"), "value-bounds", "error", "còn 99% - 101%", [],
        "'Tỷ lệ hộ nghèo' lies between 0% and 100%; '99% - 101%' is outside",
        "'Tỷ lệ hộ nghèo' nằm từ 0% đến 100%; '99% - 101%' ở ngoài khoảng đó",
    ),
    (
        line("Tỷ lệ thôn có loa đạt 101%"), "share-bounds", "error", "đạt 101%", [],
        "'Tỷ lệ thôn có loa' is a share of a whole; '101%' is more than all of it, or less than nothing",
        "'Tỷ lệ thôn có loa' là phần của một tổng; '101%' lớn hơn cả tổng, hoặc nhỏ hơn không",
    ),
    (
        line("Tỷ lệ hộ nghèo tăng 1%"), "direction", "warning", "tăng 1%", [],
        "'Tỷ lệ hộ nghèo' gets worse by 'tăng 1%'", "'Tỷ lệ hộ nghèo' xấu đi với 'tăng 1%'",
    ),
    (
        line("Giảm tỷ lệ hộ nghèo xuống còn 3% (năm 2025: 2%)"), "direction", "warning", "xuống còn 3%", [],
        "'Giảm tỷ lệ hộ nghèo' gets worse by '1%'", "'Giảm tỷ lệ hộ nghèo' xấu đi với '1%'",
    ),
    (
        line("Tăng tỷ lệ che phủ rừng từ 60% lên 55%"), "direction", "warning", "từ 60% lên 55%", [],
        "'từ 60% lên 55%' gets worse by '5%'", "'từ 60% lên 55%' xấu đi với '5%'",
    ),
    (
        line("Cơ cấu kinh tế: Khu vực I 33%; khu vực II 22,3%; khu vực III 42,24%; thuế sản phẩm 3,46%"), "shares-sum", "error", "33%",
        ["33%", "22,3%", "42,24%", "3,46%"],
        "the shares of 'Cơ cấu kinh tế' add up to 101%, not to 100%", "các tỷ trọng của 'Cơ cấu kinh tế' cộng lại bằng 101%, không phải 100%",
    ),
    (
        line("Trồng mới 500 ha rừng, gồm rừng phòng hộ 300 ha, rừng sản xuất 250 ha"), "parts-sum", "error", "500 ha", ["300 ha", "250 ha"],
        "the parts of 'Trồng mới rừng' add up to 550 ha, not to 500 ha", "các phần của 'Trồng mới rừng' cộng lại bằng 550 ha, không phải 500 ha",
    ),
    (
        task("Sửa 100 km đường, gồm đường xã 60 km, đường thôn 50 km."), "parts-sum", "error", "100 km", ["60 km", "50 km"],
        "the parts of 'Sửa' add up to 110 km, not to 100 km", "các phần của 'Sửa' cộng lại bằng 110 km, không phải 100 km",
    ),
    (
        line("Trồng mới 500 ha rừng, trong đó rừng phòng hộ 500 ha, rừng sản xuất 250 ha"), "parts-exceed", "warning", "500 ha", ["500 ha", "250 ha"],
        "the parts named of 'Trồng mới rừng' add up to 750 ha, more than its 500 ha",
        "các phần nêu ra của 'Trồng mới rừng' cộng lại bằng 750 ha, lớn hơn 500 ha",
    ),
    (
        task("Sửa 100 km đường, trong đó đường xã 60 km, đường thôn 50 km."), "parts-exceed", "warning", "100 km", ["60 km", "50 km"],
        "the parts named of 'Sửa' add up to 110 km, more than its 100 km", "các phần nêu ra của 'Sửa' cộng lại bằng 110 km, lớn hơn 100 km",
    ),
    (
        line("Trồng mới 500 ha rừng, trong đó rừng phòng hộ 501 ha"), "part-over-whole", "error", "501 ha", ["500 ha"],
        "'rừng phòng hộ' is 501 ha, more than the 500 ha of 'Trồng mới rừng' it is a part of",
        "'rừng phòng hộ' là 501 ha, lớn hơn 500 ha của 'Trồng mới rừng' mà nó là một phần",
    ),
    (
        task("Công nhận 48/47 xã."), "part-over-whole", "error", "48/47 xã", [],
        "'48/47 xã' is 48 xã, more than the 47 xã of 'xã' it is a part of", "'48/47 xã' là 48 xã, lớn hơn 47 xã của 'xã' mà nó là một phần",
    ),
    (
        task("Công nhận 38/47 xã (80,7%)."), "fraction-percent", "error", "80,7%", [],
        "'38/47 xã' is 80,9%, not 80,7%", "'38/47 xã' là 80,9%, không phải 80,7%",
    ),
    (
        line("Tỷ lệ hộ dùng nước sạch đạt 99%, trong đó thành thị 98%, nông thôn 80%"), "growth-between", "error", "đạt 99%", ["98%", "80%"],
        "'Tỷ lệ hộ dùng nước sạch' is 99%; the rates of its parts, 98%, 80%, are all on one side of it",
        "'Tỷ lệ hộ dùng nước sạch' là 99%; các bộ phận 98%, 80% đều nằm về một phía",
    ),
    (
        line("Thu ngân sách nhà nước 6.450 tỷ đồng", "Thu nội địa 6.310 tỷ đồng", "Thu từ hoạt động xuất, nhập khẩu 190 tỷ đồng"),
        "identity", "warning", "6.450 tỷ đồng", ["6.310 tỷ đồng", "190 tỷ đồng"],
        "what 'Thu ngân sách nhà nước' is made up of adds up to 6.500 tỷ đồng, not to 6.450 tỷ đồng",
        "các khoản hợp thành 'Thu ngân sách nhà nước' cộng lại bằng 6.500 tỷ đồng, không phải 6.450 tỷ đồng",
    ),
    (
        line("Tỷ lệ lao động qua đào tạo đạt 66%", "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ đạt 72%"), "order", "warning", "đạt 72%", ["đạt 66%"],
        "'Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ' is 72%, more than 'Tỷ lệ lao động qua đào tạo' of which it is a part (66%)",
        "'Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ' là 72%, lớn hơn 'Tỷ lệ lao động qua đào tạo' mà nó là một bộ phận (66%)",
    ),
    (
        line("Quy mô GRDP theo giá hiện hành đạt 90.000 tỷ đồng", "Dân số trung bình 1.300.000 người", "GRDP bình quân đầu người đạt 59,2 triệu đồng/người"),
        "per-head", "warning", "đạt 59,2 triệu đồng/người", ["đạt 90.000 tỷ đồng", "trung bình 1.300.000 người"],
        "'GRDP bình quân đầu người' is 59,2 triệu đồng/người, but 90.000 tỷ đồng over 1.300.000 người make 69,23 triệu đồng/người",
        "'GRDP bình quân đầu người' là 59,2 triệu đồng/người, nhưng 90.000 tỷ đồng chia cho 1.300.000 người được 69,23 triệu đồng/người",
    ),
    (
        line("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 46%"), "duplicate-target", "warning", "đạt 46%", ["đạt 45%"],
        "'Tỷ lệ che phủ rừng' is 46% here, and 45% elsewhere in the plan", "'Tỷ lệ che phủ rừng' ở đây là 46%, nơi khác trong kế hoạch là 45%",
    ),
    (
        line("Tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm 2025: 1,8%)"), "level-change", "error", "còn 1,4%", [],
        "'Tỷ lệ hộ nghèo' is to be 1,4% by a change of giảm 0,6%; from the earlier 1,8% that makes 1,2%",
        "'Tỷ lệ hộ nghèo' còn 1,4% với mức thay đổi giảm 0,6%; từ giá trị trước đó 1,8% thì thành 1,2%",
    ),
    (
        line("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD)"), "magnitude", "warning", "đạt 300 triệu USD", [],
        "'Kim ngạch nhập khẩu' is 300 triệu USD, 30 times the 10 triệu USD of another year: check the scale word and the comma",
        "'Kim ngạch nhập khẩu' là 300 triệu USD, gấp 30 lần 10 triệu USD của năm khác: xem lại từ chỉ hàng (nghìn, triệu, tỷ) và dấu phẩy",
    ),
    (
        line("Năng suất lao động tăng 12.5%"), "number-english", "warning", "12.5%", [],
        "'12.5%' is written the English way; it was read as 12,5%", "'12.5%' viết theo kiểu tiếng Anh; đã đọc là 12,5%",
    ),
    (line("Sản lượng lúa tăng 4,%"), "digits-lost", "error", "4,%", [], "'4,%' is no number: digits are missing, or signs are misplaced",
     "'4,%' không thành số: mất chữ số hoặc sai dấu"),
    (
        line("Năng suất lao động tăng từ 9% đến 7%"), "range-backwards", "error", "9% đến 7%", [],
        "the range '9% đến 7%' runs from 9 down to 7", "khoảng '9% đến 7%' viết ngược, từ 9 xuống 7",
    ),
    (
        line("Công nhận 07 (tám) xã nông thôn mới"), "words-disagree", "error", "07 (tám)", [],
        "'07 (tám)' says 7 in figures and 8 in words", "'07 (tám)': phần số là 7, phần chữ là 8",
    ),
    (
        line("Kim ngạch nhập khẩu đạt 1.700"), "unit-missing", "warning", "1.700", [],
        "'Kim ngạch nhập khẩu' has the number 1.700 without a unit; it is measured in triệu USD",
        "'Kim ngạch nhập khẩu' có số 1.700 nhưng thiếu đơn vị; đơn vị của chỉ tiêu này là triệu USD",
    ),
    (task("Họp ngày 31/6."), "date-impossible", "error", "31/6", [], "'31/6' is not in the calendar", "'31/6' không có trong lịch"),
    (
        task("Trình đề án trước ngày 31/12/2025."), "due-before-issue", "error", "Trình đề án trước ngày 31/12/2025.", [],
        "the deadline 2025-12-31 is before 2026-01-16, the day the plan was issued",
        "thời hạn 31/12/2025 sớm hơn ngày ban hành kế hoạch (16/01/2026)",
    ),
    (
        {"title": "Phát triển kinh tế - xã hội năm 2025"}, "issued-after-period", "warning", "Phát triển kinh tế - xã hội năm 2025", [],
        "the plan was issued on 2026-01-16, after 2025-12-31, the end of its period",
        "kế hoạch ban hành ngày 16/01/2026, sau ngày cuối của kỳ kế hoạch (31/12/2025)",
    ),
    (
        task("Thực hiện Nghị quyết số 31/2022/NQ-HĐND ngày 05/3/2023 của HĐND tỉnh."), "reference-year", "error",
        "31/2022/NQ-HĐND ngày 05/3/2023 của HĐND tỉnh", [],
        "'31/2022/NQ-HĐND' has the year 2022 in its number, but its date is 2023-03-05",
        "số hiệu '31/2022/NQ-HĐND' ghi năm 2022 nhưng ngày ban hành là 05/03/2023",
    ),
    (
        task("Thực hiện Nghị quyết số 31/2027/NQ-HĐND của HĐND tỉnh."), "reference-future", "error", "31/2027/NQ-HĐND của HĐND tỉnh", [],
        "'31/2027/NQ-HĐND' is of 2027, not before what rests on it (2026-01-16)",
        "'31/2027/NQ-HĐND' có thời gian 2027, không trước ngày ban hành văn bản dựa vào nó (16/01/2026)",
    ),
    (
        task("Thực hiện Nghị quyết số 31/2025/NQ-HĐND ngày 05/3/2025 và Nghị quyết số 31/2025/NQ-HĐND ngày 06/3/2025."),
        "reference-disagrees", "warning", "31/2025/NQ-HĐND ngày 06/3/2025", ["31/2025/NQ-HĐND ngày 05/3/2025"],
        "'31/2025/NQ-HĐND' is of 2025-03-06 here and of 2025-03-05 elsewhere",
        "'31/2025/NQ-HĐND' ở đây ghi 06/03/2025, ở chỗ khác ghi 05/03/2025",
    ),
    (
        task("Thực hiện Kế hoạch số 370KH-UBND."), "reference-malformed", "error", "370KH-UBND", [],
        "'370KH-UBND' is no number of a document", "'370KH-UBND' không đúng thể thức số, ký hiệu văn bản",
    ),
    (
        task("Gửi Sở Kế hoạch và Đầu tư."), "agency-not-existing", "error", "Gửi Sở Kế hoạch và Đầu tư.", [],
        "'Sở Kế hoạch và Đầu tư' does not exist on 2026-01-16; instead: Sở Tài chính",
        "'Sở Kế hoạch và Đầu tư' không tồn tại vào ngày 16/01/2026; thay bằng: Sở Tài chính",
    ),
    (
        {"reports": "1. Hằng quý, các sở báo cáo kết quả gửi Sở Tài chính trước ngày 10 tháng cuối quý."}, "report-schedule", "warning",
        "trước ngày 10 tháng cuối quý", [],
        "'trước ngày 10 tháng cuối quý' does not go with the days of report data, from day 15 of the month before the period to day 14 of its last month (Nghị định 09/2019/NĐ-CP)",
        "'trước ngày 10 tháng cuối quý' không khớp kỳ chốt số liệu báo cáo, từ ngày 15 của tháng trước kỳ báo cáo đến ngày 14 của tháng cuối kỳ (Nghị định 09/2019/NĐ-CP)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), [(row[0], row[1:]) for row in ROWS])
def test_a_finding_says_what_is_wrong_and_where(parts, expected):
    code, severity, marked, related, english, vietnamese = expected
    subject = plan(**parts)
    (finding,) = ct.check(subject)
    assert (finding.code, finding.severity.value) == (code, severity)
    assert (finding.message, finding.message_vi) == (english, vietnamese)
    assert finding.span.of(subject.text) == marked
    assert [span.of(subject.text) for span in finding.related] == related
    assert finding.plan == "58/KH-UBND"
    before = subject.text[: finding.span.start]
    assert (finding.line, finding.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
    row, caret, *_ = finding.quote.splitlines()
    assert row[caret.index("^") : caret.rindex("^") + 1] == marked.splitlines()[0]


# --- where a rule begins to speak -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỷ lệ hộ nghèo còn 100%", []),
        ("Tỷ lệ hộ nghèo còn 100,1%", ["value-bounds"]),
        ("Tỷ lệ hộ nghèo còn 99% - 100%", []),
        ("Tỷ lệ hộ nghèo còn 0%", []),
        ("Tỷ lệ hộ nghèo còn -1%", ["value-bounds"]),
        ("Tỷ lệ hộ nghèo giảm 101%", ["share-bounds"]),
        ("HDI đạt 1", []),
        ("HDI đạt 1,01", ["value-bounds"]),
        ("Chỉ số PCI đạt 100 điểm", []),
        ("Chỉ số PCI đạt 101 điểm", ["value-bounds"]),
        ("Dân số trung bình 0 người", ["value-bounds"]),
        ("Tỷ lệ thôn có loa đạt 100%", []),
        ("Tỷ lệ thôn có loa đạt 100,1%", ["share-bounds"]),
        ("Tỷ lệ thôn có loa đạt 1.000‰", []),
        ("Tỷ lệ thôn có loa đạt 1.001‰", ["share-bounds"]),
        ("Tỷ lệ thôn có loa đạt 95% - 105%", ["share-bounds"]),
        ("Tỷ lệ thôn có loa đạt 0%", []),
        ("Tỷ lệ thôn có loa đạt âm 5%", ["share-bounds"]),
        ("Tỷ lệ thôn có loa tăng 108%", []),
        ("Tỷ lệ thôn có loa đạt 108%/năm", []),
        ("Tỷ lệ thôn có loa đạt 108% kế hoạch", []),
        ("Tỷ lệ thôn có loa đạt 108%, giao cho xã theo kế hoạch", ["share-bounds"]),
        ("Tỷ lệ thôn so với năm trước đạt 108%", []),
        ("Thôn có loa đạt 108%", []),
        # units
        ("Tỷ lệ che phủ rừng tăng 45,5 ha", []),
        ("Số bác sĩ/vạn dân đạt 33 giường bệnh/vạn dân", ["unit-fits"]),
        ("Số giường bệnh/vạn dân đạt 33 bác sĩ/vạn dân", ["unit-fits"]),
        ("Số bác sĩ/vạn dân đạt 33 bác sĩ/vạn dân", []),
        ("Số bác sĩ/vạn dân đạt 33 bác sĩ", []),
        ("Sản lượng lúa đạt 500 ha", ["unit-fits"]),
        ("Sản lượng lúa đạt 500 nghìn tấn", []),
        ("Kim ngạch xuất khẩu đạt 1.250 tấn", ["unit-fits"]),
        ("Kim ngạch xuất khẩu đạt 40.000 tỷ đồng", []),
        ("Kim ngạch xuất khẩu đạt 125%", []),
        ("Tỷ lệ hộ nghèo còn 300 hộ", ["unit-fits"]),
        ("Tỷ lệ hộ nghèo còn 30/300 hộ", []),
        ("Hộ nghèo còn 300 hộ", []),
        # direction
        ("Tỷ lệ hộ nghèo giảm 1%", []),
        ("Tỷ lệ che phủ rừng tăng 1%", []),
        ("Tỷ lệ che phủ rừng giảm 1%", []),
        ("Giảm tỷ lệ hộ nghèo xuống còn 2% (năm 2025: 2%)", []),
        ("Giảm tỷ lệ hộ nghèo xuống còn 1% (năm 2025: 2%)", []),
        ("Giảm tỷ lệ hộ nghèo xuống còn 2% (năm 2024: 1%)", []),
        ("Nâng tỷ lệ che phủ rừng lên 45% (năm 2025: 46%)", ["direction"]),
        ("Nâng tỷ lệ che phủ rừng lên 46% (năm 2025: 46%)", []),
        ("Nâng tỷ lệ che phủ rừng lên 47% (năm 2025: 46%)", []),
        ("Tăng tỷ lệ che phủ rừng từ 60% lên 60%", []),
        ("Tăng tỷ lệ che phủ rừng từ 60% lên 61%", []),
        ("Giảm tỷ lệ sinh từ 10% xuống 11%", ["direction"]),
        ("Giảm tỷ lệ sinh từ 10% xuống 10%", []),
        ("Giảm tỷ lệ sinh từ 11% xuống 10%", []),
        # a change and the level it makes, within half a digit of each
        ("Tỷ lệ hộ nghèo giảm 0,4%, còn 1,4% (năm 2025: 1,8%)", []),
        ("Tỷ lệ hộ nghèo giảm 0,5%, còn 1,4% (năm 2025: 1,8%)", []),
        ("Tỷ lệ hộ nghèo giảm 0,3%, còn 1,4% (năm 2025: 1,8%)", []),
        ("Tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm 2025: 1,8%)", ["level-change"]),
        ("Tỷ lệ hộ nghèo giảm 0,2%, còn 1,4% (năm 2025: 1,8%)", ["level-change"]),
        ("Tỷ lệ hộ nghèo giảm trên 0,6%, còn 1,4% (năm 2025: 1,8%)", []),
        ("Tỷ lệ hộ nghèo giảm 0,6%, còn dưới 1,4% (năm 2025: 1,8%)", []),
        ("Tỷ lệ hộ nghèo giảm 0,6%, còn 1,4% (năm 2024: 1,8%)", []),
        ("Tỷ lệ che phủ rừng tăng 2%, đạt 46% (năm 2025: 44%)", []),
        ("Tỷ lệ che phủ rừng tăng 2%, đạt 44% (năm 2025: 46%)", ["level-change"]),
        # thirty times
        ("Kim ngạch nhập khẩu đạt 299 triệu USD (năm 2025: 10 triệu USD)", []),
        ("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 10 triệu USD)", ["magnitude"]),
        ("Kim ngạch nhập khẩu đạt 10 triệu USD (năm 2025: 299 triệu USD)", []),
        ("Kim ngạch nhập khẩu đạt 10 triệu USD (năm 2025: 300 triệu USD)", ["magnitude"]),
        ("Kim ngạch nhập khẩu đạt 300 triệu USD (năm 2025: 0 triệu USD)", []),
        # fractions and their percentage, rounded or cut off
        ("Công nhận 38/47 xã (80,9%)", []),
        ("Công nhận 38/47 xã (80,8%)", []),
        ("Công nhận 38/47 xã (80,7%)", ["fraction-percent"]),
        ("Công nhận 38/47 xã (81%)", []),
        ("Công nhận 38/47 xã (80%)", []),
        ("Công nhận 38/47 xã (79%)", ["fraction-percent"]),
        ("Công nhận 38/47 xã, đạt 75%", ["fraction-percent"]),
        ("Công nhận 38/47 xã, tăng 75%", []),
        ("Công nhận 38/47 xã (trên 75%)", []),
        ("Công nhận 38/47 xã (75% - 76%)", []),
        ("Công nhận trên 38/47 xã (75%)", []),
        ("Công nhận 38 xã (75%)", []),
        ("Công nhận 47/47 xã", []),
        ("Công nhận 48/47 xã", ["part-over-whole"]),
        # parts
        ("Trồng mới 500 ha rừng, trong đó rừng phòng hộ 500 ha", []),
        ("Trồng mới 500 ha rừng, trong đó rừng phòng hộ 600 ha, rừng sản xuất 50 ha", ["part-over-whole"]),
        ("Cơ cấu lao động: nông nghiệp 30%, công nghiệp 35%, dịch vụ 36%", ["shares-sum"]),
    ],
)
def test_the_value_at_which_a_rule_speaks(text, expected):
    assert codes(plan(**line(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sửa 100 km đường, gồm đường xã 60 km, đường thôn 41 km.", []),
        ("Sửa 100 km đường, gồm đường xã 60 km, đường thôn 42 km.", ["parts-sum"]),
        ("Sửa 100 km đường, gồm đường xã 60 km, đường thôn 38 km.", ["parts-sum"]),
        (
            "Sửa 50 km đường, gồm đường xã 30 km, đường thôn 21 km.",
            ["parts-sum"],
        ),  # a hundredth is less than a kilometre
        ("Sửa 50 km đường, trong đó đường xã 30 km, đường thôn 21 km.", ["parts-exceed"]),
        ("Sửa 1.000 km đường, gồm đường xã 600 km, đường thôn 401 km.", []),
        ("Sửa 1.000 km đường, gồm đường xã 600 km, đường thôn 402 km.", ["parts-sum"]),
        ("Sửa 100,0 km đường, gồm đường xã 60 km, đường thôn 41,0 km.", []),
        ("Sửa 100 km đường, bao gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, chia ra đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, trong đó đường xã 60 km, đường thôn 41 km.", []),
        ("Sửa 100 km đường, trong đó đường xã 60 km, đường thôn 42 km.", ["parts-exceed"]),
        ("Sửa 100 km đường, trong đó đường xã 60 km, đường thôn 20 km.", []),
        ("Sửa 100 km đường (đường xã 60 km, đường thôn 42 km).", ["parts-sum"]),
        ("Sửa ít nhất 100 km đường, trong đó đường xã 60 km, đường thôn 50 km.", []),
        ("Sửa dưới 100 km đường, trong đó đường xã 60 km, đường thôn 50 km.", ["parts-exceed"]),
        ("Sửa khoảng 100 km đường, gồm đường xã 60 km, đường thôn 50 km.", ["parts-sum"]),
        ("Sửa 100 km đường, gồm đường xã 160 km.", []),
        ("Sửa 100 km đường, gồm đường xã 60 km, cầu 50 cái.", []),
        ("Sửa 100 km đường. Đường xã 60 km, đường thôn 50 km.", []),
        ("Sửa 24/7 giờ.", []),
        ("Lớp học 45/35 người.", []),
        ("Mật độ 45/35 người/km2.", []),
    ],
)
def test_amounts_in_tasks_are_added_too(text, expected):
    assert codes(plan(**task(text))) == expected


# --- days ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trình đề án trước ngày 15/01/2026.", ["due-before-issue"]),
        ("Trình đề án trước ngày 16/01/2026.", []),
        ("Trình đề án trong quý IV năm 2025.", ["due-before-issue"]),
        ("Trình đề án trước ngày 31/01/2027.", []),
        ("Trình đề án trước ngày 01/02/2027.", ["due-after-period"]),
        ("Hoàn thành dự án trong năm 2028.", []),
        ("Trình báo cáo trong năm 2028.", ["due-after-period"]),
        ("Hoàn thành dự án trước ngày 01/3/2028.", ["due-after-period"]),
    ],
)
def test_deadlines_on_the_last_day_are_in_time(text, expected):
    assert codes(plan(**task(text))) == expected


def built(due, text="Trình đề án", **fields):
    section = ct.Assignment("Sở Y tế", tasks=(ct.Task(text, due=due),))
    return ct.Plan(**{"issued": date(2026, 1, 16), "period": ct.Period(2026), "assignments": (section,), **fields})


def test_a_period_that_ends_within_a_year_has_its_month_of_grace():
    first_half = ct.Period(2026, ct.PeriodKind.HALF, 1)
    assert not found(built(date(2026, 7, 31), period=first_half), dates.due_after_period)
    assert found(built(date(2026, 8, 1), period=first_half), dates.due_after_period)


def test_one_fault_and_not_one_for_each_task():
    late = built(date(2027, 6, 1), period=ct.Period(2025))
    assert codes(late) == ["issued-after-period"]
    on_the_last_day = built(date(2026, 1, 1), issued=date(2025, 12, 31), period=ct.Period(2025))
    assert codes(on_the_last_day) == []


def test_plans_that_name_no_day_or_period():
    assert not found(built(date(2020, 1, 1), issued=None), dates.due_before_issue)
    assert found(built(date(2028, 1, 1), issued=None), dates.due_after_period)
    assert not found(built(date(2028, 1, 1), period=None), dates.due_after_period)
    assert not found(built(None), dates.due_after_period, dates.due_before_issue)


@pytest.mark.parametrize(
    ("issued", "named", "period", "expected"),
    [
        (date(2026, 1, 16), 2026, ct.Period(2026), None),
        (date(2026, 1, 16), 2026, ct.Period(2025), 2025),
        (date(2026, 1, 16), 2026, ct.Period(2027), 2027),
        (date(2026, 1, 16), 2027, ct.Period(2026), 2026),
        (date(2026, 1, 16), 2028, ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE), None),
        (date(2026, 1, 16), 2030, ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE), 2026),  # four years ahead
        (date(2027, 1, 16), 2030, ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE), None),
        (None, 2030, ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE), None),
    ],
)
def test_the_year_of_the_title(issued, named, period, expected):
    subject = ct.Plan(title=f"Kế hoạch năm {named}", issued=issued, period=period)
    findings = found(subject, dates.title_year)
    assert [finding.fields["meant"] for finding in findings] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("issued", "times", "expected"),
    [("30 tháng 6 năm 2026", 3, 1), ("30 tháng 6 năm 2026", 2, 0), ("01 tháng 7 năm 2026", 3, 0)],
)
def test_a_title_of_next_year_is_wrong_where_all_else_is_this_years(issued, times, expected):
    work = "1. Sở Y tế\n- " + " ".join(["Làm trong năm 2026."] * times)
    bases = "Căn cứ Luật Đầu tư công;"
    subject = plan(title="Phát triển kinh tế - xã hội năm 2027", issued=issued, work=work, bases=bases)
    assert len(found(subject, dates.title_year)) == expected


# --- reports -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("trước ngày 15 tháng cuối quý", 0),
        ("trước ngày 14 tháng cuối quý", 1),
        ("ngày 14 tháng cuối quý", 0),
        ("ngày 13 tháng cuối quý", 1),
        ("ngày 20 của tháng giữa quý", 1),
        ("ngày 20 tháng thứ hai của quý sau", 0),
        ("quý I trước ngày 15/3", 0),
        ("quý I trước ngày 14/3", 1),
        ("quý I chậm nhất ngày 14/3", 0),
        ("quý I chậm nhất ngày 13/3", 1),
        *(
            (f"quý {quarter} trước ngày {day}/{month}", day < 15)
            for month, quarters in ((3, "I1"), (6, ("II", "2")), (9, ("III", "3")), (12, ("IV", "4")))
            for quarter in quarters
            for day in (14, 15)
        ),
        ("quý IV trước ngày 15/12", 0),
        ("quý IV trước ngày 14/12", 1),
        ("quý IV trước ngày 20/01", 0),
        ("quý IV trước ngày 28/02", 0),
        ("quý IV trước ngày 01/3", 1),
        ("6 tháng trước ngày 15/6", 0),
        ("6 tháng trước ngày 14/6", 1),
        ("9 tháng trước ngày 15/9", 0),
        ("9 tháng trước ngày 14/9", 1),
    ],
)
def test_reports_may_be_due_when_their_data_end(words, expected):
    subject = plan(reports=f"1. Các sở, ngành báo cáo kết quả {words}, gửi Sở Tài chính.")
    assert codes(subject) == ["report-schedule"] * expected


@pytest.mark.parametrize(
    ("day", "before", "frequency", "expected"),
    [
        (14, False, ct.ReportFrequency.QUARTER, 0),
        (13, False, ct.ReportFrequency.QUARTER, 1),
        (15, True, ct.ReportFrequency.QUARTER, 0),
        (14, True, ct.ReportFrequency.QUARTER, 1),
        (5, False, ct.ReportFrequency.MONTH, 0),
        (None, False, ct.ReportFrequency.QUARTER, 0),
    ],
)
def test_a_schedule_that_was_built(day, before, frequency, expected):
    subject = ct.Plan(reporting=ct.ReportingSchedule(frequencies=(frequency,), day=day, before=before))
    findings = found(subject, "report-schedule")
    assert [(finding.about, finding.fields["cutoff"]) for finding in findings] == [(str(day), 14)] * expected


# --- against the year before, and elsewhere in the plan --------------------------------------------------------


def observed(value, year=2025, **fields):
    return ct.Observation("poor", ct.Period(year), value and ct.parse_quantity(value), **fields)


@pytest.mark.parametrize(
    ("observations", "expected"),
    [
        ([observed("3,5%")], 0),
        ([observed("3,6%")], 0),  # half a digit of each amount is rounding
        ([observed("3,7%")], 1),
        ([observed("3,4%")], 0),
        ([observed("3,3%")], 1),
        ([observed("4,2%", year=2024)], 0),
        ([observed(None)], 0),
        ([observed("4,2%"), observed("3,5%", status=ct.ObservationStatus.OFFICIAL)], 0),
        ([observed("3,5%"), observed("4,2%", status=ct.ObservationStatus.OFFICIAL)], 1),
    ],
)
def test_a_level_and_its_change_against_what_was_observed(observations, expected):
    subject = of_lines("Tỷ lệ hộ nghèo còn 2,5% (giảm 1%/năm)")
    assert len(found(subject, "level-change", observations=observations)) == expected


def test_a_plan_of_several_years_has_no_year_before():
    subject = of_lines("Tỷ lệ hộ nghèo còn 2,5% (giảm 1%/năm)")
    years = ct.Period(2026, last_year=2030, kind=ct.PeriodKind.RANGE)
    several = ct.Plan(indicators=subject.indicators, period=years)
    assert not found(several, "level-change", observations=[observed("4,2%")])
    assert Subject(several).year is None
    assert Subject(subject).year == 2026


@pytest.mark.parametrize(
    ("now", "before", "times"),
    [("30%", "1%", "30"), ("29,9%", "1%", None), ("1%", "30%", "1/30"), ("1%", "29,9%", None), ("60%", "1,9%", "32"), ("0%", "3%", None), ("30%", "0%", None)],
)  # fmt: skip
def test_thirty_times_what_was_observed(now, before, times):
    findings = found(of_lines(f"Tỷ lệ hộ nghèo còn {now}"), "magnitude", observations=[observed(before)])
    assert [finding.fields["times"] for finding in findings] == ([] if times is None else [times])


@pytest.mark.parametrize(
    ("old", "new", "times"),
    [("10", "300", "30"), ("10", "299", None), ("300", "10", "1/30"), ("299", "10", None), ("0", "300", None)],
)
def test_two_years_in_one_row(old, new, times):
    rows = f"| TT | Chỉ tiêu | Thực hiện năm 2025 | Kế hoạch năm 2026 |\n| 1 | Nuôi ong | {old} | {new} |"
    subject = ct.Plan(text=rows, period=ct.Period(2026))
    findings = found(subject, "magnitude")
    assert [(one.fields["times"], one.about, one.span.of(rows)) for one in findings] == (
        [] if times is None else [(times, "Nuôi ong", new)]
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 46%"), 1),
        (("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng tăng 46%"), 0),
        (("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 46%", "Tỷ lệ che phủ rừng đạt 46%"), 1),
        (("Tỷ lệ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 46%", "Tỷ lệ che phủ rừng đạt 47%"), 2),
        (("Tỷ lệ che phủ rừng 44% - 46%", "Tỷ lệ che phủ rừng đạt 46%"), 0),
        (("Tỷ lệ che phủ rừng 44% - 46%", "Tỷ lệ che phủ rừng đạt 47%"), 1),
        (("Tỷ lệ che phủ rừng đạt 46%", "Tỷ lệ che phủ rừng 44% - 46%"), 0),
        (("Tỷ lệ che phủ rừng từ 45% trở lên", "Tỷ lệ che phủ rừng đạt 46%"), 1),
        (("Số cây xanh trồng mới đạt 45 cây", "Số cây xanh trồng mới đạt 46 cây"), 1),  # five words tell what it is
        (("Cây trồng mới 45 cây", "Cây trồng mới 46 cây"), 0),
        (("Số cây xanh trồng mới đạt 45 cây", "Số cây xanh trồng mới đạt 46 ha"), 0),
        (("Công nhận nông thôn mới 45/58 xã", "Công nhận nông thôn mới 46/58 xã"), 0),
    ],
)
def test_one_indicator_with_two_targets(lines, expected):
    assert len(found(of_lines(*lines), "duplicate-target")) == expected


def test_the_other_targets_are_said_once_each():
    subject = of_lines(*(f"Tỷ lệ che phủ rừng đạt {value}%" for value in (45, 46, 47)))
    assert [finding.fields["other"] for finding in found(subject, "duplicate-target")] == ["45%", "45%, 46%"]


@pytest.mark.parametrize(
    ("other", "source"),
    [
        ({"number": "9/NQ-HĐND", "title": "Nghị quyết"}, "9/NQ-HĐND"),
        ({"title": "Một hai ba bốn năm sáu bảy"}, "“Một hai ba bốn năm sáu …”"),
        ({"text": "Một hai ba bốn năm sáu bảy"}, "“Một hai ba bốn năm sáu …”"),
    ],
)
def test_another_plan_is_named(other, source):
    mine, theirs = of_lines("Tỷ lệ che phủ rừng đạt 45%"), of_lines("Tỷ lệ che phủ rừng đạt 46%", **other)
    (finding,) = ct.check(mine, theirs)
    assert (finding.code, finding.fields["source"], finding.fields["other"]) == ("plans-disagree", source, "46%")
    assert ct.check(ct.Plan(indicators=mine.indicators), theirs)


def test_two_plans_that_disagree_are_pointed_out_once_where_it_is_said_first():
    mine = of_lines("Độ che phủ rừng đạt 45%", "Tỷ lệ che phủ rừng đạt 45,0%")
    (finding,) = ct.check(mine, of_lines("Tỷ lệ che phủ rừng đạt 46%", number="9/NQ-HĐND"))
    assert (finding.code, finding.about) == ("plans-disagree", "Độ che phủ rừng")


# --- the order of findings, and what is at hand -----------------------------------------------------------------


def test_a_plan_without_text_quotes_the_line():
    (finding,) = ct.check(of_lines("Trồng mới 500 ha rừng, trong đó rừng phòng hộ 501 ha"))
    row, caret = finding.quote.splitlines()
    assert row[caret.index("^") : caret.rindex("^") + 1] == "501 ha"
    assert (finding.line, finding.column) == (None, None)


def test_a_plan_that_was_built_from_values_has_the_fault_without_a_quote():
    target = ct.Target(ct.Quantity(101, "%"))
    item = ct.PlannedIndicator("Tỷ lệ hộ nghèo", indicator="poor", targets=(target,))
    (finding,) = ct.check(ct.Plan(indicators=(item,)))
    assert (finding.code, finding.quote, finding.span, finding.line) == ("value-bounds", "", None, None)


@pytest.mark.parametrize(("length", "about"), [(60, "a" * 60), (61, "a" * 60 + " …")])
def test_a_long_task_is_named_by_its_beginning(length, about):
    (finding,) = found(built(date(2020, 1, 1), "a" * length), dates.due_before_issue)
    assert finding.about == about


def test_the_day_asked_for_counts_before_that_of_issue():
    subject = plan(**task("Gửi Sở Kế hoạch và Đầu tư."))
    assert codes(subject) == ["agency-not-existing"]
    assert not found(subject, "agency-not-existing", on=date(2024, 1, 1))
    assert Subject(subject).day == date(2026, 1, 16)
    assert Subject(subject, on=date(2024, 1, 1)).day == date(2024, 1, 1)


def test_a_missing_unit_of_a_built_plan_is_that_of_the_catalogue():
    for value, total, expected in (("2.5", None, ["%"]), ("2.5", "3", [])):
        whole = None if total is None else ct.Quantity(Decimal(total), "")
        target = ct.Target(ct.Quantity(Decimal(value), ""), total=whole)
        item = ct.PlannedIndicator("Tỷ lệ hộ nghèo", indicator="poor", targets=(target,))
        findings = found(ct.Plan(indicators=(item,)), "unit-missing")
        assert [finding.fields["expected"] for finding in findings] == expected


# --- one after another ------------------------------------------------------------------------------------------


def test_what_is_right_does_not_hide_what_follows():
    good, wrong = (
        "Sửa 100 km đường, gồm đường xã 60 km, đường thôn 40 km.",
        "Xây 100 km kênh, gồm kênh xã 60 km, kênh thôn 50 km.",
    )
    forest = "Trồng mới 500 ha rừng, gồm rừng phòng hộ 300 ha, rừng sản xuất 250 ha"
    assert [one.about for one in ct.check(plan(**task(f"{good} {wrong}")))] == ["Xây"]
    assert [one.about for one in ct.check(plan(**line(forest), **task(wrong)))] == ["Trồng mới rừng", "Xây"]
    section = ct.Assignment("Sở Y tế", tasks=(ct.Task(wrong),))
    both = ct.Plan(indicators=ct.parse_indicators(f"1) {forest};"), assignments=(section,))
    assert sorted(one.about for one in ct.check(both)) == ["Trồng mới rừng", "Xây"]
    levels = "Kim ngạch xuất khẩu đạt 300 triệu USD, kim ngạch nhập khẩu đạt 12 triệu USD (năm 2025: 10 triệu USD)"
    assert codes(plan(**line(levels))) == []  # which of the two the brackets speak of is not known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Họp ngày 31/13.", ["date-impossible"]),
        ("Họp ngày 32/13.", []),
        ("Họp trước 31/13.", []),
        ("Họp đến 31/12.", []),
        ("Lập đạt 12.5 xã.", ["number-english"]),
        ("Xóa 2.1 xã.", []),
        ("Chỉ số PCI đạt 68.5 điểm.", []),
        ("Lập đạt 1,234 xã.", ["number-english"]),
        ("Trồng 1,234 ha.", []),
        ("Trồng 1,230 ha.", ["number-english"]),
        ("Thu 1,230 tỷ đồng.", []),
        ("Thu 1,200 tỷ đồng.", ["number-english"]),
        ("Đón 1,234 nghìn người.", []),
        ("Mật độ đạt 1,230 người/km2.", []),
        ("Trồng 0,750 ha.", []),
        ("Trồng 1234,560 ha.", []),
    ],
)
def test_how_amounts_and_days_of_tasks_are_written(text, expected):
    assert codes(plan(**task(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thu ngân sách nhà nước theo dự toán Trung ương giao đạt 6.450 tỷ đồng, trong đó thu nội địa 6.310 tỷ đồng",
            [("bud_rev", "ASSIGNED", False, "6.450 tỷ đồng"), ("bud_dom", "ASSIGNED", False, "6.310 tỷ đồng")],
        ),
        (
            "Thu ngân sách nhà nước theo dự toán Trung ương giao đạt 6.450 tỷ đồng, chỉ tiêu địa phương phấn đấu là 6.700 tỷ đồng",
            [("bud_rev", "ASSIGNED", False, "6.450 tỷ đồng"), ("bud_rev", "STRIVING", False, "6.700 tỷ đồng")],
        ),
        (
            "Thu ngân sách nhà nước theo dự toán Trung ương giao đạt 5 tỷ đồng; thu nội địa 4 tỷ đồng",
            [("bud_rev", "ASSIGNED", False, "5 tỷ đồng"), ("bud_dom", "PLANNED", False, "4 tỷ đồng")],
        ),
        ("Tỷ lệ che phủ rừng đến năm 2030 đạt 45%", [("forest", "PLANNED", True, "45%")]),
        ("Tỷ lệ che phủ rừng quý I đạt 45%", [("forest", "PLANNED", True, "45%")]),
        ("Tỷ lệ che phủ rừng năm 2026 đạt 45%", [("forest", "PLANNED", False, "45%")]),
        ("Số cây trồng mới đạt 05 nghìn cây", [(None, "PLANNED", False, "5 nghìn cây")]),
    ],
)
def test_what_a_line_claims(text, expected):
    claims = Subject(of_lines(text, number="7/KH-UBND")).claims
    assert [(one.key, one.kind.name, one.timed, one.part) for one in claims] == expected
    assert {one.plan for one in claims} == {"7/KH-UBND"}
    assert all((one.record is None) == (one.key is None) for one in claims)
    assert len(Subject(of_lines(text)).lines) == len(claims)


def test_what_a_text_claims():
    said = "Trong quý I thu ngân sách nhà nước đạt 1.000 tỷ đồng. Đạt 32,1 giường bệnh/vạn dân, 10 doanh nghiệp."
    (claim,) = Subject(ct.Plan(text=said)).claims
    assert (claim.name, claim.key, claim.sure) == ("giường bệnh/vạn dân", "beds", True)
    assert claim.span.of(said) == "Đạt 32,1 giường bệnh/vạn dân"


@pytest.mark.parametrize("title", ["Kế hoạch năm 2025 và năm 2026", "Kế hoạch năm 2026, tầm nhìn đến năm 2030"])
def test_the_last_year_of_a_title_is_the_plans(title):
    assert not found(ct.Plan(title=title, period=ct.Period(2026)), dates.title_year)


@pytest.mark.parametrize("package", ["no_such_package", "bisect", "json", "chitieu"])
def test_a_package_without_a_catalogue_says_it_in_english(package):
    assert translated("A sentence of nobody", "vi", package) == "A sentence of nobody"
    assert translated("A sentence of nobody", "xx", package) == "A sentence of nobody"


def test_findings_without_a_place_come_first():
    item = ct.PlannedIndicator("Tỷ lệ hộ nghèo", indicator="poor", targets=(ct.Target(ct.Quantity(101, "%")),))
    text = plan(**line("Tỷ lệ che phủ rừng đạt 145%"))
    findings = ct.check(ct.Plan(indicators=(*text.indicators, item), text=text.text))
    assert [finding.about for finding in findings] == ["Tỷ lệ hộ nghèo", "Tỷ lệ che phủ rừng"]


def test_a_place_at_the_very_beginning_is_one():
    item = ct.PlannedIndicator("Tỷ lệ hộ nghèo", indicator="poor", targets=(ct.Target(ct.Quantity(101, "%")),))
    findings = ct.check(ct.Plan(indicators=(item,), text="48/47 xã đạt chuẩn."))
    assert [finding.code for finding in findings] == ["value-bounds", "part-over-whole"]


def test_a_plan_issued_on_the_last_day_of_its_year_is_not_late():
    last = ct.Plan(issued=date(2026, 12, 31), period=ct.Period(2026))
    assert ct.check(last, rules=["issued-after-period"]) == ()
    late = ct.Plan(issued=date(2027, 1, 1), period=ct.Period(2026))
    assert [finding.code for finding in ct.check(late, rules=["issued-after-period"])] == ["issued-after-period"]


def test_one_part_that_is_town_and_country_together_has_nothing_on_its_other_side():
    line = "1) Tỷ lệ thu gom rác đạt 90%, trong đó đô thị và nông thôn ven sông 95%;"
    assert ct.check(ct.Plan(indicators=ct.parse_indicators(line))) == ()


@pytest.mark.parametrize(("said", "worked_out"), [("70%", "80,9%"), ("70,9%", "80,9%"), ("70,95%", "80,85%")])
def test_a_percentage_is_worked_out_with_the_digits_it_was_given(said, worked_out):
    (finding,) = ct.check(ct.Plan(indicators=ct.parse_indicators(f"1) Có 38/47 xã ({said}) đạt chuẩn;")))
    assert finding.code == "fraction-percent"
    assert worked_out in finding.message


def test_places_are_those_of_the_text_as_it_was_given(example_text):
    text = unicodedata.normalize("NFD", example_text.replace("72%; trong đó, lao động", "172%; trong đó, lao động"))
    (finding,) = ct.check(ct.parse_plan(text))
    assert "172%" in text[finding.span.start : finding.span.end]
    wrong = unicodedata.normalize("NFD", example_text.replace("vực I chiếm 27,4%", "vực I chiếm 28,4%"))
    (finding,) = ct.check(ct.parse_plan(wrong))
    assert "28,4%" in wrong[finding.span.start : finding.span.end]
    task = unicodedata.normalize(
        "NFD", example_text.replace("giải ngân ít nhất 45%", "giải ngân 38/47 xã (70,9%), ít nhất 45%")
    )
    (finding,) = ct.check(ct.parse_plan(task))
    assert finding.code == "fraction-percent"
    assert (
        "70,9%" in task[finding.span.start : finding.span.end] or "38/47" in task[finding.span.start : finding.span.end]
    )


def test_a_name_that_also_means_a_national_body_is_reported_only_over_a_section():
    agency = ct.find_agencies("Cục Thống kê")[0].value

    def check(section):
        plan = ct.Plan(issued=date(2026, 1, 15), period=ct.Period(2026), assignments=(section,))
        return [finding.code for finding in ct.check(plan)]

    assert check(ct.Assignment("Cục Thống kê", agencies=(agency,), tasks=(ct.Task("Công bố số liệu"),))) == [
        "agency-not-existing"
    ]
    assert check(ct.Assignment("Việc chung", tasks=(ct.Task("Công bố số liệu", lead=(agency,)),))) == []


@pytest.mark.parametrize(("text", "about"), [("Sửa cầu", "Sửa cầu"), ("Sửa cầu " * 20, f"{'Sửa cầu ' * 7}Sửa …")])
def test_a_task_is_named_by_its_first_words(text, about):
    late = ct.Task(text, due=date(2020, 1, 1))
    plan = ct.Plan(issued=date(2026, 1, 15), period=ct.Period(2026), assignments=(ct.Assignment("", tasks=(late,)),))
    (finding,) = ct.check(plan, rules=["due-before-issue"])
    assert finding.about == about
