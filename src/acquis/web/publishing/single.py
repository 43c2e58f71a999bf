"""A copy as one file: its pages one after the other, everything in it, no script, no request.

They all stand open in the order of reading. So the browser's own search finds a word wherever it is, print gives
everything, a screen reader has one text with landmarks and headings, and the links, the keys and the way back are the
browser's; none of it hangs on a script, which mail systems take away or warn of.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from acquis.errors import AcquisError
from acquis.web.publishing import MOST
from acquis.web.publishing.pages import beside, contents, digest, linked, rendered, style, title_of, words
from acquis.web.publishing.placing import write

if TYPE_CHECKING:
    from acquis.web.publishing.links import Links
    from acquis.web.publishing.sheets import Leaf
    from acquis.web.publishing.standing import Standing

_PARTS: Final = {"beside": "languages", "cite": "citations"}
"""What `--without` calls a kind of page, where that is another word."""


def single(stand: "Standing", leaves: "Sequence[Leaf]", links: "Links", left_out: Sequence[str], to: Path) -> bytes:
    """Writes the file; gives its content. One that would be too large is refused, with what to leave out."""
    names = {each.sheet.key: f"{each.sheet.kind}{number}" for number, each in enumerate(leaves, 1)}

    def href(found: "Leaf", place: str, _: "Leaf") -> str:
        from urllib.parse import quote

        name = names[found.sheet.key]
        return f"#{name}-{quote(place, safe='!~.')}" if place else f"#{name}"

    shown = [
        {
            "name": (name := names[each.sheet.key]),
            "title": title_of(each),
            "beside": beside(each, leaves, href),
            "linked": linked(each, links, href),
            "words": words(each, links, href, f"{name}-"),
        }
        for each in leaves
    ]
    look = style()
    made = rendered(
        "file.html",
        stand,
        title=_title(stand, leaves),
        policy=f"default-src 'none'; style-src {digest(look.encode())}; base-uri 'none'; form-action 'none'",
        style=look,
        meta=leaves[0].meta if len({each.sheet.of for each in leaves}) == 1 else (),
        groups=tuple(contents(leaves, None, href)),
        leaves=shown,
        left_out=left_out,
    )
    _refuse_too_large(len(made), leaves, whole=not stand.named)
    write(to, made)
    return made


def _title(stand: "Standing", leaves: "Sequence[Leaf]") -> str:
    titles = list(dict.fromkeys(each.about for each in leaves if each.sheet.kind == "text"))
    return titles[0] if len(stand.named) == 1 else f"{len(stand.named)} documents" if stand.named else "Reading room"


def _refuse_too_large(size: int, leaves: "Sequence[Leaf]", *, whole: bool) -> None:
    if size <= MOST:
        return
    by = dict[str, int]()
    for each in leaves:
        part = _PARTS.get(each.sheet.kind, each.sheet.kind)
        by[part] = by.get(part, 0) + each.words.stat().st_size
    told = ", ".join(f"{name} {held / 1e6:.1f} MB" for name, held in sorted(by.items(), key=lambda each: -each[1])[:4])
    fewer = "name documents" if whole else "name fewer documents"
    raise AcquisError(
        f"One file would have {size / 1e6:.1f} MB or more, and {MOST / 1e6:.0f} MB are what mail takes ({told}). "
        f"Leave something out (--without margin --without colours), {fewer}, or write a folder: --to FOLDER."
    )
