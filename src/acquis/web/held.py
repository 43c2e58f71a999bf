"""What the archive holds, as pages ask for it again and again: worked out once for a change."""

from typing import TYPE_CHECKING

from acquis.errors import BadAddress
from acquis.model import Pinpoint
from acquis.rest.asker import expressions_of

if TYPE_CHECKING:
    from acquis.web.reader import Reader


def leads(reader: "Reader", target: str) -> str | None:
    """The address of a text that is held; None for one that is not, so that no link leads nowhere."""
    try:
        return target if expressions_of(reader, Pinpoint(target).work) else None
    except BadAddress:
        return None
