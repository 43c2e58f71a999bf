"""The dossier: a selection of passages, tables, certificates and diffs, with numbered notes, hashes and the release."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from acquis.briefing.dossier_paper import Item, named, paper_of
from acquis.briefing.dossier_record import FORMAT, Certified, Contents, Quotation, Released, Told, quotations
from acquis.briefing.dossier_selection import Line, Thing, as_yaml, things
from acquis.briefing.dossier_sources import Archive, Sources, Text
from acquis.briefing.dossiers import kinds
from acquis.errors import AcquisError, BadQuery, Unreadable
from acquis.formats._paper import FORMS, Paper
from acquis.model import fingerprint

if TYPE_CHECKING:
    from acquis.archive.holdings import Release
    from acquis.briefing.dossiers import Made

SUMS: Final = "SHA256SUMS"
CRATE: Final = "ro-crate-metadata.json"
RECORD: Final = "dossier.json"
SELECTION: Final = "selection.yaml"


@dataclass(frozen=True)
class Dossier:
    """A selection worked out. `texts` are those that it names, `quotations` the words that it rests on.

    `marking` is that of the most restricted thing in it; `public` says that it was made of public documents alone.
    """

    title: str
    items: tuple[Item, ...]
    paper: Paper
    texts: tuple[Text, ...]
    quotations: tuple[Quotation, ...]
    marking: str
    stands: str
    release: "Release | None"
    change: int
    day: str
    public: bool

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files that it is kept as, by name: the same selection over the same release gives the same bytes.

        The PDF is among them where Typst is installed, and has the same bytes where the same fonts are.
        """
        from acquis.briefing.dossier_crate import crate

        held = dict(self._files())
        held[CRATE] = crate(self, held)
        held[SUMS] = "".join(f"{fingerprint(held[name])}  {name}\n" for name in sorted(held)).encode()
        return dict(sorted(held.items()))

    @property
    def hash(self) -> str:
        """The SHA-256 of the list of hashes: whoever has noted it knows every byte of the dossier again."""
        return fingerprint(self.files[SUMS])

    def _files(self) -> Iterator[tuple[str, bytes]]:
        from acquis.formats._paper_forms import file_of

        for form in FORMS:
            try:
                yield f"dossier.{form}", file_of(self.paper, form)
            except Unreadable:  # no Typst here
                assert form == "pdf"
        yield SELECTION, as_yaml(self.title, [each.thing for each in self.items], self._how)
        yield RECORD, self._contents.as_json()
        for each in self.items:
            yield from each.files()

    @property
    def _how(self) -> str:
        """The command that makes it again."""
        from shlex import quote

        release = f" --release {quote(self.release.name)}" if self.release else ""
        return f"acquis dossier {SELECTION}{release}{' --public' if self.public else ''} -o dossier.zip"

    @property
    def _contents(self) -> Contents:
        release = self.release
        told = Released(release.name, release.number, release.hash, release.documents) if release else None
        return Contents(
            format=FORMAT,
            title=self.title,
            stands=self.stands,
            release=told,
            change=self.change,
            day=self.day,
            public=self.public,
            marking=self.marking,
            items=tuple(Told(each.number, each.thing.line, each.thing.note, each.made.heading) for each in self.items),
            texts=self.texts,
            quotations=self.quotations,
            certificates=tuple(_certified(each) for each in self.items if each.made.hash),
        )


def _certified(item: Item) -> Certified:
    return Certified(item.thing.about[0], item.made.hash, item.record if item.made.record is not None else None)


def dossier_of(
    archive: Archive, selection: Sequence[str | Line], *, title: str = "", met: Callable[[int], None] | None = None
) -> Dossier:
    """The dossier of a selection, of the archive as it stands: of a release where it is asked of one.

    A line is a thing as a person would write it, `diff "EARLIER" "LATER" -- a note`. Words of a text that may not be
    passed on are left out. Raises `BadQuery` that names each line which is wrong. `met` is told of each item, by how
    many there are. Cost: that of what is asked for; a certificate passes over every word, a brief looks up each
    sentence.
    """
    sources = Sources(archive)
    wanted = things([Line(each) if isinstance(each, str) else each for each in selection], sources)
    items = []
    for number, thing in enumerate(wanted, 1):
        items.append(Item(number, thing, _made(sources, thing)))
        if met:
            met(len(wanted))
    name = " ".join(title.split()) or "Dossier"
    texts = named(items, sources)
    marking = _marking(items, texts, sources)
    paper = paper_of(name, items, texts, sources, marking=marking)
    return Dossier(
        title=name,
        items=tuple(items),
        paper=paper,
        texts=texts,
        quotations=quotations(paper, sources),
        marking=marking,
        stands=sources.stands,
        release=sources.release,
        change=sources.change,
        day=sources.day,
        public=sources.public,
    )


def _made(sources: Sources, thing: Thing) -> "Made":
    try:
        return kinds()[thing.kind].make(sources, *thing.about)
    except AcquisError as error:
        raise BadQuery(f"{thing.where}: {error}") from error


def _marking(items: Sequence[Item], texts: Sequence[Text], sources: Sources) -> str:
    """That of the most restricted text that is named.

    What tells of all texts that were searched counts those that are not public: it is not public either.
    """
    found = [each.marking for each in texts]
    if any(each.made.searched for each in items) and not sources.public:
        found += ["internal"] if any(each.marking != "public" for each in sources.entries.values()) else []
    return max(found, key=_WEIGHT.index, default="public")


_WEIGHT: Final = ("public", "internal", "restricted")
