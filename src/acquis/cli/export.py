"""`acquis export` and `acquis import`: documents in open forms, and the whole archive out and in again."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from acquis.cli._files import write_file
from acquis.cli._options import complete_address, filters, forms, opened, release, verb
from acquis.cli._print import document, on_terminal, put_bytes, say

if TYPE_CHECKING:
    from acquis.formats._writing import Writer
    from acquis.model import Document, Pinpoint
    from acquis.secretariat import Secretariat

FORMS: Final = ("akn", "tei", "text", "reading", "json", "csl", "bibtex", "ris", "csv", "parquet", "file")
"""What a document can be written as; `file` is the bytes that came."""

_BINARY: Final = frozenset({"parquet", "file"})


@verb(
    "export",
    ('acquis export "Halmor 2005" --format akn -o halmor.xml', "One document as Akoma Ntoso"),
    ("acquis export --organisation osr --format bibtex -o osr.bib", "Citations of everything that fits"),
    ("acquis export --everything export-folder", "The whole archive in open formats"),
)
@click.argument("asked", nargs=-1, metavar="[ADDRESS]...", shell_complete=complete_address, help="Addresses or names.")
@click.option("--format", "kind", type=click.Choice(FORMS), default="reading", show_default=True, help="The form.")
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="A file; a folder for one file a document.")
@filters
@release
@click.option("--everything", type=click.Path(), metavar="FOLDER", help="The whole archive, to an empty folder.")
@click.option("--public", is_flag=True, help="With --everything: only what is marked public.")
@forms("json")
def command(
    *,
    asked: tuple[str, ...],
    kind: str,
    output: str | None,
    release: str | None,
    everything: str | None,
    public: bool,
    form: str,
    **chosen: Any,
) -> None:
    """Writes documents in an open form, or the whole archive.

    Documents are named by address, or chosen by the same filters as in `acquis list`. --json lists what was written.
    """
    archive = opened()
    if everything:
        _everything(archive, everything, public, form)
        return
    archive = archive.at_release(release) if release else archive
    addresses = _addresses(archive, asked, chosen)
    if output is None:
        _to_output(archive, addresses, kind)
        return
    written = _to_files(archive, addresses, kind, output)
    if form == "json":
        document({"files": written})
    say(f"{len(addresses)} document{'' if len(addresses) == 1 else 's'} written to {output}.")


def _everything(archive: "Secretariat", folder: str, public: bool, form: str) -> None:
    counts = archive.export_everything(folder, public_only=public)
    if form == "json":
        document({"folder": folder, "rows": counts})
    say(f"Everything{' that is public' if public else ''} is in {folder}. `acquis import {folder}` reads it back.")


def _addresses(archive: "Secretariat", asked: Sequence[str], chosen: dict[str, Any]) -> "list[Pinpoint]":
    """The expressions that are meant; each is looked up before anything is written."""
    if asked:
        return [archive.get(each).document.address for each in asked]
    if not any(chosen.values()):
        raise click.UsageError("Say which documents: addresses, filters such as --year, or --everything FOLDER.")
    found = [entry.address for entry in archive.list(**chosen)]
    if not found:
        from acquis.errors import NotHeld

        raise NotHeld("Nothing that is held fits. `acquis list` shows what is.")
    return found


def _to_output(archive: "Secretariat", addresses: "Sequence[Pinpoint]", kind: str) -> None:
    if kind in _BINARY and on_terminal():
        raise click.UsageError(f"{kind} is not for a terminal; name a file with -o.")
    if kind == "file" and len(addresses) > 1:
        raise click.UsageError("Several files need a folder: -o FOLDER.")
    if kind == "file":
        put_bytes(archive.content(addresses[0]))
        return
    for made in _made(archive, addresses, kind):
        put_bytes(made)


def _made(archive: "Secretariat", addresses: "Sequence[Pinpoint]", kind: str) -> Iterable[bytes]:
    """One file with all of them where the form can hold several, else one after the other."""
    writer = _writer(kind)
    if len(addresses) > 1 and writer.write_many is None and kind not in ("text", "reading"):
        raise click.UsageError(f"{kind} holds one document a file; name a folder with -o.")
    held = (archive.get(address).document for address in addresses)
    if len(addresses) > 1 and writer.write_many is not None:
        return [writer.write_many(held)]
    return (writer.write(each) for each in held)


def _writer(kind: str) -> "Writer":
    from acquis.formats._writing import writer

    return writer(kind)


def _to_files(archive: "Secretariat", addresses: "Sequence[Pinpoint]", kind: str, output: str) -> list[dict[str, Any]]:
    target = Path(output)
    together = kind != "file" and (len(addresses) == 1 or _writer(kind).write_many is not None)
    if target.is_dir() or output.endswith(("/", "\\")) or not (together or len(addresses) == 1):
        return [_one(archive, address, kind, target) for address in addresses]
    if kind == "file":
        write_file(target, archive.content(addresses[0]))
    else:
        write_file(target, b"".join(_made(archive, addresses, kind)))
    return [{"file": str(target), "addresses": list(addresses)}]


def _one(archive: "Secretariat", address: "Pinpoint", kind: str, folder: Path) -> dict[str, Any]:
    held: Document = archive.get(address).document
    name = re.sub(r"[^\w.@()-]+", "_", str(address))
    if kind == "file":
        content, suffix = archive.content(address), Path(held.file.name).suffix
    else:
        writer = _writer(kind)
        content, suffix = writer.write(held), writer.suffix
    target = folder / f"{name}{suffix}"
    write_file(target, content)
    return {"file": str(target), "addresses": [address]}


@verb(
    "import",
    ("acquis import export-folder --archive copy.acquis", "Read an export into a new archive"),
    ("acquis import export-folder --archive copy.acquis --json", "The same; prints how much was read"),
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False), help="What `export --everything` wrote.")
@forms("json")
def import_(folder: str, form: str) -> None:
    """Reads a whole export into an empty archive: the same addresses, corrections and releases."""
    counts = opened(create=True).import_everything(folder)
    if form == "json":
        document({"rows": counts})
    say(f"Read from {folder}: {', '.join(f'{count:,} {name}' for name, count in counts.items() if count)}.")
