"""The document on a portal's page: menus, lists of other documents and tables of metadata are left out.

Nothing here knows a portal. What is certain (scripts, navigation) goes first; then the smallest part of the page
is taken that holds both the head of a document and its end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define

from chitieu.sources.limits import MAX_ELEMENTS, refuse_above

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["find_article", "is_hidden", "tag"]

_JUNK = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "iframe",
        "svg",
        "canvas",
        "object",
        "button",
        "select",
        "textarea",
        "input",
        "video",
        "audio",
        "head",
        "dialog",
        "menu",
        "map",
    ]
)
_CONTAINERS = frozenset(["div", "section", "ul", "ol", "table", "p", "span"])
_PARTS_OF_BLOCKS = frozenset(
    [
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "p",
        "span",
        "b",
        "strong",
        "font",
        "em",
        "i",
        "li",
        "header",
        "hgroup",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
_ROLES = frozenset(
    [
        "navigation",
        "banner",
        "search",
        "contentinfo",
        "complementary",
        "dialog",
        "alertdialog",
        "menu",
        "menubar",
        "toolbar",
    ]
)
_WORDS = frozenset(
    [
        "nav",
        "navbar",
        "menu",
        "breadcrumb",
        "breadcrumbs",
        "sidebar",
        "footer",
        "comment",
        "comments",
        "share",
        "sharing",
        "social",
        "related",
        "relate",
        "banner",
        "ad",
        "ads",
        "advert",
        "advertisement",
        "popup",
        "modal",
        "cookie",
        "cookies",
        "login",
        "search",
        "paging",
        "pagination",
        "toolbar",
        "tags",
        "rating",
        "vote",
        "widget",
        "skip",
        "lienquan",
        "quangcao",
        "tinkhac",
    ]
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
_LONGEST_METADATA = 3000
_MAIN_SHARE = 0.5
_SMALL_SHARE = 0.3


def tag(element: _Element) -> str:
    """Return the name of an element, which the parser gives in lower case; nothing for a comment."""
    name = element.tag
    return name if isinstance(name, str) else ""


def is_hidden(element: _Element) -> bool:
    """Whether an element is not shown."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


@define
class _Measure:
    """What an element holds, itself and below."""

    length: int = 0
    linked: int = 0  # of the text in links to elsewhere
    links: int = 0
    heads: int = 0
    ends: int = 0
    labels: int = 0
    appendix: bool = False  # its text begins with the title of an appendix

    @property
    def marked(self) -> bool:
        return bool(self.heads or self.ends)

    @property
    def is_links(self) -> bool:
        """Whether nearly all of it is links to elsewhere."""
        return self.links >= _LEAST_LINKS and self.linked >= _LINK_SHARE * max(self.length, 1)


def _own(element: _Element) -> _Measure:
    """Measure the text that stands in an element and in none below it."""
    found = _Measure()
    said = [text for text in (element.text, *(child.tail for child in element)) if text and not text.isspace()]
    for text in said:
        found.length += len(text.strip())
        found.heads += _HEAD.search(text) is not None
        found.ends += _END.search(text) is not None
        found.labels += _LABELS.match(text) is not None
    found.appendix = bool(said) and _APPENDIX.match(said[0]) is not None
    return found


def _measures(root: _Element) -> dict[_Element, _Measure]:
    """Measure every element in one pass, for pages may nest deep."""
    elements = list(root.iter())
    refuse_above("elements", len(elements), MAX_ELEMENTS)
    found = {element: _own(element) for element in elements}
    for element in reversed(elements):
        here = found[element]
        href = element.get("href") if tag(element) == "a" else None
        if href and not href.startswith("#"):
            here.links, here.linked = 1, here.length
        parent = element.getparent()
        if element is root or parent is None:
            continue
        above = found[parent]
        above.length += here.length
        above.linked += here.linked
        above.links += here.links
        above.heads += here.heads
        above.ends += here.ends
        above.labels += here.labels
        above.appendix = above.appendix or (here.appendix and not (parent.text or "").strip() and parent[0] is element)
    return found


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
    measures = _measures(root)
    most = _SMALL_SHARE * measures[root].length
    for element, measure in measures.items():
        suspect = tag(element) in ("header", "footer") or (tag(element) in _CONTAINERS and _named_junk(element))
        if suspect and element is not root and measure.length <= most and not measure.marked:
            _drop(element)


def _smallest(root: _Element, measures: dict[_Element, _Measure], name: str, *, last: bool) -> _Element:
    """Return the smallest element that holds the first head, or the last end, of a document."""
    found = root
    while True:
        inside = [child for child in found if getattr(measures[child], name)]
        if not inside or getattr(_own(found), name):
            return found
        found = inside[-1 if last else 0]


def _common(one: _Element, other: _Element) -> _Element:
    """Return the smallest element that holds both."""
    above = [one, *one.iterancestors()]
    held = set(above)
    return next((element for element in (other, *other.iterancestors()) if element in held), above[-1])


def _body(root: _Element, measures: dict[_Element, _Measure]) -> _Element:
    """Return the smallest part of the page that holds the head and the end of a document, with its appendices."""
    if not measures[root].heads:
        return _main(root, measures)
    found = _smallest(root, measures, "heads", last=False)
    if measures[root].ends:
        found = _common(found, _smallest(root, measures, "ends", last=True))
    else:
        found = _grown(found, root, measures)
    for element in found.iterancestors():
        appendix = any(measures[after].appendix and not measures[after].is_links for after in found.itersiblings())
        if element not in measures or not (appendix or tag(found) in _PARTS_OF_BLOCKS):
            break
        found = element
    return found


def _grown(element: _Element, root: _Element, measures: dict[_Element, _Measure]) -> _Element:
    """Return the part around an element that holds most of the page."""
    least = _MAIN_SHARE * measures[root].length
    around = (parent for parent in element.iterancestors() if parent in measures and measures[parent].length >= least)
    return next(around, root)


def _main(root: _Element, measures: dict[_Element, _Measure]) -> _Element:
    """Return what the page itself calls its main part, if most of the text stands there."""
    least = _MAIN_SHARE * measures[root].length
    named = [element for element in root.iter("article", "main") if measures[element].length >= least]
    return named[-1] if named else root


def _is_metadata(measure: _Measure) -> bool:
    """Whether a table says what the portal knows of the document (number, signer, field …)."""
    return measure.labels >= _LEAST_LABELS and measure.length <= _LONGEST_METADATA and not measure.marked


def find_article(root: _Element) -> _Element:
    """Return the element that holds the document of a page; what is none inside it is taken out.

    Raises:
        SourceError: the page has more tags than any page.
    """
    _strip(root)
    measures = _measures(root)
    found = _body(root, measures)
    for element in list(found.iter("ul", "ol", "div", "table", "dl")):
        measure = measures[element]
        if element is not found and (measure.is_links or (tag(element) in ("table", "dl") and _is_metadata(measure))):
            _drop(element)
    return found
