"""What receiving costs beside the bare libraries, on the same files in the same run."""

import io
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from evaluation.un_texts import assembled, un_documents


@dataclass(frozen=True, slots=True)
class Row:
    """One measured job: files and megabytes a second by the wall clock, seconds of the processor, peak memory in MB.

    `ratio` is the time over the peer's on the same files: by the clock for whole folders, where `cpu` lacks the
    workers', and by the processor for single files.
    """

    what: str
    files: int
    megabytes: float
    wall: float
    cpu: float
    peak: float
    ratio: float | None = None

    def __str__(self) -> str:
        rate = f"{self.files / self.wall:8.1f} files/s {self.megabytes / self.wall:7.2f} MB/s"
        ratio = "" if self.ratio is None else f"   {self.ratio:4.1f} times the peer"
        return f"{self.what:<44}{self.files:>6} files {rate}   cpu {self.cpu:7.1f} s   peak {self.peak:6.0f} MB{ratio}"


def run(shared: Path, *, most: int | None = None) -> Iterator[Row]:
    """Receives UN documents and treaties with one and two processes, and every format beside its bare library."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        folders = {"UN documents": un_texts(shared, place, most), "treaties": treaties(shared, place, most)}
        for name, folder in folders.items():
            peer = _job("peer", name, folder, scratch)
            yield peer
            for workers in (1, 2):
                mine = _job(f"acquis {workers}", name, folder, scratch)
                # By the clock: the workers are the fork server's children, and their processor time is not ours to see.
                yield replace(mine, ratio=mine.wall / peer.wall)
        yield from _formats(shared)


def un_texts(shared: Path, scratch: Path, most: int | None) -> Path:
    """A folder with the UN documents as text files, those first that rules may be read off."""
    folder = scratch / "un"
    folder.mkdir()
    documents = [each for part in ("dev", "scale") for each in un_documents(shared, part)]
    for document in [each for each in documents if each["file"] not in _LEFT_OUT][:most]:
        (folder / document["file"].replace(".json", ".txt")).write_text(assembled(document).text, "utf-8")
    return folder


_LEFT_OUT = frozenset({"E_RES_1818(LV).json"})
"""spaCy's tokenizer takes four minutes over the rows of dots in this one document, and would make any ratio good."""


def treaties(shared: Path, scratch: Path, most: int | None) -> Path:
    """A folder with the treaty texts as they are."""
    folder = scratch / "treaties"
    folder.mkdir()
    with tarfile.open(shared / "data" / "treaties" / "treaty_texts_raw.tar.gz") as archive:
        members = [member for member in archive if member.isreg()]
        for member in members[:most]:
            stream = archive.extractfile(member)
            (folder / Path(member.name).name).write_bytes(stream.read() if stream else b"")
    return folder


def _job(who: str, name: str, folder: Path, scratch: str) -> Row:
    """One job in a process of its own, so that its memory and time are its own."""
    target = Path(scratch) / "archive"
    shutil.rmtree(target, ignore_errors=True)
    code = f"from benchmarks.receiving import child; child({who!r}, {str(folder)!r}, {str(target)!r})"
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=Path.cwd())
    wall = time.perf_counter() - started
    cpu, peak = (float(word) for word in done.stdout.split()[-2:])
    files = [path for path in folder.iterdir() if path.is_file()]
    return Row(f"{name}: {who}", len(files), sum(path.stat().st_size for path in files) / 1e6, wall, cpu, peak)


def child(who: str, folder: str, target: str) -> None:
    """The job of a child process; prints its seconds of the processor and its peak memory in MB."""
    if who == "peer":
        _sentencize(Path(folder), Path(target))
    else:
        import acquis

        acquis.open(target).receive([folder], workers=int(who.split()[1]))
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    times = os.times()
    cpu = times.user + times.system + times.children_user + times.children_system
    print(cpu, max(own.ru_maxrss, children.ru_maxrss) / 1024)


