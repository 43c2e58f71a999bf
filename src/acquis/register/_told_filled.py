"""A form of words that was met, and what fills its slots."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from acquis.model import Day
from acquis.organisations import organisations
from acquis.register._setting import Setting, day_of
from acquis.register._template import Template
from acquis.register._told_forms import Tongue
from acquis.register._told_roles import group_of
from acquis.register.events import Act, Event
from acquis.register.gazetteer import Kind
from acquis.register.mentions import Mention


class Said:
    """A form that was met, and what fills its slots."""

    def __init__(self, rule: str, found: re.Match[str], template: Template, setting: Setting, tongue: Tongue) -> None:
        self.rule, self.found, self.template, self.setting, self.tongue = rule, found, template, setting, tongue
        self.slots = found.groupdict()

    @cached_property
    def who(self) -> list[str]:
        """The states of the list; of a form that names none ("granted it"), the one state of its sentence."""
        if "who" in self.slots:
            return [each.meant for each in self.template.marked(self.slots["who"] or "") if each.meant]
        return self._alone(Kind.STATE)

    @cached_property
    def what(self) -> str | None:
        """The address of the instrument; of "its instrument", the one that the sentence names, else the charter."""
        if words := self.slots.get("what"):
            marked = [*self.template.marked(words)]
            return marked[0].meant if marked else self.setting.charter
        named = [each for each in self.template.mentions if each.kind is Kind.INSTRUMENT]
        return next(iter(self._alone(Kind.INSTRUMENT)), None) if named else self.setting.charter

    @cached_property
    def on(self) -> Day | None:
        """The day that the form names."""
        mention = self.mention("on")
        return day_of(mention) if mention else None

    @property
    def clause(self) -> str:
        """The plain words of the clause in which the form stands, from its first word to the end."""
        return self.template.plain[self.found.start() : self.found.end()] + self.template.tail(self.found.end())

    @cached_property
    def days(self) -> list[Day]:
        """The exact days that the sentence names."""
        named = (day_of(each) for each in self.template.mentions if each.kind is Kind.DATE)
        return [day for day in named if day and day.exact]

    @property
    def place(self) -> str:
        """The place as it is printed."""
        return self.words("place")

    @cached_property
    def organ(self) -> Mention | None:
        """The organ, where it is sure whose it is."""
        organ = self.mention("organ")
        return organ if organ and organ.meant and self._is_sure(organ) else None

    @cached_property
    def body(self) -> Mention | None:
        """The organ or the organisation, where it is sure which."""
        body = self.mention("body")
        return body if body and (body.kind is Kind.ORG or self._is_sure(body)) else None

    @cached_property
    def org(self) -> str:
        """The organisation that is named, or that of the members who are; else the one that speaks."""
        org = self.mention("org") or self.mention("role")
        if org is None:
            return self.setting.org
        return (group_of(org)[0] if org.kind is Kind.STATE_GROUP else org.meant) or ""

    @cached_property
    def role(self) -> str:
        """Our name of the role, member where none is named."""
        group = self.mention("role")
        return group_of(group)[1] if group else self.ours("role", self.tongue.roles) or "member"

    def ours(self, slot: str, table: Mapping[str, str]) -> str:
        """Our name for the words that fill a slot."""
        words = self.slots.get(slot) or ""
        return next((ours for ours, shape in table.items() if re.fullmatch(shape, words, re.IGNORECASE)), "")

    def words(self, slot: str) -> str:
        """The words of the document that fill a slot."""
        if not self.slots.get(slot):
            return ""
        return " ".join(self.template.stretch(self.found, slot).of(self.setting.document.text).split())

    def mention(self, slot: str) -> Mention | None:
        """What fills a slot, where it is named."""
        return next(self.template.marked(self.slots.get(slot) or ""), None)

    def event(self, act: Act, **fields: Any) -> Event:
        """An event with the words of the form as evidence."""
        return self.setting.event(act, self.template.stretch(self.found), rule=self.rule, **fields)

    def _alone(self, kind: Kind) -> list[str]:
        named = {each.meant for each in self.template.mentions if each.kind is kind and each.meant}
        return [*named] if len(named) == 1 else []

    def _is_sure(self, organ: Mention) -> bool:
        """A name that many organisations have for an organ is that of the one that speaks, or of none."""
        code = (organ.meant or "").removeprefix("organ:").partition("/")[0]
        if not code or not self.setting.org or f"org:{code}" == self.setting.org:
            return True
        words, held = organ.span.of(self.setting.document.text), organisations().get(code)
        return held is not None and any(name in words for name in held.names)
