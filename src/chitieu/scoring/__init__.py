"""Emulation: scoring rules, score sheets, ranks, and the blocks that compete."""
