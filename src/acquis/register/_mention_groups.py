"""Mentions built on a noun and its neighbour: the members of an organisation, its heads of state, its bodies."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from acquis.languages import words
from acquis.languages.peoples import PEOPLED, peoples
from acquis.register._mention_page import Draft, Page
from acquis.register._mention_scan import Hit
from acquis.register._mention_words import Role
from acquis.register.gazetteer import Kind

_OF: Final = re.compile(
    r" (?:(?:of|de|des|du|del|to|in|within|в|على|في|من) )?(?:all )?(?:the |la |las |los |les |l'|l’|d'|d’)?|的|の|"
)
_OF_THE: Final = re.compile(r" of (?:all )?(?:the |its )?")
_WHOLE: Final = frozenset((Kind.ORG, Kind.INSTRUMENT))
_OWNER: Final = re.compile(r"(?:['’]s?)? $")


def organs(page: Page) -> None:
    """Finds "SCO Secretariat", "Secretariat of the Organisation": an organ's name with that of its organisation."""
    for organ in tuple(page.of[Kind.ORGAN]):
        before = _before(page, organ.start, Kind.ORG)
        link = _OF_THE.match(page.text, organ.end) if page.text.startswith(" of ", organ.end) else None
        after = page.starts.get(link.end()) if link else None
        if before:
            page.add(before.start, organ.end, Kind.ORGAN, organ.meant, "organisation and organ", others=organ.others)
            page.drop(organ)
        elif after and after.kind is Kind.ORG:
            first = f"organ:{_code(after)}/"
            theirs = next((each for each in (organ.meant, *organ.others) if each and each.startswith(first)), None)
            page.add(organ.start, after.end, Kind.ORGAN, theirs, "organ of organisation")
            page.drop(organ)


def member_states(page: Page, hit: Hit, role: Role) -> None:
    """Finds "SCO member states", "member states of the Organization", "its member states": with whose they are."""
    before, after = _before(page, hit.start, Kind.ORG), _after(page, hit.end)
    if role is Role.PARTIES or (after and after.kind is Kind.INSTRUMENT):
        if after and after.kind is Kind.INSTRUMENT:
            meant = f"group:{after.meant}/parties" if after.meant else None
            page.add(hit.start, after.end, Kind.STATE_GROUP, meant, "parties to an instrument")
        return
    if before:
        page.add(before.start, hit.end, Kind.STATE_GROUP, _group(before, role), "organisation and noun")
    elif after:
        page.add(hit.start, after.end, Kind.STATE_GROUP, _group(after, role), "noun of organisation")
    elif role is not Role.OBSERVERS or " " in page.text[hit.start : hit.end].strip():
        meant = _same_in_sentence(page, hit) or _own(page, role)
        page.add(hit.start, hit.end, Kind.STATE_GROUP, meant, "noun alone")


def heads(page: Page, hit: Hit, role: Role) -> None:
    """Finds "heads of state", "Heads of State and Government of the Group": whose they are, else the document's own."""
    after = _after(page, hit.end)
    begun = page.starts.get(page.text.rfind(" ", hit.start, hit.end) + 1)
    if begun and begun.kind is Kind.STATE_GROUP and begun.end > hit.end:  # главы государств-членов
        page.add(hit.start, begun.end, Kind.ACTOR, _group(begun, role), "heads of a group")
    elif after and after.kind in (Kind.ORG, Kind.STATE_GROUP):
        page.add(hit.start, after.end, Kind.ACTOR, _group(after, role), "heads of organisation")
    elif before := _before(page, hit.start, Kind.ORG):
        page.add(before.start, hit.end, Kind.ACTOR, _group(before, role), "organisation and heads")
    else:
        page.add(hit.start, hit.end, Kind.ACTOR, _own(page, role), "heads alone")


def heads_of_members(page: Page, hit: Hit) -> bool:
    """Finds "heads of the member states of the Organisation": whether a group of states follows."""
    link = _OF_THE.match(page.text, hit.end - len(" of"))
    after = page.starts.get(link.end()) if link else None
    if after is None or after.kind is not Kind.STATE_GROUP:
        return False
    meant = after.meant.rpartition("/")[0] + "/heads-of-state" if after.meant else None
    page.add(hit.start, after.end, Kind.ACTOR, meant, "heads of a group")
    return True


