"""The verbs of the REST door: each reads its query, asks the desk, and gives a described value."""

from typing import Annotated, Literal

from litestar import Response
from litestar.params import QueryParameter

from acquis.rest import agreed, briefed, documents, facts, lines, treaties
from acquis.rest import params as p
from acquis.rest.answering import Asked, given, paged, verb

_DOCUMENTS, _AGREED, _FACTS = "Documents", "Agreed language", "Who was what"


@verb("/documents", "The catalogue", _DOCUMENTS)
def list_documents(
    reader: p.Asking,
    request: Asked,
    filters: p.Filters,
    *,
    limit: p.Limit = 50,
    offset: p.Offset = 0,
) -> Response[documents.Catalogue]:
    """What is held, in the order of days: every document with its title, day, organ, language and marking."""
    found = documents.catalogue(reader, filters, limit=limit, offset=offset)
    return given(reader, paged(request, found, total=found.total, limit=limit, offset=offset))


@verb("/document", "A document", _DOCUMENTS)
def get_document(reader: p.Asking, at: p.At) -> Response[documents.Text]:
    """One text whole: its record, with the words that each field rests on, and its parts with their addresses.

    An address without a language gives the best expression, and says which.
    """
    return given(reader, documents.text(reader, at))


@verb("/passage", "Words at an address", _DOCUMENTS)
def get_passage(reader: p.Asking, at: p.At) -> Response[documents.Passage]:
    """The words that stand at an address, byte for byte: a paragraph, a sentence, a range, or a stretch of words."""
    return given(reader, documents.passage(reader, at))


@verb("/find", "Passages by their words", _DOCUMENTS)
def find(
    reader: p.Asking,
    request: Asked,
    filters: p.Filters,
    *,
    q: p.Words,
    exact: p.Exact = False,
    order: Annotated[
        Literal["closest", "newest", "oldest"], QueryParameter(description="Which passages stand first.")
    ] = "closest",
    limit: p.Limit = 20,
    offset: p.Offset = 0,
) -> Response[documents.Hits]:
    """Passages that have what was asked for, with what was searched, what else was looked for, and the facets."""
    found = documents.find(reader, q, filters, exact=exact, order=order, limit=limit, offset=offset)
    return given(reader, paged(request, found, total=found.total, limit=limit, offset=offset))


@verb("/concordance", "Every place of some words in a line", _DOCUMENTS)
def concordance(
    reader: p.Asking,
    request: Asked,
    filters: p.Filters,
    *,
    q: p.Words,
    exact: p.Exact = False,
    order: Annotated[
        Literal["oldest", "newest", "left", "right"],
        QueryParameter(description="By day, or by the words on the left or the right."),
    ] = "oldest",
    limit: p.Limit = 50,
    offset: p.Offset = 0,
) -> Response[documents.Lines]:
    """The words under one another, with what stands left and right of each place. Pages count passages."""
    found = documents.concordance(reader, q, filters, exact=exact, order=order, limit=limit, offset=offset)
    return given(reader, paged(request, found, total=found.total, limit=limit, offset=offset))


@verb("/releases", "The releases", _DOCUMENTS)
def list_releases(reader: p.Asking) -> Response[documents.Releases]:
    """States of the archive that can be cited: any verb takes the name of one as `release`."""
    return given(reader, documents.releases(reader))


@verb("/precedents", "Where words were agreed before", _AGREED)
def find_precedents(
    reader: p.Asking,
    of: p.Of,
    filters: p.Filters,
    *,
    earlier: Annotated[bool, QueryParameter(description="Only texts of an earlier day than the passage.")] = False,
    translations: Annotated[bool, QueryParameter(description="Each in the other languages that are held.")] = False,
    on: p.On = None,
    limit: p.Limit = 10,
) -> Response[agreed.Precedents]:
    """Earlier wordings of a passage: identical, adapted, or a clause of it; each claim says what was searched."""
    found = agreed.precedents(
        reader, of, limit=limit, on=on or None, earlier=earlier, translations=translations, **filters
    )
    return given(reader, found)


@verb("/precedents/diff", "What changed between two wordings", _AGREED)
def diff(
    reader: p.Asking,
    older: Annotated[str, QueryParameter(description="The older wording: words, or an address.", min_length=1)],
    newer: Annotated[str, QueryParameter(description="The newer wording: words, or an address.", min_length=1)],
) -> Response[agreed.Compared]:
    """Word by word what changed, and what of it matters; what may be the translator's is told apart."""
    return given(reader, agreed.diff(reader, older, newer))


@verb("/precedents/variants", "The wordings of a passage under one another", _AGREED)
def variants(
    reader: p.Asking,
    of: Annotated[
        list[str],
        QueryParameter(description="An address, or several passages to lay together.", min_items=1, max_items=50),
    ],
) -> Response[lines.VariantTable]:
    """What all wordings of a passage say, and where they part: of one address its whole line and family."""
    return given(reader, lines.variants(reader, of))


