"""Real lines of plans with one slip each: an English decimal, a lost digit, a unit left out or exchanged, ten times a percentage.

python tests/line_slips.py [KIND ...]

Prints for each kind how many slips are told and which are not. The lines are those of `../shared/corpus`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import chitieu as ct

__all__ = ["KINDS", "lines", "told"]

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 486/KH-UBND
Lào Cai, ngày 18 tháng 12 năm 2026

KẾ HOẠCH
Phát triển kinh tế - xã hội tỉnh Lào Cai năm 2027

I. CÁC CHỈ TIÊU CHỦ YẾU
1. {}
II. NHIỆM VỤ
1. Sở Y tế
- Làm tốt công tác y tế.
./.
"""
_AFTER_DIGIT, _ENDS = r"(?<=\d)\s?", r"(?![\w/²])"
_UNITS = "%|tỷ đồng|triệu đồng|triệu USD|tấn|ha"
_LEAST_PERCENT = 15


def _replaced(pattern: str, text: str, change: Callable[[re.Match[str]], str]) -> Iterator[str]:
    """Yield the text with each match of a pattern by itself written another way."""
    for match in re.finditer(pattern, text):
        yield text[: match.start()] + change(match) + text[match.end() :]


def _english(text: str) -> Iterator[str]:
    return _replaced(r"\d+,\d{1,2}(?=\s?(?:%|tỷ|triệu|ha|tấn))", text, lambda match: match.group().replace(",", "."))


def _digits_lost(text: str) -> Iterator[str]:
    return _replaced(r"(\d+,)\d{1,2}(?=\s?%)", text, lambda match: match[1])


def _unit_left_out(text: str) -> Iterator[str]:
    return _replaced(rf"{_AFTER_DIGIT}(?:{_UNITS}|m²|km){_ENDS}", text, lambda _: "")


def _unit_exchanged(text: str) -> Iterator[str]:
    """Money becomes a percentage, all else money."""
    units = rf"{_AFTER_DIGIT}({_UNITS}|xã|người|lao động){_ENDS}"
    return _replaced(units, text, lambda match: "%" if "đồng" in match[1] or "USD" in match[1] else " tỷ đồng")


def _rate_measured(text: str) -> Iterator[str]:
    return _replaced(rf"{_AFTER_DIGIT}%{_ENDS}", text, lambda _: " ha")


def _ten_times(text: str) -> Iterator[str]:
    """A percentage loses its comma, or gets a nought."""
    for match in re.finditer(r"(?<![\d.,])(\d{2})(,\d+)?(?=\s?%)", text):
        if int(match[1]) >= _LEAST_PERCENT:
            number = match[1] + (match[2][1:] if match[2] else "0")
            yield text[: match.start()] + number + text[match.end() :]


KINDS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "english": _english,
    "digits-lost": _digits_lost,
    "unit-left-out": _unit_left_out,
    "unit-exchanged": _unit_exchanged,
    "rate-measured": _rate_measured,
    "ten-times": _ten_times,
}


def lines(shared: Path) -> list[str]:
    """Return the lines of the corpus in a folder."""
    rows = (shared / "corpus" / "lines.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(row)["text"] for row in rows]


def told(kind: str, text: str) -> Iterator[tuple[str, bool]]:
    """Yield a line with each slip of a kind, and whether a finding comes of it."""
    before = _findings(text)
    for slip in KINDS[kind](text):
        yield slip, bool(_findings(slip) - before)


def _findings(line: str) -> set[tuple[str, str]]:
    return {(one.code, one.message) for one in ct.check(ct.parse_plan(_PLAN.format(line)))}


def main() -> None:
    """Print what is told of each kind."""
    for kind in sys.argv[1:] or KINDS:
        slips = [one for line in lines(_SHARED) for one in told(kind, line)]
        for slip, found in slips:
            if not found:
                sys.stdout.write(f"  not told: {slip}\n")
        sys.stdout.write(f"{kind}: {sum(found for _, found in slips)} of {len(slips)}\n")


if __name__ == "__main__":
    main()
