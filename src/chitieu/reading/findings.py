"""What one pass over the text found, kept in order so that a part of the text can ask for its own."""

from __future__ import annotations

from bisect import bisect_left

from attrs import define

from chitieu.documents.references import Reference
from chitieu.targets.reader import TargetHit, scan_targets
from chitieu.text import SourceText

__all__ = ["Finds", "scan"]


@define
class Finds:
    """Targets and references of a document, by place."""

    hits: list[TargetHit]
    hit_starts: list[int]
    references: list[tuple[Reference, int, int]]
    reference_starts: list[int]

    def targets_in(self, start: int, end: int) -> list[TargetHit]:
        """Return the targets whose number stands in a range."""
        return self.hits[bisect_left(self.hit_starts, start) : bisect_left(self.hit_starts, end)]

    def references_in(self, start: int, end: int) -> tuple[Reference, ...]:
        """Return the references that begin in a range."""
        left, right = bisect_left(self.reference_starts, start), bisect_left(self.reference_starts, end)
        return tuple(reference for reference, _, _ in self.references[left:right])


def scan(source: SourceText) -> Finds:
    """Find targets and references in one pass."""
    hits, references = scan_targets(source)
    return Finds(hits, [hit.numeral.start for hit in hits], references, [start for _, start, _ in references])
