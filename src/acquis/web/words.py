"""The words of the interface, in the languages that it speaks."""

import gettext
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from acquis.languages import languages

FOLDER: Final = Path(__file__).parent / "messages"
TONGUES: Final = ("en", "fr", "ru", "zh", "ja")
"""The languages of the interface; the first one answers for words that a catalogue lacks."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the interface: its tag, its own name, its direction, and its catalogue."""

    tag: str
    name: str
    direction: str
    catalogue: gettext.NullTranslations


def message(words: str) -> str:
    """Words of the interface that stand in code; the catalogues have them, and templates translate them."""
    return words


@cache
def tongues() -> Mapping[str, Tongue]:
    """Every language of the interface, by its tag; its catalogue is read as it is written, without a compiled copy."""
    return {tag: Tongue(tag, own_name(tag), direction(tag), _catalogue(tag)) for tag in TONGUES}


def chosen(asked: str | None, remembered: str | None, accepted: str) -> Tongue:
    """The language that was asked for, else the one that was asked for before, else one that the browser accepts.

    >>> chosen(None, None, "de, fr;q=0.8, ja;q=0.9").tag, chosen("ru", "zh", "").tag, chosen(None, None, "tlh").tag
    ('ja', 'ru', 'en')
    """
    wanted = (asked or "", remembered or "", *_wanted(accepted))
    return tongues()[next((tag for tag in wanted if tag in tongues()), TONGUES[0])]


def direction(tag: str | None) -> str:
    """How a text of that language runs: "rtl" from right to left, "ltr", or "auto" where the language is not known.

    >>> direction("ar"), direction("en-x-worldjpn"), direction(None)
    ('rtl', 'ltr', 'auto')
    """
    plain = (tag or "").partition("-x-")[0]
    known = {each.tag: each.right_to_left for each in languages()}
    return "auto" if plain not in known else "rtl" if known[plain] else "ltr"


def bcp47(tag: str | None) -> str:
    """The language of a text for its `lang`: without where a translation comes from."""
    return (tag or "und").partition("-x-")[0]


def own_name(tag: str) -> str:
    """What a language calls itself; one that no shelf has, as the Unicode locale data (CLDR) name it.

    >>> own_name("ru"), own_name("en-x-inland"), own_name("nl")
    ('Русский', 'English', 'Nederlands')
    """
    plain = bcp47(tag)
    name = next((each.own_name for each in languages() if each.tag == plain), None) or _elsewhere(plain)
    return name[:1].upper() + name[1:]


@cache
def _elsewhere(tag: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").language_name or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _wanted(accepted: str) -> list[str]:
    """The plain tags of an Accept-Language, the most wanted first."""
    weighed = []
    for place, each in enumerate(accepted[:500].split(",")):
        tag, _, rest = each.strip().partition(";")
        weight = rest.strip().removeprefix("q=")
        weighed.append((-_number(weight), place, tag.split("-")[0].lower()))
    return [tag for _, _, tag in sorted(weighed)]


def _number(weight: str) -> float:
    try:
        return float(weight or 1)
    except ValueError:
        return 0.0


def _catalogue(tag: str) -> gettext.NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (FOLDER / f"{tag}.po").open("rb") as file:
        held = read_po(file, locale=tag)
    made = io.BytesIO()
    write_mo(made, held)
    made.seek(0)
    return gettext.GNUTranslations(made)
