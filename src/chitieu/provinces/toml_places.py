"""Where the keys of a TOML text stand: tomllib gives values without lines, and an error must name the line.

The text is known to be good TOML (tomllib has read it), so this only follows strings, brackets and keys.
"""

from __future__ import annotations

import re

__all__ = ["Path", "key_lines"]

Path = tuple[str | int, ...]
"""Keys and indices from the root: ``("agencies", 0, "name")``."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*""")
_STRING = re.compile(r'''"""(?:[^\\]|\\.)*?"""+|\'\'\'.*?\'\'\'+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}#\n]*")


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def run(self) -> dict[Path, int]:
        table: Path = ()
        while self.blank() < len(self.text):
            line = self.line()
            if self.text[self.pos] == "[":
                table = self.header()
                self.lines.setdefault(table, line)
            else:
                self.assignment(table)
        return self.lines

    def line(self) -> int:
        return self.text.count("\n", 0, self.pos) + 1

    def blank(self) -> int:
        match = _BLANK.match(self.text, self.pos)
        self.pos = match.end() if match else self.pos
        return self.pos

    def key(self) -> Path:
        parts: list[str] = []
        while match := _KEY_PART.match(self.text, self.pos):
            parts.append(next(group for group in match.groups() if group is not None))
            self.pos = match.end()
            if self.text[self.pos : self.pos + 1] != ".":
                break
            self.pos += 1
        return tuple(parts)

    def header(self) -> Path:
        several = self.text.startswith("[[", self.pos)
        self.pos += 2 if several else 1
        path = self.resolve(self.key(), last=several)
        self.pos += 2 if several else 1
        return path

    def resolve(self, key: Path, *, last: bool) -> Path:
        """Add to each array of tables on the way the index of its latest table."""
        path: Path = ()
        for at, part in enumerate(key):
            path = (*path, part)
            if last and at == len(key) - 1:
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path = (*path, self.counts[path])
        return path

    def assignment(self, table: Path) -> None:
        line, start = self.line(), self.pos
        path = (*table, *self.key())
        self.lines[path] = line
        self.pos += 1  # the equals sign
        self.value(path)
        if self.pos == start:  # cannot be in good TOML; never loop
            self.pos += 1

    def value(self, path: Path) -> None:
        self.blank()
        char = self.text[self.pos : self.pos + 1]
        if char == "[":
            self.items(path, "]")
        elif char == "{":
            self.items(path, "}")
        else:
            match = _STRING.match(self.text, self.pos) or _SCALAR.match(self.text, self.pos)
            self.pos = match.end() if match else self.pos + 1

    def items(self, path: Path, closing: str) -> None:
        """Follow the items of an array or the pairs of an inline table."""
        self.pos += 1
        index = 0
        while self.blank() < len(self.text) and self.text[self.pos] != closing:
            if closing == "}":
                self.assignment(path)
            else:
                self.lines[(*path, index)] = self.line()
                self.value((*path, index))
                index += 1
            if self.blank() < len(self.text) and self.text[self.pos] == ",":
                self.pos += 1
        self.pos += 1


def key_lines(text: str) -> dict[Path, int]:
    r"""Return the line, from 1, of every key and array item of a good TOML text.

    >>> key_lines('a = 1\n[b]\nc = [\n  "x",\n]')[("b", "c", 0)]
    4
    """
    return _Scanner(text).run()
