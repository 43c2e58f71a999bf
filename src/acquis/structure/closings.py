"""Where a text ends and what is printed under it begins: adoption, meeting, signatures."""

import re
from typing import Final

from acquis.structure.drafts import Scope
from acquis.structure.head import title_like
from acquis.structure.markers import markers
from acquis.structure.marks import ends

_OFFICE: Final = 90
_SHORT: Final = 150
_SENTENCE: Final = 300
_CLOSING: Final = re.compile(
    r"\[?\s*(?:(?:unanimously )?(?:adopted|approved) (?:as a whole|without|unanimously|by|at|in|on)\b"
    r"|accepted (?:by|without)\b|\d{1,4}(?:st|nd|rd|th)\s(?:\([^)]*\)\s)?(?:plenary\s)?meeting\b)"
    r"|\d{1,4}-е (?:пленарное )?заседание|\d{1,4}e séance|\d{1,4}a\.? sesión"
    r"|\[?\s*(?:принят[аоы]?|одобрен[аоы]?) (?:единогласно|консенсусом|без|путем|большинством|\d+|на|в)\b"
    r"|\[?\s*(?:adoptée?|approuvée?) (?:par|à|sans|lors|le)\b|\[?\s*(?:aprobad|adoptad)[oa] (?:por|sin|en|el)\b"
    r"|(?:一致|协商一致|未经表决|鼓掌)?通过\s*[:：]|(?:全会一致|無投票|コンセンサス)で採択",
    re.IGNORECASE,
)
"""How a line begins that says how a text was adopted, or at which meeting."""

_TEXT: Final = (
    r"(?:resolution|decision|declaration|communiqué|statement|document|text|protocol|rules of procedure|programme|plan"
    r"|резолюция|решение|декларация|коммюнике|заявление|résolution|décision|déclaration|resolución|decisión|declaración)"
)
_TOLD: Final = re.compile(
    rf"(?:the|this|la|le|el)? ?(?:present|draft|présente|presente)? ?{_TEXT}(?: as a whole)?,?"
    r" (?:was(?: not| to be)?|is|has (?:not )?been|could not be|были?а?|a été|est|fue|ha sido)?\s?"
    r"(?:adopted|approved|endorsed|принят[аоы]?|adoptée?|approuvée?|aprobad[oa]|adoptad[oa])\b"
    rf"|the (?:[A-Z][\w'’-]+ ){{1,6}}adopted (?:the|this) (?:present |draft )?{_TEXT}\b"
    r"|(?:本|该|此)?(?:决议|決議|宣言|决定|声明|草案)(?:草案)?(?:以|经|获|未经|は).{0,40}(?:通过|採択)"
    r"|(?:اعت[ُ]?مد|اتخذ|صدر)ت? (?:هذا |هذه |مشروع )?(?:القرار|الإعلان|البيان|المقرر)",
    re.IGNORECASE,
)
_HOW: Final = re.compile(
    r"\bvotes?\b|unanim|consensus|acclamation|objection|silence procedure|единогласно|консенсус|голос|voix|consenso"
    r"|votos?\b|aclamación|一致|表决|票|コンセンサス|投票|الإجماع|توافق الآراء|تصويت|أغلبية|صوت",
    re.IGNORECASE,
)
VOTES: Final = (
    (
        "yes",
        r"(?:voting |voted? )?in favou?r|yeas|(?:голосовали )?за|(?:ont voté )?pour|(?:votos? )?a favor|赞成|賛成"
        r"|(?:ال)?مؤيدون",
    ),
    (
        "no",
        r"(?:voting |voted? )?against|nays|(?:голосовали )?против|(?:ont voté )?contre|(?:votos? )?en contra|反对|反対"
        r"|(?:ال)?معارضون",
    ),
    (
        "abstain",
        r"abstain(?:ing|ed)|abstentions?|воздержал\w+|se sont abstenus|(?:se abstuvieron|abstenciones|abstención)"
        r"|弃权|棄権|(?:ال)?ممتنعون(?: عن التصويت)?",
    ),
    (
        "absent",
        r"absent|not voting|non-voting|отсутствовали|не (?:участвовали в голосовании|голосовали)|absents?"
        r"|n['’]ont pas (?:participé au vote|voté)|ausentes?|缺席|未参加表决|欠席|(?:ال)?غائبون",
    ),
)
"""How a list begins of those who voted so: "In favour: …"."""

_VOTE: Final = re.compile(
    r"(?:" + "|".join(words for _, words in VOTES) + r")(?: ?[(（]\d+[)）])?\s?[:：]", re.IGNORECASE
)
_SIGNING: Final = re.compile(
    r"(?:done (?:at|in)\b|in witness whereof|in faith whereof|for the government of|fait à|en foi de quoi|hecho en"
    r"|en fe de lo cual|совершено в|в удостоверение чего|以资证明|以昭信守|حرر[رت]? في|وإثباتا|本协定于|作成于)",
    re.IGNORECASE,
)


def adopted(text: str) -> bool:
    """Whether a short line says when, where or how a text was adopted: "76th plenary meeting", "Adopted in …"."""
    return len(text) < _SHORT and bool(_CLOSING.match(text))


def told(text: str) -> bool:
    """Whether a short sentence says how a text was adopted: "The resolution was adopted unanimously."."""
    return len(text) < _SENTENCE and bool(_TOLD.match(text)) and bool(_HOW.search(text))


def signed(text: str) -> bool:
    """Whether a paragraph opens as the closing formula of a treaty: "Done at …", "In witness whereof …"."""
    return bool(_SIGNING.match(text))


def signatures(scope: Scope) -> int:
    """Where the lines begin that close a text without a sentence; its end for none.

    They are the offices of those who signed, or lists of how states voted.
    """
    at = scope.last
    while at - 1 > scope.first and (_office(scope.flow[at - 1].text) or voted(scope.flow[at - 1].text)):
        at -= 1
    voting = next((place for place in range(at, scope.last) if voted(scope.flow[place].text)), scope.last)
    return at if scope.last - at >= 2 and ends(scope.flow[at - 1].text) else voting


def voted(text: str) -> bool:
    """Whether a paragraph is a list of those who voted so: "In favour: Chile, Japan. Against: none."."""
    return bool(_VOTE.match(text.strip()))


def _office(text: str) -> bool:
    return len(text) < _OFFICE and title_like(text) and not markers(text)
