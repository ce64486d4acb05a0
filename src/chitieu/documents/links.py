"""The pieces of a document graph: the documents, the citations between them, and where each stands."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from attrs import field, frozen

from chitieu.documents.citing import DocumentRelation
from chitieu.documents.identity import DocumentIdentity
from chitieu.text import Span

__all__ = ["CitationPlace", "DocumentEdge", "DocumentNode", "DocumentPart", "IdentityDoubt"]


class DocumentPart(Enum):
    """The part of a plan a citation stands in."""

    TITLE = "title"
    PREAMBLE = "preamble"
    INDICATOR = "indicator"
    TASK = "task"
    IMPLEMENTATION = "implementation"
    ELSEWHERE = "elsewhere"


@frozen
class CitationPlace:
    """Where in a plan a citation stands.

    Attributes:
        part: the part of the plan.
        number: the number of the line of indicators or of the section, as written.
        section, task: which section of its part and which task of the section it is, counted from 1; None outside.
        agencies: who leads the task; empty outside tasks.

    >>> import chitieu as ct
    >>> graph = ct.document_graph(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> print(graph.mentions("68-NQ/TW")[0].place)
    task 3 of section 1 (Sở Tài chính)
    """

    part: DocumentPart
    number: str | None = None
    section: int | None = None
    task: int | None = None
    agencies: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str]:
        """A key to sort by."""
        return self.part.value, self.section or 0, self.task or 0, self.number or ""

    def __str__(self) -> str:
        number = self.number or self.section
        if self.task is None:
            return f"{self.part.value} {number}" if number else self.part.value
        whose = f" ({', '.join(self.agencies)})" if self.agencies else ""
        return f"{self.part.value} {self.task} of section {number}{whose}"


@frozen
class DocumentNode:
    """A document of the graph.

    Attributes:
        identity: which document it is.
        kind: what it is called (``Nghị quyết``); None if no citation says.
        date: its day where a citation gives it; the earliest where they differ (`DocumentGraph.doubts` says so).
        title: its title, for the plans given; None for documents that are only cited.
    """

    identity: DocumentIdentity
    kind: str | None = None
    date: dt.date | None = None
    title: str | None = None

    @property
    def given(self) -> bool:
        """Whether this is a plan in hand."""
        return self.title is not None

    @property
    def number(self) -> str:
        """Number and symbol in uniform writing."""
        return self.identity.number

    def __str__(self) -> str:
        return f"{self.kind} số {self.number}" if self.kind and "/" in self.number else self.number


@frozen
class DocumentEdge:
    """One citation: a document says something of another.

    Attributes:
        source: the document that says it: the plan, or one whose abstract the plan quotes.
        target: the document it says it of.
        relation: what it does with it.
        text_of: the plan the words stand in; the same as `source` unless the plan quotes an abstract.
        place: where in the plan.
        span: the citation in the text of the plan; None for plans that were not read from a text. Not compared.
    """

    source: DocumentIdentity
    target: DocumentIdentity
    relation: DocumentRelation
    text_of: DocumentIdentity
    place: CitationPlace
    span: Span | None = field(default=None, eq=False)

    @property
    def order(self) -> tuple[object, ...]:
        """A key to sort by: plan, place in its text, documents."""
        start = self.span.start if self.span else -1
        return self.text_of.order, start, self.target.order, self.source.order, self.relation.value, self.place.order


@frozen
class IdentityDoubt:
    """What the graph could not settle about a document.

    Attributes:
        document: the document.
        reason: ``several`` (a citation without its day fits several documents and was kept apart) or ``dates``
            (one document is cited with different days).
        candidates: the documents it might be.
        dates: the days it is cited with.
    """

    document: DocumentIdentity
    reason: str
    candidates: tuple[DocumentIdentity, ...] = ()
    dates: tuple[dt.date, ...] = ()
