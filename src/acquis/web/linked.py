"""A document in the words of schema.org, for search engines and catalogues that read linked data."""

import json
from collections.abc import Iterable
from typing import Any, Final

from acquis.model import Document, Pinpoint
from acquis.model.record import TREATIES
from acquis.web.text import plain
from acquis.web.urls import place
from acquis.web.words import bcp47

_LAW: Final = frozenset((*TREATIES, "resolution", "decision", "rules", "regulation"))
"""The kinds of texts that bind, or are adopted as if they did."""


def json_ld(
    document: Document,
    *,
    site: str = "",
    expressions: Iterable[str] = (),
    cites: Iterable[str] = (),
    publisher: str = "",
) -> dict[str, Any]:
    """What is stated of a document, and nothing guessed; a field that is not stated is not there.

    `site` is where the room is ("https://texts.example.org"), `expressions` the addresses of the same work in the
    languages that are held, `cites` those of works that it cites, `publisher` the whole name of the organisation.
    """
    record, address = document.record, document.address
    day, which = record.day
    kind, rights, code = (record.value(name) for name in ("kind", "rights", "organisation"))
    law = kind in _LAW
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation" if law else "CreativeWork",
        "@id": site + place(str(address)),
        "url": site + place(str(address)),
        "name": plain(record.value("title")) or str(address),
        "identifier": [each for each in (str(address), record.value("symbol")) if each],
        "inLanguage": bcp47(document.language or record.value("language")),
        "genre": kind,
        "datePublished": str(day) if day else None,
        "legislationDate": str(day) if law and day and which == "adoption" else None,
        "publisher": _organisation(publisher or (code or "").upper()),
        "author": _organisation(record.value("organ") or ""),
        "locationCreated": {"@type": "Place", "name": held} if (held := record.value("place")) else None,
        "exampleOfWork": _work(site, str(address.work)),
        "workTranslation": [_work(site, each) for each in expressions if each != address],
        "citation": [_work(site, str(Pinpoint(each).work)) for each in dict.fromkeys(cites)],
        "license" if (rights or "").startswith(("https://", "http://")) else "usageInfo": rights,
        "isAccessibleForFree": True,
    }
    return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def as_script(value: dict[str, Any]) -> str:
    r"""The value for a data block of a page: nothing in it can end the block or begin another one.

    >>> as_script({"name": "</script><script>"})
    '{"name": "\\u003c/script\\u003e\\u003cscript\\u003e"}'
    """
    told = json.dumps(value, ensure_ascii=True)
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _organisation(name: str) -> dict[str, str] | None:
    return {"@type": "Organization", "name": plain(name)} if name else None


def _work(site: str, address: str) -> dict[str, str]:
    return {"@type": "CreativeWork", "@id": site + place(address)}
