"""An archive with a past, carried whole to another place; any order of arrival; a batch that is interrupted."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import acquis
from acquis.archive.checking import damage
from acquis.archive.corrections import evidence_of
from acquis.archive.desk import Desk, Kept
from acquis.archive.preparing import Prepared
from acquis.model import Kind

STATES = ("kept", "rival", "copy", "withdrawn")

_RECEIVES = """
import sys, acquis
archive = acquis.open(sys.argv[1], who="batch")
archive.receive([sys.argv[2]], met=lambda kept: print(kept.outcome, flush=True))
print("done", flush=True)
"""


def filled(folder: Path, samples: Sequence[Prepared]) -> Desk:
    archive = acquis.open(folder, who="registrar")
    archive.keep(samples)
    return archive


@pytest.fixture
def archive(tmp_path: Path, samples: Sequence[Prepared]) -> Iterator[Desk]:
    opened = filled(tmp_path / "osr.acquis", samples)
    yield opened
    opened.store.close()


def test_the_order_of_arrival_of_the_sample_changes_neither_addresses_nor_the_release(
    tmp_path: Path, samples: Sequence[Prepared]
) -> None:
    seen = set()
    for seed in range(4):
        order = random.Random(seed).sample(samples, len(samples))
        archive = filled(tmp_path / str(seed), order)
        listed = [(entry.address, entry.title) for entry in archive.list(states=STATES)]
        seen.add((tuple(listed), archive.release("one").hash))
        assert () == archive.check()
        archive.store.close()

    assert len(seen) == 1


def test_a_year_of_work_on_the_sample_is_carried_to_another_place_whole(archive: Desk, tmp_path: Path) -> None:
    before = archive.get("Belovesk 2019").document
    first, second = _neighbours(archive, before.address)
    archive.release("spring")
    archive.join(first, second, because="one paragraph in the signed copy")
    archive.note(str(before.address.at(before.paragraphs[1].path)), "first mention")
    archive.rename(str(before.address), "belovesk-appeal", because="so it is called in the register")
    archive.correct("Halmor 2005", "place", "Halmor-on-Sarn", because="the gazetteer")
    archive.withdraw("Sundrel Declaration 2009", because="a draft, kept by mistake")
    archive.release("autumn")
    archive.export_everything(tmp_path / "out")
    other = acquis.open(tmp_path / "other.acquis", who="elsewhere")
    other.import_everything(tmp_path / "out")

    assert other.list(states=STATES) == archive.list(states=STATES)
    assert other.release("winter").hash == archive.releases()[1].hash
    for name in ("spring", "autumn"):
        assert other.at_release(name).list() == archive.at_release(name).list()
    assert other.at_release("spring").get("Belovesk 2019").document == before
    assert {"same"} == {done.outcome for done in other.reread()}
    for entry in archive.list():
        assert other.get(entry.address).document == archive.get(entry.address).document
    assert other.get(before.address).document.address.work == "osr:2019-06-13/belovesk-appeal"
    assert () == damage(tuple(other.check()))
    other.store.close()


def _neighbours(archive: Desk, address: str) -> tuple[str, str]:
    """Two unnumbered paragraphs of a document that follow one another."""
    document = archive.get(address).document
    for one, other in zip(document.parts, document.parts[1:], strict=False):
        if one.kind is other.kind is Kind.PARAGRAPH and other.span.start == one.span.end + 1:
            return str(document.address.at(one.path)), other.path
    raise AssertionError("no neighbours")


def test_evidence_taken_before_is_followed_after_all_changes(archive: Desk) -> None:
    document = archive.get("Belovesk 2019").document
    proofs = [evidence_of(document, document.address.at(part.path), "test/1") for part in document.paragraphs]
    first, second = _neighbours(archive, document.address)
    archive.join(first, second, because="one paragraph")
    archive.rename(str(document.address), "belovesk-appeal", because="its name")

    for evidence in proofs:
        found = archive.follow(evidence)
        assert found.address, found.how
        assert archive.get(found.address).document.words(found.address) == evidence.quotation


# --- a batch that is interrupted ---------------------------------------------------------------------------------


def test_what_was_kept_before_an_interruption_stays_and_the_next_run_completes(tmp_path: Path, many: Path) -> None:
    archive = acquis.open(tmp_path / "new.acquis", who="batch")
    met: list[Kept] = []

    def until_the_thirtieth(kept: Kept) -> None:
        met.append(kept)
        if len(met) == 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.receive([str(many)], met=until_the_thirtieth)
    assert archive.counts()["files"] >= 30
    assert () == damage(tuple(archive.check()))
    outcomes = [kept.outcome for kept in archive.receive([str(many)])]

    assert len(outcomes) == len(list(many.iterdir()))
    assert outcomes.count("held") >= 30
    assert archive.counts()["files"] == len(outcomes)
    assert () == damage(tuple(archive.check()))
    archive.store.close()


def test_control_c_keeps_what_is_kept(tmp_path: Path, many: Path) -> None:
    command = [sys.executable, "-c", _RECEIVES, str(tmp_path / "new.acquis"), str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline().strip() == "kept"
        running.send_signal(signal.SIGINT)
        said, errors = running.communicate(timeout=60)
    assert running.returncode != 0
    assert "done" not in said
    assert "KeyboardInterrupt" in errors

    archive = acquis.open(tmp_path / "new.acquis", who="batch")
    kept = archive.counts()["files"]
    assert 0 < kept < len(list(many.iterdir()))
    assert () == damage(tuple(archive.check()))
    archive.receive([str(many)])
    assert archive.counts()["files"] == len(list(many.iterdir()))
    archive.store.close()


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    (folder / "b.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "c.txt").write_text("Halmor Declaration\n\nWe meet.\n\nWe part.\n", "utf-8")
    archive = acquis.open(tmp_path / "new.acquis", who="batch")
    outcomes = archive.receive([str(folder), str(tmp_path / "not there")])

    assert ["refused", "refused", "kept", "refused"] == [kept.outcome for kept in outcomes]
    assert all("\n" not in kept.line for kept in outcomes)
    assert [kept.outcome for kept in outcomes] == [report["outcome"] for report in archive.reports()]
    archive.store.close()
