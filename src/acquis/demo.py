"""The main job on the sample organisation: receive, catalogue, structure, find, agreed language, release."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acquis.errors import NotHeld
from acquis.wording import counted

if TYPE_CHECKING:
    from acquis.secretariat import Secretariat


def samples() -> Path:
    """The folder of sample documents: beside the sources of the project."""
    folder = Path(__file__).resolve().parents[2] / "samples" / "osr"
    if not folder.is_dir():
        raise NotHeld("The sample documents come with the project's sources, not with the package; clone the project.")
    return folder


def run(console: Any, folder: Path) -> None:
    """Shows the main job, step by step, in a fresh archive in that folder; prints to `console`, a rich Console."""
    from acquis.secretariat import open_archive

    archive = open_archive(folder)
    for title, step in _STEPS:
        console.rule(title)
        step(archive, console)
    archive.store.close()


def _receive(archive: "Secretariat", console: Any) -> None:
    outcomes = archive.receive([str(samples())], marking="public")
    console.print(f"{len(outcomes)} files of a fictional organisation, in five languages and four formats:")
    for kept in outcomes:
        console.print(
            f"  {kept.outcome:7} {kept.name.rsplit('/', 1)[-1]:14} {kept.address or kept.line}", soft_wrap=True
        )


def _catalogue(archive: "Secretariat", console: Any) -> None:
    from rich.table import Table

    table = Table("day", "what", "title", "place", "organ", box=None)
    for entry in archive.list(language="en"):
        title = (entry.title or "")[:60]
        table.add_row(entry.day or "?", entry.kind or "", title, entry.place or "", entry.organ or "")
    console.print(table)


def _structure(archive: "Secretariat", console: Any) -> None:
    from acquis.archive.naming import place_for_people

    document = archive.get("osr:2007-09-18/drevina-declaration").document
    console.print(f"{document.address}: {len(document.paragraphs)} paragraphs")
    for part in document.paragraphs[5:10]:
        words = part.span.of(document.text)
        console.print(f"  #{part.path:6} {part.number or '':2} {words[:80]}…  ({place_for_people(document, part)})")


def _find(archive: "Secretariat", console: Any) -> None:
    results = archive.find('"water levels"', language="en", limit=4)
    for hit in results.hits:
        console.print(f"  {hit.day}  {hit.address}", soft_wrap=True)
        console.print(f"     {hit.words[:140]}…", soft_wrap=True)
    console.print(f"  {results.total} passages; {results.scope}", soft_wrap=True)


def _precedents(archive: "Secretariat", console: Any) -> None:
    found = archive.precedents.find(_SHARE, limit=3)
    for row in found.precedents:
        console.print(f"  {row.kind:9} {row.day}  {row.address}  {row.repetition}", soft_wrap=True)
    for line in found.claims:
        console.print(f"  {line}", soft_wrap=True)


def _lineage(archive: "Secretariat", console: Any) -> None:
    """A paragraph from the first summit on: what was kept, changed and added in sixteen years."""
    from acquis.precedents.diff import compare, marked, pieces

    (last,) = [entry.address for entry in archive.list(year="2020", kind="communique", language="en")]
    history = archive.precedents.lineage(f"{last}#p8")
    first = history.lineage.line[0]
    console.print(f"  {first.expression.day}  {first.address}\n     {archive.precedents.words(first.address)}")
    for edge in history.lineage.chain:
        words = [archive.precedents.words(each.address) for each in (edge.earlier, edge.later)]
        console.print(f"  {edge.later.expression.day}  {edge.kind}  {edge.later.address}", soft_wrap=True)
        if edge.kind != "carried":
            told = "".join("".join(marked(*piece)) for piece in pieces(compare(*words)))
            console.print(f"     {told}")
    for line in history.claims[:2]:
        console.print(f"  {line}", soft_wrap=True)


_SHARE = "every riparian State is entitled to a fair and reasonable share in the benefits of the seven rivers"


def _release(archive: "Secretariat", console: Any) -> None:
    release = archive.release("demo")
    console.print(f"Release {release.name!r}: {counted(release.documents, 'document')}, hash {release.hash[:16]}…")
    faults = archive.check()
    console.print(f"Checked: {len(faults)} faults." if faults else "Checked: every byte, map and address is sound.")


_STEPS: tuple[tuple[str, Callable[["Secretariat", Any], None]], ...] = (
    ("1. Files become documents", _receive),
    ("2. The catalogue, in the order of adoption", _catalogue),
    ("3. Every paragraph has an address", _structure),
    ("4. Where do these words stand?", _find),
    ("5. Where were these words agreed before?", _precedents),
    ("6. One paragraph through sixteen years", _lineage),
    ("7. A release that can be cited", _release),
)