@verb("/precedents/lineage", "A passage through the years", _AGREED)
def lineage(reader: p.Asking, of: p.Passage) -> Response[lines.Lineage]:
    """Whence a passage came and what became of it: carried, adapted, split, merged; its first and its last use."""
    return given(reader, lines.lineage(reader, of))


@verb("/precedents/certificate", "Whether words were ever agreed", _AGREED)
def certificate(
    reader: p.Asking,
    of: p.Of,
    series: p.Filters,
    *,
    since: Annotated[str | None, QueryParameter(description="Only texts of that day or later.")] = None,
    until: Annotated[str | None, QueryParameter(description="Only texts before that day or year.")] = None,
) -> Response[agreed.Certified]:
    """What a search of every passage finds, nothing left out: the places, or that there are none and what came near."""
    return given(reader, agreed.certificate(reader, of, since=since or None, until=until or None, **series))


@verb("/precedents/provenance", "Where the sentences of a text come from", _AGREED)
def provenance(reader: p.Asking, of: p.Of, against: p.Many = None, on: p.On = None) -> Response[lines.Origins]:
    """Of every sentence its origin: verbatim, adapted, a formula, or that no earlier wording is held."""
    return given(reader, lines.provenance(reader, of, against=against or (), on=on or None))


@verb("/brief", "What a text says that matters", _AGREED)
def brief(reader: p.Asking, at: p.At, against: p.Many = None) -> Response[briefed.BriefOf]:
    """What is new in a text, kept, changed and gone beside the one of its series before it, and what it cites."""
    return given(reader, briefed.brief(reader, at, against=against or ()))


@verb("/who", "Who was what on a day", _FACTS)
def who(
    reader: p.Asking,
    of: p.Actor,
    on: p.On = None,
    known: p.Known = None,
    role: Annotated[str | None, QueryParameter(description="One role only: member, observer …")] = None,
) -> Response[facts.Who]:
    """Roles on a day with the reason and the proof of each; what is not known is said to be not known."""
    return given(reader, facts.who(reader, of, on=on or None, known=known or None, role=role or None))


@verb("/events", "What happened, with its proofs", _FACTS)
def events(
    reader: p.Asking,
    request: Asked,
    *,
    of: Annotated[str | None, QueryParameter(description="Of one actor or instrument.")] = None,
    known: p.Known = None,
    limit: p.Limit = 50,
    offset: p.Offset = 0,
) -> Response[facts.Facts]:
    """What happened and was observed, from which everything else is worked out: each with source and certainty."""
    found = facts.events(reader, of or None, known=known or None, limit=limit, offset=offset)
    return given(reader, paged(request, found, total=found.total, limit=limit, offset=offset))


@verb("/organs", "The organs of an organisation on a day", _FACTS)
def organs(
    reader: p.Asking,
    of: p.Actor,
    on: p.On = None,
    matter: Annotated[str | None, QueryParameter(description="Only those that are competent for that.")] = None,
) -> Response[facts.Organs]:
    """Organs and meetings with kind, seat and competence on a day; those of which it is not known stand last."""
    return given(reader, facts.organs(reader, of, on=on or None, matter=matter or None))


@verb("/instruments", "Treaties and strategies on a day", _FACTS)
def list_instruments(
    reader: p.Asking,
    request: Asked,
    *,
    of: Annotated[str | None, QueryParameter(description="Those of one organisation.")] = None,
    on: p.On = None,
    limit: p.Limit = 50,
    offset: p.Offset = 0,
) -> Response[treaties.Instruments]:
    """The instruments that are kept, each with its state on a day: signed, pending, in force, ended."""
    found = treaties.instruments(reader, of or None, on=on or None, limit=limit, offset=offset)
    return given(reader, paged(request, found, total=found.total, limit=limit, offset=offset))


@verb("/instrument", "An instrument and its parties on a day", _FACTS)
def show_instrument(
    reader: p.Asking,
    name: Annotated[str, QueryParameter(description="Its address or its title.", min_length=1)],
    on: p.On = None,
    known: p.Known = None,
) -> Response[treaties.Status]:
    """Was it in force that day, and for whom: its state, the reason, the proofs, and the status table."""
    return given(reader, treaties.instrument(reader, name, on=on or None, known=known or None))


@verb("/cited", "The instruments that a text cites", _FACTS)
def cited(reader: p.Asking, at: p.At) -> Response[treaties.Citations]:
    """Each instrument with its state on the day of the text, and a remark where that is not what one would think."""
    return given(reader, treaties.cited(reader, at))


@verb("/assent", "Who assented to words", _FACTS)
def assent(reader: p.Asking, of: p.Of) -> Response[treaties.Assent]:
    """Text by text what each state did: signed, voted, spoke, did not object; never assent from mere membership."""
    return given(reader, treaties.assent(reader, of))


VERBS = (
    *(list_documents, get_document, get_passage, find, concordance, list_releases),
    *(find_precedents, diff, variants, lineage, certificate, provenance, brief),
    *(who, events, organs, list_instruments, show_instrument, cited, assent),
)
"""The verbs, as they are described."""
