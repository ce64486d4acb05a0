"""So many in the place of so many, and by how many that is fewer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def found(text):
    return [str(one.fields["after"]) for one in ct.check(ct.Plan(text=text), rules=["level-change"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh còn 58 phòng (31 nghiệp vụ, 27 tổng hợp) thay cho 97 phòng trước đây, tức giảm 49 phòng.", ["48 phòng"]),
        ("Cấp xã có 74 (60 xã, 14 phường) thay cho 171 xã, thị trấn trước đó, tức giảm 87 đơn vị.", ["84 đơn vị"]),
        ("Sắp xếp còn 12 trung tâm thay vì 20 trung tâm, giảm 9 trung tâm.", ["11 trung tâm"]),
        ("Có 44 trạm thay thế 31 trạm cũ, tức là tăng 12 trạm.", ["43 trạm"]),
    ],
)
def test_differences_that_are_none(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh còn 58 phòng (31 nghiệp vụ, 27 tổng hợp) thay cho 97 phòng trước đây, tức giảm 39 phòng.",
        "Sắp xếp còn 12 trung tâm thay vì 20 trung tâm, giảm 90 biên chế.",
        "Sắp xếp còn 12 trung tâm thay vì 20 trung tâm, giảm 40%.",
        "Dùng 12 xe điện thay cho 20 xe xăng. Giảm 3 xe mỗi năm.",
        "Có 12 trung tâm thay vì 20, giảm ít nhất 5 trung tâm ở mỗi vùng.",
    ],
)
def test_others_are_left_alone(text):
    assert found(text) == []


@given(st.integers(2, 90), st.integers(2, 90), st.sampled_from([0, 1]))
def test_law_the_difference_is_that_of_the_two(now, gone, slip):
    """As many fewer as there were more before; one more is found."""
    text = f"Có {now} trạm thay cho {now + gone} trạm trước đây, tức giảm {gone + slip} trạm."
    assert bool(found(text)) == bool(slip)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Còn 40 (30 xã, 10 phường) thay vì 64, giảm 20 phòng.", ["44 phòng"]),
        ("Sắp xếp còn 12 trung tâm thay vì 20, giảm 9 trung tâm.", ["11 trung tâm"]),
        ("Sắp xếp còn 12 trung tâm thay vì 20 trung tâm, giảm trên 9 trung tâm.", []),
        ("Còn 40 phòng thay vì 64, giảm 120 biên chế; còn 12 trạm thay cho 20 trạm, giảm 9 trạm.", ["11 trạm"]),
        ("Giảm 40% kinh phí; còn 12 trạm thay cho 20 trạm, giảm 9 trạm.", ["11 trạm"]),
        ("Thay mới 3 cầu treo, tăng 4 tổ; còn 12 trạm thay cho 20 trạm, giảm 9 trạm.", ["11 trạm"]),
        ("12 trạm thay cho 20 trạm trước đây, tức giảm 9 trạm.", ["11 trạm"]),
        ("Sắp xếp giảm 3 trạm. Còn 12 trung tâm thay vì 20 trung tâm, giảm 9 trung tâm.", ["11 trung tâm"]),
    ],
)
def test_numbers_with_and_without_their_noun(text, expected):
    assert found(text) == expected


def test_the_place_is_that_of_all_there_are_now():
    for text in (
        "Sắp xếp [còn 12 trung tâm] thay vì 20 trung tâm, giảm 9 trung tâm.",
        "Còn [40] (30 xã, 10 phường) thay vì 64, giảm 20 phòng.",
    ):
        bare = text.replace("[", "").replace("]", "")
        (finding,) = ct.check(ct.Plan(text=bare), rules=["level-change"])
        assert finding.span.of(bare) == text[text.index("[") + 1 : text.index("]")]
