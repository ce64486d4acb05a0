"""`Agency`: an agency as a document names it, and the kind its name begins with."""

from __future__ import annotations

import re

from attrs import field, frozen

from chitieu.text import Span, fold

__all__ = ["Agency", "kind_of"]


@frozen
class Agency:
    """An agency as a document names it.

    Attributes:
        name: the name as written, spaces made single.
        key: its key in the catalogue; None for one the catalogue does not know.
        group: whether the name stands for several (``Các sở, ban, ngành tỉnh``).
        span: where it was read; not compared.

    >>> import chitieu as ct
    >>> ct.find_agencies("Giao Sở Tài chính chủ trì")[0].value.name
    'Sở Tài chính'
    """

    name: str
    key: str | None = None
    group: bool = False
    span: Span | None = field(default=None, eq=False, repr=False)

    @property
    def kind(self) -> str:
        """What kind of agency it is, by the word its name begins with, also where the directory does not know it.

        >>> [Agency(name).kind for name in ("Sở Y tế", "Công ty Điện lực Sông Hậu", "UBND cấp xã", "BPTV")]
        ['sở', 'công ty', 'ủy ban nhân dân', 'cơ quan']
        """
        return "nhóm" if self.group else kind_of(self.name)

    def __str__(self) -> str:
        return self.name


_KINDS = re.compile(
    r"(?:các |mỗi )?(sở|ủy ban nhân dân|ubnd|ủy ban mặt trận|ủy ban|hội đồng nhân dân|hđnd|ban quản lý|bộ chỉ huy|ban chỉ huy"
    r"|ban|văn phòng|vp|chi cục|cục|thanh tra|công an|chi nhánh|ngân hàng|kho bạc|bảo hiểm xã hội|tòa án|viện|trường"
    r"|trung tâm|đài|báo|tổng công ty|công ty|tập đoàn|điện lực|bưu điện|bệnh viện|quỹ|phòng|đội|hạt|thuế|thống kê"
    r"|hải quan|đảng ủy|tỉnh ủy|tỉnh đoàn|hội|liên đoàn|liên minh|liên hiệp|hiệp hội|đoàn|bộ|ngành)(?!\w)"
)
_FULL_KIND = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "vp": "văn phòng"}


def kind_of(name: str) -> str:
    """Return the kind of agency a name begins with; ``cơ quan`` where its first word tells none."""
    match = _KINDS.match(fold(name).lower())
    return _FULL_KIND.get(match[1], match[1]) if match else "cơ quan"
