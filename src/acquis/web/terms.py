"""Words of the archive that pages say in the language of the interface; those that are not here stay as they are."""

from acquis.web.words import message

TERMS = (
    *(message("identical"), message("adapted"), message("partial"), message("mixed"), message("formula")),
    *(message("quotation"), message("verbatim"), message("partly"), message("no earlier wording held")),
    *(message("too short to tell"), message("adoption"), message("issue"), message("signature")),
    *(message("authentic"), message("official"), message("unofficial translation"), message("unknown")),
    *(message("public"), message("internal"), message("restricted")),
    *(message("closest"), message("newest"), message("oldest")),
    *(message("length"), message("length and anchors"), message("what it holds"), message("too many to pair")),
    *(message("declaration"), message("resolution"), message("treaty"), message("statement"), message("communique")),
    *(message("decision"), message("convention"), message("protocol"), message("charter"), message("draft")),
    *(message("note"), message("correct"), message("relate"), message("split"), message("join")),
)
"""How a wording is related to another, where a sentence comes from, dates, standings, markings, orders, kinds."""
