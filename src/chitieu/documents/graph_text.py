"""A document graph as plain data, as Graphviz DOT and as Mermaid text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from chitieu.documents.citing import DocumentRelation
from chitieu.documents.identity import DocumentIdentity
from chitieu.documents.links import CitationPlace, DocumentEdge, DocumentNode, DocumentPart, IdentityDoubt
from chitieu.text import Span

__all__ = ["dot_text", "graph_data", "graph_pieces", "mermaid_text"]


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _identity_data(identity: DocumentIdentity) -> dict[str, Any]:
    return {"number": identity.number, "year": identity.year, "issuer": identity.issuer, "term": identity.term}


def _place_data(place: CitationPlace) -> dict[str, Any]:
    return {
        "part": place.part.value,
        "number": place.number,
        "section": place.section,
        "task": place.task,
        "agencies": list(place.agencies),
    }


def graph_data(
    nodes: Sequence[DocumentNode], edges: Sequence[DocumentEdge], doubts: Sequence[IdentityDoubt]
) -> dict[str, Any]:
    """Return a graph as lists, dicts, strings and numbers; documents are named by their place in the list.

    Args:
        nodes: the documents; `edges`: the citations; `doubts`: what is not settled.
        edges: see `nodes`.
        doubts: see `nodes`.
    """
    at = {node.identity: index for index, node in enumerate(nodes)}
    return {
        "documents": [
            _identity_data(node.identity) | {"kind": node.kind, "date": _day(node.date), "title": node.title}
            for node in nodes
        ],
        "citations": [
            {
                "source": at[edge.source],
                "target": at[edge.target],
                "relation": edge.relation.value,
                "text_of": at[edge.text_of],
                "place": _place_data(edge.place),
                "span": [edge.span.start, edge.span.end] if edge.span else None,
            }
            for edge in edges
        ],
        "doubts": [
            {
                "document": at[doubt.document],
                "reason": doubt.reason,
                "candidates": [at[one] for one in doubt.candidates],
                "dates": [day.isoformat() for day in doubt.dates],
            }
            for doubt in doubts
        ],
    }


def _place(data: Mapping[str, Any]) -> CitationPlace:
    return CitationPlace(
        DocumentPart(data["part"]), data["number"], data["section"], data["task"], tuple(data["agencies"])
    )


def graph_pieces(
    data: Mapping[str, Any],
) -> tuple[tuple[DocumentNode, ...], tuple[DocumentEdge, ...], tuple[IdentityDoubt, ...]]:
    """Read back what `graph_data` wrote."""
    nodes = tuple(_node(row) for row in data["documents"])
    known = [node.identity for node in nodes]
    edges = tuple(
        DocumentEdge(
            known[row["source"]],
            known[row["target"]],
            DocumentRelation(row["relation"]),
            known[row["text_of"]],
            _place(row["place"]),
            Span(*row["span"]) if row["span"] else None,
        )
        for row in data["citations"]
    )
    doubts = tuple(
        IdentityDoubt(
            known[row["document"]],
            row["reason"],
            tuple(known[at] for at in row["candidates"]),
            tuple(dt.date.fromisoformat(day) for day in row["dates"]),
        )
        for row in data["doubts"]
    )
    return nodes, edges, doubts


def _node(row: Mapping[str, Any]) -> DocumentNode:
    day = dt.date.fromisoformat(row["date"]) if row["date"] else None
    identity = DocumentIdentity(row["number"], row["year"], row["issuer"], row["term"], day, row["kind"])
    return DocumentNode(identity, row["kind"], day, row["title"])


def _label(node: DocumentNode) -> tuple[str, str]:
    """Return the two lines that name a document: kind and number, then day or year and issuer."""
    identity = node.identity
    when = node.date.strftime("%d/%m/%Y") if node.date else str(identity.year or "")
    return str(node), ", ".join(filter(None, (when, identity.issuer)))


def _arrows(edges: Iterable[DocumentEdge]) -> list[tuple[DocumentIdentity, DocumentIdentity, str]]:
    """Return each pair and relation once, in order of first citation."""
    return list(dict.fromkeys((edge.source, edge.target, edge.relation.value) for edge in edges))


def _dot_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return " ".join(escaped.split())


def dot_text(nodes: Sequence[DocumentNode], edges: Sequence[DocumentEdge]) -> str:
    """Write a graph for Graphviz; given plans have a double border."""
    at = {node.identity: f"d{index}" for index, node in enumerate(nodes)}
    lines = ["digraph documents {", "  rankdir=LR;", "  node [shape=box];"]
    for node in nodes:
        label = "\\n".join(_dot_quoted(line) for line in _label(node) if line)
        lines.append(f'  {at[node.identity]} [label="{label}"{", peripheries=2" if node.given else ""}];')
    lines += [f'  {at[source]} -> {at[target]} [label="{name}"];' for source, target, name in _arrows(edges)]
    return "\n".join([*lines, "}", ""])


_ENTITIES = str.maketrans(
    {"&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "\\": "#92;"}
)


def _mermaid_quoted(text: str) -> str:
    return " ".join(text.split()).translate(_ENTITIES)


def mermaid_text(nodes: Sequence[DocumentNode], edges: Sequence[DocumentEdge]) -> str:
    """Write a graph for Mermaid; given plans have a double border."""
    at = {node.identity: f"d{index}" for index, node in enumerate(nodes)}
    lines = ["flowchart LR"]
    for node in nodes:
        label = "<br/>".join(_mermaid_quoted(line) for line in _label(node) if line)
        opening, closing = ("[[", "]]") if node.given else ("[", "]")
        lines.append(f'  {at[node.identity]}{opening}"{label}"{closing}')
    lines += [f"  {at[source]} -->|{name}| {at[target]}" for source, target, name in _arrows(edges)]
    return "\n".join([*lines, ""])
