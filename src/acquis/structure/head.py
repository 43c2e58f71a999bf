"""Where the body of a text starts, and which lines before it are its title."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from msgspec.structs import replace

from acquis.formats import Role
from acquis.languages import languages
from acquis.organisations import organisations
from acquis.structure.blocks import COLUMNS, Block, parted, split
from acquis.structure.datelines import dateline
from acquis.structure.markers import markers
from acquis.structure.marks import ends
from acquis.structure.openings import opening, place, speaks

LONGEST: Final = 400
_WORD: Final = 60  # no word that heads a preamble is longer, with what is printed around it
"""No title is longer, in characters."""

HEADING_LENGTH: Final = 150
"""No heading within a text is longer."""

NUMBERED_TITLE: Final = re.compile(
    r"(?P<n>(?:S-|ES-)?\d{1,4}/\d{1,4}|\d{1,4}\s\((?:[IVXL]+|\d{4})\))\.?[\s\xa0]+(?=\S)"
)
"""A resolution's number before its title: "68/135.", "2625 (XXV)."."""

_NUMBER_ALONE: Final = re.compile(r"(?:S-|ES-)?\d{1,4}/\d{1,4}\.?")
"""The number on a line of its own, the title on the next: the line above both is that of the agenda item."""

DATE_ONLY: Final = re.compile(
    r"[\[(]?(?:[^\W\d_]+,?\s)?\d{1,2}\.?\s(?:de\s)?[^\W\d_]+\s(?:de\s)?\d{4}(?:\sгода|\sг\.)?[\])]?$"
    r"|[^\W\d_]+\s\d{1,2},\s\d{4}$|\d{4}年\d{1,2}月\d{1,2}日$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The first blocks of a document: `start` is where the body starts, `title` the places of the title's lines."""

    start: int
    title: frozenset[int]


def head(flow: Sequence[Block], headed: Collection[int], tongue: str | None) -> Head:
    """The head of a document; `headed` are the places of its numbered headings."""
    start = next((at for at in range(len(flow)) if _is_body(flow, headed, at, tongue)), len(flow))
    if start == len(flow) and len(flow) > 1:
        start = 1
    return Head(start, frozenset(_title(flow[:start])))


def in_columns(flow: Sequence[Block]) -> list[Block]:
    """The blocks, the first ones parted where a masthead prints two columns on a line."""
    found: list[Block] = []
    for at, block in enumerate(flow):
        rest = block
        while (
            at < _FIRST
            and (rest.role is not Role.CELL or at < _MASTHEAD_ROWS)
            and not markers(rest.text)
            and not NUMBERED_TITLE.match(rest.text)
            and (gap := COLUMNS.search(rest.text))
        ):
            left, right = parted(rest, gap.start())
            gone, rest = split(right, gap.end() - gap.start(), "column gap")
            found.append(replace(left, fragments=(*left.fragments, *gone)))
        found.append(rest)
    return found


_FIRST: Final = 12
_MASTHEAD_ROWS: Final = 3
_DECLARES: Final = 6  # words: "The Heads of State, met in Drevina, declare:"


def is_preamble_word(text: str) -> bool:
    """Whether a line is no more than the word that heads a preamble, in any language of the shelf."""
    if len(text) > _WORD:
        return False
    return text.strip().strip("〈〉『』[]()*:.").casefold() in _preamble_words()


@cache
def _preamble_words() -> frozenset[str]:
    return frozenset(word for tongue in languages() for word in tongue.preambles)


def _is_body(flow: Sequence[Block], headed: Collection[int], at: int, tongue: str | None) -> bool:
    block = flow[at]
    text = block.text.strip()
    if block.role is Role.TITLE or NUMBERED_TITLE.match(text) or _is_masthead(text):
        return False
    if block.role is Role.CELL and at < _MASTHEAD_ROWS and len(text) < LONGEST:
        return False  # a masthead laid out as a table
    if at in headed or block.role in (Role.ITEM, Role.CELL) or len(text) > LONGEST:
        return True
    if any(m.value == 1 for m in markers(text)) or is_preamble_word(text):
        return True
    if speaks(text) and at + 1 < len(flow) and place(flow[at + 1].text, tongue):
        return True
    if opening(text, tongue) and text.endswith((",", ";", ".", ":", "،", "；", "，", "。")):
        return True
    if text.endswith((":", "：")) and _length(text) > _DECLARES:
        return True
    return _length(text) > 14 and text.endswith((".", ":", ",", ";", "。", "：", "，", ".”"))


def _length(text: str) -> int:
    """About how many words a line has; in scripts without blanks two letters count as one."""
    return max(len(text.split()), sum("\u3040" <= letter <= "\u9fff" for letter in text) // 2)


_MASTHEAD: Final = re.compile(
    r"(?:agenda item|item \d|point \d|пункт \d|\S+ сессия$|подлинный текст|distr[.:]|original:|\S+ session$"
    r"|[A-Z]{1,5}(?:/[\w.()-]+)+$|united nations$|general assembly$|security council$|human rights council$"
    r"|economic and social council$|point \d+ de l['’]ordre|tema \d+ del)",
    re.IGNORECASE,
)


def _is_masthead(text: str) -> bool:
    """Whether a line is printed about the text: adoption notes, brackets, symbols, sessions, dates."""
    lowered = text[:80].casefold()
    bracketed = text.startswith("[") and text.endswith("]")
    if SPONSORS.fullmatch(text):
        return True
    if bracketed or "adopted by" in lowered or DATE_ONLY.match(text) or _MASTHEAD.match(text):
        return True
    return TRANSLATION.search(text) is not None or dateline(text) is not None or names_an_author(text)


SPONSORS: Final = re.compile(r"(?P<who>[^:]{3,4000}):\s*(?:revised\s)?draft (?:resolution|decision)\b", re.IGNORECASE)
"""The line of a draft that names who submits it."""

TRANSLATION: Final = re.compile(
    r"\b(?:un)?official translation\b|\btranslated (?:from|by)\b|\b(?:не)?официальный перевод\b|仮訳|公定訳|正式译本"
    r"|非正式译|非官方译|\btraduction (?:non )?officielle\b|\btraducción (?:no )?oficial\b|ترجمة (?:غير )?رسمية",
    re.IGNORECASE,
)
"""A line that says that the text is a translation."""

OFFICIAL: Final = re.compile(
    r"\bofficial translation\b|\bофициальный перевод\b|公定訳|(?<!非)正式译本|\btraduction officielle\b"
    r"|\btraducción oficial\b|ترجمة رسمية",
    re.IGNORECASE,
)
"""… and that it is an official one."""


@cache
def _authors() -> frozenset[str]:
    held = organisations().values()
    names = [name for each in held for name in each.names]
    return frozenset(name.casefold() for name in (*names, *(n for each in held for o in each.organs for n in o.names)))


def names_an_author(text: str) -> bool:
    """Whether a line is the name of an organisation or organ of the shelf and nothing else."""
    return text.casefold().removeprefix("the ") in _authors()


def _title(blocks: Sequence[Block]) -> set[int]:
    """Marked so by the format, numbered as resolutions are, or the first line that names a kind of text."""
    if marked := {at for at, block in enumerate(blocks) if block.role is Role.TITLE}:
        return marked
    if numbered := [at for at, block in enumerate(blocks) if NUMBERED_TITLE.match(block.text)]:
        return {numbered[-1]}
    if below := [at + 1 for at, block in enumerate(blocks[:-1]) if _NUMBER_ALONE.fullmatch(block.text.strip())]:
        return {below[-1], *_continued(blocks, below[-1])}
    plain = [
        at for at, block in enumerate(blocks) if block.role is not Role.CELL and not _is_masthead(block.text.strip())
    ]
    named = [at for at in plain if names_a_text(blocks[at].text)]
    first = next(iter(named or plain), None)
    return set() if first is None else {first, *_continued(blocks, first)}


_TEXT_NOUNS: Final = re.compile(
    r"\b(?:declaration|resolution|communiqu[eé]|treaty|convention|agreement|protocol|charter|covenant|statement|"
    r"strategy|programme|program|plan|memorandum|accord|pact|rules|regulations|act|decision|concept|statute|"
    r"constitution|amendments?|d[eé]claration|traité|convenio|tratado|acuerdo|carta|declaración|resolución|"
    r"protocolo?|декларация|договор|конвенция|соглашение|протокол|хартия|устав|заявление|коммюнике|резолюция|"
    r"стратегия|программа|план|положение)\b|宣言|条約|協定|議定書|声明|憲章|条约|协定|议定书|公约|公报|宪章|决议"
    r"|إعلان|معاهدة|اتفاقية|ميثاق|بروتوكول|بيان|قرار",
    re.IGNORECASE,
)


def names_a_text(text: str) -> bool:
    """Whether a line names a kind of text: declaration, treaty, 宣言 …"""
    return bool(_TEXT_NOUNS.search(text)) and len(text) <= LONGEST


def _continued(blocks: Sequence[Block], first: int) -> set[int]:
    """Title lines that run on: the line before ends in a comma or a dash, or this one starts small."""
    held: set[int] = set()
    for at in range(first + 1, len(blocks)):
        before, text = blocks[at - 1].text.rstrip(), blocks[at].text.strip()
        runs_on = before.endswith((",", "-", "–")) or text[:1].islower() or _hangs(before) or _unspaced(before, text)
        if blocks[at].above or not runs_on or _is_masthead(text):
            break
        held.add(at)
    return held


def _hangs(line: str) -> bool:
    """Whether a line ends with a word that ends no title: "CHARTER OF THE ORGANISATION OF THE"."""
    return line.rsplit(None, 1)[-1].casefold() in {
        "of",
        "the",
        "and",
        "for",
        "on",
        "to",
        "in",
        "de",
        "la",
        "et",
        "y",
        "и",
        "о",
        "по",
    }


def _unspaced(before: str, text: str) -> bool:
    """Whether both lines are short ones of a script without blanks, where nothing else tells that a title runs on."""
    return all(
        "\u3040" <= line[:1] <= "\u9fff" and len(line) < 40 and not line.endswith("。") for line in (before, text)
    )


def title_like(text: str) -> bool:
    """Whether a line may be a heading: short, no mark at its end, and it does not start small."""
    line = text.strip()
    if not line or len(line) > HEADING_LENGTH or ends(line):
        return False
    first = next((letter for letter in line if letter.isalpha()), "")
    return bool(first) and not first.islower() and len(line.split()) <= 18
