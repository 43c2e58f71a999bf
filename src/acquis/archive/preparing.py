"""From bytes to a document that can be kept: formats, structure and catalogue, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from acquis.archive.catalogue import Catalogued, catalogue
from acquis.archive.editing import Edit, edited
from acquis.archive.packing import Packed, packed, unpack
from acquis.archive.rereading import settled
from acquis.model import Claim, File, fingerprint
from acquis.structure.read import Reading

if TYPE_CHECKING:
    from acquis.formats._limits import Limits


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file, read and catalogued, before the archive is asked: the pure part of receiving.

    `given` are a person's claims about it. `lost` says which earlier corrections no longer find their words.
    """

    file: File
    content: bytes
    packed: Packed
    catalogued: Catalogued
    reader: str
    options: dict[str, str] = field(default_factory=dict)
    given: tuple[Claim, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading:
        """The reading itself, unpacked."""
        return unpack(self.packed.body)


def prepare(
    content: bytes,
    name: str,
    *,
    reading: str = "accepted",
    language: str | None = None,
    given: Sequence[Claim] = (),
    edits: Sequence[Edit] = (),
    before: Sequence[Reading] = (),
    limits: "Limits | None" = None,
) -> Prepared:
    """Bytes in, document out. Nothing is kept and nothing outside is asked; the same bytes give the same document.

    `reading` says which way tracked changes are read. `edits` are corrections of paragraphs; `before` are earlier
    readings of the same bytes, whose addresses keep their words. `limits` are those of the file, or the usual ones.
    """
    from acquis.formats import extract
    from acquis.structure.citations import citations_in
    from acquis.structure.read import VERSION, read
    from acquis.structure.sentences import sentences

    extraction = extract(content, name, reading=reading, limits=limits)
    sha256 = fingerprint(content)
    made = read(extraction, language=language)
    lost: list[str] = []
    if edits:
        made, lost = edited(made, edits, lambda words: sentences(words, made.language))
    if before:
        made = settled(before, made)
    catalogued = catalogue(made, name=name, sha256=sha256, given=given)
    own, organ = catalogued.address, catalogued.record.value("organ")
    cited = citations_in(made.layers.text, made.parts, own=own, organ=organ, language=made.language)
    file = File(sha256, len(content), name, extraction.media_type, extraction.encoding)
    options = {"reading": reading} | ({"language": language} if language else {})
    form = packed(replace(made, citations=cited))
    return Prepared(file, content, form, catalogued, f"acquis/{VERSION}", options, tuple(given), tuple(lost))
