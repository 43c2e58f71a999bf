"""OAI-PMH 2.0: the public catalogue as Dublin Core for libraries and harvesters, whoever asks."""

import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from litestar import Response, route
from litestar.di import NamedDependency
from litestar.params import RawBody

from acquis.web import oai_xml as xml
from acquis.web.oai_records import listing, one, sets
from acquis.web.oai_request import OaiError, checked, selection
from acquis.web.oai_times import dated, moment
from acquis.web.pages import Served
from acquis.web.reader import Reader, unchanged

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PATH = "/oai"
_LARGEST = 20_000


@route(
    PATH,
    http_method=["GET", "HEAD", "POST"],
    status_code=200,
    sync_to_thread=True,
    include_in_schema=False,
    before_request=unchanged,
    opt={"exclude_from_csrf": True},
)
def harvest(reader: NamedDependency[Reader], body: RawBody) -> Response[bytes]:
    """One of the six verbs, from the query or from a form: the protocol asks for both, and neither changes anything."""
    sent = reader.request.method == "POST"
    words = body[:_LARGEST].decode("utf-8", "replace") if sent else reader.request.url.query
    headers = {"cache-control": "no-store"} if sent else reader.headers
    return _answered(reader, parse_qsl(words, keep_blank_values=True), headers)


def _answered(reader: Reader, pairs: list[tuple[str, str]], headers: dict[str, str]) -> Response[bytes]:
    from lxml import etree

    site = reader.site
    now = moment(datetime.datetime.now(datetime.UTC).isoformat())
    try:
        asked = checked(pairs)
        root = xml.envelope(site + PATH, now, asked)
        _told(reader, root, asked, site)
    except OaiError as error:
        sound = error.code not in ("badVerb", "badArgument")
        root = xml.envelope(site + PATH, now, dict(pairs) if sound else {})
        xml.refused(root, error)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return Response(content, media_type="text/xml", headers=headers)


def _told(reader: Reader, root: "Element", asked: dict[str, str], site: str) -> None:
    """The answer of a verb."""
    match asked["verb"]:
        case "Identify":
            xml.identified(root, _identity(reader, site))
        case "ListMetadataFormats":
            if "identifier" in asked:
                one(reader, asked["identifier"], site)
            xml.formats(root)
        case "ListSets" if "resumptionToken" in asked:
            raise OaiError("badResumptionToken", "The sets are given at once.")
        case "ListSets":
            xml.sets(root, sets(reader) or _none())
        case "GetRecord":
            xml.recorded(xml.added(root, "GetRecord"), one(reader, asked["identifier"], site))
        case verb:
            xml.listed(root, verb, listing(reader, selection(asked), site))


def _none() -> Any:
    raise OaiError("noSetHierarchy", "Nothing is held of any organisation.")


def _identity(reader: Reader, site: str) -> list[tuple[str, str]]:
    """What the protocol asks of a repository.

    Its keeper is reached as the room was told, else where mail for a host always is (RFC 2142).
    """
    held = dated(reader)
    return [
        ("repositoryName", "acquis"),
        ("baseURL", site + PATH),
        ("protocolVersion", "2.0"),
        ("adminEmail", reader.room.mail or f"postmaster@{urlsplit(site).hostname or 'localhost'}"),
        ("earliestDatestamp", held[0].changed if held else "1970-01-01T00:00:00Z"),
        ("deletedRecord", "transient"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ]


ENTRY = Served(PATH, (harvest,))
