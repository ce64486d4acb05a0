"""What says that shares in a list are all there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.checking.shares.share_cues import shared_of


@pytest.mark.parametrize(
    ("words", "between", "behind", "names", "may_lack"),
    [
        # a head with a colon; one that names no division may name the largest parts only
        ("Cơ cấu đàn vật nuôi theo loài: trâu ", [", bò ", ", dê "], ".", ["trâu", "bò", "dê"], False),
        ("Cơ cấu đàn vật nuôi: trâu ", [", bò ", ", dê "], ".", ["trâu", "bò", "dê"], True),
        ("chấm điểm với trọng số: nề nếp ", ["; học tập ", "; phong trào "], ".", ["nề nếp", "học tập", "phong trào"], False),
        ("Cơ cấu nguồn điện gồm: thủy điện ", [", điện gió "], ".", None, None),
        ("Cơ cấu nguồn điện gồm: thủy điện ", [", điện gió ", ", điện than "], ", còn lại là nguồn khác", ["thủy điện", "điện gió", "điện than"], True),
        # ahead of their names
        ("Phân bổ vốn theo tỷ lệ ", [" cho đường, ", " cho cầu, "], " cho kè.", ["cho đường", "cho cầu", "cho kè"], False),
        ("Hỗ trợ theo tỷ lệ ", [" cho hộ nghèo, ", " cho hộ cận nghèo, "], " cho hộ khác.", ["cho hộ nghèo", "cho hộ cận nghèo", "cho hộ khác"], False),
        ("Hỗ trợ theo tỷ lệ ", [" cho hộ nghèo, ", " cho hộ cận nghèo, "], " cho hộ thường.", None, None),
        # what is left
        ("Xe máy chiếm ", [", ô tô ", " và xe khác "], ".", ["xe máy chiếm", "ô tô", "xe khác"], False),
        ("Xe máy đạt ", [", ô tô ", " và xe khác "], ".", None, None),
        ("Nộp qua mạng chiếm ", [", còn lại "], ".", ["nộp qua mạng chiếm", "còn lại"], False),
        ("Nộp qua mạng chiếm ", [", nộp tại chỗ "], ".", None, None),
        # who pays
        ("Kinh phí: ngân sách tỉnh ", [", ngân sách xã ", ", Nhân dân đóng góp "], ".", ["ngân sách tỉnh", "ngân sách xã", "nhân dân đóng góp"], False),
        ("Kinh phí: ngân sách tỉnh ", [", ngân sách xã ", ", vốn vay "], ".", ["ngân sách tỉnh", "ngân sách xã", "vốn vay"], True),
        ("Giải ngân ngân sách tỉnh ", [", ngân sách xã ", ", vốn vay "], ".", None, None),
        ("Phân bổ vốn theo tỷ lệ ", [" cho đường, ", " cho cầu, còn lại "], " cho kè.", ["cho đường", "cho cầu", "còn lại cho kè"], False),
        # a known division, behind a colon or with names that open in one way
        ("Xếp loại: tốt ", ["; khá ", "; đạt ", "; chưa đạt "], ".", ["tốt", "khá", "đạt", "chưa đạt"], False),
        ("Khu vực I ", [", khu vực II ", ", khu vực III "], ".", ["khu vực i", "khu vực ii", "khu vực iii"], False),
        ("Nông nghiệp ", [", công nghiệp ", ", dịch vụ "], ".", None, None),
        # pairs
        ("Học sinh nữ chiếm ", [", nam "], ".", ["học sinh nữ chiếm", "nam"], False),
        ("Học sinh nam và nữ chiếm ", [", nam "], ".", None, None),
        ("Học sinh nam chiếm ", [", nữ "], ".", ["học sinh nam chiếm", "nữ"], False),
        ("Học sinh nam đạt ", [", nữ "], ".", None, None),
        # parts that rise, overlap, are parts of parts, or have no name
        ("Nguồn khách: - Tỉnh A ", [";\n- Tỉnh B ", ";\n- Tỉnh C ", ";\n- Tỉnh khác "], ".", ["tỉnh a", "tỉnh b", "tỉnh c", "tỉnh khác"], False),
        ("Tỷ lệ khách hài lòng: - Tỉnh A ", [";\n- Tỉnh B ", ";\n- Tỉnh C ", ";\n- Tỉnh khác "], ".", None, None),
        ("Cơ cấu theo ngành: lúa tăng ", [", màu tăng ", ", cây khác tăng "], ".", None, None),
        ("Cơ cấu hội viên gồm: nữ ", [", đảng viên ", ", hội viên khác "], ".", None, None),
        ("Cơ cấu theo ngành: trồng trọt ", [", trong đó lúa ", ", chăn nuôi "], ".", None, None),
        ("Cơ cấu lần lượt là: ", [" - ", " - "], ".", None, None),
    ],
)  # fmt: skip
def test_words_that_say_all(words, between, behind, names, may_lack):
    found = shared_of(words, between, behind)
    assert (None if found is None else list(found.names)) == names
    assert found is None or found.open is may_lack


@given(st.text(max_size=60), st.lists(st.text(max_size=30), min_size=1, max_size=6), st.text(max_size=60))
def test_there_is_a_name_for_each_share(words, between, behind):
    """Whatever is written, what is found has one name more than there are gaps between the shares."""
    found = shared_of(words, between, behind)
    assert found is None or len(found.names) == len(between) + 1


def test_shares_in_brackets_with_a_last_one_for_the_rest_are_all():
    named = ("Đi xe máy ", [", ô tô ", " và xe khác "], ".")
    assert shared_of(*named) is None
    assert shared_of(*named, framed=True) is not None
    assert shared_of("Tốc độ: xe máy ", *named[1:], framed=True) is None
