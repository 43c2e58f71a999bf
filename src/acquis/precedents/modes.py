"""How a text was adopted, as its own record says: by agreement or by a vote, and what that is worth."""

import re
from collections.abc import Iterable
from typing import Final

AGREED, UNKNOWN, VOTED = 0, 1, 2
"""How texts of one level of organ are ranked by their modes of adoption."""

_BY: Final = ("consensus", "recorded vote", "acclamation", "silence procedure")
_AS: Final = ("without a vote", "unanimously")
_AGREED: Final = ("consensus", "acclamation", "silence procedure", *_AS)
_VOTED: Final = re.compile(r"\bvote\b", re.IGNORECASE)


def modes_of(records: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The mode of adoption of each reading whose record, as the catalogue has it, states one."""
    from acquis.archive.packing import from_json
    from acquis.model.record import Record

    found = ((reading, from_json(record, Record).value("mode")) for reading, record in records)
    return {reading: mode for reading, mode in found if mode}


def adopted(mode: str) -> str:
    """How a text was adopted, in words; what a record says in other words stands as it is.

    >>> adopted("consensus"), adopted("without a vote"), adopted("120 to 3")
    ('adopted by consensus', 'adopted without a vote', 'mode of adoption: 120 to 3')
    """
    words = " ".join(mode.split())
    if words.casefold() in _BY:
        return f"adopted by {'the ' * words.endswith('procedure')}{words}"
    return f"adopted {words}" if words.casefold() in _AS else f"mode of adoption: {words}"


def standing(mode: str | None) -> int:
    """The rank of a mode of adoption: agreed before unknown, unknown before voted."""
    if mode is None:
        return UNKNOWN
    if mode.casefold() in _AGREED:
        return AGREED
    return VOTED if _VOTED.search(mode) else UNKNOWN
