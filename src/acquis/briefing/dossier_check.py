"""A kept dossier held against an archive: are the files whole, do the quotations stand, do the certificates hold?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from acquis.archive.holdings import Place
from acquis.briefing.dossier_record import FORMAT, Certified, Contents, Quotation
from acquis.briefing.dossier_sources import Archive, Sources, Text
from acquis.errors import AcquisError, NotHeld, Unreadable
from acquis.model import Evidence, Pinpoint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from acquis.precedents.desk import Precedents

RECORD: Final = "dossier.json"
SUMS: Final = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was: `what` it is about, a file, an address or a certificate, and what became of it.

    `how` is one word: changed, missing, strange; moved, gone, withdrawn, not held, corrected, superseded; differs.
    """

    what: str
    how: str
    line: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What a dossier was held against, and all that is not as it was; nothing where everything is."""

    findings: tuple[Finding, ...]
    files: int
    quotations: int
    certificates: int
    hash: str
    made_of: str


def verified(
    archive: Archive, files: Mapping[str, bytes], *, certified: "Callable[[Contents], Precedents]"
) -> Verified:
    """A dossier held against an archive: each file by its hash, each quotation at its address, each certificate again.

    Quotations are held against the archive as it is given; `certified` gives the room in which the certificates of a
    dossier are made again, as of what it was made of. Raises `Unreadable` for what is no dossier.
    """
    contents = _contents(files)
    found = [*_files(files), *_texts(archive, contents), *_quotations(archive, contents)]
    found += _certificates(certified(contents), contents, files)
    numbers = len(files) - 1, len(contents.quotations), len(contents.certificates)
    return Verified(tuple(found), *numbers, fingerprint(files.get(SUMS, b"")), contents.stands)


def _contents(files: Mapping[str, bytes]) -> Contents:
    try:
        found = msgspec.json.decode(files[RECORD], type=Contents)
    except (KeyError, msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Unreadable(f"{RECORD} is no record of a dossier ({str(error)[:120]}); get a whole copy of it.") from error
    if found.format != FORMAT:
        raise Unreadable(f"The dossier is of the format {found.format[:40]!r}; this acquis reads {FORMAT}.")
    return found


# --- files ------------------------------------------------------------------------------------------------------------


def _files(files: Mapping[str, bytes]) -> Iterator[Finding]:
    listed = {met[2]: met[1] for met in _SUM.finditer(files.get(SUMS, b"").decode("utf-8", "replace"))}
    if not listed:
        yield Finding(SUMS, "missing", "the list of hashes is not there, so that no file can be held against it")
        return
    for name in sorted(listed.keys() | files.keys() - {SUMS}):
        if name not in files:
            yield Finding(name, "missing", "the file is not there")
        elif name not in listed:
            yield Finding(name, "strange", "the file is not on the list of hashes")
        elif fingerprint(files[name]) != listed[name]:
            yield Finding(name, "changed", "the file is not the one that was made")


_SUM: Final = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)


# --- texts and quotations ---------------------------------------------------------------------------------------------


def _texts(archive: Archive, contents: Contents) -> Iterator[Finding]:
    """The texts of which something else is said now than then, or that another one superseded."""
    sources = Sources(archive)
    over = dict(_superseded(archive))
    for then in contents.texts:
        now = sources.text(then.address) if _is_address(then.address) else None
        if now is None:
            continue  # each quotation from it says so
        if (line := "; ".join(_corrected(then, now))) != "":
            yield Finding(then.address, "corrected", line)
        if (work := str(Pinpoint(now.address).work)) in over:
            yield Finding(then.address, "superseded", f"a person said that {over[work]} supersedes it")


def _is_address(words: str) -> bool:
    try:
        return bool(Pinpoint(words))
    except AcquisError:
        return False


def _corrected(then: Text, now: Text) -> Iterator[str]:
    if now.citation != then.citation:
        yield f"it is cited now as {now.citation}; then as {then.citation}"
    if now.marking != then.marking:
        yield f"it is {now.marking} now, and was {then.marking}"
    if then.quoted and not now.quoted:
        yield f"its words may no longer be passed on: {now.why}"


def _superseded(archive: Archive) -> Iterator[tuple[str, str]]:
    """The works that a person said are superseded, each with what took its place."""
    for edit in archive.edits():
        if edit["verb"] == "relate" and edit["body"].get("relation") == "supersedes":
            yield str(Pinpoint(edit["body"]["other"]).work), str(edit["now"] or edit["address"])


def _quotations(archive: Archive, contents: Contents) -> Iterator[Finding]:
    for each in contents.quotations:
        how, line = _became(archive, each)
        if how:
            notes = f"note{'s' if len(each.notes) > 1 else ''} {', '.join(map(str, each.notes))}"
            yield Finding(each.address, how, f"{line} ({notes})" if each.notes else line)


def _became(archive: Archive, quotation: Quotation) -> tuple[str, str]:
    """What became of a quotation, and the line that says so; "" where it stands at its address. One case a line."""
    if not _is_address(quotation.address):
        return "gone", "this is no address"
    if quotation.words is not None and fingerprint(quotation.words) != quotation.sha256:
        return "changed", "the words are not those of which the hash is kept"
    address = Pinpoint(quotation.address)
    try:
        text = archive.get(str(address.expression))
    except NotHeld as error:
        return ("withdrawn" if "withdrawn" in str(error) else "not held"), str(error)
    if (place := _opened(archive, address)) and _stands(place, quotation):
        if str(place.address) == quotation.address:
            return "", ""
        return "moved", f"the same words stand now at {place.address}"
    return _followed(archive, text, quotation)


def _opened(archive: Archive, address: Pinpoint) -> Place | None:
    try:
        return archive.get(str(address))
    except AcquisError:
        return None


def _stands(place: Place, quotation: Quotation) -> bool:
    try:
        return fingerprint(place.document.words(place.address)) == quotation.sha256
    except AcquisError:
        return False


def _followed(archive: Archive, text: Place, quotation: Quotation) -> tuple[str, str]:
    """Where the words stand now, by themselves and what stood around them."""
    if quotation.words is None:
        return "changed", "other words stand there now; those that stood there may not be passed on, and are not kept"
    address = Pinpoint(quotation.address)
    told = (quotation.words, quotation.before, quotation.after, quotation.text)
    found = archive.follow(Evidence(address, *told))
    if found.address is None:
        return "gone", f"{found.how}; the text is {text.document.address}"
    stands = "within" if found.how == "within" else "at"
    return "moved", f"the words stand now {stands} {found.address}"


# --- certificates -----------------------------------------------------------------------------------------------------


def _certificates(room: "Precedents", contents: Contents, files: Mapping[str, bytes]) -> Iterator[Finding]:
    for each in contents.certificates:
        name = each.record or f"certificate of {each.formula[:60]!r}"
        try:
            lines = _again(room, each, files, contents)
        except AcquisError as error:
            lines = (str(error),)
        yield from (Finding(name, "differs", line) for line in lines)


def _again(room: "Precedents", certified: Certified, files: Mapping[str, bytes], contents: Contents) -> tuple[str, ...]:
    """What of a certificate differs when it is made again."""
    if certified.record is not None:
        record = files.get(certified.record)
        return room.verify(record).differs if record is not None else ("its record is not there",)
    release = contents.release.name if contents.release else None
    same = room.certificate(certified.formula, release=release).hash == certified.hash
    return () if same else ("made again it has another hash",)
