"""What an amount is of, by the words before and behind it."""

from __future__ import annotations

import pytest

import chitieu as ct
from chitieu.checking.named_amounts.said_again import is_of_new, said_by_line, said_in_text
from chitieu.checking.subject import Subject
from chitieu.targets.reader import scan_targets
from chitieu.text import SourceText


def said(text):
    source = SourceText(text)
    (hit,) = scan_targets(source)[0]
    return [one.name for one in said_in_text(source, hit, source.flat[: hit.name_end])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rà soát, bảo đảm 95% hộ ở nông thôn dùng nước sạch theo quy chuẩn.", "tỷ lệ hộ ở nông thôn dùng nước sạch"),
        ("Tháo gỡ khó khăn, đưa tỷ lệ lấp đầy cụm công nghiệp lên 60%.", "tỷ lệ lấp đầy cụm công nghiệp"),
        ("Huy động nhân công, hoàn thành 60 km kênh mương nội đồng trước ngày 20/12.", "kênh mương nội đồng"),
        (
            "Mở rộng đại lý, phát triển người tham gia bảo hiểm y tế, đạt 95% dân số.",
            "tỷ lệ người tham gia bảo hiểm y tế dân số",
        ),
    ],
)
def test_the_words_that_name_an_amount(text, name):
    assert name in said(text)


def test_words_up_to_a_place_are_no_name():
    """So many of a commune are not so many of all: only with the place is it a name."""
    assert "tỷ lệ hộ gia đình văn hóa" not in said("Phấn đấu 95% hộ gia đình văn hóa tại xã Long Phú.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the words behind, up to each stop
        ("Trồng 30 ha rừng, xong trước ngày 5/6.", ["rừng", "rừng, xong", "rừng, xong trước ngày 5/6"]),
        ("Trồng 30 ha rừng và nâng độ che phủ.", ["rừng", "rừng và nâng độ che phủ"]),
        ("Trồng 30 ha rừng và cây ăn quả.", ["rừng và cây ăn quả"]),
        ("Trồng 30 ha rừng tại xã A.", ["rừng tại xã A"]),
        ("Trồng 30 ha rừng tại tỉnh.", ["rừng"]),
        ("Trồng 30 ha rừng; nuôi cá.", ["rừng"]),
        # of a rate few words behind it say nothing, of a size one does
        ("Đạt 30% hộ nghèo.", []),
        ("Đạt 30% hộ nghèo đa chiều.", ["tỷ lệ hộ nghèo đa chiều"]),
        ("Trồng 30 ha.", []),
        ("Mở 12 khu chợ.", ["khu chợ"]),
        # a share of what is counted, the second of two, a unit that says it all, an income that is only led to
        ("Đạt 30% số hộ nghèo.", []),
        ("Duy trì 36,5 giường bệnh/vạn dân.", ["giường bệnh/vạn dân"]),
        ("Phấn đấu thu ngân sách đạt 9.500 tỷ đồng.", ["thu ngân sách nhà nước trên địa bàn"]),
        # what leads to it may be none of its name
        ("Y tế số: 90% người dân có hồ sơ.", ["tỷ lệ Y tế số người dân có hồ sơ", "tỷ lệ người dân có hồ sơ"]),
        ("Y tế số: 90% người dân.", ["tỷ lệ Y tế số người dân"]),
        ("Các sở cắt giảm 30% thời gian đi lại.", ["tỷ lệ Các sở thời gian đi lại", "tỷ lệ thời gian đi lại"]),
        ("Chợ phiên 30% thời gian đi lại.", ["tỷ lệ Chợ phiên thời gian đi lại"]),
        # how it is kept up, who brings it about, among whom a rank is
        ("Giữ tỷ lệ che phủ rừng ổn định ở mức 45%.", ["tỷ lệ che phủ rừng"]),
        ("Các sở, ngành phải giảm tỷ lệ hồ sơ trễ hạn xuống 2%.", ["tỷ lệ hồ sơ trễ hạn"]),
        ("Nâng tỷ lệ bảo đảm an toàn thực phẩm lên 90%.", ["tỷ lệ bảo đảm an toàn thực phẩm"]),
        ("PAR INDEX trong tốp 20 cả nước.", ["PAR INDEX", "PAR INDEX cả nước"]),
    ],
)
def test_each_way_to_read_it(text, names):
    assert said(text) == names


def test_the_second_of_two_has_a_name_of_its_own():
    source = SourceText("Bảo đảm 88% dân quân và 98% quân nhân khám bệnh.")
    second = scan_targets(source)[0][1]
    assert [one.name for one in said_in_text(source, second, source.flat[: second.name_end])] == [
        "tỷ lệ quân nhân khám bệnh"
    ]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Trồng 30 ha rừng.", True),
        ("Mở 12 khu chợ.", False),
        ("Có 12 khu chợ mới.", True),
        ("Đổi mới 12 khu chợ.", False),
        ("Công nhận 12 xã nông thôn mới.", False),
        ("Trồng 30% diện tích rừng mới.", False),  # a rate is of all there are
    ],
)
def test_what_comes_to_be(text, new):
    source = SourceText(text)
    (hit,) = scan_targets(source)[0]
    assert [one.new for one in said_in_text(source, hit, source.flat[: hit.name_end])][:1] == [new]


def lines(text):
    """Return the amounts of an indicator line."""
    return Subject(ct.Plan(indicators=ct.parse_indicators(f"1. {text}."), period=ct.Period(2026))).lines


@pytest.mark.parametrize(
    ("line", "names", "new"),
    [
        ("Tỷ lệ thôn có loa 45%", ["Tỷ lệ thôn có loa"], False),
        (
            "Lối sống khỏe: 40% người tập thể thao",
            ["tỷ lệ Lối sống khỏe", "tỷ lệ Lối sống khỏe người tập thể thao"],
            False,
        ),
        ("Công nhận thêm 12 lò gốm", ["Công nhận lò gốm"], True),
        ("Công nhận thêm 08 lò gốm", ["Công nhận lò gốm"], True),
        ("Công nhận 12 lò gốm", ["Công nhận lò gốm"], False),
        ("Xây mới 12 lò gốm", ["Xây mới lò gốm"], True),
    ],
)
def test_how_a_line_says_it(line, names, new):
    (claim,) = lines(line)
    found = list(said_by_line(claim))
    assert [one.name for one in found] == names
    assert [is_of_new(claim), *(one.new for one in found)] == [new] * (len(found) + 1)


def test_a_part_that_no_catalogue_knows_says_nothing_by_itself():
    whole, part, *_ = lines("Số lò gốm 45 lò, trong đó lò đốt củi 12 lò")
    assert list(said_by_line(whole))
    assert not list(said_by_line(part))


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("PAR INDEX trong tốp 20 cả nước về cải cách.", " cả nước"),
        ("Tỷ lệ che phủ rừng 20% cả nước về cải cách.", " "),
        ("Trồng 30 ha rừng, xong trước ngày 5/6.", " rừng"),
    ],
)
def test_where_the_words_behind_an_amount_end(text, behind):
    """Among whom a rank is belongs to it, whatever of the name stands there."""
    source = SourceText(text)
    (hit,) = scan_targets(source)[0]
    first = next(said_in_text(source, hit, source.flat[: hit.name_end]))
    assert text[hit.end : first.end] == behind
