"""A plan as a web document by the form of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I).

The words are those of `chitieu.writing.text`; here they are set: the head in two columns, titles as headings, lines with
marks as lists whose marks are typed, rows as tables, recipients beside the signature. The page has no script and needs no
other file; printed, it is A4 with the margins of the decree.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from itertools import islice
from xml.etree import ElementTree as ET

from attrs import define, field, frozen

from chitieu.plan import Plan, Signatory
from chitieu.provinces import ProvinceFormat, get_province
from chitieu.writing.asking import Asks
from chitieu.writing.closing import appendix_lines, note_lines, recipient_lines, signature_lines
from chitieu.writing.header import MOTTO, dated_lines, issuer_lines, kind_of_document, preamble, title_lines
from chitieu.writing.text import TextWriter

__all__ = ["compose_html"]

_NOTE_MARK = re.compile(r"\[([0-9]{1,3})\]")
_TYPED = "list-style:none"
"""Said on each list, for the marks are in its lines: readers that know no style sheet would count them again."""


@cache
def _style() -> str:
    return resources.files("chitieu.writing").joinpath("document.css").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _policy() -> str:
    """Return a content policy that lets in the style, and nothing else."""
    styles = f"{_hash(_style())} 'unsafe-hashes' {_hash(_TYPED)}"
    return f"default-src 'none'; style-src {styles}; base-uri 'none'; form-action 'none'"


def compose_html(plan: Plan, form: ProvinceFormat, asks: Asks | None = None) -> str:
    """Write a plan as one HTML page.

    Args:
        plan: the plan.
        form: the format, in use (`ProvinceFormat.in_use`).
        asks: reads back what was composed, see `chitieu.writing.asking`.
    """
    root = ET.Element("html", lang="vi")
    _head(root, plan, form)
    main = _block(_block(root, "body"), "main")
    marks = Counter(note.mark for note in plan.footnotes if note.text and note.mark.isalnum())
    linked = frozenset(mark for mark, count in marks.items() if count == 1)
    page = _Page(plan, form, main, TextWriter(plan, form, asks), linked)
    page.head()
    page.body()
    page.end()
    return f"<!DOCTYPE html>\n{ET.tostring(root, encoding='unicode', method='html')}\n"


def _head(root: ET.Element, plan: Plan, form: ProvinceFormat) -> None:
    head = _block(root, "head")
    _block(head, "meta", charset="utf-8")
    _block(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _policy()})
    _block(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    named = plan.title or kind_of_document(plan, form)
    _block(head, "title").text = f"{plan.number} - {named}" if plan.number else named
    _block(head, "style").text = _style()


# --- elements ------------------------------------------------------------------------------------------------


def _block(parent: ET.Element, tag: str, attributes: dict[str, str] | None = None, **more: str) -> ET.Element:
    """Add an element that stands in a line of its own in the source."""
    made = ET.SubElement(parent, tag, {**(attributes or {}), **more})
    made.tail = "\n"
    return made


def _stacked(parent: ET.Element, name: str, lines: Iterable[str], look: str = "") -> None:
    """Add lines under each other as one element; none for no lines."""
    first, *rest = [*lines] or [""]
    if not first:
        return
    made = _block(parent, name, {"class": look} if look else None)
    made.text = first
    for line in rest:
        ET.SubElement(made, "br").tail = line


def _list(parent: ET.Element, *, counts: bool) -> ET.Element:
    """Add a list whose marks are typed; the role gives it back what the style takes from it in some browsers."""
    return _block(parent, "ol" if counts else "ul", role="list", style=_TYPED)


@define
class _Lists:
    """Lists inside lists, as long as lines with marks follow each other."""

    parent: ET.Element
    open: list[tuple[str, ET.Element]] = field(factory=list)  # the level of each, and the list

    def item(self, level: str, *, counts: bool) -> ET.Element:
        """Add an item to the list of its level, or to a new one inside the last item."""
        if level in (name for name, _ in self.open):
            while self.open[-1][0] != level:
                self.open.pop()
        else:
            inside = self.open[-1][1][-1] if self.open else self.parent
            self.open.append((level, _list(inside, counts=counts)))
        return _block(self.open[-1][1], "li")


# --- the document --------------------------------------------------------------------------------------------


@frozen
class _Page:
    plan: Plan
    form: ProvinceFormat
    main: ET.Element
    text: TextWriter
    linked: frozenset[str]  # marks of notes that can be led to

    def head(self) -> None:
        """Set issuer and number at the left, motto, place and day at the right; the title under them."""
        header = _block(self.main, "header")
        _stacked(header, "p", issuer_lines(self.plan.issuer), "issuer")
        _stacked(header, "p", MOTTO, "motto")
        _stacked(header, "p", [f"Số: {self.plan.number}"] if self.plan.number else [], "number")
        # the decree's long form, whatever the text writes
        _stacked(header, "p", dated_lines(self.plan, get_province("standard")), "dated")
        titles = list(title_lines(self.plan, self.form))
        _stacked(self.main, "h1", titles)
        if titles:
            _block(self.main, "hr")  # readers see by it that the title ends

    # --- body --------------------------------------------------------------------------------------------

    def body(self) -> None:
        """Set the preamble, each part with its title, and the sentence that ends the text."""
        titled = [(title, list(lines)) for title, lines in self.text.titled()]
        lines = [line for title, under in titled for line in (title, *under)]
        opening = preamble(self.plan, self.form, kind_of_document(self.plan, self.form), self.text.lost_marks(lines))
        for line in islice(opening, len(self.plan.bases)):
            self.say(_block(self.main, "p", {"class": "basis"}), line)
        for line in opening:
            self.say(_block(self.main, "p"), line)
        for at, (title, under) in enumerate(titled, 1):
            self.part(f"part-{at}", title, under)
        closing = self.text.closing_line(lines)
        if closing:
            self.say(_block(self.main, "p", {"class": "closing"}), closing)

    def part(self, name: str, title: str, lines: Iterable[str]) -> None:
        """Set a part: its title, the headings of its sections, its lines and tables."""
        section = _block(self.main, "section", {"aria-labelledby": name})
        self.say(_block(section, "h2", id=name), title)
        lists, rows = _Lists(section), list[list[str]]()
        for line in lines:
            if line.startswith("|"):
                rows.append([cell.strip() for cell in line.strip("|").split("|")])
                continue
            self.table(section, rows, name)
            marker = self.form.classify_line(line)
            if self.text.opens_section(line):
                self.say(_block(section, "h3"), line)
            elif marker is not None:
                self.say(lists.item(marker.level, counts=marker.number is not None), line)
                continue
            else:
                self.say(_block(section, "p"), line)
            lists = _Lists(section)
        self.table(section, rows, name)

    def table(self, parent: ET.Element, rows: list[list[str]], name: str) -> None:
        """Set rows as a table that scrolls where it is wider than the screen, and forget them."""
        if not rows:
            return
        head, *under = rows
        around = {"class": "rows", "role": "group", "aria-labelledby": name, "tabindex": "0"}
        table = _block(_block(parent, "div", around), "table")
        row = _block(_block(table, "thead"), "tr")
        for cell in head:
            ET.SubElement(row, "th", scope="col").text = cell
        body = _block(table, "tbody")
        for cells in under:
            row = _block(body, "tr")
            for cell in cells:
                self.say(ET.SubElement(row, "td"), cell)
        rows.clear()

    def say(self, element: ET.Element, text: str) -> None:
        """Put a text into an element; marks of notes stand high and lead to their notes."""
        before, *pieces = _NOTE_MARK.split(text)
        element.text = before
        for mark, behind in zip(pieces[::2], pieces[1::2], strict=True):
            raised = ET.SubElement(element, "sup")
            raised.tail = behind
            if mark in self.linked:
                raised = ET.SubElement(raised, "a", href=f"#note-{mark}", role="doc-noteref")
            raised.text = f"[{mark}]"

    # --- end ---------------------------------------------------------------------------------------------

    def end(self) -> None:
        """Set the recipients beside the signature; of several signatures each in a column, the recipients under them."""
        recipients, signatories = list(recipient_lines(self.plan)), self.plan.signatories
        if recipients or signatories:
            end = _block(self.main, "div", {"class": "end together" if len(signatories) > 1 else "end"})
            if len(signatories) == 1:
                _recipients(end, recipients)
                _sign(end, signatories[0])
            else:
                for signatory in signatories:
                    _sign(end, signatory)
                _recipients(end, recipients)
        self.notes_and_appendices()

    def notes_and_appendices(self) -> None:
        """Set the notes that have a text, and the headings of the appendices."""
        lines, marks = list(note_lines(self.plan)), [note.mark for note in self.plan.footnotes if note.text]
        if lines:
            section = _block(
                self.main, "section", {"class": "notes", "role": "doc-endnotes", "aria-label": "Chú thích"}
            )
            for line, mark in zip(lines, marks, strict=True):
                named = {"id": f"note-{mark}"} if mark in self.linked else {}
                _block(section, "p", named).text = line
        for line in appendix_lines(self.plan):
            _block(self.main, "h2", {"class": "appendix"}).text = line


def _recipients(parent: ET.Element, lines: Sequence[str]) -> None:
    if not lines:
        return
    made = _block(parent, "div", {"class": "recipients"})
    _block(made, "p", id="recipients").text = lines[0]
    listed = _list(made, counts=False)
    listed.set("aria-labelledby", "recipients")
    for line in lines[1:]:
        _block(listed, "li").text = line


def _sign(parent: ET.Element, signatory: Signatory) -> None:
    """Set a signature: marks and office, room for the seal, the name."""
    *above, name = signature_lines(signatory)
    made = _block(parent, "div", {"class": "signature"})
    _stacked(made, "p", above)
    _stacked(made, "p", [name], "name")
