"""A sentence with a mark for each thing that it names, so that a rule reads its form and not its names."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from acquis.model import Span
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention

_LETTERS: Final = {
    Kind.STATE: "S",
    Kind.STATE_GROUP: "G",
    Kind.ORG: "O",
    Kind.ORGAN: "N",
    Kind.ORGAN_GROUP: "R",
    Kind.MECHANISM: "K",
    Kind.ACTOR: "A",
    Kind.REGION: "L",
    Kind.CITY: "C",
    Kind.ZONE: "Z",
    Kind.INSTRUMENT: "I",
    Kind.INSTRUMENT_GROUP: "J",
    Kind.UN_DOC: "U",
    Kind.DOCUMENT: "Y",
    Kind.MEETING: "M",
    Kind.SESSION: "Q",
    Kind.EVENT: "E",
    Kind.DATE: "D",
    Kind.PERSON: "P",
    Kind.DATABASE: "B",
}
"""The letter of each kind of mention in a mark: ⟨S0⟩ is a state, the first mention of the sentence."""

_MARK: Final = re.compile(r"⟨([A-Z])(\d+)⟩")
_JOINT: Final = (
    r"(?:,? (?:and|or)(?: also| of| with| in| to)?|,? as well as|,| –| —|;(?: and)?|,? und|,? и(?: также)?|,? а"
    r" также|,? et|"
    r",? ainsi que|,? [ye]|،| ?و(?=⟨)|、|和|及|以及|与|と|及び)"
)
_LEAD: Final = (
    r"(?: ?(?:the|its|their|al?|(?:à |de |a )?(?:la|le|les|los|las|el)|aux?|de[ls]?|du|de)(?= )| ?(?:à |de )?[dl]['’])?"
)
_BOUND: Final = re.compile(r"[.,;:،؛，；。：]")
"""Where a clause ends."""
_END: Final = re.compile(r"[.;؛。；]")


def listed(kinds: str, *, between: str = "", before: str = "") -> str:
    """A regular expression for marks of some kinds, one or more of them joined as texts join them.

    `between` may stand after each mark: its place in brackets, or its function; `before` before each but the first.
    """
    one = rf"(?: ?{before})?{_LEAD} ?⟨[{kinds}]\d+⟩{between}" if before else rf"{_LEAD} ?⟨[{kinds}]\d+⟩{between}"
    return rf"⟨[{kinds}]\d+⟩{between}(?:{_JOINT}{one})*"


class Template:
    """A stretch of a text whose outer mentions are marks. Its matches lead back to the text.

    `within` are the mentions that stand in outer ones.
    """

    def __init__(self, text: str, span: Span, mentions: Sequence[Mention], within: Sequence[Mention] = ()) -> None:
        self.text, self.span = text, span
        self.mentions, self.within = tuple(mentions), tuple(within)
        self._tpl: list[int] = []
        self._doc: list[int] = []
        pieces: list[str] = []
        at = size = 0
        for number, mention in enumerate(mentions):
            for words, start in (
                (text[span.start + at : mention.span.start], span.start + at),
                (f"⟨{_LETTERS[mention.kind]}{number}⟩", mention.span.start),
            ):
                self._tpl.append(size)
                self._doc.append(start)
                pieces.append(words)
                size += len(words)
            at = mention.span.end - span.start
        self._tpl.append(size)
        self._doc.append(span.start + at)
        pieces.append(text[span.start + at : span.end])
        self.words = "".join(pieces)

    @cached_property
    def plain(self) -> str:
        """The words with every blank alike."""
        return re.sub(r"\s", " ", self.words)

    @cached_property
    def small(self) -> str:
        """The plain words in small letters."""
        return self.plain.lower()

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The letters of its marks."""
        return frozenset(_LETTERS[each.kind] for each in self.mentions)

    def has(self, words: Sequence[str]) -> bool:
        """Whether any of some words, in small letters, stands in it: asked before what costs more."""
        return any(word in self.small for word in words)

    def marked(self, words: str) -> Iterator[Mention]:
        """The mentions whose marks stand in some words of it."""
        return (self.mentions[int(number)] for _, number in _MARK.findall(words))

    def unmarked(self, words: str) -> str:
        """Words with marks as the text has them."""
        return _MARK.sub(lambda found: self.mentions[int(found[2])].span.of(self.text), words)

    def stretch(self, found: re.Match[str], group: int | str = 0) -> Span:
        """Where a group of a match stands in the text."""
        return Span(self._back(found.start(group)), self._back(found.end(group), end=True))

    def tail(self, at: int) -> str:
        """The plain words from a place to the end of their clause; a comma ends none."""
        return _END.split(self.plain[at:])[0]

    def lead(self, at: int) -> str:
        """The words before a place of the plain words that belong to the same clause."""
        return _BOUND.split(self.plain[:at])[-1]

    def _back(self, at: int, *, end: bool = False) -> int:
        place = bisect_right(self._tpl, at - 1 if end else at) - 1
        if place % 2:  # a mark: its edges are those of the mention
            mention = self.mentions[place // 2]
            return mention.span.end if end else mention.span.start
        return self._doc[place] + at - self._tpl[place]


def templates(text: str, span: Span, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Template]:
    """The sentences of a paragraph as templates; a paragraph without sentences is one."""
    for sentence in sentences or (span,):
        own = [each for each in mentions if sentence.holds(each.span)]
        outer = sorted((each for each in own if not each.nested), key=lambda each: each.span)
        yield Template(text, sentence, outer, [each for each in own if each.nested])
