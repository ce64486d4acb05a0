"""Who leads and who takes part, in sentences and behind labels."""

import pytest
from attrs import evolve

import chitieu as ct
from chitieu.text import SourceText


def assigned(text, form=None):
    form = form or ct.get_province("standard")
    found = form.assign(SourceText(text), 0, len(text))
    return [agency.name for agency in found.lead], [agency.name for agency in found.cooperating]


@pytest.mark.parametrize(
    ("text", "lead", "cooperating"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính và UBND các xã", ["Sở Y tế"], ["Sở Tài chính", "UBND các xã"]),
        ("Giao cho Sở Y tế rà soát", ["Sở Y tế"], []),
        ("Phân công Sở Y tế theo dõi", ["Sở Y tế"], []),
        ("UBND tỉnh giao Sở Y tế rà soát", ["Sở Y tế"], []),
        ("Sở Y tế chủ trì, phối hợp Sở Tài chính rà soát", ["Sở Y tế"], ["Sở Tài chính"]),
        ("Sở Y tế là cơ quan chủ trì", ["Sở Y tế"], []),
        ("Chủ trì: Sở Công Thương. Phối hợp: Sở Tài chính, Sở NN&MT", ["Sở Công Thương"], ["Sở Tài chính", "Sở NN&MT"]),
        ("Xây cầu. - Đơn vị chủ trì: Sở Xây dựng - Đơn vị phối hợp: Điện lực Sông Hậu; Nhà máy Gỗ", ["Sở Xây dựng"], ["Điện lực Sông Hậu", "Nhà máy Gỗ"]),
        ("Cơ quan chủ trì: Sở Y tế, Sở Nội vụ; cơ quan phối hợp: UBND các xã, phường; thời gian: quý II/2026", ["Sở Y tế", "Sở Nội vụ"], ["UBND các xã, phường"]),
        ("Phối hợp chặt chẽ với các Sở Y tế, Sở Nội vụ", [], ["Sở Y tế", "Sở Nội vụ"]),
        ("Đẩy mạnh trồng rừng", [], []),
        ("Hai đợt kiểm tra, do Sở Tư pháp chủ trì, phối hợp với các huyện", ["Sở Tư pháp"], ["các huyện"]),
    ],
)  # fmt: skip
def test_ways_of_assigning(text, lead, cooperating):
    assert assigned(text) == (lead, cooperating)


def test_a_province_has_its_own_words():
    form = ct.get_province("standard")
    own = evolve(
        form, assigning=evolve(form.assigning, orders=("ủy thác",), leads=("gánh vác",), cooperates=("chung tay",))
    )
    text = "Ủy thác Sở Y tế gánh vác, chung tay cùng Sở Tài chính"
    assert assigned(text) == ([], [])
    assert assigned(text, own) == (["Sở Y tế"], ["Sở Tài chính"])


def test_nothing_is_understood_without_words():
    form = ct.get_province("standard")
    silent = evolve(
        form,
        assigning=evolve(form.assigning, orders=(), leads=(), cooperates=(), lead_labels=(), cooperating_labels=()),
    )
    assert assigned("Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ", silent) == ([], [])


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Sở Tài chính bố trí 15 tỷ đồng", ["Sở Tài chính"]), ("Sở Tài chính: bố trí vốn", ["Sở Tài chính"]), ("UBND các huyện rà soát", ["UBND các huyện"]),
        ("Mở kho dữ liệu (Sở Y tế chủ trì, phối hợp với Công an tỉnh)", ["Sở Y tế"]), ("Sở Tài chính và thu ngân sách", []), ("Sở Tài chính", []),
    ],
)  # fmt: skip
def test_subjects_and_brackets(text, lead):
    assert assigned(text)[0] == lead


@pytest.mark.parametrize(
    ("text", "assigner"),
    [
        ("UBND tỉnh giao Sở Y tế rà soát", "UBND tỉnh"), ("Chủ tịch UBND tỉnh yêu cầu Sở Tài chính bố trí vốn", "UBND tỉnh"),
        ("Giao Sở Y tế rà soát", None), ("Mở lớp; giao Sở Y tế báo cáo", None),
    ],
)  # fmt: skip
def test_who_orders(text, assigner):
    found = ct.get_province("standard").assign(SourceText(text), 0, len(text))
    assert found.lead
    assert (found.assigner and found.assigner.name) == assigner
