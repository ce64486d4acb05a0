"""Counts that are each told with what they are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu as ct


def told(text):
    found = ct.check(ct.Plan(text=text), rules=["parts-sum", "parts-exceed"])
    return [f"{one.fields['expected']}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu hút 9 dự án mới, gồm 5 dự án trong nước với vốn 300 tỷ đồng và 3 dự án FDI với vốn 20 triệu USD.", ["8 dự án"]),
        ("Thu hút 9 dự án mới (5 dự án trong nước với 300 tỷ đồng; 3 dự án FDI với 20 triệu USD), tăng 2 dự án.", ["8 dự án"]),
        ("Thu hút 9 dự án: 5 dự án trong nước (300 tỷ đồng); 5 dự án FDI (20 triệu USD).", ["10 dự án"]),
        ("Thu hút 9 dự án, trong đó 5 dự án trong nước với 300 tỷ đồng, 5 dự án FDI với 20 triệu USD.", ["10 dự án"]),
        # what all of them are worth
        ("Thu hút 9 dự án với tổng vốn 500 tỷ đồng, gồm 5 dự án cũ với 312 tỷ đồng và 4 dự án mới với 214 tỷ đồng.", ["526 tỷ đồng"]),
        ("Thu hút 9 dự án với tổng vốn 500 tỷ đồng, gồm 5 dự án cũ (312 tỷ đồng), 3 dự án mới (188 tỷ đồng).", ["8 dự án"]),
        ("Thu hút 9 dự án với tổng vốn 500 tỷ đồng, gồm 5 dự án cũ (312 tỷ đồng), 4 dự án mới (188 tỷ đồng).", []),
        # some of them, other things, another sentence
        ("Thu hút 9 dự án, trong đó 4 dự án nhà ở với 300 tỷ đồng, 3 dự án chợ với 20 tỷ đồng.", []),
        ("Thu hút 9 dự án, gồm 5 dự án cũ với 300 tỷ đồng và 3 hợp tác xã với 20 tỷ đồng.", []),
        ("Thu hút 9 dự án. Có 5 dự án cũ với 300 tỷ đồng và 3 dự án mới với 20 tỷ đồng.", []),
        ("Thu hút 9 dự án, gồm 5 dự án cũ với 300 tỷ đồng.", []),
        ("Thu hút trên 9 dự án, gồm 5 dự án cũ với 300 tỷ đồng và 3 dự án mới với 20 tỷ đồng.", []),
    ],
)  # fmt: skip
def test_the_counts_come_to_the_count_of_all(text, expected):
    assert told(text) == expected


@given(counts=st.lists(st.integers(3, 90), min_size=2, max_size=4), more=st.integers(-2, 2))
def test_law_any_other_count_is_told(counts, more):
    """Counts are silent if they come to that of all, and told with their sum if they do not."""
    parts = [f"{count} dự án nhóm {name} với {7 * count} tỷ đồng" for name, count in zip("abcd", counts, strict=False)]
    text = f"Có {sum(counts) + more} dự án, gồm {', '.join(parts)}."
    assert told(text) == ([f"{sum(counts)} dự án"] if more else [])
