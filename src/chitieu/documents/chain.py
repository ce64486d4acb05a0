"""The chain of documents a plan stands in: what it stands on, carries out, amends, names, as a graph.

The documents are told apart by `chitieu.documents.identity`; what is said of each was read with the reference
(`chitieu.documents.citing`). Several plans join where they mean the same document, also where one carries out another.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import evolve, field, frozen

from chitieu.documents.citing import DocumentRelation
from chitieu.documents.graph_text import dot_text, graph_data, graph_pieces, mermaid_text
from chitieu.documents.identity import DocumentIdentity, Home, find_home, identify, same_documents
from chitieu.documents.links import CitationPlace, DocumentEdge, DocumentNode, DocumentPart, IdentityDoubt
from chitieu.documents.references import Reference, parse_reference
from chitieu.plan import Assignment, Plan, Task
from chitieu.text import Span

__all__ = [
    "CitationPlace",
    "DocumentEdge",
    "DocumentGraph",
    "DocumentIdentity",
    "DocumentNode",
    "DocumentPart",
    "DocumentRelation",
    "IdentityDoubt",
    "document_graph",
    "identify",
]

Document: TypeAlias = DocumentIdentity | DocumentNode | Plan | Reference | str
"""What names a document to a query; a bare number asks for every document that has it."""

_AMENDING = (
    DocumentRelation.AMENDS,
    DocumentRelation.AMENDED_BY,
    DocumentRelation.REPLACES,
    DocumentRelation.REPLACED_BY,
)


@frozen
class DocumentGraph:
    """Documents and what they say of each other; in the order of numbers, and of places in the text.

    Attributes:
        documents: the plans given and every document they cite.
        citations: each mention of a document in a plan, one edge a mention.
        doubts: what could not be settled about which document is meant.
        plans: the plans themselves, for `tasks_on`; not compared.

    >>> import chitieu as ct
    >>> graph = ct.document_graph(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> [str(document) for document in graph.cites("58/KH-UBND", DocumentRelation.BASIS)][:2]
    ['1946/QĐ-UBND, 2025, Ủy ban nhân dân tỉnh Sông Hậu', '28/2023/QH15, 2023, Quốc hội']
    """

    documents: tuple[DocumentNode, ...] = ()
    citations: tuple[DocumentEdge, ...] = ()
    doubts: tuple[IdentityDoubt, ...] = ()
    plans: tuple[Plan, ...] = field(default=(), eq=False, repr=False)

    def find(self, document: Document) -> tuple[DocumentNode, ...]:
        """Return the documents of the graph that are meant; several for a bare number that several have."""
        if isinstance(document, str):
            number = _own_number(document)
            return tuple(node for node in self.documents if node.number == number)
        wanted = _identity(document)
        exact = tuple(node for node in self.documents if node.identity == wanted)
        return exact or tuple(node for node in self.documents if wanted.might_be(node.identity))

    def mentions(self, document: Document) -> tuple[DocumentEdge, ...]:
        """Return the citations of a document, in the order of the texts."""
        meant = self._meant(document)
        return tuple(edge for edge in self.citations if edge.target in meant)

    def cites(self, document: Document, *relations: DocumentRelation) -> tuple[DocumentIdentity, ...]:
        """Return the documents that a document cites.

        Args:
            document: the document.
            relations: only citations of these relations; none asks for all.
        """
        meant = self._meant(document)
        return _once(edge.target for edge in self._related(relations) if edge.source in meant)

    def cited_by(self, document: Document, *relations: DocumentRelation) -> tuple[DocumentIdentity, ...]:
        """Return the documents that cite a document; see `cites`."""
        meant = self._meant(document)
        return _once(edge.source for edge in self._related(relations) if edge.target in meant)

    def tasks_on(self, document: Document, *relations: DocumentRelation) -> tuple[Task, ...]:
        """Return the tasks that carry a document out, in the order of the plans.

        Args:
            document: the document.
            relations: what the task may do with it; unless said otherwise it carries it out or works by it (``theo``).
        """
        relations = relations or (DocumentRelation.CARRIES_OUT, DocumentRelation.BASIS)
        meant = self._meant(document)
        plans = {_plan_identity(plan): plan for plan in self.plans}
        places = dict.fromkeys(
            (edge.text_of, edge.place)
            for edge in self._related(relations)
            if edge.target in meant and edge.place.task is not None and edge.source == edge.text_of in plans
        )
        return tuple(_task_at(plans[text_of], place) for text_of, place in places)

    def amendments(self, document: Document) -> tuple[DocumentEdge, ...]:
        """Return the citations that say a document amends or replaces another, or is amended or replaced."""
        meant = self._meant(document)
        return tuple(edge for edge in self._related(_AMENDING) if edge.target in meant or edge.source in meant)

    def to_dict(self) -> dict[str, Any]:
        """Return the graph as lists, dicts, strings and numbers, ready for JSON.

        >>> graph = document_graph(Plan(number="1/KH-UBND"))
        >>> DocumentGraph.from_dict(graph.to_dict()) == graph
        True
        """
        return graph_data(self.documents, self.citations, self.doubts)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *plans: Plan) -> DocumentGraph:
        """Read a graph back.

        Args:
            data: what `to_dict` returned.
            plans: the plans of the graph, for `tasks_on`.
        """
        return cls(*graph_pieces(data), plans)

    def to_dot(self) -> str:
        """Write the graph for Graphviz, one arrow for each pair and relation."""
        return dot_text(self.documents, self.citations)

    def to_mermaid(self) -> str:
        """Write the graph for Mermaid, one arrow for each pair and relation."""
        return mermaid_text(self.documents, self.citations)

    def _meant(self, document: Document) -> frozenset[DocumentIdentity]:
        return frozenset(node.identity for node in self.find(document))

    def _related(self, relations: tuple[DocumentRelation, ...]) -> Iterator[DocumentEdge]:
        return (edge for edge in self.citations if not relations or edge.relation in relations)


def _once(found: Iterable[DocumentIdentity]) -> tuple[DocumentIdentity, ...]:
    return tuple(sorted(set(found), key=lambda one: one.order))


def _own_number(number: str) -> str:
    return identify(_parsed(number)).number


def _identity(document: DocumentIdentity | DocumentNode | Plan | Reference) -> DocumentIdentity:
    if isinstance(document, Plan):
        return _plan_identity(document)
    if isinstance(document, Reference):
        return identify(document)
    return document.identity if isinstance(document, DocumentNode) else document


def _plan_identity(plan: Plan) -> DocumentIdentity:
    """Say which document a plan is, from its header."""
    home = find_home(plan.issuer, plan.place)  # names the issuer's place; a body of the centre is known by its symbol
    return identify(evolve(_parsed(plan.number or "?"), date=plan.issued), home)


def _parsed(number: str) -> Reference:
    try:
        return parse_reference(number)
    except ValueError:
        return Reference(number)


def _task_at(plan: Plan, place: CitationPlace) -> Task:
    sections = plan.assignments if place.part is DocumentPart.TASK else plan.implementation
    return sections[(place.section or 1) - 1].tasks[(place.task or 1) - 1]


# --- where a citation stands ------------------------------------------------------------------------------


@frozen
class _Mention:
    reference: Reference
    place: CitationPlace
    identity: DocumentIdentity


class _Places:
    """The parts of a plan by their place in the text."""

    def __init__(self, plan: Plan) -> None:
        self.held: dict[Span, CitationPlace] = {}
        for place, reference in _held(plan):
            if reference.span:
                self.held.setdefault(reference.span, place)
        named = [(plan.spans.get("title"), CitationPlace(DocumentPart.TITLE))]
        named += [(item.span, CitationPlace(DocumentPart.INDICATOR, item.number)) for item in plan.indicators]
        inner = [(span, place) for span, place in named if span]
        outer = [(section.span, place) for place, section in _sections(plan) if section.span]
        self.levels = [sorted(level, key=lambda one: (one[0].start, -one[0].end)) for level in (inner, outer)]
        self.starts = [[span.start for span, _ in level] for level in self.levels]

    def of(self, span: Span) -> CitationPlace:
        """Return the part that holds a citation, else the smallest it stands in."""
        if span in self.held:
            return self.held[span]
        for level, starts in zip(self.levels, self.starts, strict=True):
            at = bisect_right(starts, span.start) - 1
            if at >= 0 and level[at][0].end >= span.end:
                return level[at][1]
        return CitationPlace(DocumentPart.ELSEWHERE)


def _sections(plan: Plan) -> Iterator[tuple[CitationPlace, Assignment]]:
    for part, sections in ((DocumentPart.TASK, plan.assignments), (DocumentPart.IMPLEMENTATION, plan.implementation)):
        for at, section in enumerate(sections, 1):
            yield CitationPlace(part, section.number, at), section


def _tasks(plan: Plan) -> Iterator[tuple[CitationPlace, Task]]:
    for place, section in _sections(plan):
        for at, task in enumerate(section.tasks, 1):
            yield evolve(place, task=at, agencies=tuple(agency.name for agency in task.lead)), task


def _held(plan: Plan) -> Iterator[tuple[CitationPlace, Reference]]:
    """Yield the references that the parts of a plan hold themselves."""
    for base in plan.bases:
        yield CitationPlace(DocumentPart.PREAMBLE), base
    for place, task in _tasks(plan):
        for reference in task.references:
            yield place, reference


def _mentions(plan: Plan, home: Home | None) -> Iterator[_Mention]:
    """Yield every citation of a plan once: those with a place in the text, and those of plans made by hand."""
    places = _Places(plan)
    seen: set[Span] = set()
    for reference in plan.cited:
        if reference.span is not None and reference.span not in seen:
            seen.add(reference.span)
            yield _Mention(reference, places.of(reference.span), identify(reference, home))
    for place, reference in _held(plan):
        if reference.span is None or reference.span not in seen:
            yield _Mention(reference, place, identify(reference, home))


# --- the graph -------------------------------------------------------------------------------------------


def document_graph(plan: Plan, *others: Plan) -> DocumentGraph:
    """Draw the chain of documents of one plan or several.

    A citation without its day is taken for the one document of that number and issuer its plan cites with a day, if
    there is exactly one; else it stays a document of its own, and `doubts` says so. Plans join on identity.

    Args:
        plan: a plan.
        others: more plans; one that carries out another leads to it.

    >>> import chitieu as ct
    >>> graph = ct.document_graph(ct.read_plan("examples/ke-hoach-song-hau-2026.txt"))
    >>> len(graph.documents), graph.doubts
    (12, ())
    >>> [str(document) for document in graph.cites("58/KH-UBND", ct.DocumentRelation.CARRIES_OUT)][:2]
    ['01/NQ-CP, 2026, Chính phủ', '12-NQ/TU, 2025, Tỉnh ủy Sông Hậu']
    """
    plans = tuple(sorted((plan, *others), key=lambda one: _plan_identity(one).order))
    edges: list[DocumentEdge] = []
    heard: list[_Mention] = []
    doubts: list[IdentityDoubt] = []
    for one in plans:
        own = _plan_identity(one)
        mentions = list(_mentions(one, find_home(one.issuer, one.place)))
        joined, open_ones = same_documents([own, *(mention.identity for mention in mentions)])
        doubts += [IdentityDoubt(document, "several", fitting) for document, fitting in open_ones.items()]
        mentions = [evolve(mention, identity=joined[mention.identity]) for mention in mentions]
        edges += _edges(own, mentions)
        heard += mentions
    nodes = _nodes(plans, heard)
    doubts += _dates_that_differ(heard)
    return DocumentGraph(
        tuple(sorted(nodes, key=lambda node: node.identity.order)),
        tuple(sorted(dict.fromkeys(edges), key=lambda edge: edge.order)),
        tuple(sorted(set(doubts), key=lambda doubt: (doubt.document.order, doubt.reason))),
        plans,
    )


def _edges(own: DocumentIdentity, mentions: list[_Mention]) -> Iterator[DocumentEdge]:
    """Yield the citations of a plan; a document does not cite itself."""
    by_number: dict[str, list[tuple[int, DocumentIdentity]]] = {}
    for mention in mentions:
        if mention.reference.span:
            place = mention.reference.span.start, mention.identity
            by_number.setdefault(mention.reference.number, []).append(place)
    for places in by_number.values():
        places.sort(key=lambda place: place[0])
    for mention in mentions:
        source = _subject(mention.reference, by_number) or own
        if source != mention.identity:
            relation = mention.reference.relation
            ground = source == own and mention.place.part is DocumentPart.PREAMBLE
            if ground and relation is DocumentRelation.REFERS_TO:  # named in a preamble without a word
                relation = DocumentRelation.BASIS
            yield DocumentEdge(source, mention.identity, relation, own, mention.place, mention.reference.span)


def _subject(
    reference: Reference, by_number: Mapping[str, list[tuple[int, DocumentIdentity]]]
) -> DocumentIdentity | None:
    """Find the cited document whose abstract holds this citation: the last of its number before it."""
    if reference.subject is None or reference.span is None:
        return None
    places = by_number.get(reference.subject, [])
    at = bisect_left(places, reference.span.start, key=lambda place: place[0])
    return places[at - 1][1] if at else None


def _nodes(plans: tuple[Plan, ...], heard: list[_Mention]) -> list[DocumentNode]:
    kinds: dict[DocumentIdentity, set[str]] = {}
    days: dict[DocumentIdentity, set[dt.date]] = {}
    for mention in heard:
        kinds.setdefault(mention.identity, set()).update(filter(None, [mention.reference.kind]))
        days.setdefault(mention.identity, set()).update(filter(None, [mention.reference.date]))
    found = {one: DocumentNode(one, min(kinds[one], default=None), min(days[one], default=None)) for one in kinds}
    for plan in plans:
        own = _plan_identity(plan)
        found[own] = DocumentNode(own, own.kind, plan.issued, plan.title or "")
    return list(found.values())


def _dates_that_differ(heard: list[_Mention]) -> list[IdentityDoubt]:
    days: dict[DocumentIdentity, set[dt.date]] = {}
    for mention in heard:
        days.setdefault(mention.identity, set()).update(filter(None, [mention.reference.date]))
    return [IdentityDoubt(one, "dates", (), tuple(sorted(found))) for one, found in days.items() if len(found) > 1]
