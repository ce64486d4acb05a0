"""Reading documents: sources, outline, extraction."""

from chitieu.reading.reader import parse_indicators, parse_plan, read_plan

__all__ = ["parse_indicators", "parse_plan", "read_plan"]
