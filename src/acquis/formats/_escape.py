"""Characters that a form cannot hold, written so that they come back."""

import re
from typing import Final

from acquis.errors import Unreadable

XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF."""

LINE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|[ \t\u3000](?=\n|$)")
"""What a line of a text file does not keep: control characters, other line breaks, blanks at its end."""

_ESCAPED: Final = re.compile(r"\\(?:u\{([0-9a-f]{1,6})\}|(\\))")


def escaped(words: str, unheld: re.Pattern[str] = XML) -> str:
    r"""The words with `\u{...}` for each character that cannot be held, and a doubled backslash for a backslash.

    >>> escaped("a\x00b\\c")
    'a\\u{0}b\\\\c'
    """
    return unheld.sub(lambda met: f"\\u{{{ord(met[0]):x}}}", words.replace("\\", "\\\\"))


def unescaped(words: str) -> str:
    r"""The words that `escaped` wrote.

    >>> unescaped("a\\u{0}b\\\\c")
    'a\x00b\\c'
    """
    if "\\" not in words:
        return words
    if "\\" in _ESCAPED.sub("", words):
        raise Unreadable("a backslash stands there that means nothing; the file was changed after it was written")
    return _ESCAPED.sub(_character, words)


def _character(met: re.Match[str]) -> str:
    try:
        return chr(int(met[1], 16)) if met[1] else "\\"
    except ValueError as error:
        raise Unreadable(f"there is no character of the number {met[1]}") from error


def legal(words: str) -> str:
    """The words for XML, with U+FFFD for each character that it cannot hold; as long as they were."""
    return XML.sub("\ufffd", words)


def unheld(words: str) -> list[tuple[int, str]]:
    """Where `legal` put something else, and what stood there."""
    return [(met.start(), met[0]) for met in XML.finditer(words)]


def shown(words: str) -> str:
    """The words on lines of a text file, as `escaped` writes them."""
    return escaped(words, LINE)
