"""Reads the blocks of one scope, one after another: paragraphs, items, headings, signatures."""

from dataclasses import replace
from typing import Final

from acquis.formats import Role
from acquis.languages import Place
from acquis.model import Kind
from acquis.model.document import CONTAINERS
from acquis.structure.blocks import Block, joined, split
from acquis.structure.closings import adopted, signed, told
from acquis.structure.drafts import Draft, Genre, Outline
from acquis.structure.genre import enacts
from acquis.structure.head import DATE_ONLY, HEADING_LENGTH, is_preamble_word, title_like
from acquis.structure.headings import Heading, section
from acquis.structure.lists import Lists
from acquis.structure.markers import FIGURES, Marker, Style, markers
from acquis.structure.marks import ends
from acquis.structure.openings import place

_THROUGHOUT: Final = (Genre.RESOLUTION, Genre.NUMBERED)
_HEADINGS: Final = CONTAINERS | {Kind.TITLE, Kind.HEADING}
_RANK: Final = {Kind.ANNEX: 0, Kind.DIVISION: 1, Kind.CHAPTER: 2, Kind.SECTION: 3, Kind.ARTICLE: 5}
_LETTERED_SECTION: Final = 4


class Body:
    """Reads the blocks of one scope, one after another."""

    def __init__(self, made: Outline, scope: int, genre: Genre, *, recovers: bool) -> None:
        self.made, self.scope, self.genre, self.recovers = made, scope, genre, recovers
        self.lists = Lists()
        self.within: list[tuple[int, int]] = []  # (rank, place) of the containers that are open
        self.current = -1  # the last paragraph that a list can hang from
        self.operative = False  # the operative part of this section has begun
        self.begun = False  # that of any section has
        self.closing = False
        self.over = True  # no article follows: only then is a text signed
        self.untitled = -1  # a numbered heading that still waits for its title
        self.numbered = False

    @property
    def container(self) -> int:
        """The innermost container that is open."""
        return self.within[-1][1] if self.within else self.scope

    def take(self, block: Block, heading: Heading | None, following: Block | None, *, first_of_scope: bool) -> None:
        """One block: the cases in the order they are asked."""
        text = block.text.strip()
        if self.recovers and block.above >= 2 and not first_of_scope:
            self._open(Heading(Kind.SECTION, "", 0, "", 0), Draft(Kind.SECTION, None, recovered=True))
        if self._continues_heading(block, text):
            return
        if block.role is Role.CELL:
            self._plain(Kind.TABLE, block)
        elif self.closing and self.genre is Genre.TREATY:
            self._plain(Kind.SIGNATURE, block)
        elif heading or (heading := self._section(block, following)):
            self._headed(block, heading)
        elif self.untitled >= 0 and title_like(text) and not markers(text):
            self._titled(block)
        elif self._closes(text, following):
            self._plain(Kind.SIGNATURE, block)
        elif self.genre is Genre.RESOLUTION and following and enacts(text, following.text, self.made.tongue):
            self._enacting(block)
        elif is_preamble_word(text) or self._is_cross_heading(block, following):
            self._cross_heading(block, following)
        elif (chosen := self.lists.choose(markers(text))) and self._is_item(block, chosen[0]):
            self._item(block, *chosen)
        else:
            self._paragraph(block, first_of_scope=first_of_scope)

    # headings

    def _section(self, block: Block, following: Block | None) -> Heading | None:
        """A section by its Roman number or capital letter: only where text follows, and not in mid-list."""
        found = section(block.text) or _numbered_heading(block, following)
        if not found or following is None:
            return None
        if self._next_letter() == found.printed[:1] and len(found.printed.rstrip(".")) == 1:
            letter = found.printed[0]  # C. after B. is a letter, not one hundred
            return replace(found, value=ord(letter) - 64, label=f"-{letter.lower()}")
        if found.label.startswith("-") and not self._follows_letter(found):
            return None
        return found

    def _follows_letter(self, found: Heading) -> bool:
        return found.value == 1 or self._next_letter() == found.printed[0]

    def _next_letter(self) -> str | None:
        """The letter after that of the lettered section that is open."""
        last = next((place for rank, place in reversed(self.within) if rank == _LETTERED_SECTION), None)
        return None if last is None else chr(ord((self.made.drafts[last].label or "-a")[1]) + 1).upper()

    def _headed(self, block: Block, heading: Heading) -> None:
        gone, rest = split(block, heading.title, "marker") if heading.title else ((), block)
        held = rest if rest.fragments and rest.text.strip() else None
        long = held is not None and heading.kind is Kind.ARTICLE and _runs_on(held.text)
        draft = Draft(heading.kind, None if long else held, number=heading.printed, label=heading.label, gone=gone)
        place = self._open(heading, draft)
        self.untitled = place if held is None else -1
        if long and held is not None:
            self._paragraph(held, first_of_scope=False)

    def _open(self, heading: Heading, draft: Draft) -> int:
        rank = _LETTERED_SECTION if heading.label.startswith("-") else _RANK[heading.kind]
        while self.within and self.within[-1][0] >= rank:
            self.within.pop()
        draft.parent, draft.scope, draft.genre = self.container, self.scope, self.genre
        place = self.made.add(draft)
        self.within.append((rank, place))
        self.lists.close(1 if heading.kind is Kind.SECTION and self.genre is not Genre.TREATY else 0)
        self.current, self.closing = -1, False
        self.operative = False
        return place

    def _continues_heading(self, block: Block, text: str) -> bool:
        """A heading may run over two lines: the second starts small, right below, and does not end as a sentence."""
        last = self.made.drafts[-1] if self.made.drafts else None
        if last is None or last.block is None or last.kind not in _HEADINGS or block.above or markers(text):
            return False
        if not text[:1].islower() or ends(text) or len(text) > HEADING_LENGTH:
            return False
        last.block = joined(last.block, block)
        return True

    def _titled(self, block: Block) -> None:
        self.made.drafts[self.untitled].block = block
        self.untitled = -1

    def _is_cross_heading(self, block: Block, following: Block | None) -> bool:
        if block.role is Role.HEADING:
            return True
        text = block.text.strip()
        if following is None or len(text) > HEADING_LENGTH or markers(text) or not title_like(text):
            return False
        return len(following.text.strip()) > len(text) and not place(text, self.made.tongue)

    def _cross_heading(self, block: Block, following: Block | None) -> None:
        """A heading ends the lists above it, unless the next item goes on with one: a heading may stand in a list."""
        self._plain(Kind.HEADING, block)
        if following is None or not self.lists.continues(markers(following.text)):
            self.lists.close(1)
            self.current = -1

    # closings

    def _closes(self, text: str, following: Block | None) -> bool:
        if self.closing and following and enacts(text, following.text, self.made.tongue):
            self.closing = False
            return False
        signs = self.genre is not Genre.PROSE and signed(text)
        last = following is None or len(following.text) < HEADING_LENGTH
        if self.over and (signs or adopted(text) or (last and told(text))):
            self.closing = True
            return True
        if self.genre is Genre.RESOLUTION and not self.closing:
            return self.operative and bool(DATE_ONLY.match(text))
        return self.closing

    # paragraphs

    def _is_item(self, block: Block, chosen: Marker) -> bool:
        if chosen.style is Style.NESTED and self.genre is Genre.PROSE and not self.lists.open:
            return chosen.value == 1
        return not (chosen.style is Style.CAPITAL and self.genre is Genre.PROSE and chosen.value == 1)

    def _item(self, block: Block, chosen: Marker, depth: int) -> None:
        if depth and not self.numbered and chosen.style in FIGURES and self.genre in _THROUGHOUT:
            self.lists.close()  # the first operative paragraph after a preamble that ends in a list
            depth = 0
        gone, rest = split(block, _length(block, chosen), "marker")
        if not rest.fragments:
            self._paragraph(block, first_of_scope=False)
            return
        parent = self._parent(chosen, depth)
        top = parent == self.container
        kind = self._kind(chosen, top=top)
        level = 1 if top or parent < 0 else self.made.drafts[parent].level + 1
        draft = Draft(kind, rest, parent, chosen.printed, chosen.label, level, gone, scope=self.scope, genre=self.genre)
        place = self.made.add(draft)
        self.lists.enter(chosen, depth, place, parent)
        self.current, self.untitled = place, -1
        if kind is Kind.OPERATIVE:
            self.operative = self.begun = self.numbered = True
        if top and chosen.style in FIGURES:
            self.numbered = True

    def _kind(self, chosen: Marker, *, top: bool) -> Kind:
        if chosen.style is Style.BULLET:
            return Kind.BULLET
        if top and chosen.style is Style.NESTED:
            return Kind.PARAGRAPH
        if top and chosen.style in FIGURES:
            if self.genre is Genre.RESOLUTION:
                return Kind.OPERATIVE
            if self.genre is not Genre.PROSE:
                return Kind.PARAGRAPH
        return Kind.ITEM

    def _parent(self, chosen: Marker, depth: int) -> int:
        """The part that an item hangs from: its list's; for a new list what is current.

        Figures that number the text throughout hang from the container that is open now, whatever it was when they
        began; in prose figures open a list of their own after a full stop.
        """
        held = self.lists.parent(depth)
        if held is not None:
            return self.container if held < 0 or self.made.drafts[held].kind in CONTAINERS else held
        figures = chosen.style in FIGURES or chosen.style is Style.NESTED
        if self.current < 0 or (depth == 0 and figures and self.genre is not Genre.PROSE):
            return self.container
        lead = self.made.drafts[self.current].block
        leads = lead is not None and ends(lead.text, ":：")
        return self.container if depth == 0 and figures and not leads else self.current

    def _enacting(self, block: Block) -> None:
        self._plain(Kind.ENACTING, block)
        self.operative = False

    def _paragraph(self, block: Block, *, first_of_scope: bool) -> None:
        """A paragraph without a printed number."""
        self.untitled = -1
        kind, parent = self._unnumbered(block, first_of_scope)
        if kind is Kind.OPERATIVE and parent == self.container:
            self.operative = self.begun = True
        draft = Draft(kind, block, parent, scope=self.scope, genre=self.genre)
        if parent != self.container:
            draft.level = self.made.drafts[parent].level
        place = self.made.add(draft)
        if parent == self.container:
            self.current = place
            self.lists.close(1 if self.numbered else 0)

    def _unnumbered(self, block: Block, first_of_scope: bool) -> tuple[Kind, int]:
        text = block.text.strip()
        if self.genre is Genre.RESOLUTION:
            return self._of_resolution(text)
        if self.genre is Genre.TREATY and not any(rank == _RANK[Kind.ARTICLE] for rank, _ in self.within):
            return (Kind.PREAMBULAR if self.scope < 0 and not self.within else Kind.PARAGRAPH), self.container
        if self.genre is Genre.NUMBERED and self.numbered and self.current >= 0:
            return Kind.PARAGRAPH, self._top_of(self.current)
        if self.scope < 0 and first_of_scope and text.endswith((":", "：")) and self.genre is not Genre.TREATY:
            return Kind.ENACTING, self.container
        return Kind.PARAGRAPH, self.container

    def _of_resolution(self, text: str) -> tuple[Kind, int]:
        """A section may have a preamble of its own; elsewhere nothing preambular follows what is operative."""
        where = place(text, self.made.tongue)
        if where is Place.PREAMBLE and not (self.operative and self.numbered):
            return Kind.PREAMBULAR, self.container
        if self.operative and self.numbered and self.current >= 0 and where is not Place.OPERATIVE:
            return Kind.OPERATIVE, self._top_of(self.current)
        ended = text.endswith((".", "。", ";", "；")) and self.current >= 0
        if self.operative or self.begun or where is Place.OPERATIVE or (where is None and ended):
            return Kind.OPERATIVE, self.container
        return Kind.PREAMBULAR, self.container

    def _top_of(self, place: int) -> int:
        """The numbered paragraph that a part stands in."""
        drafts = self.made.drafts
        while drafts[place].parent >= 0 and drafts[drafts[place].parent].kind not in CONTAINERS:
            place = drafts[place].parent
        return place

    def _plain(self, kind: Kind, block: Block) -> None:
        parent = self.scope if kind is Kind.SIGNATURE else self.container  # a text is signed, not its last article
        self.made.add(Draft(kind, block, parent, scope=self.scope, genre=self.genre))


def _numbered_heading(block: Block, following: Block | None) -> Heading | None:
    """A short title with a figure, where the paragraphs below are numbered after it: "3. Aims", "3.1 The States …"."""
    own = next((m for m in markers(block.text) if m.style in FIGURES), None)
    below = next((m for m in markers(following.text) if m.style is Style.NESTED), None) if following else None
    if own is None or below is None or not below.label.startswith(f"{own.label}."):
        return None
    title = block.text[own.length :]
    return Heading(Kind.SECTION, own.printed, own.value, own.label, own.length) if title_like(title) else None


def _length(block: Block, chosen: Marker) -> int:
    """How much of the block its marker takes."""
    return min(chosen.length, len(block.text))


def _runs_on(text: str) -> bool:
    """Whether what follows an article's number on its line is its text and not its title."""
    return len(text) > 120 or ends(text)
