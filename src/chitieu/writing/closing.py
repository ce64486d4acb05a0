"""The end of a document: recipients, signatures, appendices, notes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from chitieu.documents.signatures import signature_words
from chitieu.plan import Plan, Signatory

__all__ = ["appendix_lines", "note_lines", "notes_and_appendices", "recipient_lines", "signature_lines"]


def signature_lines(signatory: Signatory) -> Iterator[str]:
    """Yield the lines of a signature: each mark with its body or office, the own office, the name.

    >>> list(signature_lines(Signatory("Nguyễn Văn A", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")))
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Nguyễn Văn A']
    """
    authority = signatory.authority or ""
    starts = [
        mark.start()
        for mark in signature_words().mark.finditer(authority)
        if mark.start() == 0 or not mark.group().isalpha()
    ]
    cuts = sorted({0, *starts, len(authority)})
    for begin, stop in pairwise(cuts):
        yield authority[begin:stop].strip()
    if signatory.title:
        yield signatory.title
    yield f"{signatory.rank} {signatory.name}" if signatory.rank else signatory.name


def recipient_lines(plan: Plan) -> Iterator[str]:
    """Yield the list of recipients with its head."""
    if not plan.recipients:
        return
    yield "Nơi nhận:"
    last = len(plan.recipients) - 1
    for at, recipient in enumerate(plan.recipients):
        yield f"- {recipient.text}{'.' if at == last else ';'}"


def note_lines(plan: Plan) -> Iterator[str]:
    """Yield the notes that have a text."""
    for note in plan.footnotes:
        if note.text:
            yield f"[{note.mark}] {note.text}"


def appendix_lines(plan: Plan) -> Iterator[str]:
    """Yield the headings of the appendices that are in the document."""
    for appendix in plan.appendices:
        if appendix.present:
            yield f"PHỤ LỤC {appendix.label}"


def notes_and_appendices(plan: Plan) -> Iterator[str]:
    """Yield the notes that have a text, and the headings of the appendices that are in the document."""
    yield from note_lines(plan)
    yield from appendix_lines(plan)
