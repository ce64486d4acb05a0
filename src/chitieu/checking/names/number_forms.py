"""The forms of document numbers that no register gives.

A state number is *number/kind-body* or *number/year/kind-body* (Nghị định 30/2020/NĐ-CP, Phụ lục I), a Party number
*number-kind/body* (Quy định 399-QĐ/TW). What is listed here is neither, and no irregular form in use either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from chitieu.checking.texts.anchors import matches_at
from chitieu.documents.naming import document_words

__all__ = ["is_malformed", "malformed_numbers"]

_NUMBER, _YEAR = r"[0-9]{1,6}[a-zđ]?", r"(?:19|20)[0-9]{2}"
_GLUED = r"(?:19[89]|20[0-4])[0-9]"
"""A year right behind a number, its stroke lost."""
_DOUBLED = r"(?:[-/_\\]{2,3}|[_\\])"
"""What never joins two parts of a number: two signs, or one of no register."""
_DEPARTMENT = r"S(?:YT|NV|TC|XD|CT|TP|DL|NN|GD|KH|VH|TN|DT|LĐ|GTVT|TTTT|NgV)[A-ZĐ&]{0,6}(?![\w&])"
_ASSEMBLY = r"(?:UBTV)?QH[0-9]{2}"
_LATE = r"20[1-9][0-9]"
"""Years since which the form has been kept; numbers of the years before were written in many ways."""
_ENACTED = "QĐ|NQ|CT|KH|CTr|TB|BC|TTr|HD|ĐA|KL"
"""Kinds that with a body behind them make no word of their own: ``TTCP`` is the inspectorate, ``CTCP`` a company."""
_MISSPELT = r"(?:HDND|HĐDN|HĐNĐ|HĐNDD|HHĐND|(?!UBND(?![\w&]))(?:UB[A-ZĐ]D|UBN[A-ZĐ]|U[A-ZĐ]ND|UNBD|UBDN|UBB?N?ND?D?|UND|UBD))(?![\w&])"
"""Councils and committees with a letter amiss, too many or too few; no other body has such a symbol."""
_PLAIN = r"(?:ND-CP|QD-(?:TTg|TTG|UBND|HĐND|HDND))(?![\w&])"


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _forms() -> re.Pattern[str]:
    """Return the pattern of the forms that are wrong wherever they stand, in a text on one line."""
    words = document_words()
    number, year, assembly, doubled = _NUMBER, _YEAR, _ASSEMBLY, _DOUBLED
    kinds = _longest_first(words.party)
    state = _longest_first(words.cased[body] for body in words.state)
    body = rf"(?:(?:{state}|{assembly})(?![\w&])|{_DEPARTMENT})(?:-[A-ZĐ&]+)*"
    party = rf"(?:{_longest_first(words.party_bodies)})(?![\w&/-])"
    numbered = rf"{number}(?:/{year})?"
    forms = (
        rf"{numbered}/(?:{kinds}|ND|QD)\s?/\s?{body}",  # 31/NQ/HĐND: a stroke for the hyphen
        rf"{number}/(?!{year}/)[0-9]{{2,7}}/(?:{kinds})-{body}",  # 31/20222/NQ-HĐND: no year
        rf"{number}[-.]{year}/(?:{kinds})-{body}",  # 31-2022/NQ-HĐND
        rf"{number}/{_LATE}-(?:{kinds})[-/]{body}",  # 31/2022-NQ-HĐND
        rf"{numbered}{doubled}(?:{kinds})[-/_\\]{{1,3}}(?:{body}|{party})",  # 370//KH-UBND, 09--NQ/TU
        rf"{numbered}[-/](?:{kinds}){doubled}(?:{body}|{party})",  # 370/KH--UBND, 09-NQ//TU, 09/NQ-/TU
        rf"{number}{doubled}{year}/(?:{kinds})-{body}",  # 31//2022/NQ-HĐND
        rf"(?:[0-9]{{2,4}}|[2-9]){_GLUED}/(?:(?:{kinds})-{body}|{assembly}(?!\w))",  # 312022/NQ-HĐND: the stroke before the year is lost
        rf"[0-9]{{5,7}}/(?:NĐ|TT|NQ)-{body}",  # no register of acts of law runs so far
        rf"{number}(?:{kinds})[-/]{body}",  # 370KH-UBND, 370KH/UBND: the stroke is lost, or stands behind the kind
        rf"[0-9]*(?:[0-9]O|[OIl][0-9])[0-9]*(?:/{year})?/(?:{kinds})-{body}",  # 37O/KH-UBND, l2/KH-UBND: a letter for a digit
        rf"{number}/(?:20[0-9]O|2O[0-9]{{2}}|20O[0-9])/(?:{kinds})-{body}",  # 31/2O22/NQ-HĐND
        rf"{numbered}/(?:{kinds})-(?=\s+[a-zđ]|\s*[,;.)])",  # 370/KH- : the body is lost
        rf"{number}(?:/(?:{kinds})/|-(?:{kinds})-){party}",  # 09/NQ/TU, 09-NQ-TU: a stroke or a hyphen too many
        rf"{number}(?:(?:{kinds})/(?!BTC)|-(?:{_ENACTED})(?=TW|TU)){party}",  # 57NQ/TW, 57-NQTW: the hyphen or the stroke is lost
        rf"{number}/{year}(?:{kinds})-{body}",  # 31/2022NQ-HĐND: the second stroke is lost
        rf"{number}(?:{_ENACTED})(?:UBND|HĐND|TTg|UBTVQH[0-9]{{2}}|TW|TU)(?![\w&])",  # 370KHUBND: both are lost
        rf"{numbered}/(?:(?:{_ENACTED})(?:UBND|HĐND|TTg|UBTVQH[0-9]{{2}})|(?:NQ|NĐ)CP|(?:NQ|CT|KL)T[WU])(?![\w&])",  # 69/NQHĐND: the hyphen is lost
        rf"{number}/{year}/TTB[A-ZĐ]{{2,6}}(?![\w&])",  # 12/2025/TTBTC
        rf"{number}/(?:{kinds})-{body}/{year}(?![0-9/])",  # 118/NQ-HĐND/2025: the year at the end
        rf"{number}/(?:{kinds})[-/]{year}[-/]{body}",  # 118/NQ-2025/HĐND: the year in the middle
        rf"{number}(?:/{assembly}/{year}|-{year}/{assembly}|/{year}(?:-?{assembly}|/QH-[0-9]{{2}}))(?![0-9/])",  # 226/QH15/2025
        rf"(?:{_ENACTED})[-/][0-9]{{1,4}}[-/](?:UBND|HĐND|TTg|CP|TW|TU)(?![\w&])",  # QĐ-31/UBND: the kind first
        rf"{year}/[0-9]/(?:{kinds})-{body}",  # 2025/8/NQ-HĐND: the year first
        rf"{number}-(?:{_ENACTED})-(?:UBND|HĐND|TTg)(?![\w&])",  # 370-KH-UBND: a hyphen for the stroke
        rf"{numbered}/(?:TTg-(?:QĐ|CT)|CP-(?:NQ|NĐ)|HĐND-NQ|UBND-(?:QĐ|CT))(?![\w&])",  # 2408/TTg-QĐ: the body first
        rf"{numbered}/(?:(?:{kinds})-{_MISSPELT}|{_PLAIN})",  # 31/NQ-HDND, 370/KH-UBDN, 30/2020/ND-CP
        rf"{numbered}/(?:{kinds})-QH[0-9]{{2}}(?!\w)",  # 202/2025/NQ-QH15: acts of the assembly have no kind
        rf"{number}/{_LATE}/(?:NĐ-(?!CP){body}|(?:(?:QĐ|CT|TT)-CP|TT-(?:TTg|UBND|HĐND))(?![\w&]))",  # 30/2020/NĐ-TTg: no kind of that body
        rf"{numbered}/(?:NQ-(?:TTg|UBND)(?![\w&])|(?:NQ|NĐ)-{_DEPARTMENT})",  # 31/NQ-UBND: only councils resolve
        rf"{number}/{_LATE}/(?!QH|UBTVQH)[A-ZĐ]{{1,6}}[0-9]{{2}}(?!\w)",  # 41/2024/HQ15: only the assembly counts its terms
        rf"{number}-(?:NQ|NĐ)/CP(?![\w&])(?=\s+của\s+Chính phủ|\s*[,;]?\s+ngày)",  # 78-NQ/CP: the form of the Party
    )
    return re.compile(rf"(?<![\w/.\\\-])(?:{'|'.join(forms)})")


_LIKE_NUMBER = re.compile(r"[0-9OIlQNCKTBHĐ](?<![\w/.\\\-].)(?=[^\s/\\-]{0,20}[/\\-]|[0-9]{0,5}[A-ZĐ])")
"""The first character of a number or of a kind, with a sign that joins them not far behind, or none at all between them."""
_SPACED = re.compile(
    rf"(?<![\w/.\\\-]){_NUMBER}(?:/{_YEAR})?/(?:{_ENACTED}|NĐ) (?:UBND|HĐND|TTg|CP)(?![\w&])(?=[ ,;.]|$)", re.MULTILINE
)
"""``370/KH UBND``: the hyphen is lost; a break of line in its place may be of the copy."""
_CITED = re.compile(
    r"(?<!\w)[Ss]ố:?\s{1,2}("
    r"[0-9]{1,4}[a-zđ]?(?:-(?:QĐ|NQ|CT|KH|CTr|TB|BC|TTr)/(?:UBND|HĐND|TTg|CP)"  # 45-KH/UBND: a Party number of a state body
    r"|/(?:NQ|CT|KL|QĐ|CTr)-T[WU]"  # 80/NQ-TW: the form of the state for one of the Party
    r"|/(?:NĐ-CP|TT-B[A-ZĐ]{2,6}|QH1[1-9])))"  # 120/NĐ-CP: a kind that always has its year
    r"(?![\w&/-])(?:\s{1,2}của\s[^,;()0-9]{2,40}?)?\s{0,2}(?:,\s{0,2})?ngày\s{1,2}[0-9]{1,2}(?:\s?[/-]\s?[0-9]{1,2}\s?[/-]\s?|\s{1,3}tháng\s{1,3}[0-9]{1,2}(?:,)?\s{1,3}năm\s{1,3})(20[1-9][0-9])"
)
"""Forms that were in use and may be short ones, wrong where a document of these years is cited in full."""
_SYMBOLS = {"Nghị định": "NĐ", "Nghị quyết": "NQ", "Thông tư": "TT", "Quyết định": "QĐ", "Chỉ thị": "CT", "Kế hoạch": "KH", "Báo cáo": "BC", "Tờ trình": "TTr"}  # fmt: skip
_STATE_BODIES = rf"(?:CP|TTg|UBND|HĐND|B[A-ZĐ]{{1,7}}|{_ASSEMBLY}|{_DEPARTMENT})"
_OTHER_KIND = re.compile(
    "|".join(
        rf"(?<!\w)(?i:{kind})\s{{1,2}}(?:(?i:số):?\s{{1,2}})?{_NUMBER}"
        rf"(?:(?:/{_YEAR})?/(?!{symbol}-)(?:{'|'.join(_SYMBOLS.values())})-{_STATE_BODIES}|-(?!{symbol}/)(?:NQ|CT)/T[WU])(?![\w&/-])"
        for kind, symbol in _SYMBOLS.items()
    )
)
"""The kind right before a number whose symbol is that of another one: ``Nghị định số 19/2025/QĐ-TTg``."""
_KIND_NAME = re.compile(r"[NQTCKBnqtckb](?<!\w.)(?=\w{1,4}\s(?:định|quyết|tư|thị|hoạch|cáo|trình)\s)")
"""The first letter of these kinds, with their second word behind."""
_PARTY_LIKE = re.compile(r"[0-9]+[a-zđ]?(?:-|/[A-ZĐ]+r?-T[WU])")
_STRICT_SINCE = 2020


def malformed_numbers(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield the places of what stands for a number of a document and is none, in order.

    Args:
        text: a folded text with its lines.
        flat: the same on one line, of the same length.

    >>> text = "Quyết định số 124/QĐ/TTg, Nghị quyết số 69/NQHĐND, Kế hoạch số 370/KH-UBND"
    >>> [text[start:end] for start, end in malformed_numbers(text, text)]
    ['124/QĐ/TTg', '69/NQHĐND']
    """
    found = {
        match.span()
        for starts, pattern, where in (
            (_LIKE_NUMBER, _forms(), flat),
            (_KIND_NAME, _OTHER_KIND, flat),
            (_LIKE_NUMBER, _SPACED, text),
        )
        for match in matches_at(starts, pattern, where)
    }
    for match in _CITED.finditer(flat):
        if int(match[2]) >= _STRICT_SINCE or not _PARTY_LIKE.match(match[1]):
            found.add(match.span(1))
    yield from sorted(found)


def is_malformed(number: str) -> bool:
    """Whether a number by itself is one that no register gives.

    >>> is_malformed("31/NQ/HĐND"), is_malformed("31/NQ-HĐND")
    (True, False)
    """
    return _forms().fullmatch(number) is not None
