"""Three thousand public documents that the reading room is measured with: made once, kept for the next run."""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

import acquis
from acquis import __version__
from acquis.model import fingerprint
from acquis.structure.read import VERSION
from acquis.web.serving import ready
from benchmarks.receiving import treaties, un_texts

DOCUMENTS: Final = 3_000
_SETS: Final = {
    "charter": "*.txt",
    "udhr": "*.xml",
    "unsc_drafts_pdf": "*.pdf",
    "mandates_docx": "*.docx",
}
"""Beside the UN documents: texts in many languages, PDF and DOCX. Treaties fill up what is left."""


def room_archive(shared: Path) -> Iterator[Path | str]:
    """Lines on how it goes, then the folder of the archive; another reader of documents makes it anew."""
    told = f"{__version__} {VERSION} {DOCUMENTS} {(shared / 'data' / 'README.md').is_file()}"
    name = f"room-{DOCUMENTS}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
    folder = Path(tempfile.gettempdir()) / "acquis-benchmarks" / name
    if not folder.is_dir():
        yield f"an archive of {DOCUMENTS:,} documents is made in {folder}: some six minutes, once"
        yield from _made(folder, shared)
    yield folder


def _made(folder: Path, shared: Path) -> Iterator[str]:
    """Written beside its place and moved there whole: a folder of that name is complete."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
        beside, files = Path(scratch) / "archive", Path(scratch) / "files"
        archive = acquis.open(beside, who="benchmark")
        with closing(archive.store):
            for lot in _lots(shared, files):
                public = {fingerprint(path.read_bytes()): {"marking": "public"} for path in lot.iterdir()}
                paths = [str(path) for path in sorted(lot.iterdir())]
                archive.receive(paths[: DOCUMENTS - archive.counts()["expressions"]], workers=2, given=public)
                yield f"  {archive.counts()['expressions']:,} documents after {time.perf_counter() - started:.0f} s"
                if archive.counts()["expressions"] >= DOCUMENTS:
                    break
            ready(archive)
        yield f"  indexed after {time.perf_counter() - started:.0f} s"
        shutil.move(beside, folder)


def _lots(shared: Path, scratch: Path) -> Iterator[Path]:
    """Folders of files, the treaties in lots: as many of them as are still wanted are received."""
    scratch.mkdir()
    yield un_texts(shared, scratch, None)
    others = scratch / "others"
    others.mkdir()
    for folder, pattern in _SETS.items():
        for path in sorted((shared / "data" / folder).glob(pattern)):
            shutil.copyfile(path, others / path.name)
    yield others
    found = iter(sorted(treaties(shared, scratch, None).iterdir()))
    while lot := list(islice(found, 300)):
        folder = scratch / f"treaties-{lot[0].stem}"
        folder.mkdir()
        for path in lot:
            path.rename(folder / path.name)
        yield folder
