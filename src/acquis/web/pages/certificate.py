"""The certificate of search: these words stand there, or nowhere in what was searched, and what was; and its record."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

import msgspec
from litestar import Response, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromQuery, MultipartBody
from msgspec import Struct

from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.precedents.searched import PUBLIC
from acquis.rest.asker import entry_of, quotable
from acquis.web.answers import Page, file
from acquis.web.cited import MEDIA, marking, stands, withheld
from acquis.web.diffs import refuse_guarded
from acquis.web.diffs_examples import Example, passages
from acquis.web.filters import NAMES, Narrowed, narrowed, said
from acquis.web.pages import Served, page
from acquis.web.pages.agreed import Choices, choices
from acquis.web.placed import Placed, placed
from acquis.web.reader import Reader
from acquis.web.urls import Url
from acquis.web.words import bcp47, message

if TYPE_CHECKING:
    from acquis.precedents.certificate import Certificate
    from acquis.precedents.certified import Verified

LARGEST: Final = 400_000
"""Bytes of a record that is verified: one of the longest formula has a tenth of it."""

OUTCOMES: Final = {
    "present": message("These words were found"),
    "absent": message("These words were not found"),
    "not searched": message("Nothing was searched"),
}
"""What a certificate says, in words."""

SAYS: Final = {
    "present": message("this certificate says that these words were found"),
    "absent": message("this certificate says that these words were not found"),
    "not searched": message("this certificate says that nothing was searched"),
}
"""The same of one that was verified."""

_FIELDS: Final = (
    *(message("the words asked"), message("the passage asked about"), message("the number before the words asked")),
    *(message("where it stands"), message("places where it stands"), message("how it stands there")),
    *(message("nearest misses"), message("not covered"), message("hash of all that is held"), message("outcome")),
    *(message("documents searched"), message("texts searched"), message("passages searched")),
    *(message("words searched"), message("years of the texts searched"), message("held of what is known")),
    message("the bytes"),
)
"""The fields of a record that may differ, as they are called."""

FORMS: Final = ("docx", "pdf")
"""The files that it becomes to be printed or edited."""

_PERIOD: Final = {"since": message("From the day"), "until": message("Before the day")}
"""The ends of a period, as they are said."""


class Near(Struct, frozen=True):
    """A passage that comes near: how many words it shares, which are missing, and the stretch as printed."""

    place: Placed
    shared: int
    of: int
    missing: tuple[str, ...]
    stretch: str


class Verification(Struct, frozen=True):
    """What a verified record says: `outcome` of the `words` in so many `texts`, and as of what it was made again.

    `differs` has what differs by field: its name, and a line for each difference; nothing where it is the same.
    """

    words: str
    outcome: str
    texts: int
    public: bool
    stands: str
    note: str
    hash: str
    differs: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def says(self) -> str:
        """What the certificate says, in words."""
        return SAYS[self.outcome]


class CertificatePage(Page, frozen=True, kw_only=True):
    """What an exhaustive search found. `record` is the address of the record, empty where it may not be passed on.

    `note` is what it says as a sentence to pass on; `verified` what came of verifying a record, where one was shown.
    """

    template: ClassVar[str] = "certificate.html"
    text: str = ""
    of: str = ""
    query: str = ""
    since: str = ""
    until: str = ""
    filters: tuple[Narrowed, ...] = ()
    choices: tuple[Choices, ...] = ()
    outcome: str = ""
    level: str | None = None
    uses: int = 0
    line: str = ""
    note: str = ""
    language: str = "und"
    place: Placed | None = None
    found: tuple[Placed, ...] = ()
    nearest: tuple[Near, ...] = ()
    uncovered: tuple[str, ...] = ()
    base: str = ""
    hash: str = ""
    record: str = ""
    papers: tuple[tuple[str, str], ...] = ()
    withheld: bool = False
    verified: Verification | None = None
    examples: tuple[Example, ...] = ()

    @property
    def verdict(self) -> str:
        """What it says, in words."""
        return OUTCOMES.get(self.outcome, "")

    def rows(self) -> Sequence[Struct]:
        """The places where it stands, or those that come near."""
        standing = [_Line("stands", each.day, each.address, None, None, "") for each in self.found]
        near = [
            _Line("near", each.place.day, each.place.address, each.shared, each.of, each.stretch)
            for each in self.nearest
        ]
        return [*standing, *near]


class _Line(Struct, frozen=True):
    what: str
    day: str | None
    address: str
    shared: int | None
    of: int | None
    stretch: str


class _Query(Struct, frozen=True):
    text: str
    address: str | None = None


class _Scope(Struct, frozen=True):
    filters: dict[str, str | None]
    release: str | None


class _Record(Struct, frozen=True):
    """What a record must have, so that it can be made again."""

    query: _Query
    scope: _Scope


def certificate(
    reader: NamedDependency[Reader],
    *,
    text: FromQuery[str] = "",
    of: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
) -> Response[Any]:
    """The certificate of some words, or of a passage in all other texts."""
    asked = _blank(
        reader,
        text=text,
        of=of,
        since=since,
        until=until,
        filters=said(reader, _filters(reader, since, until), {**NAMES, **_PERIOD}),
    )
    if not (of or text).strip():
        return reader.answer(msgspec.structs.replace(asked, examples=passages(reader)))
    made = _made(reader, text, of, since, until)
    return reader.answer(_shown(reader, asked, made))


def record(reader: NamedDependency[Reader]) -> Response[bytes]:
    """The record of the same certificate: canonical JSON, the same bytes wherever the release is held."""
    made = _handed_over(reader)
    for each in made.nearest:
        refuse_guarded(reader, each.address)
    return file(made.record, f"certificate-{made.hash[:12]}.json", "application/json")


def paper(reader: NamedDependency[Reader]) -> Response[bytes]:
    """The same certificate as a file to print or to edit; what is verified is its record."""
    from acquis.briefing.dossier_sources import Sources
    from acquis.briefing.dossiers.certificate import printed
    from acquis.formats._paper import Paper
    from acquis.formats._paper_forms import file_of

    made, form = _handed_over(reader), reader.url.path.rpartition(".")[2]
    told = printed(Sources(reader.archive), made, _note(reader, made))
    named = [each.address for each in made.found] + [each.address for each in made.nearest]
    lines = [entry_of(reader, str(each)) for each in named]
    marked = marking([each.marking for each in lines if each])
    sheet = withheld(reader, Paper("Certificate of search", told, marked, stands(reader)))
    return file(file_of(sheet, form), f"certificate-{made.hash[:12]}.{form}", MEDIA[form])


def verified(reader: NamedDependency[Reader], data: MultipartBody[dict[str, Any]]) -> Response[Any]:
    """Makes a record again from this archive and says what differs; it changes nothing here."""
    shown = data.get("record")
    content = shown.file.read(LARGEST + 1) if isinstance(shown, UploadFile) else b""
    reader.url, reader.behind = Url("/certificate"), True
    return reader.answer(_blank(reader, verified=_verification(reader, _verified(reader, content))))


# --- what is asked ----------------------------------------------------------------------------------------------------


def _handed_over(reader: Reader) -> "Certificate":
    """The certificate of a file: of the words or the passage in its address."""
    query = dict(reader.url.query)
    text, of, since, until = (query.get(name, "") for name in ("text", "of", "since", "until"))
    if not (of or text).strip():
        raise BadQuery(f"A certificate is of some words: {reader.url.path}?text=… or ?of=ADDRESS.")
    return _made(reader, text, of, since, until)


def _made(reader: Reader, text: str, of: str, since: str, until: str) -> "Certificate":
    """The certificate; worked out once, for its page and its record."""
    filters = _filters(reader, since, until)
    what = of.strip() or text.strip()
    if of.strip():
        what = str(reader.opened(what).address)
        refuse_guarded(reader, what)
    asked = {**filters, "release": reader.release}

    def made() -> "Certificate":
        found = reader.archive.precedents.certificate(what, **asked)
        refuse_guarded(reader, found.address)
        return found

    return reader.once(("certificate", what, *sorted(filters.items())), made)


def _filters(reader: Reader, since: str, until: str) -> dict[str, str]:
    """What narrows the search: a period instead of a year."""
    period = {"since": since.strip(), "until": until.strip()}
    return {**narrowed(reader), **{name: day for name, day in period.items() if day}}


def _blank(reader: Reader, **asked: Any) -> CertificatePage:
    fields = tuple(each for each in choices(reader) if each.field != "year")
    return CertificatePage(title=message("Certificate of search"), choices=fields, **asked)


# --- what is said -----------------------------------------------------------------------------------------------------


def _shown(reader: Reader, asked: CertificatePage, made: "Certificate") -> CertificatePage:
    guarded = not all(quotable(reader, str(each.address)) for each in made.nearest)
    query = (("of", str(made.address)) if made.address else ("text", made.text), *_said(asked))
    return msgspec.structs.replace(
        asked,
        of=str(made.address) if made.address else "",
        place=placed(reader, str(made.address)) if made.address else None,
        query=made.text,
        outcome=made.outcome,
        level=made.level,
        uses=made.uses,
        line=made.line,
        note=_note(reader, made),
        language=bcp47(made.address.language) if made.address else "und",
        found=tuple(placed(reader, str(each.address)) for each in made.found),
        nearest=tuple(_near(reader, each) for each in made.nearest),
        uncovered=made.uncovered,
        base=str(made.base),
        hash=made.hash,
        papers=tuple((form, str(Url(f"/certificate.{form}", query + _release(reader)))) for form in FORMS),
        record="" if guarded else str(Url("/certificate.record", query + _release(reader))),
        withheld=guarded,
    )


def _said(asked: CertificatePage) -> tuple[tuple[str, str], ...]:
    return tuple((each.field, each.value) for each in asked.filters)


def _release(reader: Reader) -> tuple[tuple[str, str], ...]:
    return (("release", reader.release),) if reader.release else ()


def _near(reader: Reader, miss: Any) -> Near:
    stretch = miss.stretch if quotable(reader, str(miss.address)) else ""
    return Near(placed(reader, str(miss.address)), miss.shared, miss.of, miss.missing, stretch)


def _note(reader: Reader, made: "Certificate") -> str:
    """The certificate as a sentence that names places as people do."""
    return made.note(lambda address: str(placed(reader, str(address))), stands=stands(reader))


# --- a record that is shown -------------------------------------------------------------------------------------------


def _verification(reader: Reader, found: "Verified") -> Verification:
    """What is said of a record that was made again; without words that may not be passed on."""
    again, fields = found.again, dict[str, list[str]]()
    for line in found.differs:
        name, _, rest = _told(reader, line).partition(": ")
        fields.setdefault(name, []).append(rest)
    return Verification(
        words=again.text,
        outcome=again.outcome,
        texts=again.base.texts,
        public=again.texts == PUBLIC,
        stands=stands(reader),
        note=_note(reader, again),
        hash=again.hash,
        differs=tuple((name, tuple(lines)) for name, lines in fields.items()),
    )


def _verified(reader: Reader, content: bytes) -> "Verified":
    if not content:
        raise BadQuery("No record was sent. Choose the file that “Download the record” gave.")
    if len(content) > LARGEST:
        raise BadQuery(f"The file has more than {LARGEST:,} bytes: it is no record of a certificate.")
    try:
        held = msgspec.json.decode(content, type=_Record)
        if held.scope.filters.keys() - {*NAMES, *_PERIOD, "title", "symbol", "marking"}:
            raise BadQuery("This is no record of a certificate that can be made here: it narrows by other fields.")
        if held.query.address:
            refuse_guarded(reader, Pinpoint(held.query.address))
        return reader.archive.precedents.verify(content)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadQuery(
            "This is no record of a certificate. One is the JSON that “Download the record” gave, byte for byte."
        ) from error


_ADDRESS: Final = re.compile(r"\S+#\S+ \([^)]*\)")


def _told(reader: Reader, line: str) -> str:
    """A line of what differs, without words that may not be passed on."""
    named = _ADDRESS.search(line)
    may = named is None or quotable(reader, named[0].partition(" ")[0])
    return line if may or named is None else line[: named.end()]


_PAGE: Final = page("/certificate", certificate)
_RECORD: Final = page("/certificate.record", record, endings=False)
_PAPERS: Final = [each for form in FORMS for each in page(f"/certificate.{form}", paper, endings=False).handlers]
_FORM: Final = post(
    "/certificate/verified", sync_to_thread=True, status_code=200, include_in_schema=False, exclude_from_csrf=True
)(verified)
"""It asks and changes nothing, so that it needs no proof that this room wrote it."""

ENTRY = Served("/certificate", (*_PAGE.handlers, *_RECORD.handlers, *_PAPERS, _FORM))
