"""What a word-processor paragraph says: its runs of letters, with fields, links, notes and tracked changes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acquis.formats import Link, Mark
from acquis.formats._numbering import W
from acquis.formats._ordinals import word_processor
from acquis.formats._sheet import Words
from acquis.formats._styles import Style, Styles, switched, value
from acquis.model.span import Span

if TYPE_CHECKING:
    from lxml import etree

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF02D: "–", 0xF0A3: "□", 0xF0A8: "□", 0xF0FE: "☒"}
_THROUGH = (
    *("smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase"),
    *("oMath", "oMathPara", "e", "num", "den", "sup", "sub", "f", "sSup", "sSub", "d", "rad"),
)
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})
_CYRILLIC = ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "uz", "az", "bs")
_OTHER_SCRIPTS = ("ru", "uk", "be", "bg", "mk", "el", "zh", "ja", "ko", "ar", "he", "fa", "ur", "hi", "th", "ka", "hy")


@dataclass(slots=True)
class Notes:
    """The footnotes or the endnotes of a document; `called` are those met so far, with their numbers."""

    texts: "dict[str, etree._Element]"
    style: str
    called: list[tuple[str, str]] = field(default_factory=list)
    counted: int = 0

    def call(self, name: str) -> str:
        """The number of the next note."""
        self.counted += 1
        number = word_processor(self.counted, self.style)
        self.called.append((name, number))
        return number


@dataclass(slots=True)
class Counts:
    """What was seen in one paragraph: how much of it is bold, and in which language it is said to be."""

    weights: Counter[bool] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.weights) and not self.weights[False]

    def language(self, letters: int) -> str | None:
        """The language that the spelling check was set to for most of the letters; it was often not set at all."""
        tag, most = max(self.languages.items(), key=lambda item: item[1], default=("", 0))
        return tag if tag and most * 2 > letters else None


@dataclass(slots=True)
class _Field:
    """A field (page number, link, index): its instruction is not text, its result is."""

    start: int
    instruction: str = ""
    result: bool = False


class Runs:
    """Reads the runs of paragraphs, in the order of the text: fields may reach over several of them."""

    def __init__(
        self, reading: str, styles: Styles, targets: dict[str, tuple[str, str]], notes: dict[str, Notes]
    ) -> None:
        """`targets` are what the ids of the part point at; `notes` are found by "footnote" and "endnote"."""
        self.revised = False
        self.hidden = 0
        self.page = 1
        self.boxes: list[etree._Element] = []
        self._dropped = frozenset({"del", "moveFrom"} if reading == "accepted" else {"ins", "moveTo"})
        self._styles, self._targets, self._notes = styles, targets, notes
        self._style, self._counts = Style(), Counts()
        self._fields: list[_Field] = []
        self._custom: Notes | None = None
        self._handlers = self._known()

    def read(self, paragraph: "etree._Element", style: Style) -> tuple[Words, Counts]:
        """The words of a paragraph, and what was counted on the way."""
        outer = self._style, self._counts
        self._style, self._counts = style, Counts()
        for each in self._fields:
            each.start = 0
        words = Words()
        self._inline(paragraph, words)
        counts = self._counts
        self._style, self._counts = outer
        return words, counts

    def drops(self, changes: set[str]) -> bool:
        """Whether the reading leaves out what bears one of these marks; that there are changes is noted."""
        met = changes & _CHANGES
        self.revised = self.revised or bool(met)
        return bool(met & self._dropped)

    def _known(self) -> "dict[str, Callable[[etree._Element, Words], None]]":
        """What to do with every element that may stand in a paragraph; the others are left out with what they hold."""
        return {
            **dict.fromkeys(_THROUGH, self._inline),
            **dict.fromkeys(_CHANGES, self._change),
            **dict.fromkeys(("drawing", "pict", "object"), self._drawing),
            **dict.fromkeys(("footnoteReference", "endnoteReference"), self._note),
            **dict.fromkeys(("t", "delText"), self._text),
            **dict.fromkeys(_SIGNS, self._sign),
            "r": self._run,
            "hyperlink": self._hyperlink,
            "fldSimple": self._simple_field,
            "fldChar": self._field_mark,
            "instrText": self._instruction,
            "br": self._break,
            "sym": self._symbol,
            "lastRenderedPageBreak": self._new_page,
            "AlternateContent": self._alternative,
        }

    def _inline(self, element: "etree._Element", words: Words) -> None:
        for child in element.iterchildren(tag=None):
            if handler := self._handlers.get(local(child)):
                handler(child, words)

    def _run(self, run: "etree._Element", words: Words) -> None:
        properties = run.find(f"{W}rPr")
        hidden, bold = self._looks(properties)
        if hidden:
            self.hidden += sum(len(each.text or "") for each in run.iter(f"{W}t"))
            return
        before = words.length
        self._inline(run, words)
        if words.length > before and (last := words.parts[-1]).strip():
            self._counts.weights[bold] += 1
            self._count_language(properties, words.length - before, last)

    def _looks(self, properties: "etree._Element | None") -> tuple[bool, bool]:
        """Whether a run is hidden, and whether it is bold."""
        if properties is None:
            return self._style.hidden, self._style.bold
        named = value(properties, "rStyle")
        own = self._styles.style(named) if named else Style()
        hidden, bold = switched(properties, "vanish"), switched(properties, "b")
        return (
            bool(switched(properties, "webHidden")) or (own.hidden or self._style.hidden if hidden is None else hidden),
            own.bold or self._style.bold if bold is None else bold,
        )

    def _count_language(self, properties: "etree._Element | None", letters: int, sample: str) -> None:
        language = properties.find(f"{W}lang") if properties is not None else None
        if language is not None and (tag := language.get(f"{W}{_script(sample)}")) and _fits(tag, sample):
            self._counts.languages[tag] += letters

    def _write(self, text: str, words: Words) -> None:
        if self._fields and not all(each.result for each in self._fields):
            return
        if self._custom and text.strip():
            name, _ = self._custom.called[-1]
            self._custom.called[-1] = (name, text.strip())
            words.marks.append(Mark(Span(words.length, words.length + len(text)), text.strip()))
            self._custom = None
        words.add(text)

    def _text(self, element: "etree._Element", words: Words) -> None:
        """The letters; a line break in the XML is a blank, and no break of the text."""
        self._write((element.text or "").replace("\r", " ").replace("\n", " "), words)

    def _sign(self, element: "etree._Element", words: Words) -> None:
        self._write(_SIGNS[local(element)], words)

    def _break(self, element: "etree._Element", words: Words) -> None:
        self._write("\n", words)

    def _new_page(self, element: "etree._Element", words: Words) -> None:
        self.page += 1

    def _symbol(self, element: "etree._Element", words: Words) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        self._write(_SYMBOLS.get(code) or ("\ufffd" if 0xD800 <= code < 0xE000 or code > 0xFFFF else chr(code)), words)

    def _hyperlink(self, element: "etree._Element", words: Words) -> None:
        start = words.length
        self._inline(element, words)
        anchor = element.get(f"{W}anchor")
        target = self._targets.get(element.get(f"{_R}id", ""), ("", ""))[1] + (f"#{anchor}" if anchor else "")
        if target and words.length > start:
            words.links.append(Link(Span(start, words.length), target))

    def _change(self, element: "etree._Element", words: Words) -> None:
        if not self.drops({local(element)}):
            self._inline(element, words)

    def _alternative(self, element: "etree._Element", words: Words) -> None:
        for content in chosen(element):
            self._inline(content, words)

    def _drawing(self, element: "etree._Element", words: Words) -> None:
        """The text boxes of a drawing come after the paragraph that it is anchored in; one of two variants is read."""
        for box in element.iter(f"{W}txbxContent"):
            inside = [local(parent) for parent in box.iterancestors()]
            inside = inside[: inside.index(local(element))]
            if "Fallback" not in inside and "txbxContent" not in inside:
                self.boxes.append(box)

    def _field_mark(self, element: "etree._Element", words: Words) -> None:
        match element.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(_Field(words.length))
            case "separate" if self._fields:
                self._fields[-1].result, self._fields[-1].start = True, words.length
            case "end" if self._fields:
                done = self._fields.pop()
                _link(done.instruction, Span(min(done.start, words.length), words.length), words)

    def _instruction(self, element: "etree._Element", words: Words) -> None:
        if self._fields:
            self._fields[-1].instruction += element.text or ""

    def _simple_field(self, element: "etree._Element", words: Words) -> None:
        start = words.length
        self._inline(element, words)
        _link(element.get(f"{W}instr", ""), Span(start, words.length), words)

    def _note(self, element: "etree._Element", words: Words) -> None:
        """The mark of a note is not in the words, unless the writer typed one."""
        notes = self._notes[local(element).removesuffix("Reference")]
        name = element.get(f"{W}id", "")
        if name not in notes.texts:
            return
        if element.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            notes.called.append((name, ""))
            self._custom = notes
        else:
            words.marks.append(Mark(Span(words.length, words.length), notes.call(name)))


def local(element: "etree._Element") -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def chosen(alternatives: "etree._Element") -> "list[etree._Element]":
    """The first variant of several that say the same."""
    return list(alternatives.iterchildren(f"{_MC}Choice"))[:1] or list(alternatives.iterchildren(f"{_MC}Fallback"))


def _link(instruction: str, span: Span, words: Words) -> None:
    name, _, rest = instruction.strip().partition(" ")
    if name.upper() == "HYPERLINK" and span:
        quoted = rest.split('"')
        address = quoted[1] if len(quoted) > 1 else rest.strip()
        words.links.append(Link(span, ("#" if rest.lstrip().startswith("\\l") else "") + address))


def _script(sample: str) -> str:
    """Which of the three languages of a run applies to its letters."""
    letter = next((c for c in sample if c.isalpha()), "a")
    if "\u0590" <= letter < "\u0900" or "\ufb1d" <= letter < "\ufe00" or "\ufe70" <= letter < "\uff00":
        return "bidi"
    return "eastAsia" if "\u1100" <= letter < "\u1200" or "\u2e80" <= letter < "\ufb00" else "val"


def _fits(tag: str, sample: str) -> bool:
    """Whether letters of this script can be in the language: spelling checks are often left at the wrong one."""
    letter = next((c for c in sample if c.isalpha()), "a")
    primary = tag.partition("-")[0].lower()
    if "\u0400" <= letter < "\u0530":
        return primary in _CYRILLIC
    return primary not in _OTHER_SCRIPTS if letter < "\u0370" else True
