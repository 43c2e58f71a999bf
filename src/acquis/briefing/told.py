"""A brief as plain data: for programs, all of it, each thing with its address and words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.first_page import first_page
from acquis.briefing.sections.changed import RULE, ranked

if TYPE_CHECKING:
    from acquis.briefing.brief import Brief, Compared, Paragraph
    from acquis.briefing.predecessor import Candidate
    from acquis.formats._paper import Line
    from acquis.precedents.flags import Flag
    from acquis.precedents.provenance import Traced


def as_data(brief: "Brief") -> dict[str, Any]:
    """The brief as mappings, lists, words and numbers; the same brief gives the same data."""
    choice = brief.choice
    return {
        "text": {"address": brief.document.address, "held": brief.held, "marking": brief.marking, **_text(brief)},
        "compared_with": [_candidate(each) for each in choice.chosen],
        "why_none": choice.why_none,
        "other_candidates": [_candidate(each) for each in choice.others],
        "known_not_held": brief.unheld,
        "first_page": [{"about": row.about, **_line(row.line)} for row in first_page(brief)],
        "look_at_first": {"rule": RULE, "places": [each.later for each in ranked(brief)]},
        "paragraphs": [_paragraph(each, brief) for each in brief.paragraphs],
        "wording_not_repeated": [{"address": each.address, "words": each.words} for each in brief.gone],
        "cited": brief.cited,
        "adoption": brief.adoption,
        "assent": brief.assent,
        "facts": brief.facts,
        "searched": str(brief.base) if brief.base else None,
        "stands": brief.stands,
    }


def _text(brief: "Brief") -> dict[str, Any]:
    text = brief.text
    names = ("title", "symbol", "organisation", "organ", "kind", "language", "standing", "day")
    return {name: getattr(text, name) for name in names}


def _candidate(candidate: "Candidate") -> dict[str, Any]:
    text = candidate.text
    return {"address": text.address, "title": text.title, "day": text.day, "because": candidate.because}


def _line(line: "Line") -> dict[str, Any]:
    notes = dict.fromkeys(run.note for run in line if run.note)
    return {"words": "".join(run.text for run in line), "proofs": list(notes)}


def _paragraph(paragraph: "Paragraph", brief: "Brief") -> dict[str, Any]:
    return {
        "address": paragraph.passage.address,
        "words": paragraph.passage.words,
        "fate": paragraph.fate,
        "sources": [{"address": each.earlier.address, "kind": each.kind} for each in paragraph.sources],
        "changed": [_compared(each) for each in paragraph.compared],
        "sentences": [_sentence(each, brief) for each in paragraph.sentences],
    }


def _compared(compared: "Compared") -> dict[str, Any]:
    found = compared.comparison
    return {
        "earlier": compared.earlier,
        "later": compared.later,
        "earlier_words": found.older.text,
        "later_words": found.newer.text,
        "position": found.position,
        "changes": [_flag(each) for each in found.flags],
    }


def _flag(flag: "Flag") -> dict[str, Any]:
    older, newer = flag.words
    told = {"kind": flag.kind, "change": flag.change, "survives": flag.survives, "rule": flag.rule}
    return {**told, "earlier": older, "later": newer}


def _sentence(traced: "Traced", brief: "Brief") -> dict[str, Any]:
    return dict(_origin(traced, brief))


def _origin(traced: "Traced", brief: "Brief") -> Iterator[tuple[str, Any]]:
    source, first = traced.source, traced.earliest
    yield "address", brief.document.pinpoint(traced.sentence.span)
    yield "words", traced.sentence.words
    yield "origin", traced.origin
    yield "source", {"address": source.address, "day": source.day, "words": source.words} if source else None
    yield "earliest", {"address": first.address, "day": first.day} if first else None
