"""Names of agencies no catalogue knows: where they end."""

import builders
import pytest

import chitieu as ct
from chitieu.agencies.names import name_words


def names(text):
    return [agency.name for agency in builders.found(ct.find_agencies, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # words of names, small behind another one
        ("Ban Di dân tái định cư thủy điện Sông Hậu báo cáo tiến độ", "Ban Di dân tái định cư thủy điện Sông Hậu"),
        ("Hội Y tế thôn, bản tổ chức tập huấn", "Hội Y tế thôn, bản"),
        ("Ban Thường vụ Đảng ủy sở họp định kỳ", "Ban Thường vụ Đảng ủy sở"),
        ("Ủy viên Ban Thường vụ Tỉnh ủy, Phó trưởng đoàn", "Ban Thường vụ Tỉnh ủy"),
        ("Quỹ Đầu tư phát triển tỉnh giải ngân", "Quỹ Đầu tư phát triển tỉnh"),
        ("Công ty Khai thác công trình thủy lợi vận hành", "Công ty Khai thác công trình thủy lợi"),
        ("Trung tâm Khuyến nông và Dịch vụ nông nghiệp mở lớp", "Trung tâm Khuyến nông và Dịch vụ nông nghiệp"),
        # a deed behind a name is what the agency does
        ("Bệnh viện Hoa Mai thực hiện ca mổ", "Bệnh viện Hoa Mai"),
        ("Công ty Điện lực đầu tư công trình mới", "Công ty Điện lực"),
        ("Báo Sông Hậu thông tin kịp thời", "Báo Sông Hậu"),
        # behind a level a document begins
        ("Gửi Hội Làm vườn tỉnh Kế hoạch sản xuất", "Hội Làm vườn tỉnh"),
        ("Gửi Ban An toàn giao thông tỉnh Báo cáo tuần", "Ban An toàn giao thông tỉnh"),
        # all small: an office is called after its work, others after their place
        ("Xây dựng Trung tâm giám sát, điều hành đô thị (IOC)", "Trung tâm giám sát, điều hành đô thị"),
        ("Văn phòng đăng ký đất đai cấp giấy", "Văn phòng đăng ký đất đai"),
        ("Bệnh viện đa khoa Sông Hậu khám bệnh", "Bệnh viện đa khoa Sông Hậu"),
        # behind a title the name of a person begins
        ("Giám đốc Quỹ Đầu tư phát triển Lê Văn Hoa phát biểu", "Quỹ Đầu tư phát triển"),
        ("Giám đốc Bệnh viện Nguyễn Hoa Trần Văn Mai phát biểu", "Bệnh viện Nguyễn Hoa"),
        # "và" joins words, not agencies
        ("Hội Luật gia và Đoàn Luật sư tỉnh", "Hội Luật gia"),
        ("Công ty Xăng dầu và các đại lý", "Công ty Xăng dầu"),
        ("Hội Nghệ thuật thị xã và nhân dân", "Hội Nghệ thuật thị xã"),
        ("Trung tâm CNTT và Truyền thông tỉnh", "Trung tâm CNTT và Truyền thông tỉnh"),
    ],
)
def test_where_a_name_ends(text, name):
    first, *_ = names(text)
    assert first == name


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm huyện đông vui",
        "Trung tâm thương mại, dịch vụ",
        "Trung tâm và các xã",
        "Bệnh viện: tăng 5 giường",
        "Công ty xây dựng nhà máy",
        "Hội đồng, tổ công tác",
    ],
)
def test_a_kind_of_body_is_no_agency(text):
    assert names(text) == []


def test_a_name_does_not_pass_a_blank_line():
    assert names("Theo Đài PT-TH&BSH\n\nTổng số điểm") == ["Đài PT-TH&BSH"]
    assert names("Ban Quản lý\nKhu kinh tế tỉnh") == ["Ban Quản lý Khu kinh tế tỉnh"]


def test_a_name_is_bounded():
    (name,) = names("Công ty " + "Hoa " * 200)
    assert len(name) < 120


def test_words_stand_in_one_list():
    words = name_words()
    assert not words.things & words.deeds
    assert not (words.things | words.deeds) & words.levels
