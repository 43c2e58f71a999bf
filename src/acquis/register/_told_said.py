"""What the forms of words of a language tell: one event, or one for each of those that are named."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from acquis.register import _told_ar, _told_en, _told_es, _told_fr, _told_ja, _told_ru, _told_zh
from acquis.register._setting import Setting
from acquis.register._template import Template
from acquis.register._told_filled import Said
from acquis.register._told_forms import Tongue, met
from acquis.register._told_held import is_held
from acquis.register._told_stated import about_own, was_absent
from acquis.register.events import CONSENTS, Act, Event
from acquis.register.mentions import Mention

_TONGUES: Final[Mapping[str, Tongue]] = {
    "ar": _told_ar.TONGUE,
    "en": _told_en.TONGUE,
    "es": _told_es.TONGUE,
    "fr": _told_fr.TONGUE,
    "ja": _told_ja.TONGUE,
    "ru": _told_ru.TONGUE,
    "zh": _told_zh.TONGUE,
}
_AHEAD: Final = ("bound-since", "seat-moved", "bears-the-name", "city-renamed", "takes-no-part")
"""What may be settled for a later day: any other event of a later day than that of its text is only expected."""


def told(template: Template, setting: Setting) -> Iterator[Event]:
    """What the forms of the document's language tell in a sentence."""
    tongue = _TONGUES.get((setting.document.language or "").partition("-")[0])
    if tongue is None:
        return
    for rule, found in met(tongue, template):
        for event in _TELLS[rule](Said(rule, found, template, setting, tongue)):
            if rule in _AHEAD or not (event.on and setting.day and setting.day.before(event.on)):
                yield event


def _of_text(act: Act) -> Callable[[Said], Iterator[Event]]:
    """What states did about an instrument on a day."""

    def told(said: Said) -> Iterator[Event]:
        if said.what and said.on:
            for actor in said.who:
                yield said.event(act, actor=actor, object=said.what, on=said.on, place=said.place)

    return told


def _deposited(said: Said) -> Iterator[Event]:
    """An instrument of ratification, accession or the like that was handed over."""
    how = said.ours("how", said.tongue.consents)
    act = next((each for each in CONSENTS if each.value == how), Act.RATIFIED)
    if said.what and said.on:
        for actor in said.who:
            yield said.event(act, actor=actor, object=said.what, on=said.on, inferred=not how)


def _in_force(said: Said) -> Iterator[Event]:
    if said.what and said.on:
        for actor in said.who if said.slots.get("who") else ("",):
            yield said.event(Act.ENTERED_INTO_FORCE, actor=actor, object=said.what, on=said.on)


def _approved(said: Said) -> Iterator[Event]:
    """Another text, of a day that stands with it."""
    mention = said.mention("what")
    if mention and said.on:
        address = said.setting.text(mention, said.on)
        yield said.event(Act.ADOPTED, actor="", object=address, on=said.on, place=said.place)


def _own(said: Said) -> Iterator[Event]:
    """How the text itself was adopted, where its record does not say so."""
    setting = said.setting
    if setting.organ and setting.day and not setting.document.record.value("mode"):
        mode = said.ours("mode", said.tongue.modes)
        yield said.event(Act.ADOPTED, actor=setting.organ, object=setting.work, value=mode, place=said.place)


def _of_role(*acts: Act, dated: bool = False) -> Callable[[Said], Iterator[Event]]:
    """A role that is given or taken, on the day that the form names or, where it may, on that of the text."""

    def told(said: Said) -> Iterator[Event]:
        on = said.on if dated or said.slots.get("on") else said.setting.day
        if said.org and on:
            for actor in said.who:
                for act in acts:
                    yield said.event(act, actor=actor, object=said.org, role=said.role, on=on)

    return told


def _named(said: Said) -> Iterator[Event]:
    """Observers and partners that a noun brings together: "the observers – India, Iran and Mongolia"."""
    if said.role in _BESIDE and said.org and not said.mention("role") and len(said.who) > 1:
        for actor in said.who:
            yield said.event(Act.OBSERVED, actor=actor, object=said.org, role=said.role)


_BESIDE: Final = ("observer", "dialogue_partner", "associate_member")
"""Roles that a noun alone tells; "members" may be those of any organ."""


def _met(said: Said) -> Iterator[Event]:
    if said.organ and said.on and said.on.exact and is_held(said.clause):
        fields = {"actor": said.organ.meant, "object": _home(said.organ), "on": said.on, "place": said.place}
        yield said.event(Act.MET, nth=0, **fields)


def _chaired(said: Said) -> Iterator[Event]:
    """Who was in the chair of a meeting that day: neither the beginning nor the end of an office."""
    if said.organ and said.on and said.on.exact and len(said.who) == 1:
        yield said.event(Act.OBSERVED, actor=said.who[0], object=said.organ.meant, role="chair", on=said.on)


