"""So many, and their names one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct
from chitieu.checking.parts.named_counts import named_counts


def counts(text):
    return [(one.noun, one.stated, one.named) for one in named_counts(text, text.lower())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tại 04 xã Tân An, Tân Bình và Tân Lập.", [("xã", 4, 3)]),
        ("tại 03 xã: xã Đông Hòa, xã Đông Lợi.", [("xã", 3, 2)]),
        ("tại 02 xã Tân An, Tân Bình và Tân Lập.", [("xã", 2, 3)]),
        ("tại 03 xã, phường: Tân An, Tân Bình.", [("xã, phường", 3, 2)]),
        # what stands behind may be something else, or the list goes on
        ("tại 02 xã Tân An, Tân Bình, Tân Lập.", []),
        ("tại 04 xã Tân An, Tân Bình, ...", []),
        ("tại 04 xã Tân An, Tân Bình và 02 phường khác.", []),
        ("tại 03 xã Tân An, Tân Bình, Sở Y tế chủ trì.", []),
        ("tại 03 tỉnh Vĩnh Long, Tây Ninh và thành phố Cần Thơ.", []),
        ("tại 03 xã Tân An của tỉnh.", []),
        ("trên 4 trụ cột: chính quyền số, kinh tế số và xã hội số.", [("trụ cột", 4, 3)]),
        ("trên 3 trụ cột: chính quyền số, kinh tế số và xã hội số.", []),
        ("thực hiện 3 khâu đột phá: cải cách, hạ tầng.", []),
        ("với 03 nội dung như sau: - Thứ nhất, rà soát. - Thứ hai, công bố.", [("nội dung", 3, 2)]),
        ("với 02 nội dung như sau: - Thứ nhất, rà soát. - Thứ hai, công bố.", []),
        ("với 03 nội dung: thứ nhất, rà soát; thứ hai, công bố.", [("nội dung", 3, 2)]),
        ("với 03 nội dung:\nThứ nhất: rà soát.\nThứ hai: công bố.\nThứ tư: tổng kết.", [("nội dung", 3, 2)]),
        ("với 02 nội dung: thứ nhất, rà soát; thứ ba, công bố.", []),
        ("với 02 nội dung: thứ nhất, rà soát.", []),
        ("với 03 nội dung: thứ nhất, rà soát; thứ ba, công bố; thứ hai, tổng kết.", []),
        ("với 03 nội dung: thứ nhất, rà soát; thứ hai, công bố. Thứ nhất, đất; thứ hai, nhà.", [("nội dung", 3, 2)]),
        # one list that tells nothing hides none behind it
        ("tại 03 xã Tân An, Tân Bình, Sở Y tế chủ trì; tại 04 xã Tân An, Tân Bình và Tân Lập.", [("xã", 4, 3)]),
        (
            "trên 3 mặt: thu phí rác của các chợ đêm, thu phí nước; trên 3 mặt: thu phí rác, thu phí nước.",
            [("mặt", 3, 2)],
        ),
        # names of one pattern, at their beginning or end, of six words at most
        ("trên 3 lĩnh vực: thu phí rác, thu phí nước.", [("lĩnh vực", 3, 2)]),
        ("trên 3 lĩnh vực: thu phí rác, bán nước.", []),
        ("trên 3 lĩnh vực: thu phí rác của các chợ, thu phí nước.", [("lĩnh vực", 3, 2)]),
        ("trên 3 lĩnh vực: thu phí rác của các chợ đêm, thu phí nước.", []),
        ("trên 3 lĩnh vực: thu phí rác của chợ.", []),
        # more than are counted, where nothing closes the list
        ("tại 03 xã Tân An, Tân Bình, Tân Lập.", []),
        ("tại 03 xã Tân An, Tân Bình.", [("xã", 3, 2)]),
        ("tại 03 xã Tân An, Tân Bình, thị trấn Tân Lập.", []),
    ],
)
def test_names_are_counted(text, expected):
    assert counts(text) == expected


@given(number=st.integers(min_value=2, max_value=15))
def test_as_many_as_are_counted_are_right(number):
    """Law: so many places followed by as many names are no fault."""
    names = [f"Tân {chr(ord('A') + at)}n" for at in range(number)]
    assert counts(f"tại {number:02} xã {', '.join(names[:-1])} và {names[-1]}.") == []


def test_a_count_is_told_with_what_is_named():
    (found,) = ct.check(ct.Plan(text="Khảo sát tại 04 xã Tân An, Tân Bình và Tân Lập.", period=ct.Period(2026)))
    assert found.code == "identity"
