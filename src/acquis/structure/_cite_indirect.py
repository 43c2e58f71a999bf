"""Resolutions that a text means without number: by their session and their subject."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from acquis.languages import languages
from acquis.model import CitationKind
from acquis.organisations import Known, Organ, organisations
from acquis.structure._cite_found import Found

_MEANT: Final = re.compile(
    r"\b(?:the |a )?(?:(?!present|this|draft)\w+ )?(?<!present )(?<!this )(?<!draft )resolution (?:adopted )?"
    r"(?:at|of|by|during) (?:the |its )?(?P<session>\d{1,3}(?:st|nd|rd|th)|[\w-]{5,30})(?: \w+)? session"
    r"(?: of (?:the )?(?P<organ>[\w ]{5,60}))?",
    re.IGNORECASE,
)


def indirect_in(text: str, lowered: str) -> Iterator[Found]:
    """Every resolution named by session alone: with the address that the shelf knows for its subject, else without."""
    if "session" not in lowered or "resolution" not in lowered:
        return
    for match in _MEANT.finditer(text):
        session = _number(match["session"].lower())
        if session is None:
            continue
        target = _known(session, match["organ"] or "", lowered)
        end = match.end() if not match["organ"] else match.start("organ") + len(_organ_words(match["organ"]))
        yield Found(match.start(), end, CitationKind.INDIRECT, target, "session and subject", inferred=True)


def _known(session: int, organ: str, lowered: str) -> str | None:
    plain = lowered.replace("-", " ")
    for org in organisations().values():
        for known in org.known:
            held = all(word.replace("-", " ") in plain for word in known.words)
            if known.session == session and held and _is(org.organ(known.organ), organ):
                return f"{org.code}:{known.symbol}"
    return None


def _is(organ: Organ | None, words: str) -> bool:
    return organ is not None and any(words.casefold().startswith(name.casefold()) for name in organ.names)


def _organ_words(words: str) -> str:
    names = (n for org in organisations().values() for o in org.organs for n in o.names)
    return max((n for n in names if words.casefold().startswith(n.casefold())), key=len, default="")


@cache
def _ordinals() -> dict[str, int]:
    return {word: number for spoken in languages() for word, number in spoken.ordinals.items()}


def _number(words: str) -> int | None:
    found: Known | re.Match[str] | None = re.match(r"\d+", words)
    return int(found[0]) if isinstance(found, re.Match) else _ordinals().get(words)
