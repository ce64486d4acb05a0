"""Who is said to have issued a document, beside the body in its number: ``151/2025/NĐ-CP`` *của Thủ tướng Chính phủ*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from chitieu.agencies.known import directory
from chitieu.agencies.records import AgencyRecord
from chitieu.documents.references import Reference

__all__ = ["gone_office", "is_of_other_body"]

_ISSUERS = {
    "CP": ("chính phủ", "cp"),
    "TTg": ("thủ tướng", "ttg", "phó thủ tướng"),
    "CTN": ("chủ tịch nước",),
    "QH": ("quốc hội", "ủy ban thường vụ quốc hội", "ubtvqh"),
    "TW": ("bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "bch trung ương", "trung ương", "hội nghị", "tổng bí thư", "ban chỉ đạo"),
    "TU": ("tỉnh ủy", "thành ủy", "ban thường vụ", "btv", "ban chấp hành", "bch", "thường trực", "đảng bộ"),
    "UBND": ("ubnd", "ủy ban nhân dân", "chủ tịch", "phó chủ tịch", "văn phòng"),
    "HĐND": ("hđnd", "hội đồng nhân dân", "thường trực", "chủ tịch"),
    "BTC": ("bộ tài chính", "bộ trưởng", "ban tổ chức"),
    "BNV": ("bộ nội vụ", "bộ trưởng"),
    "BYT": ("bộ y tế", "bộ trưởng"),
    "BXD": ("bộ xây dựng", "bộ trưởng"),
    "BGDĐT": ("bộ giáo dục", "bộ gd", "bộ trưởng"),
    "BKHCN": ("bộ khoa học", "bộ kh", "bộ trưởng"),
    "BNNMT": ("bộ nông nghiệp", "bộ nn", "bộ trưởng"),
    "BVHTTDL": ("bộ văn hóa", "bộ vh", "bộ trưởng"),
    "BCA": ("bộ công an", "bộ trưởng"),
    "BQP": ("bộ quốc phòng", "bộ trưởng"),
    "BCT": ("bộ công thương", "bộ trưởng"),
    "BTP": ("bộ tư pháp", "bộ trưởng"),
}  # fmt: skip
"""How those named behind a document begin, by the body in its number (Nghị định 30/2020/NĐ-CP; Quy định 399-QĐ/TW)."""
_KINDS = frozenset(
    {"Luật", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kết luận", "Kế hoạch", "Công văn"}
)
_NAMED = tuple({start for starts in _ISSUERS.values() for start in starts} | {"bộ "})
_BODY = re.compile(
    r"[0-9]+[a-zđ]?(?:/(?:19|20)[0-9]{2})?[/-](?:[A-ZĐ][A-Za-zĐđ]*[-/])?(?:UBTV)?(?P<body>[A-ZĐ][A-Za-zĐđ]*?)(?:[0-9]{1,2})?"
)

_LETTER = re.compile(r"[0-9]+[a-zđ]?/(?P<body>B[A-ZĐ]+)-[A-ZĐ][\w&.-]*")
"""Letters (*Công văn*) name their body first, and the unit that wrote them behind."""


def is_of_other_body(reference: Reference) -> bool:
    """Whether the issuer a text names behind a document is another than the body in its number.

    Args:
        reference: the document.

    Returns:
        False where either is not known for sure.

    >>> import chitieu as ct
    >>> is_of_other_body(ct.parse_reference("Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 của Chính phủ"))
    False
    >>> is_of_other_body(ct.parse_reference("Nghị định số 45/2025/NĐ-CP ngày 28/02/2025 của Quốc hội"))
    True
    """
    if _is_of_other_office(reference):
        return True
    match = (_LETTER if reference.kind == "Công văn" else _BODY).fullmatch(reference.number)
    allowed = _ISSUERS.get(match["body"]) if match is not None else None
    if allowed is None or reference.issuer is None or reference.kind not in _KINDS:
        return False
    issuer = f"{reference.issuer.lower()} "
    return issuer.startswith(_NAMED) and not issuer.startswith(allowed)


# --- departments -------------------------------------------------------------------------------------------------------

_OFFICE = re.compile(r"[0-9]+[a-zđ]?(?:/(?:19|20)[0-9]{2})?/(?:[A-ZĐ][A-Za-zĐđ]*-)(?P<symbol>[A-ZĐ][A-Za-zĐđ&]{2,})")
_GRACE = timedelta(days=60)
"""How long papers of an office still go their way after its end."""


@cache
def _offices() -> Mapping[str, AgencyRecord]:
    """Return the departments by what stands for them in numbers of documents, where it stands for one alone."""
    found: dict[str, list[AgencyRecord]] = {}
    for record in directory().records.values():
        for symbol in record.symbols if record.category == "sở" else ():
            found.setdefault(symbol, []).append(record)
    return {symbol: records[0] for symbol, records in found.items() if len(records) == 1}


def _office(reference: Reference) -> AgencyRecord | None:
    """Return the department in the number of a document."""
    match = _OFFICE.fullmatch(reference.number)
    return _offices().get(match["symbol"]) if match is not None else None


def gone_office(reference: Reference) -> str:
    """Return the department whose sign a document bears though it was gone on its day; nothing where there is none.

    Args:
        reference: the document.

    >>> import chitieu as ct
    >>> gone_office(ct.parse_reference("Tờ trình số 45/TTr-SKHĐT ngày 12/11/2025"))
    'Sở Kế hoạch và Đầu tư'
    >>> gone_office(ct.parse_reference("Tờ trình số 45/TTr-SKHĐT ngày 12/11/2024"))
    ''
    """
    office = _office(reference)
    if office is None or office.valid_to is None or reference.date is None:
        return ""
    return office.name if reference.date > office.valid_to + _GRACE else ""


def _is_of_other_office(reference: Reference) -> bool:
    """Whether a department is named behind a document that bears the sign of another: *12/TTr-STC của Sở Y tế*."""
    office, issuer = _office(reference), (reference.issuer or "").lower()
    if office is None or not issuer.startswith("sở "):
        return False
    named = [one for one in _offices().values() if _is_named(one, issuer)]
    return bool(named) and office not in named and all(one.successor != office.key for one in named)


def _is_named(record: AgencyRecord, issuer: str) -> bool:
    return any(issuer.startswith(name.lower()) for name in (record.name, *record.aliases))
