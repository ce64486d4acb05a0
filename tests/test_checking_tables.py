"""What the rules know beside the code: tables that are read once."""

import pytest

from chitieu.checking import registry
from chitieu.checking.identity import identities
from chitieu.checking.named_amounts import amounts, first_words, nouns
from chitieu.checking.names import agencies, number_forms
from chitieu.checking.parts import partitions


@pytest.mark.parametrize(
    "read",
    [
        agencies._data, number_forms._forms, first_words._openings, identities.known_identities, nouns._data, nouns._overlapping,
        nouns._narrower, nouns._people, partitions._partitions, registry._own, lambda: registry._installed(()), lambda: amounts.unit_of("%"),
    ],
)  # fmt: skip
def test_a_table_is_read_once(read):
    assert read() is read()
