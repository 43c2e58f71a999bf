"""Where a link of the room leads in a copy: to a page of it, else nowhere."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, unquote, urlencode

from acquis.errors import BadAddress
from acquis.model import Pinpoint

if TYPE_CHECKING:
    from acquis.web.publishing.sheets import Leaf

_OURS: Final = frozenset({"release", "ui", "at"})
"""What a copy has one of, and the place in a text, which it has whole: left out of the addresses of its pages."""

_ON_A_DAY: Final = ("/register", "/organs", "/instruments")


def key_of(url: str) -> str:
    """The address of a page of the room, the same for all that lead to it as of whatever release.

    >>> key_of("/organs?on=2020-10-15&of=osr&release=spring&ui=fr"), key_of("/d/osr/x/@en#p3")
    ('/organs?of=osr&on=2020-10-15', '/d/osr/x/@en')
    """
    path, _, query = url.partition("#")[0].partition("?")
    pairs = sorted(pair for pair in parse_qsl(query) if pair[0] not in _OURS)
    return f"{path}?{urlencode(pairs)}" if pairs else path


class Links:
    """The pages of a copy by their addresses in the room. `best` gives the expression that stands for a work."""

    def __init__(self, leaves: "Sequence[Leaf]", best: Callable[[str], str | None]) -> None:
        self._leaves = {each.sheet.key: each for each in leaves}
        self._best = best
        self._days: dict[tuple[str, str], Leaf] = {}
        for each in leaves:
            self._days.setdefault(_subject(each.sheet.key), each)

    def of(self, url: str, here: "Leaf") -> "tuple[Leaf, str] | None":
        """The page of the copy that a link on a page leads to, and the place in it ("" for its beginning)."""
        if url.startswith("#"):
            return (here, url[1:]) if url[1:] in here.ids else None
        if not url.startswith("/") or url.startswith("//"):
            return None
        key, _, place = key_of(url), *url.partition("#")[1:]
        if (found := self._leaves.get(key)) is not None:
            return found, place if place in found.ids else ""
        path = key.partition("?")[0]
        if path.startswith("/d/"):
            return self._in_document(key)
        return (led, "") if path in _ON_A_DAY and (led := self._days.get(_subject(key))) and "on=" not in key else None

    def _in_document(self, key: str) -> "tuple[Leaf, str] | None":
        """A passage is a place in the page of its document; two languages are beside one another in one page."""
        path, _, query = key.partition("?")
        try:
            address = Pinpoint.from_url(path)
            if query:
                return self._beside(address, dict(parse_qsl(query)))
        except BadAddress:
            return None
        found = self._text(str(address.expression))
        return (found, _place(address, found.ids)) if found else None

    def _text(self, expression: str) -> "Leaf | None":
        found = self._leaves.get(Pinpoint(expression).url)
        if found is None and (best := self._best(expression)):
            found = self._leaves.get(Pinpoint(best).url)
        return found

    def _beside(self, address: Pinpoint, query: dict[str, str]) -> "tuple[Leaf, str] | None":
        other = query.get("beside", "").removeprefix("@")
        if query.keys() != {"beside"} or not other or address.language is None:
            return None
        turned = key_of(f"{Pinpoint(f'{address.work}@{other}').url}?beside=@{address.language}")
        found = self._leaves.get(turned)
        return (found, "") if found else None


def _place(address: Pinpoint, ids: frozenset[str]) -> str:
    """The place of a passage in the page of its document, or the nearest one above it."""
    part = unquote(address.part or "")
    if address.sentence is not None and f"{part}.s{address.sentence}" in ids:
        return f"{part}.s{address.sentence}"
    while part and part not in ids:
        part = part.rpartition(".")[0]
    return part


def _subject(key: str) -> tuple[str, str]:
    """Of whom a page of the register is, whatever the day."""
    path, _, query = key.partition("?")
    return path, dict(parse_qsl(query)).get("of", "")
