"""The encoding that a file is written in, and how sure that is."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2))
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_MEANT = {
    # what people label or a detector names, and the larger set that is meant: the Encoding Standard's table
    **dict.fromkeys(("iso8859-1", "ascii", "us-ascii", "latin-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "hz"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift_jis_2004", "shift_jisx0213"), "cp932"),
    **dict.fromkeys(("euc_jp", "euc_jis_2004", "euc_jisx0213"), "euc_jp"),
    **dict.fromkeys(("euc_kr", "johab"), "cp949"),
    **dict.fromkeys(("big5", "big5hkscs"), "big5hkscs"),
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_WESTERN = frozenset({"cp1252", "mac-roman", "iso8859-15", "cp437", "cp850", "cp858"})
_LATIN = frozenset(
    {"cp1250", "cp1254", "cp1257", "cp1258", "cp852", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-16"}
)
_PRINTABLE = bytes(range(32, 127))
_SAMPLE = 65_536
_HIGH = re.compile(rb"[\x80-\xff]+")
_AROUND = 60
_TWICE = re.compile("â€[™œ\x9d“”˜¦¢]|Ã[©¨ª«¢¤¼¶§±³¡­¯´®»]|Â[§«»\xa0°]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, the name of the encoding, and what was not sure."""

    text: str
    encoding: str
    doubts: tuple[str, ...] = ()


def decoded(content: bytes, declared: str | None = None) -> Decoded:
    """The characters of a file: by its byte order mark, as `declared`, as UTF-8, as UTF-16 or 32, else by its letters.

    A byte order mark stays as the first character. Bytes that are no character stay as U+FFFD and are counted.

    >>> decoded("Кишинёв, 7 октября".encode("utf-16-le")).encoding
    'utf-16-le'
    """
    encoding, sure = _encoding(content, declared)
    text = content.decode(encoding, errors="replace")
    return Decoded(text, encoding, tuple(_doubts(text, encoding, content, sure)))


def meant(label: str) -> str | None:
    """The codec for a label as pages and mail use them: iso-8859-1 means cp1252; None for an unknown one.

    >>> meant("ISO-8859-1"), meant("gb2312"), meant("klingon")
    ('cp1252', 'gb18030', None)
    """
    try:
        known = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return (
        None if known in ("unicode_escape", "idna", "punycode", "rot13", "base64", "hex") else _MEANT.get(known, known)
    )


def wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, told by its zeros and by what it gives; None for anything else."""
    head = content[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    printable = len(head) - len(head.translate(None, _PRINTABLE))
    if controls * 100 <= len(head) or (controls * 10 < len(head) and printable * 10 > len(head) * 6):
        return None  # of text in ASCII, read in pairs, every pair is some Chinese character
    found = [(_sense(head, name), name) for name, width in _WIDE if len(content) % width == 0]
    best, name = max(found, default=(0.0, ""))
    return name if best > 0.7 else None


def _encoding(content: bytes, declared: str | None) -> tuple[str, bool]:
    """The codec, and whether it is more than a guess."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, True
    if unmarked := wide(content):
        return unmarked, True
    label = meant(declared) if declared else None
    if label and _decodes(content, label) and not (label in _WESTERN and _mostly_utf8(content)):
        return label, True  # pages that claim a Western set and are UTF-8 are many, the reverse is next to impossible
    if _decodes(content, "utf-8"):
        return ("iso2022_jp", True) if b"\x1b$" in content and _decodes(content, "iso2022_jp") else ("utf-8", True)
    if _mostly_utf8(content):
        return "utf-8", True
    return _guessed(content, label)


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _sense(head: bytes, encoding: str) -> float:
    """How much of it is letters, digits, blanks and common marks; a wrong byte order gives rare or no characters."""
    text = head.decode(encoding, errors="replace")
    if not text:
        return 0.0
    plain = sum(1 for c in text if c in "\t\n\r\u3000\u3001\u3002\u2018\u2019\u201c\u201d\u2013\u2014" or _common(c))
    return plain / len(text)


