"""Where a text ends and what is printed under it begins: adoption, meeting, signatures."""

import re
from typing import Final

from acquis.structure.drafts import Scope
from acquis.structure.head import title_like
from acquis.structure.markers import markers
from acquis.structure.marks import ends

_OFFICE: Final = 90
_SHORT: Final = 150
_CLOSING: Final = re.compile(
    r"\[?\s*(?:adopted (?:without|by|at|in|on)\b|\d{1,4}(?:st|nd|rd|th)\s(?:\([^)]*\)\s)?"
    r"(?:plenary\s)?meeting\b)|\d{1,4}-е (?:пленарное )?заседание|\d{1,4}e séance|\d{1,4}a\.? sesión",
    re.IGNORECASE,
)
_SIGNING: Final = re.compile(
    r"(?:done (?:at|in)\b|in witness whereof|in faith whereof|for the government of|fait à|en foi de quoi|hecho en"
    r"|en fe de lo cual|совершено в|в удостоверение чего|以资证明|以昭信守|حرر[رت]? في|وإثباتا|本协定于|作成于)",
    re.IGNORECASE,
)


def adopted(text: str) -> bool:
    """Whether a short line says when, where or how a text was adopted: "76th plenary meeting", "Adopted in …"."""
    return len(text) < _SHORT and bool(_CLOSING.match(text))


def signed(text: str) -> bool:
    """Whether a paragraph opens as the closing formula of a treaty: "Done at …", "In witness whereof …"."""
    return bool(_SIGNING.match(text))


def signatures(scope: Scope) -> int:
    """Where the lines begin that close a text without a sentence: the offices of those who signed; its end for none."""
    at = scope.last
    while at - 1 > scope.first and _office(scope.flow[at - 1].text):
        at -= 1
    return at if scope.last - at >= 2 and ends(scope.flow[at - 1].text) else scope.last


def _office(text: str) -> bool:
    return len(text) < _OFFICE and title_like(text) and not markers(text)
