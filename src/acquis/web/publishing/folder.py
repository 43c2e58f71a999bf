"""A copy as a folder: a file a page, JSON and CSV beside it, the style once, and the sums of everything."""

import json
import posixpath
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from acquis.model import fingerprint
from acquis.web.publishing.pages import Line, beside, contents, icon, lines, linked, rendered, style, title_of, words
from acquis.web.publishing.placing import SUMS, write
from acquis.web.publishing.sheets import Leaf, Sheet

if TYPE_CHECKING:
    from acquis.web.publishing.links import Links
    from acquis.web.publishing.standing import Standing

POLICY: Final = "default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'"
"""No script runs. A page on a disk is of no host, so that its own files are named by `file:`."""

MANIFEST: Final = "manifest.json"


def folder(stand: "Standing", leaves: "Sequence[Leaf]", links: "Links", left_out: Sequence[str], to: Path) -> bytes:
    """Writes the folder; gives the list of its sums."""
    to.mkdir(mode=0o755)
    for each in leaves:
        write(to / f"{each.name}.html", _page(stand, each, leaves, links))
        for form, content in each.data.items():
            write(to / f"{each.name}.{form}", content.read_bytes())
    if len(stand.named) > 1:
        write(to / "index.html", _index(stand, leaves))
    write(to / "room.css", style().encode())
    write(to / "room.svg", icon())
    write(to / MANIFEST, _manifest(stand, leaves, left_out))
    sums = _sums(to)
    write(to / SUMS, sums)
    return sums


def _page(stand: "Standing", leaf: Leaf, leaves: "Sequence[Leaf]", links: "Links") -> bytes:
    up = "../" * leaf.name.count("/")
    return rendered(
        "page.html",
        stand,
        meta=leaf.meta,
        title=leaf.title,
        policy=POLICY,
        up=up,
        start=f"{up}index.html",
        nav=_nav(stand, leaf, leaves, up),
        beside=beside(leaf, leaves, _href),
        linked=linked(leaf, links, _href),
        words=words(leaf, links, _href),
        forms={form.upper(): f"{posixpath.basename(leaf.name)}.{form}" for form in leaf.data},
        groups=(),
    )


def _index(stand: "Standing", leaves: "Sequence[Leaf]") -> bytes:
    """The first page where several documents are named: what there is of each."""
    sheet = Sheet("", "index", "contents", "Contents")
    leaf = Leaf(sheet, "Contents", "", Path(), frozenset())
    return rendered(
        "page.html",
        stand,
        meta=leaf.meta,
        title=f"{len(stand.named)} documents",
        policy=POLICY,
        up="",
        start="index.html",
        nav=(),
        beside=(),
        linked="",
        words="",
        forms={},
        groups=tuple(contents(leaves, leaf, _href)),
    )


def _nav(stand: "Standing", leaf: Leaf, leaves: "Sequence[Leaf]", up: str) -> tuple[Line, ...]:
    """The pages that are of no document; the list of documents where several are named."""
    if len(stand.named) > 1:
        return (Line("Contents", f"{up}index.html", here=False, under="", place=0),)
    return lines([each for each in leaves if not each.sheet.of and each.sheet.label], leaf, _href)


def _href(to: Leaf, place: str, here: Leaf) -> str:
    """A path from one page to another, and the place in it."""
    from urllib.parse import quote

    mark = f"#{quote(place, safe='!~.')}" if place else ""
    if to is here and mark:
        return mark
    return posixpath.relpath(f"{to.name}.html", posixpath.dirname(here.name) or ".") + mark


def _manifest(stand: "Standing", leaves: "Sequence[Leaf]", left_out: Sequence[str]) -> bytes:
    """What the copy is of: release, marking, texts, pages; the sums of its files stand in their own list."""
    release = stand.release
    told: dict[str, Any] = {
        "made_by": f"acquis {stand.version}",
        "marking": "public",
        "stands_at": str(stand),
        "day": stand.day.isoformat(),
        "release": {"name": release.name, "number": release.number, "hash": release.hash} if release else None,
        "change": stand.change,
        "documents": list(stand.named) or "all",
        "again": stand.again,
        "left_out": list(left_out),
        "pages": [_told(each) for each in leaves],
        "sums": SUMS,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _told(leaf: Leaf) -> dict[str, str]:
    of = {"of": leaf.sheet.of} if leaf.sheet.of else {}
    return {"file": f"{leaf.name}.html", "what": leaf.sheet.kind, "title": title_of(leaf), **of}


def _sums(to: Path) -> bytes:
    names = sorted(each.relative_to(to).as_posix() for each in to.rglob("*") if each.is_file())
    return "".join(f"{fingerprint((to / name).read_bytes())}  {name}\n" for name in names).encode()
