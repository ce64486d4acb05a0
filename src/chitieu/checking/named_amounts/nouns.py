"""Nouns that count the same things, so that an amount of one may be part of an amount of the other."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from chitieu.units import Unit, UnitKind

__all__ = [
    "ANY_BODIES",
    "counts_alike",
    "counts_people",
    "is_cut_across",
    "is_for_each",
    "is_mean",
    "is_narrower",
    "is_shorter",
    "names_itself",
    "same_noun",
    "without_time",
]


def same_noun(whole: str, part: str) -> bool:
    """Whether two nouns may count the same things: one begins as the other does, or both count people or bodies."""
    if part.lower() in [noun.strip() for noun in whole.lower().split(",")]:  # "104 xã, phường, gồm 93 xã …"
        return True
    if whole.lower() in _data()["bodies"] and part.lower().split(",")[0] in _data()["single_bodies"]:
        return True
    nouns = [noun.removeprefix("nghìn ").removeprefix("triệu ") for noun in (whole.lower(), part.lower())]
    heads = [noun.split()[0] for noun in nouns]
    people = _people()
    if heads[0] == heads[1]:  # "tổ viên" are no "tổ"
        return heads[0] in people or (nouns[0] in people) == (nouns[1] in people)
    return all(head in people or noun in people for head, noun in zip(heads, nouns, strict=True))


def counts_alike(left: Unit, right: Unit) -> bool:
    """Whether two amounts are of one thing: *triệu lượt khách* and *triệu lượt* are, counted in the same size."""
    if left.same_dimension(right):
        return True
    nouns = [unit.dimension.removeprefix("count:").partition(" ")[0] for unit in (left, right)]
    counts = left.kind is right.kind is UnitKind.COUNT and "/" not in f"{left.label}{right.label}"
    if left.kind is right.kind is UnitKind.TIME:  # "từ 15 ngày xuống 09 ngày làm việc"
        return is_shorter(left.label, right.label)
    alike = nouns[0] == nouns[1] or any(unit.label in ANY_BODIES for unit in (left, right))
    return counts and alike and left.factor == right.factor


ANY_BODIES = ("đơn vị", "địa phương", "phương tiện")
"""Nouns that stand for bodies or things named by another: *88/102 xã, phường; thêm 21 đơn vị*."""


def is_shorter(size: str, unit: str) -> bool:
    """Whether two units are one, said in more words or fewer.

    >>> is_shorter("hộ", "hộ nghèo"), is_shorter("triệu đồng", "triệu đồng/năm"), is_shorter("hộ", "hội")
    (True, True, False)
    """
    return unit.startswith((f"{size} ", f"{size}/")) or size.startswith(f"{unit} ")


def counts_people(noun: str) -> bool:
    """Whether a noun counts people."""
    return noun.lower() in _people()


def is_cut_across(words: str, others: str) -> bool:
    """Whether a part is cut another way than its neighbours, so that it may overlap them: *nữ*, *đảng viên*, *đã*.

    Args:
        words: what is said of the part.
        others: what is said of all of them; beside *nam*, *nữ* is the other half.
    """
    found = {match.group() for match in _overlapping().finditer(words.lower())}
    if _MEN.search(others.lower()):
        found -= {"nữ", "phụ nữ"}
    return bool(found)


_MEN = re.compile(r"(?<!\w)nam(?!\w)")


def is_mean(name: str) -> bool:
    """Whether a name is that of a mean for each, whose parts are means too and add up to nothing.

    >>> is_mean("Thu nhập bình quân đầu người"), is_mean("Điểm thi trung bình"), is_mean("Dân số bình quân")
    (True, True, False)
    """
    return _MEAN.search(name.lower()) is not None


_MEAN = re.compile(
    r"(?<!\w)(?:(?:bình quân|trung bình|bq|tb) (?:của )?(?:đầu|mỗi|một|1|nhân khẩu|lao động|hộ|cho|trên|người)|tnbq|bqđn|(?:mỗi|một) (?:người|hộ|lao động) (?:mỗi|một) (?:tháng|năm)"
    r"|(?:điểm|tuổi|tuổi thọ|năng suất|thu nhập|lương|giá|giá bán|mức|quy mô|thời gian|chi phí|mật độ|chiều cao|cân nặng|nhiệt độ|độ sâu|độ cao|cự ly|khoảng cách|sĩ số)(?! (?:trị|tiền))(?: [^\W\d_]+){0,4} (?:bình quân|trung bình)"
    r"|(?:bình quân|trung bình) (?:điểm|thu nhập|năng suất|lương))(?!\w)"
)


def without_time(label: str) -> str:
    """Return a unit without the time it is for: so much a day is an amount, so much a head is a rate.

    >>> without_time("tấn/ngày"), without_time("triệu đồng/người/năm")
    ('tấn', 'triệu đồng/người')
    """
    return _IN_TIME.sub("", label)


def is_for_each(unit: Unit) -> bool:
    """Whether amounts in a unit are for each of something, so that they add up to nothing; wages are, though in time.

    >>> from chitieu.units import parse_unit
    >>> [is_for_each(parse_unit(label)) for label in ("tạ/ha", "tấn/ngày", "triệu đồng/tháng")]
    [True, False, True]
    """
    return "/" in (unit.label if unit.kind is UnitKind.MONEY else without_time(unit.label))


_IN_TIME = re.compile(r"/\s?(?:ngày đêm|ngày|đêm|giờ|tháng|quý|năm|ng\.đ)$")


def is_narrower(words: str) -> bool:
    """Whether a name is of some of those its whole is of, counted from the same: *có bằng cấp*, *nước sạch*."""
    return _narrower().search(words.lower()) is not None


_OWN = re.compile(
    r"(?:tổng |toàn |số )*(?P<head>sản lượng|diện tích|kim ngạch|giá trị|doanh thu|năng suất|chi ngân sách|thu ngân sách|đàn|đào tạo|giải quyết|tuyển"
    r"|thành lập|trồng|công nhận|tạo việc làm|tiêm|tỷ lệ|thu hút|huy động|xây dựng|phát triển|xuất khẩu|nhập khẩu)(?!\w)"
)


def names_itself(name: str, first: str) -> bool:
    """Whether the name of what stands behind a semicolon says what is measured, as the first part's does not: *sản lượng thủy sản*.

    >>> names_itself("sản lượng thủy sản", "riêng thóc"), names_itself("khai thác", "nuôi trồng")
    (True, False)
    """
    own = name.lower().strip(" ;,")
    found = _OWN.match(own)
    return (
        found is not None and found["head"] not in first.lower() and not own.endswith(" khác")
    )  # "huy động khác": the rest


@cache
def _data() -> dict[str, Any]:
    text = resources.files("chitieu.checking").joinpath("identities.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _data()[key]))})(?!\w)")


@cache
def _overlapping() -> re.Pattern[str]:
    return _any_of("overlapping")


@cache
def _narrower() -> re.Pattern[str]:
    return _any_of("narrower")


@cache
def _people() -> frozenset[str]:
    return frozenset(_data()["people"])
