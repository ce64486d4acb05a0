"""Emulation blocks in texts: decisions, news, tables. All blocks here are made up, but for the last part."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def read(text):
    """Give the only block of a text."""
    (mention,) = ct.find_emulation_blocks(text)
    return mention.value


def names(agencies):
    return [agency.name for agency in agencies]


def offices(block):
    return [(one.year, one.head and one.head.name, *names(one.deputies)) for one in block.offices]


def awards(block):
    return [(award.kind, award.recipient.name, award.year, award.thematic) for award in block.awards]


HEALTH, HOME, JUSTICE, ETHNIC = "Sở Y tế", "Sở Nội vụ", "Sở Tư pháp", "Ban Dân tộc"
FOUR = [HEALTH, HOME, JUSTICE, ETHNIC]


# --- members ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Khối thi đua số 3 gồm các đơn vị: Sở Y tế; Sở Nội vụ; Sở Tư pháp; Ban Dân tộc.",
        "Khối thi đua số 3 gồm: Sở Y tế, Sở Nội vụ, Sở Tư pháp và Ban Dân tộc.",
        "Khối thi đua số 3 gồm 04 đơn vị, đó là cụm từ không đọc được.\nCác thành viên: Sở Y tế, Sở Nội vụ, Sở Tư pháp, Ban Dân tộc.",
        "Khối thi đua số 3 (gồm Sở Y tế, Sở Nội vụ, Sở Tư pháp, Ban Dân tộc) vừa tổ chức hội nghị.",
        "Khối thi đua số 3: Sở Y tế, Sở Nội vụ, Sở Tư pháp, Ban Dân tộc.",
        "Khối thi đua số 3 có 4 thành viên gồm: Sở Y tế, Sở Nội vụ, Sở\nTư pháp và Ban Dân\ntộc. Các đơn vị\nđã ký giao ước.",
        "Khối thi đua số 3\n1. Sở Y tế\n2. Sở Nội vụ\n3. Sở Tư pháp\n4. Ban Dân tộc\nCác đơn vị ký giao ước thi đua.",
        "I. KHỐI THI ĐUA SỐ 3 (04 đơn vị)\n- Sở Y tế;\n- Sở Nội vụ;\n- Sở Tư pháp;\n- Ban Dân tộc.",
        "Đơn vị thành viên Khối thi đua số 3 gồm:\na) Sở Y tế;\nb) Sở Nội vụ;\nc) Sở Tư pháp;\nd) Ban Dân tộc.",
        "Khối thi đua số 3 ký giao ước. Tham gia Khối có 4 đơn vị: Sở Y tế, Sở Nội vụ, Sở Tư pháp, Ban Dân tộc.",
        "Khối thi đua số 3 gồm các Sở: Y tế, Nội vụ, Tư pháp và Ban Dân tộc.",
        "| TT | Đơn vị |\n|---|---|\n| I | Khối thi đua số 3 |\n| 1 | Sở Y tế |\n| 2 | Sở Nội vụ |\n| 3 | Sở Tư pháp |\n| 4 | Ban Dân tộc |",
        "STT | Khối thi đua | Đơn vị\n3 | Số 3 | Sở Y tế<br>Sở Nội vụ<br/>Sở Tư pháp; Ban Dân tộc",
    ],
)
def test_ways_of_listing_members(text):
    block = read(text)
    assert [name.removeprefix("Sở ") for name in names(block.members)] == [name.removeprefix("Sở ") for name in FOUR]
    assert [member.key for member in block.members] == ["syt", "snv", "stp", "bdt"]
    assert (block.number, block.kind) == (3, ct.BlockKind.AGENCIES)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Cụm thi đua số 1 gồm các huyện: Vàm Lúa, Cồn Tre và Bãi Ngang đã họp.",
            ["huyện Vàm Lúa", "huyện Cồn Tre", "huyện Bãi Ngang"],
        ),
        (
            "Cụm thi đua số 1 gồm 5 đơn vị là huyện Vàm Lúa, Cồn Tre và 2 thành phố Sông Hậu, Long Bến; thị xã Bàu Sen.",
            ["huyện Vàm Lúa", "huyện Cồn Tre", "thành phố Sông Hậu", "thành phố Long Bến", "thị xã Bàu Sen"],
        ),
        (
            "Cụm thi đua số 1, bao gồm các địa phương: Vàm Lúa, Cồn Tre, Bãi Ngang đã ký kết giao ước.",
            ["Vàm Lúa", "Cồn Tre", "Bãi Ngang"],
        ),
        (
            "Cụm thi đua số 1 có 3 đơn vị gồm: UBND huyện Vàm Lúa; UBND thị xã Bàu Sen; UBND TP. Sông Hậu.",
            ["UBND huyện Vàm Lúa", "UBND thị xã Bàu Sen", "UBND TP. Sông Hậu"],
        ),
        ("Cụm thi đua số 1 gồm các phường 1, 2 và xã Cồn Tre.", ["phường 1", "phường 2", "xã Cồn Tre"]),
    ],
)
def test_localities(text, members):
    block = read(text)
    assert names(block.members) == members
    assert block.kind is ct.BlockKind.LOCALITIES
    assert not any(member.key for member in block.members)


def test_what_nobody_knows_is_kept_as_written_where_the_list_is_clear():
    block = read(
        "Khối thi đua số 7 gồm 03 đơn vị:\n- Công ty Cấp nước Sông Hậu;\n- Bưu điện tỉnh;\n- Nông trường Bãi Ngang."
    )
    assert names(block.members) == ["Công ty Cấp nước Sông Hậu", "Bưu điện tỉnh", "Nông trường Bãi Ngang"]


def test_a_name_that_goes_on_in_the_next_line():
    block = read("Các đơn vị thành viên Khối thi đua số 4 gồm:\n1. Sở Khoa học và\nCông nghệ;\n2. Sở Y tế.")
    assert names(block.members) == ["Sở Khoa học và Công nghệ", "Sở Y tế"]


def test_several_blocks_of_a_decision():
    text = (
        "QUYẾT ĐỊNH\nVề việc chia các khối thi đua năm 2024\nĐiều 1. Chia các khối thi đua như sau:\n"
        "1. Khối thi đua số 1 (03 đơn vị):\n- Sở Nội vụ (Khối trưởng);\n- Sở Tư pháp - Khối phó;\n- Thanh tra tỉnh.\n"
        "2. Khối thi đua số 2 gồm 02 đơn vị:\n- Sở Công Thương;\n- Sở Xây dựng.\n"
        "3. Cụm thi đua các huyện ven sông gồm: huyện Vàm Lúa, huyện Cồn Tre do huyện Vàm Lúa làm Cụm trưởng.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
    )
    first, second, third = (mention.value for mention in ct.find_emulation_blocks(text))
    assert (names(first.members), first.size) == (["Sở Nội vụ", "Sở Tư pháp", "Thanh tra tỉnh"], 3)
    assert offices(first) == [(2024, "Sở Nội vụ", "Sở Tư pháp")]
    assert (names(second.members), offices(second)) == (["Sở Công Thương", "Sở Xây dựng"], [])
    assert (third.name, third.number) == ("Cụm thi đua các huyện ven sông", None)
    assert (names(third.members), offices(third)) == (["huyện Vàm Lúa", "huyện Cồn Tre"], [(2024, "huyện Vàm Lúa")])


def test_roman_numbers_and_agencies_of_districts():
    block = read("Khối thi đua số XIV gồm: Liên đoàn Lao động huyện Cồn Tre; Sở Y tế tỉnh Sông Hậu.")
    assert (block.name, block.number) == ("Khối thi đua số XIV", 14)
    assert [(member.name, member.key) for member in block.members] == [
        ("Liên đoàn Lao động huyện Cồn Tre", None),
        ("Sở Y tế tỉnh Sông Hậu", "syt"),
    ]


@pytest.mark.parametrize("province", ["binh-phuoc", ct.get_province("binh-phuoc")])
def test_the_words_of_a_province(province):
    (mention,) = ct.find_emulation_blocks("Khối thi đua số 6 gồm: BPTV; Sở Y tế.", province)
    assert [member.key for member in mention.value.members] == ["bptv", "syt"]


def test_clusters_by_the_column_of_a_table():
    text = (
        "Phân chia cụm thi đua năm 2025\n| Cụm | Địa phương | Ghi chú |\n| Số 1 | huyện Vàm Lúa | Cụm trưởng |\n"
        "| | huyện Cồn Tre | Cụm phó |\n| Số 2 | huyện Bãi Ngang |\n| Cộng | 3 |\n"
    )
    one, two = (mention.value for mention in ct.find_emulation_blocks(text))
    assert (one.kind, one.number, names(one.members)) == (
        *(ct.BlockKind.LOCALITIES, 1),
        ["huyện Vàm Lúa", "huyện Cồn Tre"],
    )
    assert offices(one) == [(2025, "huyện Vàm Lúa", "huyện Cồn Tre")]
    assert (two.number, names(two.members)) == (2, ["huyện Bãi Ngang"])


def test_a_table_before_any_block_is_none_of_one():
    assert ct.find_emulation_blocks("TT | Đơn vị | Điểm\n1 | Sở Y tế | 9\n") == ()
    assert read("TT | Đơn vị | Điểm\n1 | Sở Y tế | 9\n\nKhối thi đua số 3 họp.").members == ()


def test_words_before_several_blocks_belong_to_none():
    text = "Các thành viên: Sở Y tế, Sở Nội vụ.\nKhối thi đua số 1 họp.\nKhối thi đua số 2 họp."
    assert [mention.value.members for mention in ct.find_emulation_blocks(text)] == [(), ()]


def test_a_count_that_differs_is_said():
    (mention,) = ct.find_emulation_blocks("Khối thi đua số 3 gồm 5 đơn vị: Sở Y tế, Sở Nội vụ và Ban Dân tộc.")
    assert mention.value.size == 5
    assert mention.notes == ("the text says 5 members, 3 were read",)


def test_the_head_is_a_member_even_where_the_list_leaves_it_out():
    block = read(
        "Khối thi đua số 5\nKhối trưởng: Sở Y tế\nKhối phó: Sở Nội vụ\nCác thành viên: Sở Tư pháp; Ban Dân tộc."
    )
    assert names(block.members) == FOUR
    assert offices(block) == [(None, HEALTH, HOME)]


def test_an_abbreviation_the_text_gives():
    block = read(
        "Khối thi đua số 5 gồm: Nhà hát Sông Hậu (NHSH); Trường Cao đẳng Sông Hậu (CĐSH); Sở Y tế. "
        "Năm 2024, CĐSH làm Khối trưởng."
    )
    assert str(block.head(2024)) == "Trường Cao đẳng Sông Hậu"
    assert len(block.members) == 3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Các khối thi đua của tỉnh gồm: khối cơ quan và khối doanh nghiệp.",
        "Học sinh khối 12 thi đua học tốt. Khối lượng 5 tấn.",
        "Hội đồng Thi đua - Khen thưởng tỉnh họp bàn về các khối thi đua các sở.",
        "Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ.",
    ],
)
def test_words_that_name_no_block(text):
    assert ct.find_emulation_blocks(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Khối thi đua số 2 tổ chức hội nghị với các nội dung gồm: Tổng kết năm 2023; Bầu khối trưởng; Ký giao ước.",
        "Khối thi đua số 2 có 3 nhiệm vụ gồm: Phát động phong trào, Ký giao ước.",
        "Khối thi đua số 2\n- Tổ chức ký kết giao ước thi đua;\n- Bình xét thi đua cuối năm.",
    ],
)
def test_lists_that_are_none_of_members(text):
    assert read(text).members == ()


# --- heads and deputies -------------------------------------------------------------------------------------

START = "Khối thi đua số 3 gồm: Sở Y tế, Sở Nội vụ, Sở Tư pháp và Ban Dân tộc. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hội nghị bầu Sở Y tế làm Khối trưởng, Sở Nội vụ làm Khối phó năm 2025.", [(2025, HEALTH, HOME)]),
        ("Năm 2025, Sở Y tế giữ vai trò Khối trưởng, Sở Nội vụ là Khối phó.", [(2025, HEALTH, HOME)]),
        ("Khối trưởng năm 2025: Sở Y tế; Khối phó: Sở Nội vụ, Sở Tư pháp.", [(2025, HEALTH, HOME, JUSTICE)]),
        ("Khối trưởng, Khối phó năm 2025 lần lượt là Sở Y tế và Sở Nội vụ.", [(2025, HEALTH, HOME)]),
        ("Trưởng khối năm 2025 là Sở Y tế, Phó Trưởng khối là Sở Nội vụ.", [(2025, HEALTH, HOME)]),
        ("Sở Y tế được bầu là đơn vị Khối trưởng và Sở Nội vụ được bầu làm Khối phó năm 2025.", [(2025, HEALTH, HOME)]),
        (
            "Tổng kết năm 2024, Khối đã bầu Sở Y tế làm Khối trưởng, Sở Nội vụ làm Khối phó năm 2025.",
            [(2025, HEALTH, HOME)],
        ),
        (
            "Khối trưởng năm 2024 (Sở Tư pháp) trao cờ luân lưu Khối trưởng năm 2025 cho Sở Y tế và Khối phó là Sở Nội vụ.",
            [(2024, JUSTICE), (2025, HEALTH, HOME)],
        ),
        ("Sở Tư pháp bàn giao nhiệm vụ Khối trưởng năm 2025 cho Sở Y tế.", [(2025, HEALTH)]),
        (
            "Sở Y tế nhận bàn giao nhiệm vụ Khối trưởng năm 2025 từ Sở Tư pháp - Khối trưởng năm 2024.",
            [(2024, JUSTICE), (2025, HEALTH)],
        ),
        ("Khối trưởng và Khối phó năm 2025: Sở Y tế.", [(2025, None, HEALTH)]),
        ("Giám đốc Sở Y tế - Khối trưởng Khối thi đua số 3 năm 2025 phát biểu.", [(2025, HEALTH)]),
        ("Khối có Khối trưởng và các khối phó theo quy chế năm 2025.", []),
    ],
)
def test_offices(text, found):
    assert offices(read(START + text)) == found


def test_offices_of_blocks_named_in_one_sentence():
    text = (
        "Trong năm 2018 chia 2 cụm thi đua (Cụm 1 do huyện Vàm Lúa làm cụm trưởng, thị xã Bàu Sen làm cụm phó; "
        "Cụm 2 do huyện Cồn Tre làm cụm trưởng, huyện Bãi Ngang làm cụm phó)."
    )
    one, two = (mention.value for mention in ct.find_emulation_blocks(text))
    assert offices(one) == [(2018, "huyện Vàm Lúa", "thị xã Bàu Sen")]
    assert offices(two) == [(2018, "huyện Cồn Tre", "huyện Bãi Ngang")]


@pytest.mark.parametrize(
    "text",
    [
        (  # columns of their own
            "PHÂN CHIA KHỐI THI ĐUA NĂM 2025\n| STT | Tên khối | Thành viên | Khối trưởng | Khối phó |\n|---|---|---|---|---|\n"
            "| 1 | Khối thi đua số 3 | Sở Y tế; Sở Nội vụ; Sở Tư pháp; Ban Dân tộc | Sở Y tế | Sở Nội vụ |"
        ),
        (  # the year in the titles
            "Tên khối | Thành viên | Khối trưởng năm 2025 | Khối phó năm 2025\n"
            "Khối thi đua số 3 | Sở Y tế; Sở Nội vụ; Sở Tư pháp; Ban Dân tộc | Sở Y tế | Sở Nội vụ"
        ),
        (  # one row a member
            "Các khối thi đua năm 2025\nTT | Đơn vị | Ghi chú\nI | Khối thi đua số 3 |\n1 | Sở Y tế | Khối trưởng\n"
            "2 | Sở Nội vụ | Khối phó\n3 | Sở Tư pháp |\n4 | Ban Dân tộc |"
        ),
    ],
)
def test_tables_with_offices(text):
    block = read(text)
    assert names(block.members) == FOUR
    assert offices(block) == [(2025, HEALTH, HOME)]


# --- awards -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Năm 2024, Sở Y tế, Sở Nội vụ đã nhận bằng khen của UBND tỉnh.", [("certificate_province", HEALTH, 2024, False), ("certificate_province", HOME, 2024, False)]),
        ("Năm 2024, UBND tỉnh tặng Cờ thi đua cho Sở Y tế và Bằng khen cho Sở Tư pháp.", [("flag_province", HEALTH, 2024, False), ("certificate_province", JUSTICE, 2024, False)]),
        ("Sở Y tế được Thủ tướng Chính phủ tặng Cờ thi đua năm 2024.", [("flag_government", HEALTH, 2024, False)]),
        ("Sở Y tế vinh dự đón nhận Huân chương Lao động hạng Ba của Chủ tịch nước năm 2024.", [("order_labour_3", HEALTH, 2024, False)]),
        ("Sở Y tế đạt danh hiệu “Tập thể Lao động xuất sắc” năm 2024.", [("excellent_collective", HEALTH, 2024, False)]),
        ("Sở Y tế là một trong 4 đơn vị được Thủ tướng Chính phủ tặng Bằng khen năm 2024.", [("certificate_prime_minister", HEALTH, 2024, False)]),
        ("Năm 2024, Sở Y tế được tặng Cờ thi đua của UBND tỉnh và Bằng khen của Bộ Y tế.", [("flag_province", HEALTH, 2024, False), ("certificate_province", HEALTH, 2024, False)]),
        ("Sở Y tế thuộc Khối thi đua số 3 được UBND tỉnh tặng Bằng khen năm 2024.", [("certificate_province", HEALTH, 2024, False)]),
        ("Năm 2024, 2 đơn vị được tặng Bằng khen của Chủ tịch UBND tỉnh: Sở Y tế, Ban Dân tộc.", [("certificate_province", HEALTH, 2024, False), ("certificate_province", ETHNIC, 2024, False)]),
        ("Năm 2024, Sở Y tế nhận bằng khen của UBND tỉnh vì có thành tích trong hiến máu tình nguyện.", [("certificate_province", HEALTH, 2024, True)]),
        ("Năm 2024, Sở Y tế nhận Bằng khen chuyên đề của UBND tỉnh.", [("certificate_province", HEALTH, 2024, True)]),
        ("Năm 2024, Sở Y tế nhận bằng khen của UBND tỉnh vì đã hoàn thành xuất sắc nhiệm vụ công tác năm 2024.", [("certificate_province", HEALTH, 2024, False)]),
        ("Theo đề nghị của Sở Nội vụ, năm 2024 UBND tỉnh tặng Bằng khen cho Sở Y tế.", [("certificate_province", HEALTH, 2024, False)]),
        ("Năm 2024, tặng Bằng khen của UBND tỉnh cho 02 đơn vị:\n- Sở Y tế;\n- Ban Dân tộc.", [("certificate_province", HEALTH, 2024, False), ("certificate_province", ETHNIC, 2024, False)]),
    ],
)  # fmt: skip
def test_awards(text, found):
    block = read(START + "\n" + text)
    assert awards(block) == found
    assert block.proposals == ()


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2024, Khối suy tôn Sở Y tế đề nghị UBND tỉnh tặng Cờ thi đua.",
        "Năm 2024, Khối đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Y tế.",
        "Năm 2024, Sở Y tế được đề nghị UBND tỉnh tặng Cờ thi đua.",
    ],
)
def test_a_proposal_is_no_award(text):
    block = read(START + text)
    assert block.awards == ()
    assert [(award.kind, award.recipient.name, award.year) for award in block.proposals] == [
        ("flag_province", HEALTH, 2024)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế đăng ký đạt danh hiệu Tập thể lao động xuất sắc năm 2025.",
        "Khối phấn đấu có Sở Y tế được tặng Cờ thi đua của UBND tỉnh.",
        "Sở Y tế chưa được tặng Bằng khen của UBND tỉnh.",
        "Giám đốc Sở Y tế nhận Bằng khen của UBND tỉnh.",
        "Sở Xây dựng được tặng Bằng khen của UBND tỉnh.",  # no member
        "Tiêu chuẩn xét tặng Bằng khen của UBND tỉnh thực hiện theo quy định.",
    ],
)
def test_what_is_not_given_is_none(text):
    block = read(START + text)
    assert (block.awards, block.proposals) == ((), ())


def test_an_award_told_twice_counts_once():
    block = read(
        START + "Năm 2024, Sở Y tế được tặng Cờ thi đua. Trong năm 2024, Sở Y tế nhận Cờ thi đua của UBND tỉnh."
    )
    assert awards(block) == [("flag_province", HEALTH, 2024, False)]


def test_a_thematic_award_stands_beside_the_one_of_the_year():
    block = read(
        START + "Năm 2024, Sở Y tế nhận bằng khen của UBND tỉnh; Sở Y tế nhận bằng khen của UBND tỉnh vì có thành tích "
        "trong phòng, chống dịch."
    )
    assert [award.thematic for award in block.awards] == [False, True]
    assert [award.reason for award in block.awards] == [None, "có thành tích trong phòng, chống dịch"]
    assert len(block.yearly_awards(2024)) == 1


def test_an_award_goes_to_the_block_of_its_recipient():
    text = (
        "Khối thi đua số 1 gồm: Sở Y tế, Sở Nội vụ. Khối thi đua số 2 gồm: Sở Xây dựng, Sở Tư pháp. "
        "Năm 2024, Sở Nội vụ và Sở Xây dựng được tặng Cờ thi đua của UBND tỉnh."
    )
    one, two = (mention.value for mention in ct.find_emulation_blocks(text))
    assert awards(one) == [("flag_province", "Sở Nội vụ", 2024, False)]
    assert awards(two) == [("flag_province", "Sở Xây dựng", 2024, False)]


# --- any text -----------------------------------------------------------------------------------------------

SOUP = st.lists(
    st.sampled_from(
        [
            *(
                "Khối thi đua số 3",
                "Cụm 2",
                " gồm ",
                ": ",
                ", ",
                "; ",
                ". ",
                "\n",
                "- ",
                "1. ",
                " | ",
                "(",
                ")",
                " và ",
            ),
            *(HEALTH, "huyện Cồn Tre", "các huyện", "năm 2024", "Khối trưởng", "khối phó", " làm ", " cho ", " là "),
            *(
                "bằng khen của UBND tỉnh",
                "Cờ thi đua",
                " đã nhận ",
                " tặng ",
                " vì có thành tích",
                "thi đua",
                "đề nghị ",
            ),
        ]
    ),
    max_size=40,
).map("".join)


@given(SOUP)
def test_any_order_of_words_is_read_without_an_error(text):
    """Law: every text is read; what is found stands in it, members are distinct, and every award has a member."""
    for mention in ct.find_emulation_blocks(text):
        assert mention.span.of(text) == mention.text
        block = mention.value
        for agency in block.members:
            assert agency.span.of(text)
        if block.members:
            given_to = {str(award.recipient).lower() for award in block.awards}
            assert given_to <= {str(member).lower() for member in block.members}


@given(st.lists(st.sampled_from([*FOUR, "Sở Xây dựng", "Thanh tra tỉnh"]), min_size=2, max_size=6, unique=True))
def test_members_written_are_members_read(members):
    """Law: a list of any known agencies in any order is read as it is written."""
    text = f"Khối thi đua số 3 gồm: {', '.join(members[:-1])} và {members[-1]}."
    assert names(read(text).members) == members


def test_decomposed_letters_change_nothing():
    text = START + "Năm 2024, Sở Y tế nhận bằng khen của UBND tỉnh."
    (mention,) = ct.find_emulation_blocks(unicodedata.normalize("NFD", text))
    assert mention.value == read(text)


def test_a_long_text_is_read_in_bounded_time():
    """Twice the text takes about twice as long; ten thousand rows are no trouble."""

    def seconds(count):
        rows = "".join(f"{at} | Công ty Số {at} Sông Hậu | \n" for at in range(count))
        text = f"TT | Đơn vị | Ghi chú\nI | Khối thi đua số 1 | \n{rows}"
        start = time.perf_counter()
        (mention,) = ct.find_emulation_blocks(text)
        assert len(mention.value.members) == count
        return time.perf_counter() - start

    seconds(100)
    assert seconds(4000) < 40 * seconds(400) + 1


# --- a published news item ----------------------------------------------------------------------------------

HOUSE = "Đài Phát thanh - Truyền hình và Báo Bình Phước"
CULTURE, INFORMATION = "Sở Văn hóa, Thể thao và Du lịch", "Sở Thông tin và Truyền thông"
SCIENCE = "Sở Khoa học và Công nghệ"


@pytest.fixture(scope="module")
def published(shared):
    (path,) = (shared / "seeds").glob("002_*.txt")
    (mention,) = ct.find_emulation_blocks(path.read_text(encoding="utf-8"))
    return mention.value


def test_members_of_the_published_block(published):
    assert (published.name, published.number, published.kind.value) == ("Khối thi đua số 6", 6, "khối")
    assert names(published.members) == [
        *(HOUSE, SCIENCE, "Ban Dân tộc", "Sở Y tế", INFORMATION, "Sở Giáo dục và Đào tạo"),
        *("Trường cao đẳng Bình Phước", "Sở Lao động - Thương binh và Xã hội", CULTURE),
    ]


def test_heads_of_the_published_block(published):
    assert offices(published) == [(2021, HOUSE), (2022, SCIENCE, "Ban Dân tộc tỉnh")]


def test_awards_of_the_published_block(published):
    assert published.proposals == ()
    assert {award.kind for award in published.awards} == {"certificate_province"}
    assert {award.giver for award in published.awards} == {"UBND tỉnh"}
    assert names(award.recipient for award in published.yearly_awards(2021)) == [
        *(CULTURE, INFORMATION, "Ban Dân tộc tỉnh"),
    ]
    (thematic,) = (award for award in published.awards if award.thematic)
    assert (thematic.recipient.key, thematic.year) == ("sgddt", 2021)
    assert thematic.reason.endswith("dạy học trực tuyến")
    assert len(published.awards) == 4
