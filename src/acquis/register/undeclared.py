"""What facts take for granted and nobody has declared: states, organisations, roles, languages, days to come."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from acquis.languages import languages
from acquis.model import Pinpoint
from acquis.organisations import organisations
from acquis.register._fields import unknown
from acquis.register.books import Book, Fault, Kind, Spoken
from acquis.register.events import OF_STATUS, Event


class Declared:
    """What is declared: `names` are those of actors, `roles` the vocabulary of each organisation that has one."""

    def __init__(self, names: Collection[str], roles: Mapping[str, Sequence[str]]) -> None:
        self.names, self.roles = names, roles
        self._strange: dict[str, str] = {}

    def strange(self, actor: str) -> str:
        """What is wrong with an address: a state or an organisation that nobody has described; else empty."""
        if actor not in self._strange:
            self._strange[actor] = _strange(actor, self.names) if actor else ""
        return self._strange[actor]

    def unknown_role(self, role: str, of: str) -> str:
        """What is wrong with a role; empty where an organisation has it, or has no vocabulary of roles."""
        known = self.roles.get(of)
        if not known or role in known:
            return ""
        return f"{unknown(f'role in {of}', role, known)}; its roles stand under `statuses:`"

    def holds(self, event: Event) -> bool:
        """Whether all that an event takes for granted is declared."""
        if self.strange(event.actor) or self.strange(event.object):
            return False
        return not (event.actor and event.act in OF_STATUS and self.unknown_role(event.role, event.object))

    def faults(self, books: Iterable[Book], *, present: str) -> Iterator[Fault]:
        """What is taken for granted and not declared, with the line of each; `present` is the day of today."""
        for book in books:
            for word in book.spoken:
                if what := self._wrong(word, present):
                    yield Fault(book.name, word.line, what)

    def _wrong(self, word: Spoken, present: str) -> str:
        match word.kind:
            case Kind.ACTOR:
                return self.strange(word.word)
            case Kind.ROLE:
                return self.unknown_role(word.word, word.of)
            case Kind.LANGUAGE:
                known = [each.tag for each in languages()]
                return "" if word.word in known else unknown("language", word.word, known)
            case Kind.ENTERED:
                late = word.word > present
                return f"it was entered on {word.word}, which is still to come" if late else ""


def vocabularies(books: Iterable[Book]) -> dict[str, Sequence[str]]:
    """The roles that each organisation has, by its address."""
    found: dict[str, Sequence[str]] = {}
    for book in books:
        if book.statuses:
            found[book.about] = [*found.get(book.about, ()), *(each.role for each in book.statuses)]
    return found


_USERS: Final = re.compile(r"AAA|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""Codes that ISO 3166-1 leaves to its users: whom they mean is for a file to say."""


def _strange(actor: str, names: Collection[str]) -> str:
    kind, code = Pinpoint(actor).scheme, Pinpoint(actor).local
    if actor in names:
        return ""
    if kind == "state" and not _is_state(code):
        return f"no state has the code {actor}: give it a name under `names:`"
    if kind == "organ":
        return _strange(f"org:{code.partition('/')[0]}", names)
    if kind == "org" and code not in organisations():
        known = [*organisations(), *(each.removeprefix("org:") for each in names if each.startswith("org:"))]
        near = get_close_matches(code, known, n=1, cutoff=0.75)
        hint = f"; did you mean 'org:{near[0]}'?" if near else ""
        return f"nobody has described {actor}: give it a name under `names:`{hint}"
    return ""


def _is_state(code: str) -> bool:
    from acquis.register.gazetteer import codes

    return code in codes() and not _USERS.fullmatch(code)
