"""What the briefing asks of an open archive: its documents and the rooms that know about them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from acquis.archive.holdings import Place, Release
    from acquis.precedents.desk import Precedents
    from acquis.register.desk import Register
    from acquis.store import Store


class Rooms(Protocol):
    """An open archive as it stands at a change; the secretariat is one."""

    @property
    def store(self) -> "Store":
        """The database."""

    @property
    def at(self) -> int | None:
        """The change that is answered for; None for the present."""

    @property
    def precedents(self) -> "Precedents":
        """Where words were agreed before."""

    @property
    def register(self) -> "Register":
        """Who was what on which day."""

    def get(self, asked: str) -> "Place":
        """The document of an address, a symbol or a name."""

    def releases(self) -> Sequence["Release"]:
        """Every release, the first one first."""
