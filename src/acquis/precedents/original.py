"""What has to be looked up in the original, because the change may be the translator's, and where it stands."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final, Protocol

from acquis.languages import language
from acquis.model.record import Standing
from acquis.organisations import organisations
from acquis.precedents.flags import Flag


@dataclass(frozen=True, slots=True)
class LookUp:
    """The list "look up in the original" of two texts.

    `authentic` are the languages in which both texts are authentic; `held` the addresses of authentic or official
    expressions that the archive holds of both works, older and newer, so that they can be compared there first;
    `flags` what is to be looked up, those that survive any translation first.
    """

    authentic: tuple[str, ...]
    held: tuple[tuple[str, str], ...]
    flags: tuple[Flag, ...]

    def __str__(self) -> str:
        names = ", ".join(entry.name if (entry := language(tag)) else tag for tag in self.authentic)
        where = "; ".join(" and ".join(dict.fromkeys(pair)) for pair in self.held) if self.held else "not held"
        told = "; ".join(_said(flag) for flag in self.flags) or "nothing"
        return f"Look up in the original (authentic: {names or 'not known'}; {where}): {told}"


class Expression(Protocol):
    """What has to be known of a text: a row of the catalogue."""

    @property
    def address(self) -> str:
        """Where it stands."""

    @property
    def work(self) -> str:
        """The work that it is an expression of."""

    @property
    def language(self) -> str | None:
        """Its language, without where it comes from."""

    @property
    def standing(self) -> str:
        """What it is worth beside the others of its work: a value of `Standing`."""

    @property
    def organisation(self) -> str | None:
        """The code of its organisation."""


def is_translation(text: Expression) -> bool:
    """Whether a text is known to be a translation: by its standing, or in a language in which it is not authentic."""
    if text.standing == Standing.AUTHENTIC:
        return False
    entry = organisations().get(text.organisation or "")
    known = entry.authentic if entry else ()
    return text.standing == Standing.UNOFFICIAL or bool(known and text.language not in known)


def look_up(flags: Iterable[Flag], older: Expression, newer: Expression, held: Iterable[Expression] = ()) -> LookUp:
    """What two texts leave to look up in the original, and whether the archive holds it.

    `held` are all expressions of the two works that the archive holds. Where neither text is a translation there is
    nothing to look up.
    """
    rows = [older, newer, *held]
    one, other = _authentic(older, rows), _authentic(newer, rows)
    shared = tuple(tag for tag in one if tag in other) or tuple(dict.fromkeys((*one, *other)))
    pairs = [_pair(tag, older.work, newer.work, rows) for tag in shared]
    translated = is_translation(older) or is_translation(newer)
    wanted = sorted(flags, key=lambda flag: not flag.survives) if translated else ()
    return LookUp(shared, tuple(pair for pair in pairs if pair), tuple(wanted))


def settled(found: Iterable[Flag], originals: Iterable[Flag], *, compared: Collection[str]) -> tuple[Flag, ...]:
    """The flags of two translations after the same places were compared in the languages `compared`.

    What may have been the translator's falls away where the originals show no such change, and survives where they
    do. A change that only the originals show is added, with its places there. What survived before stays.
    """
    shown = list(originals)
    ways = {(flag.kind, flag.change) for flag in shown}
    rule = f"compared in {', '.join(sorted(compared))}"
    kept = [
        flag if flag.survives else replace(flag, survives=True, rule=f"{flag.rule}; {rule}")
        for flag in found
        if flag.survives or (flag.kind, flag.change) in ways
    ]
    told = {(flag.kind, flag.change) for flag in kept}
    more = (flag for flag in shown if (flag.kind, flag.change) not in told)
    return (*kept, *(replace(flag, rule=f"{flag.rule}; only {rule}") for flag in more))


def _authentic(text: Expression, rows: Iterable[Expression]) -> tuple[str, ...]:
    """The languages in which a text is authentic: as its expressions say, else as its organisation's texts are."""
    own = [each for each in rows if each.work == text.work and each.standing == Standing.AUTHENTIC]
    if own:
        return tuple(dict.fromkeys(each.language for each in own if each.language))
    entry = organisations().get(text.organisation or "")
    return entry.authentic if entry else ()


def _pair(tag: str, older: str, newer: str, rows: Iterable[Expression]) -> tuple[str, str] | None:
    """The addresses of both works in a language; None where one of them is not held but in translation."""
    found = {each.work: each.address for each in rows if each.language == tag and not is_translation(each)}
    return (found[older], found[newer]) if older in found and newer in found else None


def _said(flag: Flag) -> str:
    """A flag in words: `urgent` (qualifier dropped)."""
    older, newer = (_short(words) for words in flag.words)
    words = f"“{older}” → “{newer}”" if older and newer else f"“{older or newer}”"
    return f"{words} ({flag.kind} {flag.change})"


_LONGEST: Final = 60


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
