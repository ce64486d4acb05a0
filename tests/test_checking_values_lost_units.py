"""What the words around a number tell of the unit it lost."""

import pytest

from chitieu.checking.subject import Subject
from chitieu.checking.values.bare_amounts import bare_amounts


def bare(text):
    subject = Subject.of(text, (), (), None)
    both = zip(subject.passages, subject.numerals, strict=True)
    return [one.number for passage, (_, numerals) in both for one in bare_amounts(passage, numerals)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Gây Quỹ “Khuyến học”: 85; tặng 12 suất học bổng.", ["85"]),
        ("- Quỹ Đền ơn đáp nghĩa đạt 120.", ["120"]),
        ("- Vận động Quỹ Khuyến học: 85,5.", ["85,5"]),
        ("- Tổng kinh phí là 1.250; trong đó ngân sách xã 200 triệu đồng.", ["1.250"]),
        ("- Vận động Quỹ Khuyến học: 85,5 triệu đồng.", []),
        ("- Vận động Quỹ Khuyến học đạt 105% kế hoạch.", []),
        ("- Quỹ Đền ơn đáp nghĩa: 12/12 thôn thu đạt.", []),
        ("- Số quỹ khuyến học: 12.", []),
        ("- Quỹ đất công ích: 450.", []),
        ("- Kinh phí: 450, 500 và 600 triệu đồng.", []),
        ("- Kinh phí hoạt động theo Nghị quyết số 12/2025/NQ-HĐND.", []),
        # the unit stands in the line, over the list, or over another one
        ("- Vận động Quỹ Khuyến học (triệu đồng): 450.", []),
        ("1. Các quỹ (triệu đồng)\n- Quỹ Khuyến học: 450.\n- Quỹ Vì người nghèo: 12.", []),
        ("1. Thu ngân sách (triệu đồng)\n- Thu phí 12.\n2. Các quỹ\n- Quỹ Khuyến học: 450.", ["450"]),
        ("| Quỹ Khuyến học: 450 | 12 |", []),
    ],
)
def test_numbers_of_funds(text, expected):
    assert bare(text) == expected
