"""What several test files build: texts, values, plans. Written once, used everywhere."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

import chitieu as ct
from chitieu.testing import strategies as cst

LABELS = (
    "%", "‰", "%/năm", "điểm phần trăm", "đồng", "tỷ đồng", "nghìn tỷ đồng", "triệu USD", "triệu đồng/người", "triệu đồng/người/năm",
    "ha", "km", "m2", "MW", "tấn", "giường bệnh/vạn dân", "bác sĩ/vạn dân", "xã", "hộ", "doanh nghiệp", "lao động", "người",
    "hợp tác xã", "lượt khách", "lần",
)  # fmt: skip
"""Units a plan is full of."""

WORDS = (
    "từ", "đến", "không quá", "trên", "dưới", "khoảng", "tăng", "giảm", "còn", "trở lên", "ít nhất", "đạt", "trong đó", "ngày", "tháng",
    "năm", "quý", "tỷ đồng", "triệu USD", "%", "xã", "phường", "giường bệnh/vạn dân", "tỷ lệ hộ nghèo", "Tỷ lệ đô thị hoá", "thuỷ sản",
    "Nghị quyết số", "của HĐND tỉnh", "Sở Y tế", "UBND các xã, phường", "Giao", "chủ trì, phối hợp với", "tốp", "xếp hạng", "Điều", "(", ")", ";",
    ".", ":", "|", "-", "–", "9,3%", "28.000", "07", "1.700,5", "2026", "06/01/2023", "31/2022/NQ-HĐND", "09-NQ/TU", "quý II/2026", "giai đoạn 2026 - 2030",
)  # fmt: skip
_GLUE = (" ", " ", " ", "\n", "\u00a0", ", ", "\u200b", "\u00ad", "\r\n", "\u2009", "")

PARSERS = (
    ct.parse_number, ct.parse_date, ct.parse_period, ct.parse_unit, ct.parse_quantity, ct.parse_target, ct.parse_reference, ct.parse_plan,
    ct.parse_indicators, ct.from_json,
)  # fmt: skip
FINDERS = (
    ct.find_dates, ct.find_periods, ct.find_quantities, ct.find_targets, ct.find_references, ct.find_agencies,
)  # fmt: skip

HEAD = """ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SÔNG HẬU | Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND | Sông Hậu, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026
Căn cứ Luật Đầu tư công số 58/2024/QH15 ngày 29 tháng 11 năm 2024;
"""
"""The head of a small made-up plan, both columns of each line divided by a pipe."""


def plan_text(*sections: str, head: str = HEAD) -> str:
    """Put sections below the head."""
    return head + "\n".join(section.strip("\n") for section in sections) + "\n"


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def no_break(text: str) -> str:
    return text.replace(" ", "\u00a0")


def found(find, text):
    """Give the values a find function reads, without their places."""
    return [mention.value for mention in find(text)]


def read_targets(text):
    """Give the targets of a text as (text, change)."""
    return [(str(mention.value), mention.value.change.value) for mention in ct.find_targets(text)]


def mixed_texts():
    """Make texts of plan words, numbers, decomposed letters and invisible characters."""
    pieces = st.one_of(st.sampled_from(WORDS), cst.numbers().map(ct.format_number), st.sampled_from(WORDS).map(nfd))
    return st.lists(st.tuples(pieces, st.sampled_from(_GLUE)), max_size=25).map(
        lambda pairs: "".join(piece + glue for piece, glue in pairs)
    )


def clean_texts():
    """Make texts of composed words and single plain spaces."""
    pieces = st.one_of(st.sampled_from(WORDS), cst.numbers().map(ct.format_number))
    return st.lists(pieces, max_size=25).map(" ".join)


def any_texts():
    """Make any text at all, lone surrogates and control characters with the rest."""
    wild = st.text(st.characters(exclude_categories=[]), max_size=60)
    digits = st.text("0123456789.,%/-() ", max_size=300)
    return st.one_of(wild, digits, mixed_texts())


def quantities(**options):
    return st.builds(ct.Quantity, cst.numbers(**options), st.sampled_from(LABELS))


def targets():
    """Make targets of every bound and change, in the units of `LABELS`."""
    bounds = st.sampled_from([bound for bound in ct.Bound if bound is not ct.Bound.BETWEEN])

    def between(low, step, change):
        return ct.Target(low, ct.Bound.BETWEEN, change, ct.Quantity(low.value + step + 1, low.unit))

    return st.one_of(
        st.builds(ct.Target, quantities(), bounds, st.sampled_from(ct.Change)),
        st.builds(between, quantities(), cst.numbers(digits=3), st.sampled_from(ct.Change)),
    )


_TEXTS = st.text(st.characters(exclude_categories=[]), max_size=12)
_SPANS = st.one_of(
    st.none(), st.builds(lambda start, size: ct.Span(start, start + size), st.integers(0, 99), st.integers(0, 9))
)


def periods():
    """Make periods of every kind."""
    years = st.integers(1900, 2130)
    kinds = ct.PeriodKind
    return st.one_of(
        st.builds(ct.Period, years),
        st.builds(ct.Period, years, st.just(kinds.FIRST_MONTHS), st.sampled_from([2, 4, 5, 7, 8, 9, 10, 11])),
        st.builds(ct.Period, years, st.just(kinds.HALF), st.integers(1, 2)),
        st.builds(ct.Period, years, st.just(kinds.QUARTER), st.integers(1, 4)),
        st.builds(ct.Period, years, st.just(kinds.MONTH), st.integers(1, 12)),
        st.builds(
            lambda year, kind, more: ct.Period(year, kind, last_year=year + more),
            years,
            st.sampled_from([kinds.RANGE, kinds.TERM]),
            st.integers(1, 20),
        ),
    )


def plans():
    """Make plans that hold something in every field."""
    agencies = st.builds(ct.Agency, _TEXTS, st.one_of(st.none(), _TEXTS), st.booleans(), _SPANS)
    references = st.builds(
        ct.Reference, _TEXTS, st.one_of(st.none(), _TEXTS), st.one_of(st.none(), cst.dates()), st.one_of(st.none(), _TEXTS),
        st.sampled_from(ct.ReferenceFamily), _SPANS, st.one_of(st.none(), st.integers(1, 20)),
        st.sampled_from(ct.DocumentRelation), st.one_of(st.none(), _TEXTS),
    )  # fmt: skip
    parties = st.builds(
        ct.RecipientParty, _TEXTS, st.sampled_from(ct.PartyKind), st.one_of(st.none(), agencies), st.one_of(st.none(), _TEXTS), _TEXTS,
    )  # fmt: skip
    signatories = st.builds(ct.Signatory, _TEXTS, _TEXTS, st.none(), _SPANS, st.one_of(st.none(), _TEXTS))
    tasks = st.builds(
        ct.Task, _TEXTS, st.sampled_from(ct.Role), st.tuples(agencies), st.lists(agencies, max_size=2).map(tuple),
        st.one_of(st.none(), cst.dates(), periods()), st.one_of(st.none(), _TEXTS), st.lists(targets(), max_size=2).map(tuple),
        st.lists(references, max_size=1).map(tuple), _SPANS,
    )  # fmt: skip
    parts = st.builds(
        ct.PlannedIndicator,
        _TEXTS,
        targets=st.lists(targets(), max_size=2).map(tuple),
        relation=st.sampled_from(ct.Relation),
    )
    lines = st.builds(
        ct.PlannedIndicator, _TEXTS, _TEXTS, st.sampled_from([None, "poor"]), st.lists(targets(), max_size=2).map(tuple),
        st.lists(parts, max_size=2).map(tuple), kind=st.sampled_from(ct.TargetKind), text=_TEXTS, span=_SPANS,
    )  # fmt: skip
    sections = st.lists(
        st.builds(ct.Assignment, _TEXTS, _TEXTS, st.tuples(agencies), st.lists(tasks, max_size=2).map(tuple)),
        max_size=2,
    )
    reporting = st.builds(
        ct.ReportingSchedule, st.lists(st.sampled_from(ct.ReportFrequency), max_size=3).map(tuple), st.one_of(st.none(), st.integers(1, 28)),
        st.booleans(), st.tuples(agencies), _TEXTS, _SPANS,
    )  # fmt: skip
    return st.builds(
        ct.Plan, number=_TEXTS, issuer=st.none(), place=_TEXTS, issued=st.one_of(st.none(), st.dates(date(1945, 9, 2))), title=_TEXTS,
        period=st.one_of(st.none(), periods()), bases=st.lists(references, max_size=2).map(tuple), indicators=st.lists(lines, max_size=2).map(tuple),
        assignments=sections.map(tuple), implementation=sections.map(tuple), reporting=st.one_of(st.none(), reporting),
        signatory=signatories, cosignatories=st.lists(signatories, max_size=1).map(tuple), cited=st.lists(references, max_size=2).map(tuple),
        recipients=st.tuples(st.builds(ct.Recipient, _TEXTS, _SPANS, st.lists(parties, max_size=2).map(tuple))),
        appendices=st.tuples(st.builds(ct.Appendix, _TEXTS, st.booleans())), footnotes=st.tuples(st.builds(ct.Footnote, _TEXTS, st.none())),
        spans=st.dictionaries(st.sampled_from(["title", "number"]), st.builds(ct.Span, st.integers(0, 9), st.integers(9, 20))),
    )  # fmt: skip


def number(text: str) -> Decimal:
    return Decimal(text)