def _sentencize(folder: Path, target: Path) -> None:
    """The peer for plain text: spaCy's rule sentencizer, and a bare insert into the same store and index."""
    import spacy
    import tantivy

    from acquis.archive._index import schema
    from acquis.archive.tables import METADATA
    from acquis.store import open_store

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**9
    store = open_store(str(target), METADATA)
    (target / "peer").mkdir(parents=True, exist_ok=True)
    writer = tantivy.Index(schema(), path=str(target / "peer")).writer(64_000_000)
    db = store.engine.raw_connection().driver_connection
    assert db is not None
    db.execute("PRAGMA foreign_keys=OFF")
    for number, path in enumerate(sorted(folder.iterdir())):
        words = [part for part in path.read_text("utf-8", "replace").split("\n\n") if part.strip()]
        spans = [[(s.start_char, s.end_char) for s in pipeline(part).sents] for part in words]
        rows = [_row(number, n, part, found) for n, (part, found) in enumerate(zip(words, spans, strict=True))]
        db.execute("BEGIN")
        db.executemany(_INSERT, rows)
        db.execute("COMMIT")
        for part in words:
            writer.add_document(tantivy.Document(words=part))
    writer.commit()


_INSERT = (
    'INSERT INTO passages (reading, n, path, kind, number, level, start, "end", words) '
    "VALUES (:reading, :n, :path, :kind, :number, :level, :start, :end, :words)"
)


def _row(number: int, n: int, words: str, spans: list[tuple[int, int]]) -> dict[str, object]:
    place = {"reading": number, "n": n, "path": f"p{n}", "kind": "paragraph", "number": str(len(spans)), "level": 1}
    return {**place, "start": 0, "end": len(words), "words": words}


# --- formats beside their bare libraries ------------------------------------------------------------------------


def _formats(shared: Path) -> Iterator[Row]:
    data = shared / "data"
    texts = [path.read_text("utf-8") for path in sorted((data / "charter").glob("*_en.txt"))]
    pages = [(f"page{n}.html", _page(text)) for n, text in enumerate(texts)]
    for name, bare, files in (
        ("PDF: bare pypdfium2", _bare_pdf, _files(data / "unsc_drafts_pdf", "*.pdf")),
        ("DOCX: bare python-docx", _bare_docx, _files(data / "mandates_docx", "*.docx")),
        ("HTML: bare trafilatura", _bare_html, pages),
    ):
        yield from _side_by_side(name, bare, files)


def _files(folder: Path, pattern: str) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(folder.glob(pattern))]


def _page(text: str) -> bytes:
    """A text as a web page with a menu, since no real pages are at hand."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    menu = "".join(f'<li><a href="/{n}">Item {n}</a></li>' for n in range(30))
    return f"<html><body><nav><ul>{menu}</ul></nav><article>{paragraphs}</article></body></html>".encode()


def _side_by_side(what: str, bare: Callable[[str, bytes], object], files: Sequence[tuple[str, bytes]]) -> list[Row]:
    """The bare library and acquis by turns, so that both meet the machine as it is; the ratio is that of the middle."""
    from acquis.formats._worker import collect_seldom

    jobs = {what: bare, f"{what.split(':', maxsplit=1)[0]}: acquis, received": _received}
    for job in jobs.values():
        job(*files[0])
    collect_seldom()  # as in the processes that receive; the bare library gains by it too
    rounds = [[_once(job, files) for job in jobs.values()] for _ in range(_ROUNDS)]
    ratio = median(mine[0] / peer[0] for peer, mine in rounds)
    size, peak = sum(len(content) for _, content in files) / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    best = [min(each) for each in zip(*rounds, strict=True)]
    made = [Row(n, len(files), size, w, c, peak / 1024) for n, (c, w) in zip(jobs, best, strict=True)]
    return [made[0], replace(made[1], ratio=ratio)]


_ROUNDS = 15


def _once(job: Callable[[str, bytes], object], files: Sequence[tuple[str, bytes]]) -> tuple[float, float]:
    """Seconds of the processor and by the clock of one round over the files."""
    wall, cpu = time.perf_counter(), time.process_time()
    for name, content in files:
        job(name, content)
    return time.process_time() - cpu, time.perf_counter() - wall


def _bare_pdf(_: str, content: bytes) -> object:
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def _bare_docx(_: str, content: bytes) -> object:
    import docx

    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def _bare_html(_: str, content: bytes) -> object:
    import trafilatura

    return trafilatura.extract(content.decode())


def _received(name: str, content: bytes) -> object:
    from acquis.archive.preparing import prepare

    return prepare(content, name)
