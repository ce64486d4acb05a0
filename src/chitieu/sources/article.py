"""The document on a portal's page: menus, lists of other documents and tables of metadata are left out.

Nothing here knows a portal. What is certain (scripts, navigation) goes first; then the smallest part of the page
is taken that holds both the head of a document and its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["find_article", "is_hidden", "tag"]

_JUNK = frozenset(
    "script style noscript template nav aside iframe svg canvas object button select textarea input video audio head "
    "dialog menu map".split()
)
_ROLES = frozenset("navigation banner search contentinfo complementary dialog alertdialog menu menubar toolbar".split())
_WORDS = frozenset(
    "nav navbar menu breadcrumb breadcrumbs sidebar footer comment comments share sharing social related relate banner "
    "ad ads advert advertisement popup modal cookie cookies login search paging pagination toolbar tags rating vote "
    "widget skip lienquan quangcao tinkhac".split()
)
_NAME = re.compile(r"[A-Za-z][a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAD = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT")
_END = re.compile(r"N(?:ơi|ƠI)\s+n(?:hận|HẬN)\s*:|\./\.")
_APPENDIX = re.compile(r"^\s*(?:PHỤ LỤC|Phụ lục)\b")
_LABELS = re.compile(
    r"^\s*(?:Số(?:/| )ký hiệu|Số hiệu|Số văn bản|Loại văn bản|Ngày ban hành|Ngày (?:có )?hiệu lực|Ngày hết hiệu lực"
    r"|Người ký|Nơi ban hành|Cơ quan ban hành|Lĩnh vực|Lĩnh vực, ngành|Tình trạng(?: hiệu lực)?|Trích yếu|Ngày công báo"
    r"|Số công báo|Ngày đăng|Tệp đính kèm|Tải về|Hiệu lực)\s*:?\s*$"
)
_LEAST_LABELS = 3
_LEAST_LINKS = 3
_LINK_SHARE = 0.8
_MAIN_SHARE = 0.5
_SMALL_SHARE = 0.3


def tag(element: _Element) -> str:
    """Return the name of an element in lower case; nothing for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def is_hidden(element: _Element) -> bool:
    """Whether an element is not shown."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _text(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _length(element: _Element) -> int:
    return sum(len(str(text).strip()) for text in element.itertext())


def _drop(element: _Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _named_junk(element: _Element) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return any(word.lower() in _WORDS for word in _NAME.findall(name))


def _strip(root: _Element) -> None:
    """Take out what is certainly no document."""
    for element in list(root.iter()):
        if tag(element) in _JUNK or is_hidden(element) or (element.get("role") or "").lower() in _ROLES:
            _drop(element)
    total = _length(root)
    for element in list(root.iter("div", "section", "ul", "ol", "table", "header", "footer", "p", "span")):
        suspect = tag(element) in ("header", "footer") or _named_junk(element)
        if suspect and _length(element) <= _SMALL_SHARE * total and not _marks(element):
            _drop(element)


def _marks(element: _Element) -> bool:
    text = _text(element)
    return bool(_HEAD.search(text) or _END.search(text))


def _holders(root: _Element, pattern: re.Pattern[str]) -> list[_Element]:
    """Return the smallest elements whose text a pattern is found in, in order."""
    found: list[_Element] = []
    for element in root.iter("p", "div", "td", "span", "b", "strong", "h1", "h2", "h3", "h4", "center", "li", "font", "section"):
        own = [element.text or "", *(child.tail or "" for child in element)]
        if any(pattern.search(text) for text in own):
            found.append(element)
    return found


def _common(one: _Element, other: _Element) -> _Element:
    """Return the smallest element that holds both."""
    above = [one, *one.iterancestors()]
    held = set(above)
    return next((element for element in (other, *other.iterancestors()) if element in held), above[-1])


def _body(root: _Element) -> _Element:
    """Return the smallest part of the page that holds the head and the end of a document, with its appendices."""
    heads = _holders(root, _HEAD)
    if not heads:
        return _main(root)
    ends = _holders(root, _END)
    found = _common(heads[0], ends[-1]) if ends else _grown(heads[0], root)
    for element in found.iterancestors():
        if any(_APPENDIX.match(_text(after)) and not _is_links(after) for after in found.itersiblings()):
            found = element
        elif tag(found) in ("td", "tr", "tbody", "p", "span", "b", "strong", "font"):
            found = element  # a cell is no document: its table is
        else:
            break
    return found


def _grown(element: _Element, root: _Element) -> _Element:
    """Return the part around an element that holds most of the page."""
    total = _length(root)
    around = (parent for parent in element.iterancestors() if _length(parent) >= _MAIN_SHARE * total)
    return next(around, root)


def _main(root: _Element) -> _Element:
    """Return what the page itself calls its main part, if most of the text stands there."""
    total = _length(root)
    named = [element for element in root.iter("article", "main") if _length(element) >= _MAIN_SHARE * total]
    return named[-1] if named else root


def _is_links(element: _Element) -> bool:
    """Whether nearly all of an element is links to elsewhere."""
    links = [link for link in element.iter("a") if link.get("href") and not (link.get("href") or "").startswith("#")]
    linked = sum(map(_length, links))
    return len(links) >= _LEAST_LINKS and linked >= _LINK_SHARE * max(_length(element), 1)


def _is_metadata(table: _Element) -> bool:
    """Whether a table says what the portal knows of the document (number, signer, field …)."""
    if _length(table) > 3000 or _marks(table):
        return False
    labels = sum(bool(_LABELS.match(_text(cell))) for cell in table.iter("td", "th"))
    return labels >= _LEAST_LABELS


def _inner_junk(root: _Element) -> Iterator[_Element]:
    for element in root.iter("ul", "ol", "div", "table", "nav"):
        if element is not root and (_is_links(element) or (tag(element) == "table" and _is_metadata(element))):
            yield element


def find_article(root: _Element) -> _Element:
    """Return the element that holds the document of a page; what is none inside it is taken out."""
    _strip(root)
    found = _body(root)
    for element in list(_inner_junk(found)):
        _drop(element)
    return found
