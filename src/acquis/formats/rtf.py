"""RTF: the text that older word processors saved, with printed list numbers, tables by rows and notes at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from acquis.errors import Unreadable
from acquis.formats import Extraction, Format, Line, Mark, Role
from acquis.formats._sheet import Sheet, Words
from acquis.model.span import Span

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([\r\n]+)|([^\\{}\r\n]+)", re.DOTALL
)
_SIGNS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"tab": "\t", "line": "\n", "emspace": "\u2003", "enspace": "\u2002", "softline": "\n", "zwj": "\u200d"},
}
_SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
_SILENT = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "objdata", "themedata", "colorschememapping"),
        *("latentstyles", "datastore", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "fldinst"),
        *(
            "filetbl",
            "revtbl",
            "nonshppict",
            "annotation",
            "atnid",
            "atnauthor",
            "bkmkstart",
            "bkmkend",
            "shpinst",
            "do",
        ),
        *("pgdsctbl", "listpicture", "mmathPr", "wgrffmtfilter", "ftnsep", "ftnsepc", "aftnsep"),
    )
)
_MARGINS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_CHARSETS = {
    **{0: "cp1252", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254"},
    **{163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"},
}
_DEEPEST = 1000
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces."""

    silent: bool = False
    margin: bool = False
    note: bool = False
    font_table: bool = False
    skip: int = 1
    font: int = 0
    dropped: bool = False


@dataclass(slots=True)
class _Body:
    """The words that are being written in one place: the text, a note, or a margin."""

    paragraphs: list[tuple[Words, Line]] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    row: bool = False


def read(content: bytes, reading: str = "accepted") -> Extraction:
    """The text of an RTF file; running heads and notes stand at the end."""
    walk = _Walk(reading)
    walk.read(content)
    sheet = Sheet()
    for words, line in walk.text.paragraphs + walk.notes.paragraphs + walk.margins.paragraphs:
        sheet.write(words, line)
    if not sheet.source:
        raise Unreadable("the RTF file has no text in it (pictures only?)")
    return Extraction(
        source=sheet.source,
        lines=tuple(sheet.lines),
        media_type="application/rtf",
        encoding=walk.encoding,
        wrapped=False,
        marks=tuple(sheet.marks),
        revised=walk.revised,
        reading=reading if walk.revised else "",
        doubts=tuple(walk.doubts()),
    )


