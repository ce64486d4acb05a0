"""The words of a name that tell what an amount is of."""

import pytest

from chitieu.checking.repeats.telling_words import clauses_ahead, words_behind, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tổng số lồng cá toàn tỉnh năm 2026 là", "lồng cá"),
        ("Dự toán thu từ hoạt động cảng biển", "thu cảng biển"),
        ("Tỷ lệ hộ có bếp sạch đạt", "hộ bếp sạch"),
        ("Giữ ổn định độ bao phủ sổ hộ ở mức", "Tỷ lệ bao phủ sổ hộ"),
    ],
)
def test_other_writings_of_a_name_have_the_same_words(one, other):
    assert words_of(one) == words_of(other)


def test_places_and_kinds_tell():
    assert words_of("ngân sách tỉnh") != words_of("ngân sách xã")
    assert words_of("người từ 60 tuổi") != words_of("người từ 65 tuổi")


def test_words_behind_end_where_something_else_begins():
    assert words_behind(" thuộc Đề án B, xong trong năm") == words_of("thuộc Đề án B")
    assert clauses_ahead("(4) Cấp 30 thẻ; thẻ bạn đọc") == (words_of("cấp"), words_of("thẻ bạn đọc"))


@pytest.mark.parametrize(
    ("words", "clauses"),
    [
        ("5. Thóc 300 tấn, ngô ", ["thóc", "ngô"]),
        ("a) Thóc; ngô: ", ["thóc", "ngô"]),
        ("2.1. Thóc (lúa mùa) đạt 300 tấn; ", ["thóc"]),
        ("Thóc. Ngô (", ["thóc", "ngô"]),
        ("Đề án 06 ", ["đề án"]),
        ("- ", []),
    ],
)
def test_each_clause_ahead_is_of_something(words, clauses):
    assert clauses_ahead(words) == tuple(map(words_of, clauses))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("trẻ dưới 6 tháng tuổi", {"trẻ", "dưới", "6", "tháng", "tuổi"}),
        ("khách sạn 5 sao", {"khách", "sạn", "5", "sao"}),
        ("tàu 90 mã lực", {"tàu", "mã", "lực"}),
        ("Tổng số năm 2026", set()),
    ],
)
def test_numbers_of_a_name(name, words):
    assert words_of(name) == words
