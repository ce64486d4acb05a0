"""Numbers that only show how another came out, and need no unit: *95 tỷ đồng (4.180 - 4.085)*, *(46 x 2,5)*, *= chi đầu tư 310,4 + chi khác 88,6*."""

from __future__ import annotations

import re

from chitieu.checking.texts.places import text_before
from chitieu.numbers.decimals import read_digits
from chitieu.numbers.numeral import Numeral

__all__ = ["is_worked_out"]

_SIGN = r"(?:\s?[-–−+x×*/÷]|\s:)"
_NAME = r"(?:[^\W\d_]+\s){0,8}"
_TERM = r"[0-9][0-9.,]{0,20}%?(?:\s[^\W\d_]{1,9}){0,2}"
_OPENED = re.compile(r"[(=](?P<terms>[^()=;\n]{1,70})$")
_TERMS = re.compile(rf"\s?(?:{_TERM}{_SIGN}\s){{0,6}}(?P<last>{_TERM})(?P<sign>{_SIGN})\s?")
_NAMED_TERMS = re.compile(rf"=\s?(?:{_NAME}{_TERM}\s?\+\s){{1,8}}{_NAME}$")
"""Terms with their names, which only an equals sign opens: *= chi đầu tư 310,4 + chi khác 88,6*."""
_COMES_OUT = re.compile(rf"{_SIGN}\s?{_TERM}\s?=\s?$|(?<!\w)[a-z]\s?=\s?$")
"""What stands before what a sum comes to, or a coordinate: *4.180 - 4.085 = 95*, *x = 2027456,12*."""
_GOES_ON = re.compile(rf"{_SIGN}\s?[0-9]")
_REACH = 200


def is_worked_out(lower: str, numeral: Numeral) -> bool:
    """Whether a number stands in a sum that a bracket or an equals sign opens; two with a dash between that rise are a range.

    Args:
        lower: the text in small letters.
        numeral: the number.
    """
    before = text_before(lower, numeral.start, _REACH).rpartition("\n")[2]
    if _COMES_OUT.search(before) or _NAMED_TERMS.match(before, max(0, before.rfind("="))):
        return True
    opened = _OPENED.search(before)
    terms = _TERMS.fullmatch(opened["terms"]) if opened is not None else None
    if terms is None:
        return False
    first = read_digits(terms["last"])
    alone = terms.start("last") <= 1 and terms["sign"].strip() in "-–−÷"
    goes_on = _GOES_ON.match(lower, numeral.digits_end) is not None
    return goes_on or not alone or (first is not None and first > numeral.value)
