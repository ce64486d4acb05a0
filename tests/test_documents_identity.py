"""Which document a reference means."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.documents.identity import find_home, same_documents

HOME = find_home("ỦY BAN NHÂN DÂN TỈNH BẾN TRE")


def meant(text, home=HOME):
    return ct.identify(ct.parse_reference(text), home)


@st.composite
def references(draw):
    number = draw(st.sampled_from(["1", "01", "12", "130"]))
    symbol = draw(st.sampled_from(["/NQ-CP", "/2022/NQ-HĐND", "/QĐ-UBND", "-NQ/TU", "-NQ/TW", "/STC-NS", "/KH-BCĐ"]))
    issuer = draw(st.sampled_from([None, "HĐND tỉnh", "Hội đồng nhân dân tỉnh Bến Tre", "Tỉnh ủy", "Chính phủ"]))
    day = draw(st.sampled_from([None, date(2022, 1, 8), date(2022, 3, 1), date(2023, 1, 6)]))
    base = ct.parse_reference(number + symbol)
    return ct.Reference(base.number, base.kind, day, issuer, base.family, term=draw(st.sampled_from([None, 12])))


@given(st.lists(references(), min_size=3, max_size=3), st.sampled_from([None, HOME]))
def test_identity_is_an_equivalence(three, home):
    """Law: every document is itself; equality holds both ways and along a chain; equal ones have one hash."""
    ids = [ct.identify(one, home) for one in three]
    for one, other, third in product(ids, repeat=3):
        assert one == one  # noqa: PLR0124  (the law)
        assert (one == other) == (other == one)
        assert one != other or hash(one) == hash(other)
        assert not (one == other == third) or one == third


@given(references())
def test_identity_says_no_less_than_the_number(reference):
    """Law: documents whose symbols differ are never one."""
    assert ct.identify(reference).number.lstrip("0") == reference.number.lstrip("0")


@given(st.lists(references(), max_size=6), st.randoms())
def test_joining_does_not_depend_on_the_order(some, random):
    """Law: which mentions are joined follows from what they are, not from where they stand."""
    ids = [ct.identify(one, HOME) for one in some]
    shuffled = random.sample(ids, len(ids))
    assert same_documents(ids) == same_documents(shuffled)
    joined, doubtful = same_documents(ids)
    assert all(one.might_be(other) for one, other in joined.items())
    assert all(len(candidates) > 1 for candidates in doubtful.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("31/2022/NQ-HĐND của HĐND tỉnh", "31/2022/NQ-HĐND ngày 08/12/2022 của Hội đồng nhân dân tỉnh Bến Tre"),
        ("1/NQ-CP ngày 06/01/2023", "01/NQ-CP ngày 06 tháng 01 năm 2023 của Chính phủ"),
        ("5/QĐ-UBND ngày 1/2/2023 của Chủ tịch UBND tỉnh", "05/QĐ-UBND ngày 01/02/2023 của Ủy ban nhân dân tỉnh"),
        ("4-NQ/TU ngày 1/2/2021 của Ban Thường vụ Tỉnh ủy", "04-NQ/TU ngày 01/02/2021 của Tỉnh ủy Bến Tre"),
        ("18-NQ/TW khóa XII", "18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương"),
    ],
)
def test_one_document_in_two_writings(one, other):
    assert meant(one) == meant(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("01/NQ-CP ngày 08/01/2022", "01/NQ-CP ngày 06/01/2023"),
        ("31/2022/NQ-HĐND", "31/NQ-HĐND ngày 08/12/2022"),
        ("31/2022/NQ-HĐND của HĐND tỉnh", "31/2022/NQ-HĐND của HĐND tỉnh Vĩnh Long"),
        ("5/QĐ-UBND ngày 1/2/2023 của UBND huyện Ba Tri", "5/QĐ-UBND ngày 1/2/2023 của UBND tỉnh"),
        ("18-NQ/TW ngày 25/10/2017", "18-NQ/TW ngày 16/6/2022"),
        ("04-NQ/TU ngày 29/01/2021", "04-NQ/TU ngày 29/11/2025"),
    ],
)
def test_two_documents_of_one_number(one, other):
    assert meant(one) != meant(other)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("12/TTr-STC", "12/TTr-STC, Sở Tài chính tỉnh Bến Tre"),
        ("230/BYT-BM-TE", "230/BYT-BM-TE, Bộ Y tế"),
        ("120-CV/BTC", "120-CV/BTC, Ban Tổ chức"),
        ("2-NQ/TU của Thành ủy Cần Thơ", "02-NQ/TU, Thành ủy Cần Thơ"),
        ("7/BC-CTK của Cục Thống kê tỉnh", "07/BC-CTK, Cục Thống kê tỉnh Bến Tre"),
        ("5-NQ/HU của Huyện ủy Ba Tri", "05-NQ/HU, Huyện ủy Ba Tri"),
        ("72/2025/QH15", "72/2025/QH15, 2025, Quốc hội"),
        ("3/BCĐ-VP", "03/BCĐ-VP"),
        ("Nghị quyết số 18 ngày 25-10-2017", "Nghị quyết số 18, 2017"),
    ],
)
def test_uniform_writing(text, written):
    assert str(meant(text)) == written


@pytest.mark.parametrize(
    ("issuer", "home"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH BẾN TRE", ("tỉnh", "Bến Tre")),
        ("ỦY BAN NHÂN DÂN TỈNH SÔNG HẬU SỞ Y TẾ", ("tỉnh", "Sông Hậu")),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", ("thành phố", "Hồ Chí Minh")),
        ("TỈNH ỦY ĐẮK LẮK", ("tỉnh", "Đắk Lắk")),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", ("tỉnh", "Bà Rịa - Vũng Tàu")),
        ("UBND TỈNH", ("tỉnh", "Nam Giang")),
        ("CHÍNH PHỦ", None),
        (None, None),
    ],
)
def test_home(issuer, home):
    found = find_home(issuer, "Nam Giang")
    assert (found and (found.level, found.place)) == home


def test_a_commune_has_no_department_and_no_provincial_committee():
    commune = find_home("ỦY BAN NHÂN DÂN XÃ TÂN AN")
    assert str(meant("4-NQ/TU", commune)) == "04-NQ/TU, Tỉnh ủy"
    assert str(meant("4/KH-UBND", commune)) == "04/KH-UBND, Ủy ban nhân dân xã Tân An"


def test_without_a_day_it_is_the_only_one_that_fits():
    short, full = meant("02-ĐA/TU của Tỉnh ủy"), meant("02-ĐA/TU ngày 29/01/2021 của Tỉnh ủy")
    assert short != full
    assert same_documents([short, full]) == ({short: full, full: full}, {})


def test_without_a_day_and_with_two_that_fit_it_stays_apart():
    short, old, new = meant("01/NQ-CP"), meant("01/NQ-CP ngày 08/01/2022"), meant("01/NQ-CP ngày 06/01/2023")
    joined, doubtful = same_documents([short, old, new])
    assert joined[short] == short
    assert doubtful == {short: (old, new)}


def test_a_bare_number_is_the_document_of_its_day():
    bare, full = meant("Nghị quyết số 18 ngày 25-10-2017"), meant("Nghị quyết số 18-NQ/TW ngày 25/10/2017")
    assert same_documents([bare, full])[0][bare] == full


def test_a_term_speaks_against_another_term():
    assert not meant("18-NQ/TW khóa XII").might_be(meant("18-NQ/TW ngày 16/6/2022"))
