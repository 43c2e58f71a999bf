"""OAI-PMH 2.0 in XML: whatever a title holds is text there, and no more."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from acquis.formats._escape import legal
from acquis.web.oai_records import Listing, OaiRecord
from acquis.web.oai_request import FORMAT, OaiError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

OAI: Final = "http://www.openarchives.org/OAI/2.0/"
DC: Final = "http://purl.org/dc/elements/1.1/"
OAI_DC: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_NAMES: Final[Any] = {None: OAI, "xsi": XSI}


def envelope(base: str, now: str, asked: Mapping[str, str]) -> "Element":
    """A response to a request, to which the answer is added; `asked` are its arguments where they are sound."""
    from lxml import etree

    root = etree.Element(f"{{{OAI}}}OAI-PMH", nsmap=_NAMES)
    root.set(f"{{{XSI}}}schemaLocation", f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
    added(root, "responseDate", now)
    request = added(root, "request", base)
    for name, value in asked.items():
        request.set(name, legal(value))
    return root


def added(within: "Element", name: str, words: str | None = None) -> "Element":
    """One more element of the protocol."""
    from lxml import etree

    made = etree.SubElement(within, f"{{{OAI}}}{name}")
    made.text = None if words is None else legal(words)
    return made


def refused(root: "Element", error: OaiError) -> None:
    """What the protocol says where it gives nothing."""
    added(root, "error", str(error)).set("code", error.code)


def identified(root: "Element", facts: Iterable[tuple[str, str]]) -> None:
    """Who keeps the records, and how."""
    here = added(root, "Identify")
    for name, value in facts:
        added(here, name, value)


def formats(root: "Element") -> None:
    """The one form of the records."""
    here = added(added(root, "ListMetadataFormats"), "metadataFormat")
    added(here, "metadataPrefix", FORMAT)
    added(here, "schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    added(here, "metadataNamespace", OAI_DC)


def sets(root: "Element", held: Iterable[tuple[str, str]]) -> None:
    """The organisations."""
    here = added(root, "ListSets")
    for code, name in held:
        each = added(here, "set")
        added(each, "setSpec", code)
        added(each, "setName", name)


def listed(root: "Element", verb: str, found: Listing) -> None:
    """A page of records, or of their headers, with what leads on."""
    here = added(root, verb)
    for each in found.records:
        if verb == "ListIdentifiers":
            _header(here, each)
        else:
            recorded(here, each)
    if found.token or found.passed:
        token = added(here, "resumptionToken", found.token or None)
        token.set("completeListSize", str(found.total))
        token.set("cursor", str(found.passed))


def recorded(within: "Element", record: OaiRecord) -> None:
    """A record: its header, and where it was not withdrawn its fields."""
    from lxml import etree

    here = added(within, "record")
    _header(here, record)
    if record.deleted:
        return
    core = etree.SubElement(added(here, "metadata"), f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC})
    core.set(f"{{{XSI}}}schemaLocation", f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
    for name, value in record.fields:
        etree.SubElement(core, f"{{{DC}}}{name}").text = legal(value)


def _header(within: "Element", record: OaiRecord) -> None:
    here = added(within, "header")
    if record.deleted:
        here.set("status", "deleted")
    added(here, "identifier", record.identifier)
    added(here, "datestamp", record.changed)
    if record.set:
        added(here, "setSpec", record.set)
