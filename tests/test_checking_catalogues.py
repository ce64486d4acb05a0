"""Sentences of rules in other languages, as a package's catalogue has them."""

import importlib
import sys

import pytest

from chitieu.checking.catalogues import translated

CATALOGUE = """msgid ""
msgstr "Language: vi\\n"

msgid "done"
msgstr "xong"

msgid "not yet"
msgstr ""

#, fuzzy
msgid "perhaps"
msgstr "có lẽ"
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Give the name of a package that has a catalogue."""
    folder = tmp_path / "rules_with_words"
    messages = folder / "locale" / "vi" / "LC_MESSAGES"
    messages.mkdir(parents=True)
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (messages / "rules.po").write_text(CATALOGUE, encoding="utf-8")
    (messages / "notes.txt").write_text("no catalogue", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module(folder.name)
    yield folder.name
    del sys.modules[folder.name]


def test_what_is_not_translated_for_certain_is_said_in_english(package):
    said = {sentence: translated(sentence, "vi", package) for sentence in ("done", "not yet", "perhaps", "never", "")}
    assert said == {"done": "xong", "not yet": "not yet", "perhaps": "perhaps", "never": "never", "": ""}
    assert translated("done", "fr", package) == "done"
