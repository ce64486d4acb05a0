"""For whom a document is signed: the marks before bodies and offices, and ranks before names.

``TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`` is signed for the committee, for its chairman, by a deputy.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib import resources
from types import MappingProxyType

from attrs import frozen

__all__ = ["Authority", "SignatureWords", "SignedFor", "signature_words", "signed_for", "split_rank"]


class Authority(Enum):
    """By what right somebody signs. Values are the field's own words; the marks are in ``data/signatures.toml``.

    >>> import chitieu as ct
    >>> [step.authority.value for step in ct.Signatory("Nguyễn Văn A", "PHÓ CHỦ TỊCH", "TM. UBND KT. CHỦ TỊCH").signed_for]
    ['thay mặt', 'ký thay']
    """

    COLLECTIVE = "thay mặt"
    """``TM.``, ``T/M``: on behalf of a body that decides as one."""
    FOR_HEAD = "ký thay"
    """``KT.``, ``K/T``: a deputy in place of the head."""
    BY_ORDER = "thừa lệnh"
    """``TL.``, ``T/L``: the head of a part, by order of the head of the whole."""
    DELEGATED = "thừa ủy quyền"
    """``TUQ.``: by delegation in writing."""
    ACTING = "quyền"
    """``Q.``: acting head."""


@frozen
class SignedFor:
    """One step of a signature.

    Attributes:
        authority: by what right.
        name: the body or office it is for, as written: ``CHỦ TỊCH``.
    """

    authority: Authority
    name: str

    def __str__(self) -> str:
        return f"{self.authority.value} {self.name}"


@frozen
class SignatureWords:
    """The words of ``data/signatures.toml``, prepared for matching.

    Attributes:
        authorities: the writing of a mark → what it stands for.
        mark: matches a mark; `office`: the beginning of an office; `rank`: ranks before a name.
    """

    authorities: Mapping[str, Authority]
    mark: re.Pattern[str]
    office: re.Pattern[str]
    rank: re.Pattern[str]


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def signature_words() -> SignatureWords:
    """Return the words; the file is read once."""
    data = tomllib.loads(resources.files("chitieu").joinpath("data/signatures.toml").read_text(encoding="utf-8"))
    marks = {writing: Authority(record["authority"]) for record in data["mark"] for writing in record["writings"]}
    words = data["words"]
    return SignatureWords(
        MappingProxyType(marks),
        re.compile(rf"(?<![\w/])(?:{_any_of(list(marks))})(?:(?<=\.)|(?!\w))"),
        re.compile(rf"(?:PHÓ |Q\. ?|QUYỀN )?(?:{_any_of(words['offices'])})(?!\w)"),
        re.compile(rf"(?:(?:{_any_of(words['ranks'])})(?![\w])[\s.,\-]*){{1,5}}(?=[^\W\d_])"),
    )


def signed_for(authority: str | None, title: str | None = None) -> tuple[SignedFor, ...]:
    """Take the lines above a name apart.

    Args:
        authority: marks and what they stand before: ``TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH``.
        title: the office; only its ``Q.`` is of interest.

    >>> [str(step) for step in signed_for("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")]
    ['thừa lệnh CHỦ TỊCH']
    """
    words = signature_words()
    steps: list[SignedFor] = []
    for text in (authority or "", title or ""):
        # QUYỀN is a mark before an office only, and a word inside the name of a body
        marks = [mark for mark in words.mark.finditer(text) if mark.start() == 0 or not mark.group().isalpha()]
        stops = [mark.start() for mark in marks] + [len(text)]
        steps += [
            SignedFor(words.authorities[mark.group()], " ".join(text[mark.end() : stop].split()).strip(" ,"))
            for mark, stop in zip(marks, stops[1:], strict=True)
        ]
    return tuple(steps)


def split_rank(line: str) -> tuple[str | None, str]:
    """Divide the rank or degree from a name.

    >>> split_rank("BS CKII. Nguyễn Văn A")
    ('BS CKII', 'Nguyễn Văn A')
    >>> split_rank("Nguyễn Văn A")
    (None, 'Nguyễn Văn A')
    """
    match = signature_words().rank.match(line)
    return (match.group().strip(" .,-"), line[match.end() :]) if match else (None, line)
