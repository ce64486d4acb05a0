"""Reading emulation blocks: their names, members, heads, deputies and awards."""

from chitieu.reading.emulation.blocks import find_emulation_blocks

__all__ = ["find_emulation_blocks"]
