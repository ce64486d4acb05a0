"""What a text does with a document it names: *căn cứ*, *thực hiện*, *sửa đổi* …, from the words before the number.

The nearest words win, as with targets. Members of a list share what is said of the first (``theo Nghị quyết A và Kết luận
B``), and what stands in the abstract of a cited document is said by that document (``Kế hoạch A về thực hiện Nghị quyết
B``: A carries out B).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

from chitieu.documents.naming import document_words
from chitieu.text import CAPITALS

__all__ = ["CitingWords", "DocumentRelation", "Said", "citation_data", "citing_words", "read_term", "said_of"]


class DocumentRelation(Enum):
    """What one document says it does with another.

    >>> import chitieu as ct
    >>> ct.parse_reference("Triển khai thực hiện Nghị quyết số 12-NQ/TU").relation.value
    'carries_out'
    """

    BASIS = "basis"
    """It stands on it (``căn cứ``, ``theo``, ``xét``); what a preamble names without a word is a ground too."""
    CARRIES_OUT = "carries_out"
    """It carries it out (``thực hiện``, ``triển khai``, ``thi hành``, ``cụ thể hóa``)."""
    AMENDS = "amends"
    """It changes it (``sửa đổi``, ``bổ sung``)."""
    AMENDED_BY = "amended_by"
    """It is changed by it (``được sửa đổi, bổ sung bởi``)."""
    REPLACES = "replaces"
    """It takes its place or ends it (``thay thế``, ``bãi bỏ``)."""
    REPLACED_BY = "replaced_by"
    """It is ended by it (``được thay thế bởi``)."""
    ISSUED_WITH = "issued_with"
    """It speaks of something issued with it (``ban hành kèm theo``)."""
    ON_PROPOSAL = "on_proposal"
    """It follows its proposal (``theo đề nghị của … tại Tờ trình``)."""
    REFERS_TO = "refers_to"
    """It names it, and says no more."""


@frozen
class CitingWords:
    """The words of ``data/citations.toml``, prepared for matching in folded lower case.

    Attributes:
        cues: matches words that say a relation; `relations`: the words → relation and its reach.
        opens: matches the beginning of an abstract; `kinds`: matches the name of a kind of document.
    """

    cues: re.Pattern[str]
    relations: Mapping[str, tuple[DocumentRelation, int]]
    opens: re.Pattern[str]
    kinds: re.Pattern[str]


@frozen
class Said:
    """What is said of a document at a place.

    Attributes:
        relation: what is done with it.
        subject: number of the cited document whose abstract says so; None where the text itself does.
        end: offset after the citation.
        number: the number cited.
    """

    relation: DocumentRelation
    subject: str | None
    number: str = ""
    end: int = 0


@cache
def citation_data() -> dict[str, Any]:
    """Return the records of the data file; it is read once."""
    return tomllib.loads(resources.files("chitieu").joinpath("data/citations.toml").read_text(encoding="utf-8"))


def _any_of(words: list[str]) -> str:
    return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))


@cache
def citing_words() -> CitingWords:
    """Return the words, prepared once."""
    data = citation_data()
    relations = {
        word: (DocumentRelation(record["name"]), int(record["reach"]))
        for record in data["relation"]
        for word in record["words"]
    }
    documents = document_words()
    kinds = rf"(?<!\w)(?:(?i:{_any_of(list(documents.names))})|(?:{_any_of(list(documents.short))}))(?!\w)"
    return CitingWords(
        re.compile(rf"(?<!\w)(?:{_any_of(list(relations))})(?!\w)"),
        relations,
        re.compile(rf"\s*(?:\([^()]{{0,60}}\)\s*)?(?:{_any_of(data['abstract']['openers'])})(?!\w)"),
        re.compile(kinds),
    )


_REACH = 600
_KIND_REACH = 90
_SENTENCE = re.compile(rf"[.!?]\s+(?=[{CAPITALS}0-9])|\n\s*\n|\n\s*(?:[-+•*]|[0-9]{{1,2}}[.)]|[a-zđ]\))\s|\./\.")
_GLUE = re.compile(r"(?:[\s,;(]|(?<!\w)(?:và|cùng|cùng với|hoặc|các|những|tại|số)(?!\w))*$")
_JOINS = re.compile(r"[,;]|(?<!\w)(?:và|cùng|hoặc)(?!\w)")
_ALSO = re.compile(r"(?:,|(?<!\w)và)\s*(?:(?:tiếp tục|tổ chức)\s*)?$")


def _sentence_start(text: str, pos: int) -> int:
    begin = max(0, pos - _REACH)
    for match in _SENTENCE.finditer(text, begin, pos):
        begin = match.end()
    return begin


def _name_start(flat: str, pos: int, begin: int) -> int:
    """Return where the name of a document begins whose number is at `pos`: before its kind."""
    left = max(begin, pos - _KIND_REACH)
    left = max(left, *(flat.rfind(mark, left, pos) + 1 for mark in ";.),("))
    start = pos
    for kind in citing_words().kinds.finditer(flat, left, pos):
        start = kind.start()
    if start == pos:
        bare = re.compile(r"(?i:số|s)\s*:?\s*$").search(flat, max(begin, pos - 8), pos)
        start = bare.start() if bare else pos
    return start


def said_of(text: str, lower: str, flat: str, pos: int, last: Said | None) -> Said:
    """Read what is said of the document whose number begins at a place.

    Args:
        text: the folded text with its lines.
        lower: the same in lower case, with spaces for line breaks.
        flat: the same with spaces for line breaks.
        pos: where its number begins, or the first number of its list.
        last: what was said of the citation before; None if there is none.
    """
    begin = _sentence_start(text, pos)
    inside = last is not None and begin < last.end <= pos
    left = last.end if last and inside else begin
    between = lower[left : max(left, _name_start(flat, pos, left))]
    glue = _GLUE.search(between)
    core = between[: glue.start()] if glue else between
    listed = _JOINS.search(between, len(core)) is not None
    if last and inside and (listed or not core):
        return Said(last.relation, last.subject)
    cues = [cue for cue in citing_words().cues.finditer(between) if cue.start() < len(core)]
    if not listed:  # a list whose first member has no number goes by the words that open it
        cues.reverse()
    for cue in cues[:1]:
        relation, reach = citing_words().relations[" ".join(cue.group().split())]
        if listed or len(core) - cue.end() <= reach:
            return Said(relation, _subject(core[: cue.start()], core, last) if last and inside else None)
    return Said(DocumentRelation.REFERS_TO, None)


def _subject(before: str, core: str, last: Said) -> str | None:
    """Say whose words these are: those of the document cited before, or of the text."""
    if ";" in before or not citing_words().opens.match(core):
        return None
    return last.subject if _ALSO.search(before) else last.number


_TERM = re.compile(r"[\s,]{0,3}(?:đảng\s|cộng sản việt nam\s){0,2}\(?kh[óo][aá]\s+([ivxl]{1,6}|[0-9]{1,2})(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def read_term(lower: str, pos: int) -> int | None:
    """Read the term named behind a citation: ``khóa XII`` → 12."""
    match = _TERM.match(lower, pos)
    if match is None:
        return None
    if match[1].isdigit():
        return int(match[1])
    values = [_ROMAN[letter] for letter in match[1]]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))
