"""Where the clause that a number stands in begins."""

from __future__ import annotations

import re

__all__ = ["CLAUSE_END", "CLAUSE_REACH", "clause_start"]

CLAUSE_REACH = 200
CLAUSE_END = re.compile(r"[;|]|[.:](?=\s)|\((?=\D)|(?:^|\s)-\s")


def clause_start(lower: str, pos: int, limit: int) -> int:
    """Return where the clause of a number begins: after the last stop or the number before.

    >>> clause_start("thu 5 tỷ đồng; chi 4 tỷ đồng", 19, 5)
    14
    """
    begin = max(limit, pos - CLAUSE_REACH)
    ends = list(CLAUSE_END.finditer(lower, begin, pos))
    # a colon ends the name, not the clause: "Tốc độ giảm nghèo: 1%"
    while ends and ends[-1].group()[0] == ":" and not lower[ends[-1].end() : pos].strip(" <>≥≤("):
        ends.pop()
    return ends[-1].end() if ends else begin