def _common(letter: str) -> bool:
    code = ord(letter)
    return (
        0x20 <= code < 0x7F
        or 0xA0 <= code < 0x700
        or 0x3040 <= code < 0x30FF
        or 0x4E00 <= code < 0xA000
        or 0xAC00 <= code < 0xD7B0
    )


def _mostly_utf8(content: bytes) -> bool:
    """UTF-8 with damage: most of its high bytes form whole characters, which in other encodings happens by chance.

    Where they stand alone or in pairs, as in Western languages, chance does next to nothing, and half of them will do.
    """
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    text = content.decode("utf-8", errors="ignore")
    whole = len(text.encode("utf-8")) - len(text.encode("ascii", errors="ignore"))
    apart = high < 2.5 * len(_HIGH.findall(content))
    return whole * 2 > high if apart else whole * 5 > high * 4


def _guessed(content: bytes, label: str | None) -> tuple[str, bool]:
    import chardet

    sample = b"\n".join(_high_places(content))
    named = chardet.detect(sample).get("encoding")
    guess = (meant(named) if named else None) or label or "cp1252"
    if guess in _WESTERN or (guess not in _LATIN and _is_sprinkled(content)):
        # chardet tells the Western single-byte sets apart by a hair: the letters' neighbours tell them better
        likely = [name for name in (guess, "cp1252", "mac-roman") if name in _WESTERN]
        guess = max(likely, key=lambda name: _fit(content, name))
    return guess, False


def _is_sprinkled(content: bytes) -> bool:
    """Whether single bytes above ASCII stand here and there, as accents and quotation marks do and no script does."""
    runs = [len(run) for run in _HIGH.findall(content[: 16 * _SAMPLE])]
    return sum(runs) * 8 < len(content) and sum(runs) * 10 < len(runs) * 16


def _high_places(content: bytes) -> list[bytes]:
    """The stretches that hold bytes above ASCII, up to a sample's size: the rest tells a detector nothing."""
    found: list[bytes] = []
    start = end = size = 0
    for met in _HIGH.finditer(content):
        if met.start() - _AROUND > end:
            found.append(content[start:end])
            start = met.start() - _AROUND
        end = met.end() + _AROUND
        size += met.end() - met.start()
        if size > _SAMPLE:
            break
    return [*found, content[start:end]]


def _fit(content: bytes, encoding: str) -> float:
    """How well the letters and marks above ASCII suit their neighbours; 1.0 is perfect."""
    text = b" \n ".join(_high_places(content)).decode(encoding, errors="replace")
    met = [(text[i - 1 : i] or " ", c, text[i + 1 : i + 2] or " ") for i, c in enumerate(text) if c > "\x7f"]
    return sum(_suits(*place) for place in met[:5000]) / max(len(met[:5000]), 1)


def _suits(before: str, letter: str, after: str) -> int:
    """Whether a letter or mark can stand between two others: 1, or -1; 0 where nothing can be said."""
    if letter.isalpha():
        alone = not before.isalpha() and not after.isalpha()
        torn = letter.isupper() and before.islower()
        return -1 if alone or torn else 1
    if letter in "“‘«":
        return 1 if not before.isalnum() and not after.isspace() else -1
    if letter in "”’»":
        return 1 if not before.isspace() else -1
    if letter in "–—…•·\xa0§°":
        return 1
    return -1 if "\x80" <= letter < "\xa0" or letter == "\ufffd" or before.isalpha() else 0


def _doubts(text: str, encoding: str, content: bytes, sure: bool) -> list[str]:
    doubts = []
    if not sure:
        doubts.append(f"The file does not say its encoding; it was taken for {encoding} by its letters.")
    if lost := text.count("\ufffd") - (content.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0):
        where = text.index("\ufffd")
        doubts.append(f"{lost} bytes are no characters of {encoding} and stand as U+FFFD, the first at {where}.")
    elif lost := text.count("\ufffd"):
        doubts.append(f"{lost} characters were lost before the file came here and stand as U+FFFD.")
    if len(_TWICE.findall(text)) >= 3:
        doubts.append("Some letters look as if they had been decoded twice (â€™ for ’); they were left as they are.")
    return doubts
