"""Precedents across languages: the rows in the other languages of their texts, and what those lead to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from acquis.model import Pinpoint
from acquis.precedents.found import Across, Found, Precedent
from acquis.precedents.translated import Translation

_SAME: Final = 0.6
"""From this likeness on a row is the passage as a whole, so that its translation says what the query says."""

_ROWS: Final = 3
_WAYS: Final = 6
"""So many rows are followed into other languages, and so many of their translations are looked up."""

Translate = Callable[[Pinpoint], tuple[Translation, ...]]
Look = Callable[[str], Found]


def with_translations(found: Found, pivots: Found, translate: Translate, look: Look) -> Found:
    """An answer with its rows in the other expressions of their texts, and with what is held in other languages.

    `pivots` are the rows that may lead to another language: those of the answer, or more where it was narrowed to one.
    `look` finds words as the query was found. Cost: the expressions of each row's text are paired, and at most six
    look-ups.
    """
    rows = tuple(replace(row, translations=translate(row.address)) for row in found.precedents)
    shown = replace(found, precedents=rows)
    return replace(shown, across=tuple(_across(shown, replace(pivots, address=found.address), translate, look)))


def _across(found: Found, pivots: Found, translate: Translate, look: Look) -> Iterator[Across]:
    """What the translations of the passage find, each row once; none that only says the row again."""
    met = {row.address for row in found.precedents}
    works = {row.use.work for row in found.precedents}
    for through, by in list(_ways(pivots, translate))[:_WAYS]:
        new = [row for row in look(by.words).precedents if row.address not in met and _says_it(row, works)]
        met |= {row.address for row in new}
        if new:
            yield Across(through, by, tuple(new))


def _says_it(row: Precedent, works: set[str]) -> bool:
    """Whether a row is the passage in another language, and not just another expression of a work that is a row."""
    return row.likeness >= _SAME and not (row.works == 1 and row.use.work in works)


def _ways(found: Found, translate: Translate) -> Iterator[tuple[Pinpoint, Translation]]:
    """The ways into other languages: the translations of the passage that was asked about, then those of its rows."""
    alike = [row.address for row in found.precedents if row.likeness >= _SAME][:_ROWS]
    words: set[str] = set()
    for address in ([found.address] if found.address else []) + alike:
        for each in translate(address):
            if each.language != base_language(address) and each.words not in words:
                words.add(each.words)
                yield address, each


def base_language(address: Pinpoint) -> str:
    """The language of an address without what says where the text comes from; "" where it names none.

    >>> base_language(Pinpoint("sco:2011-06-15/astana-declaration@en-x-worldjpn#p3"))
    'en'
    """
    return (address.language or "").partition("-x-")[0]
