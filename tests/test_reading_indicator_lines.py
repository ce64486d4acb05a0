"""Indicator lines: where each of them ends."""

from __future__ import annotations

import chitieu as ct


def test_a_line_ends_where_a_table_begins():
    """The rows of a table are none of the line ahead of it, and what stands behind the table is a line of its own."""
    rows = "Chỉ tiêu | Ước năm 2025 | KH năm 2026 | Mức giảm\nTử vong mẹ (‰) | 0,9 | 0,8 | 0,1\nTử vong sơ sinh (‰) | 9 | 8 | 1"
    found = ct.parse_indicators(f"1. Trồng 50 ha rừng.\nNhóm hai\n{rows}\nKhám thai 90% phụ nữ.")
    assert [(one.number, one.name, [str(target) for target in one.targets]) for one in found if one.targets] == [
        ("1", "Trồng rừng", ["50 ha"]),
        (None, "Tử vong mẹ (‰)", ["0,8‰"]),
        (None, "Tử vong sơ sinh (‰)", ["8‰"]),
        (None, "Khám thai", ["90%"]),
    ]
