"""What a ledger says of what was searched for it."""

from types import SimpleNamespace

import pytest

from acquis.briefing.ledger import ledger
from acquis.precedents.base import Base
from acquis.precedents.uses import Uses


@pytest.mark.parametrize(
    ("behind", "told"), [(None, "2 texts held"), (3, "2 texts held; the index stands at change 3")]
)
def test_an_index_that_is_behind_is_told(osr, behind, told):
    base = Base(2, (), None, None, 9, behind=behind)
    precedents = SimpleNamespace(store=osr.store, at=None, uses=lambda what: Uses((), base))
    found = ledger(precedents, osr.register, "the seven rivers")

    assert (found.base, found.behind) == (told, behind)
