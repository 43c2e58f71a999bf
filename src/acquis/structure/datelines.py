"""A line with no more than a place and a day: "Orvelin, 14 May 2004"."""

import re
from dataclasses import dataclass
from typing import Final

from acquis.model import Span
from acquis.structure.dates import Dated, dates_in

_LONGEST: Final = 90
_SHAPE: Final = re.compile(r"(?P<place>[^\W\d_][^\d,，、:.。]{1,40})[,，、]\s?(?P<rest>.*[\d〇一二三四五六七八九十].*)")
_BRACKETED: Final = re.compile(r"[(（\[].*?[)）\]]")
_SPARE: Final = 10  # letters beside the day: "on", "the", a weekday
_NOWHERE: Final = re.compile(r"by |via |virtual|online|視頻|视频|オンライン|в формате", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and day of a dateline; spans count in its line. `place` is None for a meeting that was held nowhere."""

    place: Span | None
    dated: Dated


def dateline(line: str, tongue: str | None = None) -> Dateline | None:
    """The place and the last day of a dateline; None for any other line.

    >>> found = dateline("Sundrel, 26 and 27 April 2006", "en")
    >>> str(found.dated.day), found.place
    ('2006-04-27', Span(start=0, end=7))
    >>> dateline("In Geneva, 14 States signed the Treaty of 1968 on that day.")
    """
    match = _SHAPE.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    if match is None:
        return None
    found = dates_in(match["rest"], tongue) or (dates_in(match["rest"], None) if tongue else [])
    if not found or not found[-1].day.exact:
        return None
    rest = _BRACKETED.sub("", match["rest"][: found[0].span.start] + match["rest"][found[-1].span.end :])
    if sum(letter.isalpha() for letter in rest) > _SPARE or rest.rstrip().endswith(("。", ";")):
        return None
    start = len(line) - len(line.lstrip())
    place = Span(start + match.start("place"), start + match.start("place") + len(match["place"].rstrip()))
    last = found[-1]
    shifted = Dated(last.day, last.until, last.span.moved(start + match.start("rest")), last.stated)
    if last.until:
        shifted = Dated(last.until, None, shifted.span, last.stated)
    return Dateline(None if _NOWHERE.match(match["place"]) else place, shifted)