class _Walk:
    """One walk over the tokens of a file; groups are a stack of their own, so depth costs nothing."""

    def __init__(self, reading: str) -> None:
        self.text, self.notes, self.margins = _Body(), _Body(), _Body()
        self.encoding, self.revised = "cp1252", False
        self._dropped = "deleted" if reading == "accepted" else "revised"
        self._fonts: dict[int, str] = {}
        self._group, self._outer = _Group(), list[_Group]()
        self._bytes = bytearray()
        self._to_skip = self._noted = self._cut = self._binary = 0
        self._star = False
        self._high = ""

    def read(self, content: bytes) -> None:
        """Take in the whole file."""
        for token in _TOKEN.finditer(content):
            if token.start() < self._binary:
                continue
            word, number, hexadecimal, symbol, brace, _, plain = token.groups()
            if hexadecimal:
                self._byte(bytes.fromhex(hexadecimal.decode("ascii")))
            elif plain:
                self._plain(plain)
            elif brace:
                self._brace(brace == b"{")
            elif word:
                self._settle()
                if word == b"bin" and number:
                    self._binary = token.end() + max(int(number), 0)
                self._control(word.decode("ascii"), int(number) if number else None)
            elif symbol:
                self._settle()
                self._symbol(symbol.decode("latin-1"))
        self._settle()
        self._cut = len(self._outer)
        self._end_paragraph(self.text)

    def doubts(self) -> Iterator[str]:
        """What people should know of the reading."""
        if self.revised:
            yield "The file has tracked changes; only one reading of them is given."
        if self._cut:
            yield "The file ends in the middle; the text may be cut off."

    def _body(self) -> _Body:
        return self.margins if self._group.margin else self.notes if self._group.note else self.text

    def _brace(self, opens: bool) -> None:
        self._settle()
        if opens:
            if len(self._outer) > _DEEPEST:
                raise Unreadable(
                    f"groups lie more than {_DEEPEST} deep in one another, which an honest file does not need"
                )
            self._outer.append(self._group)
            self._to_skip = 0
        elif self._outer:
            ended, self._group = self._group, self._outer.pop()
            if ended.note and not self._group.note:
                self._end_paragraph(self.notes)

    def _plain(self, plain: bytes) -> None:
        if self._to_skip:
            cut = min(self._to_skip, len(plain))
            self._to_skip -= cut
            plain = plain[cut:]
        self._bytes += plain

    def _byte(self, byte: bytes) -> None:
        if self._to_skip:
            self._to_skip -= 1
        else:
            self._bytes += byte

    def _settle(self) -> None:
        """Decode the bytes that have come together: letters of some languages take two."""
        if self._bytes:
            encoding = self._fonts.get(self._group.font, self.encoding)
            text = bytes(self._bytes).decode(encoding, "replace")
            self._bytes.clear()
            self._write(text)

    def _write(self, text: str) -> None:
        group = self._group
        if not (group.silent or group.dropped or group.font_table):
            self._body().words.add(text)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._star = True
        elif symbol in "\r\n":
            self._end_paragraph(self._body())
        else:
            self._write(_SYMBOLS.get(symbol, ""))

    def _control(self, word: str, number: int | None) -> None:
        starred, self._star = self._star, False
        group = self._group
        if word == "fonttbl":
            self._group = replace(group, font_table=True)
        elif word in _SILENT or (
            starred and word not in ("shptxt", "fldrslt", "pntext", "listtext", "footnote", "aftncn")
        ):
            self._group = replace(group, silent=True)
        elif word in _MARGINS:
            self._group = replace(group, margin=True)
        elif word == "footnote":
            self._note()
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        else:
            self._setting(word, number, group)

    def _setting(self, word: str, number: int | None, group: _Group) -> None:
        match word:
            case "par" | "sect" | "page" | "row" if not group.silent:
                self._end_paragraph(self._body(), row=word == "row")
            case "cell" | "nestcell" if not group.silent:
                self._body().words.add("\t")
                self._body().row = True
            case "u" if number is not None:
                self._unicode(number)
            case "uc" if number is not None:
                self._group = replace(group, skip=max(number, 0))
            case "f" | "fcharset" | "ansicpg" | "mac" | "pca" | "pc":
                self._encoding(word, number)
            case "deleted" | "revised":
                self.revised = True
                self._group = replace(group, dropped=word == self._dropped and number != 0)
            case "v":
                self._group = replace(group, silent=number != 0)
            case "plain":
                self._group = replace(group, dropped=False)

    def _encoding(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self._group = replace(self._group, font=number)
        elif word == "fcharset" and number in _CHARSETS and self._group.font_table:
            self._fonts[self._group.font] = _CHARSETS[number] if number else self.encoding
        elif word == "ansicpg" and number is not None:
            self.encoding = _code_page(number)
        elif word in ("mac", "pca", "pc"):
            self.encoding = {"mac": "mac-roman", "pca": "cp850", "pc": "cp437"}[word]

    def _unicode(self, number: int) -> None:
        code = number + 65_536 if number < 0 else number
        self._to_skip = self._group.skip
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
            return
        pair, self._high = self._high + chr(min(code, 0x10FFFF)), ""
        self._write(pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))

    def _note(self) -> None:
        self._noted += 1
        words = self._body().words
        words.marks.append(Mark(Span(words.length, words.length), str(self._noted)))
        self._group = replace(self._group, note=True)

    def _end_paragraph(self, body: _Body, row: bool = False) -> None:
        if body.row and not row:  # inside a cell a paragraph does not end the row
            body.words.add(" ")
            return
        role, note = Role.CELL if row else Role.PLAIN, ""
        if body is self.notes:
            role, note = Role.NOTE, str(self._noted)
        elif body is self.margins:
            role = Role.FURNITURE
        body.paragraphs.append((body.words, Line(_NOWHERE, role, note=note)))
        body.words, body.row = Words(), False


def _code_page(number: int) -> str:
    import codecs

    name = {65001: "utf-8", 10000: "mac-roman", 936: "gb18030", 950: "big5hkscs"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def _tells(content: bytes, name: str) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


ENTRY = Format("rtf", "application/rtf", (".rtf",), _tells, read)
