"""Shares of one whole outside indicator lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import plan

import chitieu as ct


def said(text):
    found = ct.run_checks(ct.Plan(text=text, period=ct.Period(2026)), rules=[]).identities
    return [one.holds for one in found if one.kind.value == "shares"]


SECTORS = "nông, lâm nghiệp 20%, công nghiệp - xây dựng 45%, dịch vụ 35%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Kinh tế tăng 8%. Cơ cấu kinh tế: {SECTORS}.", [True]),
        ("Kinh tế tăng 8%. Cơ cấu kinh tế: khu vực I 20%, khu vực II 45%, khu vực III 30%, thuế sản phẩm 6%.", [False]),
        ("Khu vực nông, lâm nghiệp chiếm 20% GRDP, công nghiệp 45%, dịch vụ 38%.", [False]),
        ("Tỷ trọng nông nghiệp 20%, công nghiệp 45%, dịch vụ 38%.", [False]),
        ("Cơ cấu ước đạt 15% - 45% - 38% - 4%.", [False]),
        ("Cơ cấu kinh tế lần lượt là 15%, 45%, 42%.", [False]),
        ("Cơ cấu kinh tế: nông nghiệp chiếm 20% (giảm 0,5%), công nghiệp chiếm 45% (tăng 0,5%), dịch vụ chiếm 37%.", [False]),
        ("Cơ cấu kinh tế:\n- Nông nghiệp: 20%;\n- Công nghiệp: 45%;\n- Dịch vụ: 37%.\n- Xuất khẩu tăng 5%.", [False]),
        ("Cơ cấu ngành nông nghiệp: trồng trọt 55%, chăn nuôi 35%, dịch vụ 12%.", [False]),
        ("Cơ cấu lao động: nông nghiệp còn 30%, công nghiệp 38%, dịch vụ 32%, tăng 2%; tỷ lệ thất nghiệp 2%.", [True]),
        # what three sectors lack the taxes may be
        ("Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 29%.", []),
        # rates of growth, two years, some branches, bounds, other statements
        ("Cơ cấu kinh tế chuyển dịch đúng hướng, công nghiệp tăng 45%, dịch vụ tăng 38%, nông nghiệp tăng 20%.", []),
        ("Cơ cấu kinh tế: nông nghiệp từ 15% xuống 14%, công nghiệp từ 40% lên 41%, dịch vụ từ 45% lên 47%.", []),
        ("Tỷ trọng công nghiệp chế biến 45%, dịch vụ logistics 10%, nông nghiệp công nghệ cao 47%.", []),
        ("Cơ cấu kinh tế: nông nghiệp khoảng 20%, công nghiệp khoảng 45%, dịch vụ khoảng 38%.", []),
        ("Cơ cấu lại ngành; nông nghiệp 20%, công nghiệp 45%, dịch vụ 38%.", []),
        ("Đẩy mạnh cơ cấu kinh tế. Nông nghiệp 20%, công nghiệp 45%, dịch vụ 38%.", []),
        ("Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%. Dịch vụ 38%.", []),
        ("Tỷ trọng nông nghiệp 20%, công nghiệp 45%, dịch vụ 20%.", []),
        # whatever the parts are named, the words say that they are all
        ("Cơ cấu thị trường theo nước: Lào 50%, Nga 35%, Ý 20%.", [False]),
        ("Cơ cấu thị trường theo nước:\n+ Lào: 50%;\n+ Nga: 35%;\n+ Ý: 20%;\n- Tỷ lệ phòng kín khách 60%.", [False]),
        ("Loại A chiếm 5%, loại B chiếm 60%, loại C chiếm 25%, loại khác chiếm 20%.", [False]),
        ("Loại A chiếm 5%; loại B chiếm 60%; loại C chiếm 30%; loại khác chiếm 5%.", [True]),
        ("Nguyên nhân: 45% do điện, 30% do sơ suất, 35% do nguyên nhân khác.", [False]),
        ("Xếp loại cuối năm: hoàn thành xuất sắc 20%, hoàn thành tốt 70%, hoàn thành 19%, không hoàn thành 1%.", [False]),
        # by what something is divided
        ("Lao động theo ngành nghề: thợ nề 40%; thợ mộc 35%; thợ điện 30%.", [False]),
        ("Phân theo nguồn nước, 60% số hộ dùng nước máy, 25% dùng nước giếng, 20% dùng nước mưa.", [False]),
        ("Kinh phí bảo đảm từ các nguồn: ngân sách tỉnh (50%), ngân sách xã (30%) và xã hội hóa (25%).", [False]),
        ("Điểm chấm gồm ba phần: hồ sơ (trọng số 30%), phỏng vấn (trọng số 30%), thực hành (trọng số 30%).", [False]),
        ("Khách đến từ Lào (50%), Nga (20%) và các nước còn lại (35%).", [False]),
        ("Chia theo loại hàng gồm gạo 45%, lưu trú 20%, dịch vụ khác 40%.", [False]),
        ("Kết quả rèn luyện của học sinh: tốt 80%; khá 15%; đạt 4%; chưa đạt 3%.", [False]),
        ("Diện tích lúa chia theo vụ: Đông Xuân 40% - Hè Thu 35% - Thu Đông 35%", [False]),
        ("Có 60% hồ sơ nộp trực tuyến, 45% nộp trực tiếp.", [False]),
        # each of another whole
        ("Tỷ lệ giải ngân theo nguồn vốn: trung ương 30%, tỉnh 35%, vốn vay 28%.", []),
        ("Diện tích tưới theo huyện: Đông Hải 30%, Tây Hải 35%, Nam Hải 28%.", []),
        ("Khối lượng theo hạng mục: cầu đạt 45%, đường đạt 30%, kè đạt 20%.", []),
        ("Hỗ trợ mua máy cày (50%), giống (30%), bao bì (25%).", []),
        ("Phân loại hộ có vườn: 120/300 hộ đô thị (40%) và 90/180 hộ nông thôn (50%).", []),
        ("Phân loại hộ có vườn: 120/300 hộ đô thị (40%) và 150/300 hộ nông thôn (50%).", [False]),
        # sectors of what bears no taxes on products; of the economy they may be left out
        ("Cơ cấu lao động chuyển dịch: nông nghiệp còn 36%, công nghiệp - xây dựng 26%, dịch vụ 35%.", [False]),
        ("Cơ cấu kinh tế chuyển dịch: nông nghiệp còn 16%, công nghiệp - xây dựng 46%, dịch vụ 35%.", []),
        # what is left, in brackets
        ("Kết quả khảo sát: 60% rất hài lòng, 35% hài lòng, số còn lại (7%) chưa hài lòng.", [False]),
        ("Kết quả khảo sát: 60% rất hài lòng, 35% hài lòng, số còn lại (5%) chưa hài lòng.", [True]),
        # a part that is a bound, another list behind the first, what may be some of the parts
        ("Loại A chiếm 40%, loại B chiếm trên 20%, loại C chiếm 20%, loại khác chiếm 20%.", []),
        ("Cơ cấu dân số theo giới: nam 49%, nữ 51%, sinh viên 15%.", []),
        ("Cơ cấu tín dụng: bán lẻ 50%, bán buôn 20%, xuất khẩu 12%.", []),
    ],
)  # fmt: skip
def test_shares_in_running_text(text, expected):
    assert said(text) == expected


def test_lines_that_were_looked_at_are_not_told_twice():
    line = "Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 38%"
    subject = plan(lines=f"1. {line}.", work=f"1. Sở Tài chính\n- Theo dõi để {line[0].lower()}{line[1:]}.")
    assert [one.code for one in ct.check(subject, rules=["shares-sum"])] == ["shares-sum"] * 2


@given(st.lists(st.integers(200, 400), min_size=4, max_size=4))
def test_the_verdict_is_that_of_the_numbers(tenths):
    """Shares in tenths of a percent hold exactly if they make 100, up to half a tenth each."""
    names = ("khu vực I", "khu vực II", "khu vực III", "thuế sản phẩm")
    listed = ", ".join(f"{name} {value // 10},{value % 10}%" for name, value in zip(names, tenths, strict=True))
    found = said(f"Cơ cấu kinh tế: {listed}.")
    assert found == [abs(sum(tenths) - 1000) <= 2]


def test_shares_of_money_are_in_percent():
    results = "Cơ cấu thu nội địa theo nguồn: thuế 60%, tiền sử dụng đất 20%, xổ số 15%, các khoản khác 5%."
    subject = ct.Plan(text=results, period=ct.Period(2026))
    assert ct.check(subject, rules=["unit-fits", "shares-sum"]) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what three sectors lack, the taxes on products may be, up to two and a half points
        ("Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 32,5%.", [False]),
        ("Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 32,4%.", []),
        # the surer the words are that they are all, the further off they may be
        ("Tỷ trọng nông nghiệp 20%, công nghiệp 45%, dịch vụ 45%.", [False]),
        ("Tỷ trọng nông nghiệp 20%, công nghiệp 45%, dịch vụ 46%.", []),
        ("Nông nghiệp chiếm 20%, công nghiệp 45%, dịch vụ 55%.", [False]),
        ("Nông nghiệp chiếm 20%, công nghiệp 45%, dịch vụ 56%.", []),
        ("Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 96%.", [False]),
        ("Cơ cấu nguồn theo loại: A 60%, B 35%, loại khác 34%.", [False]),
        ("Cơ cấu nguồn theo loại: A 60%, B 35%, loại khác 36%.", []),
        ("Kết quả rèn luyện của học sinh: tốt 80%; khá 25%; đạt 10%; chưa đạt 5%.", [False]),
        ("Kết quả rèn luyện của học sinh: tốt 80%; khá 25%; đạt 10%; chưa đạt 6%.", []),
        ("Phân theo nguồn nước, 60% số hộ dùng nước máy, 25% dùng nước giếng, 45% dùng nước mưa.", [False]),
        ("Phân theo nguồn nước, 60% số hộ dùng nước máy, 25% dùng nước giếng, 46% dùng nước mưa.", []),
        ("Lao động theo ngành nghề: thợ nề 30%; thợ mộc 35%; thợ điện 25%; thợ may 20%.", [False]),
        ("Lao động theo ngành nghề: thợ nề 30%; thợ mộc 35%; thợ điện 25%; thợ may 21%.", []),
        # a list is divided in one way; what a bracket says of a share is none, a share in each is one
        ("Cơ cấu nguồn theo loại: A (60%), B (35%) và loại khác (15%).", [False]),
        ("Cơ cấu nguồn theo loại: A 60% (tăng 2%), B 35%, loại khác 15%.", [False]),
        ("Cơ cấu nguồn theo loại: A 60% (trong đó vay 20%, tăng 2%), B 35%, loại khác 15%.", [False]),
        ("Cơ cấu nguồn theo loại:\n- A: 60%;\n- B: 35%;\n- Loại khác: 15%.", [False]),
        # two shares that are all there is end their list
        ("Cơ cấu nguồn theo loại: A 60%, B 40%, loại khác 15%.", []),
        ("Nộp trực tuyến chiếm 60%, trực tiếp 45%.", [False]),
        ("Nộp trực tuyến chiếm 60%, còn lại 40%.", [True]),
        # who pays: of some only more than all is wrong
        ("Kinh phí: ngân sách tỉnh 50%, ngân sách xã 30%, dân đóng góp 15%.", [False]),
        ("Kinh phí: ngân sách tỉnh 50%, ngân sách xã 30%, vốn vay 15%.", []),
        ("Kinh phí: ngân sách tỉnh 50%, ngân sách xã 30%, vốn vay 25%.", [False]),
    ],
)
def test_how_far_a_sum_may_be_off(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kinh tế tăng 8%. Cơ cấu kinh tế: nông nghiệp 20%, công nghiệp 45%, dịch vụ 38%.", "Cơ cấu kinh tế"),
        ("Về vốn: cơ cấu vốn theo nguồn: tỉnh 20%, xã 45%, nguồn khác 38%.", "cơ cấu vốn theo nguồn"),
        ("Loại A chiếm 5%, loại B chiếm 60%, loại C chiếm 25%, loại khác chiếm 20%.", "Loại A chiếm"),
        ("Lao động theo ngành nghề: thợ nề 40%; thợ mộc 35%; thợ điện 30%.", "Lao động theo ngành nghề"),
        ("Lao động theo ngành nghề:\n- Thợ nề: 40%;\n- Thợ mộc: 35%;\n- Thợ điện: 30%.", "Lao động theo ngành nghề"),
    ],
)
def test_the_name_of_what_is_divided(text, name):
    (found,) = ct.run_checks(ct.Plan(text=text, period=ct.Period(2026)), rules=[]).identities
    assert str(found).partition(": ")[0] == name
