"""Takes pages from the room: asks for them, keeps their words on disk until every page is known."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote

from acquis.errors import AcquisError
from acquis.web.cited import slug
from acquis.web.publishing.asking import Ask
from acquis.web.publishing.cleaning import cleaned, filled, ids, inner, outer, parsed
from acquis.web.publishing.links import key_of
from acquis.web.publishing.sheets import Leaf, Sheet

_NAMES: Final = {"home": "index"}


class Taker:
    """Pages on their way into a copy; their words are `waiting` in a folder.

    `margin` is whether paragraphs have theirs, `data` whether JSON and CSV come too.
    """

    def __init__(self, ask: Ask, waiting: Path, *, margin: bool, data: bool) -> None:
        self._ask, self._waiting, self._margin, self._data = ask, waiting, margin, data
        self._taken: dict[str, Leaf] = {}
        self._links: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}

    def all(
        self, sheets: Iterable[Sheet], met: Callable[[], None], *, most: int | None
    ) -> tuple[Sequence[Leaf], Sequence[str]]:
        """The pages, and those that the room refuses with its reason; an end where they are far more than `most`."""
        left_out = list[str]()
        size = 0
        for each in sheets:
            if each.key not in self._taken and (refused := self._take(each)):
                left_out.append(refused)
            met()
            size += self._taken[each.key].words.stat().st_size if each.key in self._taken else 0
            if most is not None and size > most:
                break
        return tuple(self._taken.values()), tuple(left_out)

    # --- what is to be taken next hangs on what was ---------------------------------------------------------------

    def sheet(
        self, key: str, kind: str, label: str = "", under: str = "", of: str = "", *, size: int | None = None
    ) -> Sheet:
        """A page that is wanted, with a name that no other has."""
        if key not in self._names:
            name = _NAMES.get(kind) or _name(key, kind)
            taken = name in self._names.values()
            self._names[key] = f"{name}-{blake2b(key.encode(), digest_size=4).hexdigest()}" if taken else name
        return Sheet(key, self._names[key], kind, label, under, of, size)

    def has(self, key: str) -> bool:
        """Whether that page was taken."""
        return key in self._taken

    def against(self, brief: str) -> Sequence[str]:
        """The texts that a brief compares with."""
        status, told = self._ask(brief, "json")
        return [each["address"] for each in json.loads(told)["against"]] if status == 200 else []

    def named(self, brief: str, text: str) -> Sequence[str]:
        """The parts of a text that the first page of its brief names, in its order."""
        if brief not in self._taken:
            return []
        fronts = inner(self._taken[brief].words.read_bytes()).xpath(".//div[@class='front']//a/@href")
        mine = (each.removeprefix(f"{text}/").partition("?")[0] for each in map(str, fronts) if f"{text}/" in each)
        return list(dict.fromkeys(each.partition("~")[0].partition(".s")[0] for each in mine))

    def following(self, key: str) -> Iterator[str]:
        """The pages of a list after its first, to the end."""
        while (after := next((each for each in self._links.get(key, ()) if "rel=next" in each), None)) is not None:
            key = key_of(after.removeprefix("rel=next "))
            yield key

    def leading(self, key: str) -> Sequence[str]:
        """The pages that a page leads to."""
        return list(dict.fromkeys(key_of(each) for each in self._links.get(key, ()) if each.startswith("/")))

    # --- one page -----------------------------------------------------------------------------------------------------

    def _take(self, sheet: Sheet) -> str:
        """Takes a page; gives why the room refuses it. One that is too large or says nothing is passed over.

        So is one that another only leads to: the link is none then.
        """
        status, page = self._ask(sheet.key)
        tree = parsed(page)
        main = tree.find(".//main")
        if status != 200:
            told = " ".join(main.xpath("string(.//section/p[2])").split())
            if status >= _FAULT:
                raise AcquisError(f"The page {sheet.key} cannot be had, so that nothing is published: {told}")
            return f"{sheet.label}: {told}" if sheet.label else ""
        if (sheet.size and len(page) > sheet.size) or _alone(main, sheet.kind):
            return ""
        next_one = [f"rel=next {each}" for each in main.xpath(".//a[@rel='next']/@href")]
        self._links[sheet.key] = (*next_one, *map(str, main.xpath(".//a/@href")))
        if sheet.kind in ("text", "beside", "colours"):
            filled(main, self._known if self._margin and sheet.kind == "text" else lambda _: None)
        cleaned(main)
        if sheet.kind == "home":  # its question is that of a form which a copy has not
            main.find(".//h1").text = _title(tree)
        self._taken[sheet.key] = Leaf(
            sheet=sheet,
            title=_title(tree),
            about=" ".join(main.xpath("string(.//h1)").split()),
            words=self._kept(f"{len(self._taken)}.html", outer(main)),
            ids=ids(main),
            meta=tuple((str(each.get("name")), str(each.get("content"))) for each in _citations(tree)),
            linked=_linked(tree),
            data=self._other_forms(sheet) if self._data else {},
        )
        return ""

    def _known(self, margin: str) -> bytes | None:
        status, words = self._ask(key_of(margin))
        return words if status == 200 else None

    def _other_forms(self, sheet: Sheet) -> dict[str, Path]:
        """The page as JSON, and as CSV where it has rows."""
        found = {}
        for form in ("json", "csv"):
            status, content = self._ask(sheet.key, form)
            if status == 200 and content.strip(b"\xef\xbb\xbf\r\n"):
                found[form] = self._kept(f"{len(self._taken)}.{form}", content)
        return found

    def _kept(self, name: str, content: bytes) -> Path:
        path = self._waiting / name
        path.write_bytes(content)
        return path


def _alone(main: Any, kind: str) -> bool:
    """Whether a loom has one text alone: then it tells nothing."""
    return kind == "lineage" and len(main.xpath(".//th[@data-context]")) < _FEW


_FEW: Final = 2
_FAULT: Final = 500


def _name(key: str, kind: str) -> str:
    """The name of a page: its kind, and what it is about as far as letters of a file name tell it."""
    path, _, query = key.partition("?")
    about = path.removeprefix("/d" if path.startswith("/d/") else f"/{path.split('/')[1]}")
    told = slug(" ".join([unquote(about), *(value for _, value in parse_qsl(query))]))
    return f"{kind}/{told}" if told != _NOTHING else kind


_NOTHING: Final = slug("")


def _title(tree: Any) -> str:
    return str(tree.findtext(".//title") or "").strip().removesuffix(" · acquis")


def _citations(tree: Any) -> "list[Any]":
    return list(tree.xpath("//head/meta[starts-with(@name, 'citation_')]"))


def _linked(tree: Any) -> Any:
    """The linked data of a page: a block that nobody's script reads."""
    told = tree.xpath("string(//script[@type='application/ld+json'])")
    with suppress(ValueError):
        return json.loads(told)
    return None
