"""What a text does with the documents it names."""

import pytest
from builders import found

import chitieu as ct
from chitieu.documents.citing import citation_data, citing_words

REL = ct.DocumentRelation


def said(text):
    return [(one.number, one.relation.value, one.subject) for one in found(ct.find_references, text)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Căn cứ Nghị quyết số 1/NQ-CP", REL.BASIS),
        ("Xét Báo cáo số 1/BC-STC", REL.BASIS),
        ("đẩy mạnh cải cách thủ tục theo yêu cầu tại Nghị quyết số 1/NQ-CP", REL.BASIS),
        ("Tiếp tục triển khai thực hiện có hiệu quả Kế hoạch số 1/KH-UBND", REL.CARRIES_OUT),
        ("Để cụ thể hóa Nghị quyết số 1/NQ-CP", REL.CARRIES_OUT),
        ("KẾ HOẠCH\nTHỰC HIỆN NGHỊ QUYẾT SỐ 01/NQ-CP", REL.CARRIES_OUT),
        ("sửa đổi, bổ sung một số điều của Quyết định số 1/QĐ-UBND", REL.AMENDS),
        ("Quyết định này thay thế Quyết định số 1/QĐ-UBND", REL.REPLACES),
        ("bãi bỏ Quyết định số 1/QĐ-UBND", REL.REPLACES),
        ("Quy chế ban hành kèm theo Quyết định số 1/QĐ-UBND", REL.ISSUED_WITH),
        ("Chương trình đã được phê duyệt tại Quyết định số 1/QĐ-TTg", REL.ISSUED_WITH),
        ("Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 1/TTr-STC", REL.ON_PROPOSAL),
        ("như Công văn số 1/UBND-TH đã nêu", REL.REFERS_TO),
        ("Việc đã thực hiện xong. Nghị quyết số 1/NQ-CP giao tỉnh", REL.REFERS_TO),
        ("1/NQ-CP", REL.REFERS_TO),
    ],
)
def test_the_words_before_a_number_say_the_relation(text, relation):
    assert ct.parse_reference(text).relation is relation


def test_the_nearest_words_win():
    assert said("Thực hiện chuyển đổi số theo Nghị quyết số 1-NQ/TU")[0][1] == "basis"


@pytest.mark.parametrize("joint", [", ", " và ", "; ", ", các "])
def test_a_list_shares_what_is_said_of_its_first_member(joint):
    text = f"Theo Nghị quyết số 1-NQ/TU của Tỉnh ủy{joint}Kết luận số 2-KL/TW; thực hiện Đề án số 3-ĐA/TU"
    assert [relation for _, relation, _ in said(text)] == ["basis", "basis", "carries_out"]


def test_the_abstract_of_a_cited_document_is_said_by_that_document():
    text = (
        "Thực hiện Kế hoạch số 1/KH-UBND ngày 13/5/2022 về thực hiện Nghị quyết số 2/NQ-CP ngày 30/01/2022 của Chính phủ "
        "về phục hồi kinh tế và triển khai Nghị quyết số 43/2022/QH15 của Quốc hội"
    )
    assert said(text) == [
        ("1/KH-UBND", "carries_out", None),
        ("2/NQ-CP", "carries_out", "1/KH-UBND"),
        ("43/2022/QH15", "carries_out", "1/KH-UBND"),
    ]


def test_acts_and_what_amends_them():
    assert said("Luật số 77/2015/QH13 được sửa đổi, bổ sung theo Luật số 47/2019/QH14")[1] == (
        "47/2019/QH14",
        "amended_by",
        "77/2015/QH13",
    )
    assert said("Nghị quyết số 2/NQ-HĐND của HĐND tỉnh sửa đổi, bổ sung Nghị quyết số 1/NQ-HĐND")[1] == (
        "1/NQ-HĐND",
        "amends",
        "2/NQ-HĐND",
    )


def test_what_an_abstract_holds_is_not_said_of_the_next_ground():
    text = "Căn cứ Nghị quyết số 1/NQ-CP về thực hiện kế hoạch năm 2023; Nghị quyết số 2-NQ/TU về thi đua"
    assert [relation for _, relation, _ in said(text)] == ["basis", "basis"]


@pytest.mark.parametrize(
    ("behind", "term"),
    [
        (" của Ban Chấp hành Trung ương khóa XII", 12),
        (" khoá XIV", 14),
        (" của Bộ Chính trị (khóa IX)", 9),
        (" khóa 13", 13),
        (" của Bộ Chính trị", None),
    ],
)
def test_terms(behind, term):
    assert ct.parse_reference(f"Nghị quyết số 18-NQ/TW{behind}").term == term


def test_what_is_said_is_not_compared():
    assert ct.parse_reference("thực hiện 1/NQ-CP") == ct.parse_reference("căn cứ 1/NQ-CP")


def test_every_relation_has_words_and_every_record_a_source():
    data = citation_data()
    assert {record["name"] for record in data["relation"]} == {one.value for one in REL} - {"refers_to"}
    assert all(record["source"] for name in ("relation", "body", "term") for record in data[name])
    assert all(word == word.lower() for word in citing_words().relations)
