"""Who made a document, when, and under which name: the identification that Akoma Ntoso asks for."""

from typing import TYPE_CHECKING, Final

from acquis.formats._akn_names import Names
from acquis.formats._akn_xml import element, own
from acquis.model import Document, Standing

if TYPE_CHECKING:
    from lxml.etree import _Element

SOURCE: Final = "#acquis"
_ONTOLOGY: Final = "/akn/ontology"


def meta(document: Document, names: Names, component: str, private: "list[_Element]") -> "_Element":
    """The head of a document or of one of its annexes (`component` is "main" or "annex_1")."""
    identification = element(
        "identification",
        {"source": SOURCE},
        [_work(document, names, component), _expression(document, names, component), _manifestation(names, component)],
    )
    references = [_references(document, names)] if private else []
    return element("meta", children=[identification, *references, *private])


def _work(document: Document, names: Names, component: str) -> "_Element":
    record = document.record
    found = [*_same(names, names.work, component), _date(names), _author(names)]
    found.append(_value("FRBRcountry", names.jurisdiction))
    found.append(_value("FRBRsubtype", names.type.name))
    found.append(_value("FRBRnumber", names.number))
    found += [_value("FRBRname", title) for title in [record.value("title")] if title]
    return element("FRBRWork", children=found)


def _expression(document: Document, names: Names, component: str) -> "_Element":
    standing = document.record.value("standing")
    found = _same(names, names.expression, component)
    found.append(element("FRBRalias", {"value": document.address, "name": "acquis"}))
    found += [_date(names), _author(names)]
    if standing in (Standing.AUTHENTIC, Standing.OFFICIAL, Standing.UNOFFICIAL):
        found.append(_value("FRBRauthoritative", "false" if standing == Standing.UNOFFICIAL else "true"))
    found.append(element("FRBRlanguage", {"language": names.language}))
    return element("FRBRExpression", children=found)


def _manifestation(names: Names, component: str) -> "_Element":
    this = f"{names.expression}/!{component}.xml"
    found = [_value("FRBRthis", this), _value("FRBRuri", f"{names.expression}.akn"), _date(names)]
    found.append(element("FRBRauthor", {"href": SOURCE}))
    return element("FRBRManifestation", children=[*found, _value("FRBRformat", "application/akn+xml")])


def _same(names: Names, iri: str, component: str) -> "list[_Element]":
    return [_value("FRBRthis", f"{iri}/!{component}"), _value("FRBRuri", iri)]


def _date(names: Names) -> "_Element":
    """The date, full as the schema wants it; what is known of a partial one stands beside it."""
    made = element("FRBRdate", {"date": names.date, "name": names.which})
    if names.day is None:
        made.set(own("known"), "none")
    elif not names.day.exact:
        made.set(own("known"), str(names.day))
    return made


def _author(names: Names) -> "_Element":
    return element("FRBRauthor", {"href": f"#{names.actor}"})


def _value(tag: str, value: str) -> "_Element":
    return element(tag, {"value": value})


def _references(document: Document, names: Names) -> "_Element":
    organ = document.record.value("organ") or document.record.value("organisation") or names.actor
    actor = {"eId": names.actor, "href": f"{_ONTOLOGY}/organization/{names.actor}", "showAs": organ}
    program = {"eId": "acquis", "href": f"{_ONTOLOGY}/process/acquis", "showAs": "acquis"}
    preambular = {"eId": "preambular", "href": f"{_ONTOLOGY}/concept/preambular", "showAs": "preambular paragraph"}
    listed = [element("TLCOrganization", actor), element("TLCProcess", program), element("TLCConcept", preambular)]
    return element("references", {"source": SOURCE}, listed)
