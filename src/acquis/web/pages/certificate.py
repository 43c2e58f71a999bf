"""The certificate of search: these words stand there, or nowhere in what was searched, and what was; and its record."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

import msgspec
from litestar import Response, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromQuery, MultipartBody
from msgspec import Struct

from acquis.errors import BadQuery
from acquis.model import Pinpoint
from acquis.rest.asker import quotable
from acquis.web.answers import Page, file
from acquis.web.diffs import refuse_guarded
from acquis.web.diffs_examples import Example, passages
from acquis.web.filters import NAMES, Narrowed, narrowed
from acquis.web.held import opened
from acquis.web.pages import Served, page
from acquis.web.pages.agreed import Choices, choices
from acquis.web.reader import Reader
from acquis.web.urls import Url
from acquis.web.words import bcp47, direction, message

if TYPE_CHECKING:
    from acquis.precedents.certificate import Certificate

LARGEST: Final = 400_000
"""Bytes of a record that is verified: one of the longest formula has a tenth of it."""

OUTCOMES: Final = {
    "present": message("These words were found"),
    "absent": message("These words were not found"),
    "not searched": message("Nothing was searched"),
}
"""What a certificate says, in words."""

_PERIOD: Final = {"since": message("From the day"), "until": message("Before the day")}
"""The ends of a period, as they are said."""


class Standing(Struct, frozen=True):
    """A place where the formula stands."""

    address: str
    day: str | None


class Near(Struct, frozen=True):
    """A passage that comes near: how many words it shares, which are missing, and the stretch as printed."""

    address: str
    day: str | None
    shared: int
    of: int
    missing: tuple[str, ...]
    stretch: str
    language: str
    direction: str


class CertificatePage(Page, frozen=True, kw_only=True):
    """What an exhaustive search found. `record` is the address of the record, empty where it may not be passed on.

    `differs` is what came of verifying a record: None where none was shown, nothing where it is the same to the byte.
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
    language: str = "und"
    found: tuple[Standing, ...] = ()
    nearest: tuple[Near, ...] = ()
    uncovered: tuple[str, ...] = ()
    base: str = ""
    hash: str = ""
    record: str = ""
    withheld: bool = False
    differs: tuple[str, ...] | None = None
    examples: tuple[Example, ...] = ()

    @property
    def verdict(self) -> str:
        """What it says, in words."""
        return OUTCOMES.get(self.outcome, "")

    def rows(self) -> Sequence[Struct]:
        """The places where it stands, or those that come near."""
        standing = [_Line("stands", each.day, each.address, None, None, "") for each in self.found]
        near = [_Line("near", each.day, each.address, each.shared, each.of, each.stretch) for each in self.nearest]
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
        reader, text=text, of=of, since=since, until=until, filters=_narrowed(_filters(reader, since, until))
    )
    if not (of or text).strip():
        return reader.answer(msgspec.structs.replace(asked, examples=passages(reader)))
    made = _made(reader, text, of, since, until)
    return reader.answer(_shown(reader, asked, made))


def record(
    reader: NamedDependency[Reader],
    *,
    text: FromQuery[str] = "",
    of: FromQuery[str] = "",
    since: FromQuery[str] = "",
    until: FromQuery[str] = "",
) -> Response[bytes]:
    """The record of the same certificate: canonical JSON, the same bytes wherever the release is held."""
    if not (of or text).strip():
        raise BadQuery("A record is of some words: /certificate.record?text=… or ?of=ADDRESS.")
    made = _made(reader, text, of, since, until)
    for each in made.nearest:
        refuse_guarded(reader, each.address)
    return file(made.record, f"certificate-{made.hash[:12]}.json", "application/json")


def verified(reader: NamedDependency[Reader], data: MultipartBody[dict[str, Any]]) -> Response[Any]:
    """Makes a record again from this archive and says what differs; it changes nothing here."""
    shown = data.get("record")
    content = shown.file.read(LARGEST + 1) if isinstance(shown, UploadFile) else b""
    reader.url, reader.behind = Url("/certificate"), True
    differs = tuple(_told(reader, each) for each in _differing(reader, content))
    return reader.answer(_blank(reader, differs=differs))


# --- what is asked ----------------------------------------------------------------------------------------------------


def _made(reader: Reader, text: str, of: str, since: str, until: str) -> "Certificate":
    """The certificate; worked out once, for its page and its record."""
    filters = _filters(reader, since, until)
    what = of.strip() or text.strip()
    if of.strip():
        what = str(opened(reader, what).address)
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


def _narrowed(filters: Mapping[str, str]) -> tuple[Narrowed, ...]:
    titles = {**NAMES, **_PERIOD}
    return tuple(Narrowed(name, titles[name], value) for name, value in filters.items())


def _blank(reader: Reader, **asked: Any) -> CertificatePage:
    fields = tuple(each for each in choices(reader) if each.field != "year")
    return CertificatePage(title=message("Certificate of search"), choices=fields, **asked)


# --- what is said -----------------------------------------------------------------------------------------------------


def _shown(reader: Reader, asked: CertificatePage, made: "Certificate") -> CertificatePage:
    withheld = not all(quotable(reader, str(each.address)) for each in made.nearest)
    query = (("of", str(made.address)) if made.address else ("text", made.text), *_said(asked))
    return msgspec.structs.replace(
        asked,
        of=str(made.address) if made.address else "",
        query=made.text,
        outcome=made.outcome,
        level=made.level,
        uses=made.uses,
        line=made.line,
        language=bcp47(made.address.language) if made.address else "und",
        found=tuple(Standing(str(each.address), each.day) for each in made.found),
        nearest=tuple(_near(reader, each) for each in made.nearest),
        uncovered=made.uncovered,
        base=str(made.base),
        hash=made.hash,
        record="" if withheld else str(Url("/certificate.record", query + _release(reader))),
        withheld=withheld,
    )


def _said(asked: CertificatePage) -> tuple[tuple[str, str], ...]:
    return tuple((each.field, each.value) for each in asked.filters)


def _release(reader: Reader) -> tuple[tuple[str, str], ...]:
    return (("release", reader.release),) if reader.release else ()


def _near(reader: Reader, miss: Any) -> Near:
    tag = miss.address.language
    stretch = miss.stretch if quotable(reader, str(miss.address)) else ""
    told = (str(miss.address), miss.day, miss.shared, miss.of, miss.missing, stretch)
    return Near(*told, bcp47(tag), direction(tag))


# --- a record that is shown -------------------------------------------------------------------------------------------


def _differing(reader: Reader, content: bytes) -> tuple[str, ...]:
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
        return reader.archive.precedents.verify(content).differs
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
_FORM: Final = post(
    "/certificate/verified", sync_to_thread=True, status_code=200, include_in_schema=False, exclude_from_csrf=True
)(verified)
"""It asks and changes nothing, so that it needs no proof that this room wrote it."""

ENTRY = Served("/certificate", (*_PAGE.handlers, *_RECORD.handlers, _FORM))
