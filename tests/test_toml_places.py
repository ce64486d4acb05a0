"""Lines of keys: laws against tomllib, which knows the keys but not where they stand."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.provinces.registry import FOLDER
from chitieu.provinces.toml_places import key_lines


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a = 1", ("a",), 1),
        ("\n\n# a = 1\na = 1", ("a",), 4),
        ("a.b = 1\na.c = 2", ("a", "c"), 2),
        ("[a]\nb = 1", ("a",), 1),
        ("[a . b]\nc = 1", ("a", "b", "c"), 2),
        ("[[a]]\nb = 1\n[[a]]\nb = 2", ("a", 1, "b"), 4),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 1", ("a", 1, "b", "c"), 6),
        ("[[a]]\n[[a.b]]\n[[a.b]]\nc = 1", ("a", 0, "b", 1, "c"), 4),
        ("a = [\n1,\n# no\n2]", ("a", 1), 4),
        ("a = [[1],\n[2,\n3]]", ("a", 1, 1), 3),
        ("a = { b = 1, c = { d = 2 } }", ("a", "c", "d"), 1),
        ("a = [{ b = 1 },\n{ b = 2 }]", ("a", 1, "b"), 2),
        ('a = """\nb = 1\n"""\nc = 1', ("c",), 4),
        ("a = '''\n]'''\nc = 1", ("c",), 3),
        ('a = """x\\""""\nb = 1', ("b",), 2),
        ('a = "]#\\"" # = \nb = 1', ("b",), 2),
        ('"tỷ lệ" = 1\n"a.b" = 2', ("a.b",), 2),
        ('"\\u0061\\"" = 1', ('a"',), 1),
        ("'a\\b' = 1", ("a\\b",), 1),
        ('"" = 1', ("",), 1),
        ("a = 1979-05-27T07:32:00Z\nb = -inf", ("b",), 2),
        ("a = 1\r\nb = 2\r\n", ("b",), 2),
    ],
)
def test_lines(text, path, line):
    tomllib.loads(text)
    assert key_lines(text)[path] == line


def paths(data, path=()):
    """List every path of some data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from paths(value, (*path, key))


@pytest.mark.parametrize("slug", [file.name for file in FOLDER.iterdir()])
def test_every_key_of_every_format_has_its_line(slug):
    """Law: whatever tomllib reads has a line, and the key stands in it."""
    text = (FOLDER / slug).read_text(encoding="utf-8")
    found, lines = key_lines(text), text.splitlines()
    for path in paths(tomllib.loads(text)):
        assert path in found
        names = [part for part in path if isinstance(part, str)]
        if isinstance(path[-1], str):
            assert names[-1] in lines[found[path] - 1]


KEYS = st.text("ab.-_ \"'\\ỷ=#[]{}\t", max_size=4)
LEAVES = st.integers() | st.booleans() | st.dates().map(str) | st.text("ab\"'\\\n#=[]{},ỷ", max_size=6)


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def written(value, gap):
    """Write a value as TOML, arrays over several lines."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{gap}" + f",{gap}".join(written(item, gap) for item in value) + f"{gap}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(key)} = {written(item, ' ')}" for key, item in value.items()) + " }"
    return str(value) if isinstance(value, int) else quoted(value)


VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.sampled_from([" ", "\n", ' # ] = "\n', "\n\n"]))
def test_every_key_that_tomllib_reads_has_a_line(data, gap):
    text = "".join(f"{quoted(key)} = {written(value, gap)}\n" for key, value in data.items())
    found = key_lines(text)
    assert set(paths(tomllib.loads(text))) <= set(found)
    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())


@given(st.text("a=[]{}.,\"'#\n1 ", max_size=60))
def test_it_ends_for_any_text(text):
    """Only good TOML is asked for; bad TOML must still not make it run for ever."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert key_lines(text) is not None
