"""Files of every kind as one text: paragraphs and tables in reading order, each with its place in the file."""

from chitieu.sources.document import Place, SourceDocument, SourceNote, SourceTable
from chitieu.sources.opening import Source, read_document

__all__ = ["Place", "Source", "SourceDocument", "SourceNote", "SourceTable", "read_document"]
