"""Which texts are translations of one work: same organisation, same day, same kind, built alike."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from acquis.archive import queries
from acquis.archive.naming import title_words
from acquis.archive.packing import alike
from acquis.model import Basis, Pinpoint, Record

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FAMILIES: Final = (frozenset({"declaration", "statement"}),)
"""Kinds that one word names in some language: «déclaration» is a declaration and a statement."""


def common_work(
    db: "Connection", record: Record, wanted: Pinpoint, built: str, *, own: int | None = None
) -> tuple[Pinpoint, Sequence[Any]]:
    """The address under which a text joins its translations, and the rows that have to move to it.

    The work is named by its English text (of two, by the shorter name), else by the first language in the order of
    their tags, so that the order of arrival does not matter. Where no text, or more than one, may be the other
    language's, nothing is joined; nor where a person said what the work is called. `own` is the text's row where it is
    held already.
    """
    slug = record.claim("slug")
    if slug and slug.basis is Basis.CORRECTION:
        return wanted, ()
    title = record.value("title") or ""
    like = [row for row in _candidates(db, record, wanted) if row.id != own and alike(row.shape, built)]
    kin = [row for row in like if _kindred(row, wanted, title)]
    works = {row.work for row in kin}
    if len(works) != 1:
        return wanted, ()
    work = Pinpoint(works.pop())
    held = [row for row in queries.by_work(db, work) if row.id != own]
    if any(row.language == wanted.language for row in held):
        return wanted, ()
    if min(_rank(row.language, row.work) for row in held) < _rank(wanted.language or "", wanted.work):
        return Pinpoint(f"{work}@{wanted.language}"), ()
    return wanted, held if work != wanted.work else ()


def _candidates(db: "Connection", record: Record, wanted: Pinpoint) -> Sequence[Any]:
    day, _ = record.day
    organisation, kind = record.value("organisation"), record.value("kind")
    if day is None or organisation is None or kind is None or record.value("symbol"):
        return ()
    kinds = next((family for family in _FAMILIES if kind in family), frozenset({kind}))
    rows = queries.of_one_day(db, organisation, str(day), sorted(kinds))
    return [row for row in rows if row.work != wanted.work and not row.symbol]


def _kindred(row: Any, wanted: Pinpoint, title: str) -> bool:
    """Two translations into one language must also be called alike: "Drevina Declaration", "Declaration of Drevina"."""
    if _base(row.language) != _base(wanted.language or ""):
        return True
    held, new = (set(work.rsplit("/", 1)[-1].split("-")) for work in (row.work, wanted.work))
    return held <= title_words(title) or new <= title_words(row.title or "")


def _base(tag: str) -> str:
    return tag.split("-x-", maxsplit=1)[0].split("-", maxsplit=1)[0]


def _rank(tag: str, work: str) -> tuple[bool, str, int, str]:
    """Which text names the work: the English one, then by language, then the one with the shorter name."""
    return _base(tag) != "en", _base(tag), len(work), work