def _chairs(said: Said) -> Iterator[Event]:
    """Who took the chair of an organisation or an organ on a day."""
    of = said.mention("body")
    if of and said.body and of.meant and said.on and len(said.who) == 1:
        yield said.event(Act.JOINED, actor=said.who[0], object=of.meant, role="chair", on=said.on)


def _founded(said: Said) -> Iterator[Event]:
    if said.body and said.body.meant and said.on:
        inferred = said.tongue.spaced and str(said.on.year) not in said.words("on")
        yield said.event(Act.FOUNDED, actor=said.body.meant, on=said.on, inferred=inferred)


def _seat(said: Said) -> Iterator[Event]:
    """Where a body sat on the day of the text."""
    if said.body and said.body.meant:
        yield said.event(Act.NOTED, actor=said.body.meant, object=_home(said.body), role="seat", place=said.place)


def _new_seat(said: Said) -> Iterator[Event]:
    """Where a new body has its seat, by the decision that establishes it."""
    if said.body:
        fields = {"actor": _called(said.body, said.setting), "object": said.setting.org}
        yield said.event(Act.NOTED, role="seat", place=said.place, **fields)


def _seated(said: Said) -> Iterator[Event]:
    """Where a body works from a day on; a decision may leave the day open."""
    if said.body and (said.on or said.rule == "seat-moved"):
        fields = {"actor": _called(said.body, said.setting), "object": _home(said.body) or said.setting.org}
        yield said.event(Act.SEATED, place=said.place, on=said.on, nth=0, **fields)


def _called(body: Mention, setting: Setting) -> str:
    """The address of a body; of one that nobody keeps, what it would be called in its organisation."""
    if body.meant:
        return body.meant
    return f"organ:{setting.org.removeprefix('org:')}/{setting.body(body).removeprefix('org:')}"


def _home(body: Mention) -> str:
    """The organisation of a body; empty where the body is not known."""
    code = (body.meant or "").partition(":")[2].partition("/")[0]
    return f"org:{code}" if code else ""


def _renamed(said: Said) -> Iterator[Event]:
    """A state that has another name from a day on."""
    name, on = said.mention("name"), said.on or next(iter(said.days), None)
    if name and name.meant and on:
        yield said.event(Act.RENAMED, actor=name.meant, value=said.words("name"), on=on)


def _city(said: Said) -> Iterator[Event]:
    """A city that has another name; from the day that the sentence names, where it names one."""
    old, days = said.mention("old"), {*said.days}
    if old and old.meant and len(days) == 1:
        fields = {"actor": old.meant, "value": said.words("new"), "on": days.pop()}
        yield said.event(Act.RENAMED, inferred=said.on is None, **fields)


def _memorandum(act: Act) -> Callable[[Said], Iterator[Event]]:
    """Memoranda with other organisations: signed on a day, "today", or ended on another."""

    def told(said: Said) -> Iterator[Event]:
        partner, on = said.mention("body"), said.on or (said.setting.day if said.slots.get("today") else None)
        if partner and on and said.setting.org and partner.meant != said.setting.org:
            fields = {"actor": said.setting.body(partner), "object": said.setting.org, "role": "partner_organisation"}
            yield said.event(act, on=on, **fields)

    return told


_TELLS: Final[Mapping[str, Callable[[Said], Iterator[Event]]]] = {
    "in-force-on": _in_force,
    "bound-since": _in_force,
    "deposited": _deposited,
    "signed": _of_text(Act.SIGNED),
    "ratified": _of_text(Act.RATIFIED),
    "acceded": _of_text(Act.ACCEDED),
    "withdrew": _of_text(Act.WITHDREW),
    "approved-on": _approved,
    "own-mode": _own,
    "admission": _of_role(Act.ADMITTED),
    "status-granted": _of_role(Act.ADMITTED, Act.JOINED),
    "status-since": _of_role(Act.JOINED, dated=True),
    "group-named": _named,
    "left": _of_role(Act.LEFT, dated=True),
    "suspended": _of_role(Act.SUSPENDED),
    "restored": _of_role(Act.RESTORED),
    "meeting-held": _met,
    "chaired": _chaired,
    "chairs": _chairs,
    "founding-of": _founded,
    "seat": _seat,
    "with-its-seat": _new_seat,
    "opened-in": _seated,
    "seat-moved": _seated,
    "bears-the-name": _renamed,
    "city-renamed": _city,
    "dissociates-itself": about_own(Act.DISSOCIATED),
    "associates-itself": about_own(Act.ASSOCIATED),
    "takes-no-part": about_own(Act.STAYED_OUT),
    "reserves": about_own(Act.RESERVED),
    "absent-when": was_absent,
    "outside-consensus": about_own(Act.DISSOCIATED),
    "voted-against": about_own(Act.VOTED, "no"),
    "in-the-absence-of": was_absent,
    "memorandum-signed": _memorandum(Act.JOINED),
    "memorandum-lapsed": _memorandum(Act.LEFT),
}
"""What each rule of the tables of forms tells."""
