"""For whom a document is signed."""

import pytest

import chitieu as ct
from chitieu.documents.signatures import Authority, signature_words, signed_for, split_rank


@pytest.mark.parametrize(
    ("authority", "title", "steps"),
    [
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ["thay mặt ỦY BAN NHÂN DÂN"]),
        ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", ["thay mặt ỦY BAN NHÂN DÂN", "ký thay CHỦ TỊCH"]),
        ("T/M BAN THƯỜNG VỤ K/T BÍ THƯ", "PHÓ BÍ THƯ", ["thay mặt BAN THƯỜNG VỤ", "ký thay BÍ THƯ"]),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", ["thừa lệnh CHỦ TỊCH"]),
        ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ TÀI CHÍNH", ["thừa ủy quyền CHỦ TỊCH"]),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", ["thay mặt ỦY BAN NHÂN DÂN", "quyền CHỦ TỊCH"]),
        (None, "QUYỀN GIÁM ĐỐC", ["quyền GIÁM ĐỐC"]),
        ("TM. HỘI BẢO VỆ QUYỀN TRẺ EM", "CHỦ TỊCH", ["thay mặt HỘI BẢO VỆ QUYỀN TRẺ EM"]),
        (None, "GIÁM ĐỐC", []),
        (None, None, []),
    ],
)
def test_steps(authority, title, steps):
    assert [str(step) for step in signed_for(authority, title)] == steps


def test_body_and_office():
    deputy = ct.Signatory("Nguyễn Văn A", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")
    assert (deputy.body, deputy.office, deputy.title) == ("ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    head = ct.Signatory("Nguyễn Văn A", "GIÁM ĐỐC")
    assert (head.body, head.office, head.signed_for) == (None, "GIÁM ĐỐC", ())


@pytest.mark.parametrize(
    ("line", "rank", "name"),
    [
        ("Đại tá Nguyễn Văn A", "Đại tá", "Nguyễn Văn A"),
        ("TS. Nguyễn Văn A", "TS", "Nguyễn Văn A"),
        ("PGS.TS. Nguyễn Văn A", "PGS.TS", "Nguyễn Văn A"),
        ("Đại tá, ThS. Nguyễn Văn A", "Đại tá, ThS", "Nguyễn Văn A"),
        ("BSCKII. Nguyễn Văn A", "BSCKII", "Nguyễn Văn A"),
        ("Nguyễn Văn A", None, "Nguyễn Văn A"),
        ("Tsú Văn A", None, "Tsú Văn A"),
    ],
)
def test_ranks(line, rank, name):
    assert split_rank(line) == (rank, name)


def test_every_authority_has_a_mark():
    assert set(signature_words().authorities.values()) == set(Authority)
