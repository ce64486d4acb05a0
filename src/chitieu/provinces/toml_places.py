"""Where the keys of a TOML text stand: tomllib gives values without lines, and an error must name the line.

The text is known to be good TOML (tomllib has read it), so this only follows strings, brackets and keys.
"""

from __future__ import annotations

import re
import tomllib

__all__ = ["Path", "key_lines"]

Path = tuple[str | int, ...]
"""Keys and indices from the root: ``("agencies", 0, "name")``."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY_PART = re.compile(r"""[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*""")
_STRING = re.compile(r'''"""(?:[^\\]|\\.)*?"""+|\'\'\'.*?\'\'\'+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}#\n]*")


def _key_name(basic: str | None, literal: str | None, bare: str | None) -> str:
    if basic is None:
        return literal or bare or ""
    if "\\" not in basic:
        return basic
    (name,) = tomllib.loads(f'"{basic}" = 0')  # the escapes are TOML's: leave them to it
    return name


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.counted = (0, 1)  # a place and its line, so that each stretch of the text is counted once
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}

    def run(self) -> dict[Path, int]:
        table: Path = ()
        while self.blank() < len(self.text):
            line = self.line()
            if self.text[self.pos] == "[":
                table = self.header()
                self.mark(table, line)
            else:
                self.assignment(table)
        return self.lines

    def line(self) -> int:
        place, line = self.counted
        line += self.text.count("\n", place, self.pos)
        self.counted = (self.pos, line)
        return line

    def mark(self, path: Path, line: int) -> None:
        """Keep the line of a path, and of the tables around it that begin here without a header of their own."""
        while path and path not in self.lines:
            self.lines[path] = line
            path = path[:-1]

    def blank(self) -> int:
        match = _BLANK.match(self.text, self.pos)
        self.pos = match.end() if match else self.pos
        return self.pos

    def key(self) -> Path:
        parts: list[str] = []
        while match := _KEY_PART.match(self.text, self.pos):
            parts.append(_key_name(*match.groups()))
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
        self.mark(path, line)
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
                self.mark((*path, index), self.line())
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
