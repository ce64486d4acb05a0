"""Reading plans from the text of documents: outline, scan, extraction."""

from chitieu.reading.reader import parse_indicators, parse_plan

__all__ = ["parse_indicators", "parse_plan"]
