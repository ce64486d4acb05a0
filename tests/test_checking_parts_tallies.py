"""So many of them, so many of which were reached and so many not."""

import pytest

import chitieu as ct


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong 20 chỉ tiêu được giao, có 16 chỉ tiêu đạt và vượt, 05 chỉ tiêu không đạt.", "21 chỉ tiêu"),
        ("Trong 20 chỉ tiêu được giao, có 16 chỉ tiêu đạt và vượt, 04 chỉ tiêu không đạt.", None),
        ("Trong tổng số 20 nhiệm vụ, có 8 nhiệm vụ vượt, 9 nhiệm vụ ước đạt; 4 nhiệm vụ chưa đạt.", "21 nhiệm vụ"),
        ("Trong 20 chỉ tiêu, có 16/20 chỉ tiêu đạt, 3/20 chỉ tiêu khó đạt.", "19 chỉ tiêu"),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt và vượt (8 chỉ tiêu vượt), 3 chỉ tiêu chưa đạt, 1 chỉ tiêu chưa đánh giá.", None),
        # not all that there are
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt và vượt.", None),
        ("Trong 20 chỉ tiêu, có 3 chỉ tiêu không đạt.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt và vượt, 8 chỉ tiêu vượt, 4 chỉ tiêu không đạt.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt, trong đó 8 chỉ tiêu vượt, 4 chỉ tiêu không đạt.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt, 3 chỉ tiêu không đạt và 2 chỉ tiêu kinh tế.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt, 3 dự án không đạt.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt. Năm trước 5 chỉ tiêu không đạt.", None),
        ("Trong 20 chỉ tiêu: 8 chỉ tiêu vượt, 9 chỉ tiêu đạt, 2 chỉ tiêu chưa hoàn thành, 2 chỉ tiêu chưa đánh giá.", "21 chỉ tiêu"),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt và vượt, 2 chỉ tiêu đạt, 4 chỉ tiêu không đạt.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt, 3 chỉ tiêu đạt, 2 chỉ tiêu không đạt.", None),
        ("Riêng kinh tế, trong 20 chỉ tiêu, có 16 chỉ tiêu đạt, 3 chỉ tiêu không đạt.", "19 chỉ tiêu"),
        ("Trong 20 chỉ tiêu, riêng năm nay 16 chỉ tiêu đạt, 3 chỉ tiêu không đạt.", "19 chỉ tiêu"),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu vượt, 3 chỉ tiêu chưa đánh giá.", None),
        ("Trong 20 chỉ tiêu, có 16 chỉ tiêu đạt, 3 chỉ tiêu không đạt. Trong 9 đề án, có 8 đề án hoàn thành, 2 đề án chưa hoàn thành.", "19 chỉ tiêu, 10 đề án"),
        # each count is told out of all of them
        ("Có 15/18 chỉ tiêu đạt và vượt, 2/18 chỉ tiêu không đạt.", "17 chỉ tiêu"),
        ("Có 15/18 chỉ tiêu đạt và vượt, 3/18 chỉ tiêu không đạt.", None),
        ("Có 6/18 chỉ tiêu vượt, 9/18 chỉ tiêu đạt, 4/18 chỉ tiêu không đạt.", "19 chỉ tiêu"),
        ("Có 6/18 chỉ tiêu vượt, 3/18 chỉ tiêu không đạt.", None),
        ("Có 15/18 chỉ tiêu đạt, 2/17 chỉ tiêu không đạt.", None),
        ("Có 15/18 chỉ tiêu đạt, 2 chỉ tiêu không đạt.", None),
        ("Có 15/18 chỉ tiêu đạt, 4 chỉ tiêu không đạt.", "19 chỉ tiêu"),
        ("Có 15/18 nhiệm vụ quý III hoàn thành (83,3%), 3 nhiệm vụ chuyển sang quý IV.", None),
        ("Có 15/18 nhiệm vụ quý III hoàn thành (83,3%), 5 nhiệm vụ chuyển sang quý IV.", "20 nhiệm vụ"),
        ("Có 15/18 chỉ tiêu đạt, 2/18 nhiệm vụ không đạt.", None),
        ("Có 15/18 chỉ tiêu đạt.\nTrong 20 chỉ tiêu, có 16/20 chỉ tiêu đạt, 3/20 chỉ tiêu khó đạt.\nCó 7/9 dự án hoàn thành, 3/9 dự án chưa hoàn thành.", "19 chỉ tiêu, 10 dự án"),
    ],
)  # fmt: skip
def test_the_ways_come_to_all_of_them(text, expected):
    found = ct.check(text, rules=["parts-sum"])
    assert [str(one.fields["expected"]) for one in found] == (expected.split(", ") if expected else [])


def test_a_finding_points_at_each_way():
    text = "Trong 20 chỉ tiêu được giao, có 16 chỉ tiêu đạt, 05 chỉ tiêu không đạt."
    (finding,) = ct.check(text, rules=["parts-sum"])
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end] == "20 chỉ tiêu"
    assert [text[span.start : span.end] for span in finding.related] == ["16 chỉ tiêu", "05 chỉ tiêu"]


@pytest.mark.parametrize(("length", "told"), [(600, True), (601, False)])
def test_the_ways_stand_near(length, told):
    ahead, last = ", có 16 chỉ tiêu đạt ", " 3 chỉ tiêu không đạt"
    behind = f"{ahead}{'x' * (length - len(ahead + last))}{last}"
    assert bool(ct.check(f"Trong 20 chỉ tiêu{behind}", rules=["parts-sum"])) is told


@pytest.mark.parametrize(("met", "expected"), [(8, []), (9, ["parts-sum"])])
def test_those_met_and_exceeded_may_be_told_together_behind_them(met, expected):
    text = f"Trong 18 chỉ tiêu có 7 chỉ tiêu vượt, {met} chỉ tiêu đạt, 3 chỉ tiêu chưa đạt; như vậy 15/18 chỉ tiêu đạt và vượt."
    assert [one.code for one in ct.check(text, rules=["parts-sum"])] == expected
