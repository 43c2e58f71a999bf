"""The words of a query that several verbs take, each with what it means."""

from typing import Annotated, Any

from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter, SkipValidation

from acquis.rest.asker import Asker

Asking = NamedDependency[SkipValidation[Asker]]
"""Who asks: the room gives its reader."""


_ADDRESS = "osr:2005-06-09/halmor-declaration#p5"

At = Annotated[str, QueryParameter(description=f"An address, a symbol or a name: {_ADDRESS}.", min_length=1)]
Of = Annotated[
    str, QueryParameter(description=f"Words, or the address of a passage that is held: {_ADDRESS}.", min_length=1)
]
Passage = Annotated[
    str, QueryParameter(description=f"The address of a passage that is held: {_ADDRESS}.", min_length=1)
]
Words = Annotated[
    str, QueryParameter(description='What is looked for: words, "a phrase", AND OR NOT, prefix*, field:value.')
]
Exact = Annotated[bool, QueryParameter(description="Only the words as typed, without other spellings and forms.")]
Limit = Annotated[int, QueryParameter(description="How many at most.", ge=1, le=100)]
Offset = Annotated[int, QueryParameter(description="How many to pass over first.", ge=0, le=1_000_000)]
Many = Annotated[list[str] | None, QueryParameter(description="One address or name; may be given several times.")]

On = Annotated[
    str | None,
    QueryParameter(
        description="The day that is asked about: 2007-08-16, 16 August 2007, 2007. Today where it is left out."
    ),
]
Known = Annotated[str | None, QueryParameter(description="As the archive knew it on that day.")]
Actor = Annotated[
    str,
    QueryParameter(
        description="An organisation, an organ or a state, by code or name: osr, osr/CM, KAZ.", min_length=1
    ),
]
_Organisation = Annotated[str | None, QueryParameter(description="Only texts of that organisation, by its code.")]
_Organ = Annotated[str | None, QueryParameter(description="Only texts of that organ.")]
_Kind = Annotated[str | None, QueryParameter(description="Only texts of that kind: declaration, resolution, treaty …")]
_Year = Annotated[str | None, QueryParameter(description="Only texts of that year, or of several: 2007, 2007..2011.")]
_Language = Annotated[str | None, QueryParameter(description="Only texts in that language.")]
_Place = Annotated[str | None, QueryParameter(description="Only texts of a meeting at that place.")]


def series(
    *, organisation: _Organisation = None, organ: _Organ = None, kind: _Kind = None, language: _Language = None
) -> dict[str, Any]:
    """The texts that are looked at: whose, of which kind, in which language."""
    return _given(organisation=organisation, organ=organ, kind=kind, language=language)


def filters(*, series: NamedDependency[dict[str, Any]], year: _Year = None, place: _Place = None) -> dict[str, Any]:
    """The same, narrowed by year and place too."""
    return series | _given(year=year, place=place)


def _given(**filters: str | None) -> dict[str, Any]:
    return {name: value.strip() for name, value in filters.items() if value and value.strip()}


NARROWED = {
    "series": Provide(series, sync_to_thread=False),
    "filters": Provide(filters, sync_to_thread=False),
}
"""What narrows a list, as verbs get it."""

Filters = NamedDependency[dict[str, Any]]