def armed_states(page: Page, hit: Hit) -> None:
    """The nuclear-weapon states, whoever speaks of them."""
    page.add(hit.start, hit.end, Kind.STATE_GROUP, "group:nuclear-weapon-states", "noun alone")


_BODIES: Final = frozenset(words("main permanent statutory governing subsidiary principal working"))
"""What bodies of an organisation are called together."""


def bodies(page: Page, hit: Hit) -> None:
    """Finds "SCO permanent bodies": the organs of an organisation spoken of together."""
    begin = page.text.rfind(" ", max(0, hit.start - 14), hit.start - 1) + 1
    described = page.text[begin : hit.start].rstrip(" ").lower() in _BODIES
    start = begin if described else hit.start
    before, after = _before(page, start, Kind.ORG), _after(page, hit.end)
    if not before and not (after and after.kind is Kind.ORG and described):
        return
    owner = before or after
    if owner:
        slug = re.sub(r"\W+", "-", page.text[start : hit.end].lower())
        meant = f"group:{_code(owner)}/{slug}" if owner.meant else None
        first, last = (before.start, hit.end) if before else (start, owner.end)
        page.add(first, last, Kind.ORGAN_GROUP, meant, "organisation and bodies")


_STATES: Final = re.compile(r" (?:[Ss]tates|[Cc]ountries|[Nn]ations|[Rr]epublics|peoples)\b")
_PEOPLE: Final = re.compile(
    r" (?:nation|people|[Gg]overnment|[Aa]uthorities|side|leadership|Republic|Federation|Kingdom|[Pp]residen(?:t|cy)"
    r"|[Pp]arliament|[Dd]elegation|[Pp]arty|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Cc]hairmanship"
    r"|[Mm]inist(?:er|ry)(?: of Foreign Affairs)?|[Aa]mbassador|[Ee]mbassy|armed forces|officials|nationals"
    r"|[Rr]epresentatives?|Confederation|diplomacy)\b"
)


def of_people(page: Page, hit: Hit) -> None:
    """Finds "the Afghan nation" is a state, "Central Asian States" are a group; an adjective alone is neither."""
    meant = hit.entry.senses[0].meant
    if meant.startswith("region:"):
        if after := _STATES.match(page.text, hit.end):
            group = f"group:{meant.partition(':')[2]}n-states" if meant.endswith("asia") else None
            page.add(
                hit.start, after.end(), Kind.STATE_GROUP, group or f"group:{meant[7:]}-states", "states of a region"
            )
    elif after := _PEOPLE.match(page.text, hit.end):
        page.add(hit.start, after.end(), Kind.STATE, meant, "people and noun")


def by_people(page: Page, hit: Hit) -> None:
    """Finds "gouvernement libanais", "российская сторона": who acts for a state that stands beside."""
    text, start, end = page.text, hit.start, hit.end
    if "\u0400" <= text[start] <= "\u04ff":
        beside = _LAST_WORD.search(text, max(0, start - 30), start)
        codes = _stem(beside[1].lower()) if beside else ()
        start = beside.start(1) if beside else start
    else:
        beside = _NEXT_WORD.match(text, end)
        codes = _said().get(beside[1].lower(), ()) if beside else ()
        end = beside.end() if beside else end
    if codes:
        told = len(codes) == 1
        page.add(start, end, Kind.STATE, codes[0] if told else None, "people and noun", others=() if told else codes)


_NEXT_WORD: Final = re.compile(r" ([^\W\d_]+(?:-[^\W\d_]+)?)(?!\w)")
_LAST_WORD: Final = re.compile(r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)?) $")


