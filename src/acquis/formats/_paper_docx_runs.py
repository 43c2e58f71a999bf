"""Runs of a Word file: words in their style, language and direction."""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from acquis.formats._escape import legal
from acquis.formats._paper_shown import backwards

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def run(text: str, style: str | None = None, *, strong: bool = False, language: str | None = None) -> str:
    """Words as a run, in a character style: tabs and line breaks as Word has them, and nothing that XML cannot hold."""
    looks = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        _face(language),
        "<w:b/><w:bCs/>" if strong else "",
        "<w:rtl/>" if backwards(text) else "",
        _spoken(language),
    )
    properties = f"<w:rPr>{''.join(looks)}</w:rPr>" if any(looks) else ""
    words = escape(legal(text)).replace("\r\n", "\n").replace("\r", "\n")
    words = words.replace("\t", f"{_END}<w:tab/>{_START}").replace("\n", f"{_END}<w:br/>{_START}")
    return f"<w:r>{properties}{_START}{words}{_END}</w:r>".replace(f"{_START}{_END}", "")


def _spoken(language: str | None) -> str:
    """The language of a run, for the letters that Word sets by each of its three attributes (ECMA-376, 17.3.2.20)."""
    if not language:
        return ""
    named, code = quoteattr(language), language.split("-")[0].lower()
    beside = f" w:eastAsia={named}" if code in _FACES else f" w:bidi={named}" if code in _BACKWARDS else ""
    return f"<w:lang w:val={named}{beside}/>"


def _face(language: str | None) -> str:
    """The typeface of a run in a language whose characters look otherwise in its neighbours' typefaces."""
    face = _FACES.get((language or "").split("-")[0].lower())
    return f'<w:rFonts w:hint="eastAsia" w:eastAsia="{face}"/>' if face else ""


_FACES: Final = {"zh": "SimSun", "ja": "MS Mincho", "ko": "Batang"}
_BACKWARDS: Final = frozenset(("ar", "fa", "he", "ps", "ur"))

_START: Final = '<w:t xml:space="preserve">'
_END: Final = "</w:t>"