@cache
def _said() -> Mapping[str, tuple[str, ...]]:
    """What is said of peoples in other languages than English, each with the states that it is said of."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, code in (pair for tag in sorted(PEOPLED) for pair in peoples(tag)):
        if f"state:{code}" not in found[word.replace("ё", "е")]:
            found[word].append(f"state:{code}")
    return {word: tuple(codes) for word, codes in found.items()}


def _stem(word: str) -> tuple[str, ...]:
    """Whom a Russian adjective is said of, whatever its ending."""
    said = _said()
    return next((said[key] for cut in range(1, 4) if (key := f"{word[:-cut]}*") in said), ())


_TOGETHER: Final = frozenset((Kind.STATE_GROUP, Kind.ACTOR))
_FIRST_WORD: Final = re.compile(r"(?:^|[.;!?\n]\s|[\n。；！？])\s*$")
_JOINED: Final = re.compile(
    r"(?:,| and| et| y| e| и|、|和|及|と)(?: the| la| le| les| los| las| el)? ?|,? (?:and|et|и) (?:the )?"
)


def they(page: Page, hit: Hit) -> None:
    """Finds "They" at the head of a sentence: the group or the several states last named in the paragraph."""
    line = page.text.rfind("\n", 0, hit.start) + 1
    if not _FIRST_WORD.search(page.text, max(line - 1, hit.start - 4), hit.start):
        return
    before = [draft for draft in page.drafts if line <= draft.start < draft.end <= hit.start]
    before.sort(key=lambda draft: (draft.end, -draft.start))
    states = _last_states(page, before)
    group = next((draft for draft in reversed(before) if draft.kind in _TOGETHER), None)
    if states and (group is None or group.end <= states[0].start):
        meant = tuple(draft.meant for draft in states if draft.meant)
        page.add(hit.start, hit.end, Kind.STATE_GROUP, None, "pronoun", others=meant)
    elif group:
        page.add(hit.start, hit.end, group.kind, group.meant, "pronoun", others=group.others)


def _last_states(page: Page, before: Sequence[Draft]) -> list[Draft]:
    """The last list of two states or more."""
    states: list[Draft] = []
    for draft in reversed([draft for draft in before if draft.kind is Kind.STATE]):
        if states and not _JOINED.fullmatch(page.text, draft.end, states[0].start):
            if len(states) > 1:
                break
            states = []
        states.insert(0, draft)
    return states if len(states) > 1 else []


def _before(page: Page, start: int, kind: Kind) -> Draft | None:
    """The mention of that kind that ends just before a place: "SCO ", "the Organization's "."""
    text = page.text
    if start and text[start - 1] == " ":
        for back in (1, 2, 3):
            draft = page.ends.get(start - back)
            if draft and draft.kind is kind and (back == 1 or _OWNER.fullmatch(text, start - back, start)):
                return draft
        return None
    draft = page.ends.get(start) or (page.ends.get(start - 1) if text[start - 1 : start] in "的の" else None)
    return draft if draft and draft.kind is kind and start else None


def _after(page: Page, end: int) -> Draft | None:
    """What the noun that ends there is of: "of the Organization"."""
    link = _OF.match(page.text, end)
    draft = page.starts.get(link.end()) if link else None
    if draft is None or (draft.start == end and page.text[end : end + 1].isascii()):
        return None
    return draft if draft.kind in (*_WHOLE, Kind.STATE_GROUP) else None


def _group(owner: Draft, role: Role) -> str | None:
    return f"group:{_code(owner)}/{role.value}" if owner.meant else None


def _code(owner: Draft) -> str:
    kind, _, code = (owner.meant or "").partition(":")
    return code.partition("/")[0] if kind in ("org", "group") else code


def _own(page: Page, role: Role) -> str | None:
    return f"group:{page.setting.home}/{role.value}" if page.setting.home else None


def _same_in_sentence(page: Page, hit: Hit) -> str | None:
    """Whose the same noun was before in the sentence: "the UN member countries … the member countries"."""
    noun, since = page.text[hit.start : hit.end].lower(), page.sentence(hit.start)
    for draft in reversed(page.of[Kind.STATE_GROUP]):
        if draft.start < since:
            return None
        if draft.rule != "noun alone" and page.text[draft.start : draft.end].lower().endswith(noun):
            return draft.meant
    return None
