"""What was said on a proposal, sorted: what counts, what goes into the record, and what does not count and why."""

from collections.abc import Collection
from typing import Final

from msgspec.structs import replace

from acquis.register.procedure import Allows, Concerned, Profile, Way
from acquis.register.proposals import Aside, Outcome, Proposal, Result, Said, Saying


class Heard:
    """What was said, sorted: who counts, who does not and why."""

    def __init__(
        self, profile: Profile, proposal: Proposal, said: tuple[Said, ...], concerned: Concerned = Concerned.COUNTED
    ) -> None:
        self.profile, self.proposal, self.concerned = profile, proposal, concerned
        self.aside: list[Aside] = []
        self.said = [each for each in said if self._counts(each)]
        self.marks = self._last(_MARKS)
        self.present = [each for each in self.members if self.marks.get(each) is not Saying.ABSENT]

    @property
    def members(self) -> list[str]:
        """Those entitled, without the member that has no say in what it is about."""
        out = self.proposal.concerned if self.concerned is Concerned.LEFT_OUT else ()
        return [each for each in dict.fromkeys(self.proposal.entitled) if each not in out]

    def last_is(self, what: Saying, *others: Saying) -> tuple[str, ...]:
        """Those whose last word, of these, was the first of them; in the order in which they first spoke."""
        return tuple(actor for actor, last in self._last((what, *others)).items() if last is what)

    def closed(self, found: Outcome) -> Outcome:
        """The outcome with what goes into the record, and with those that it is for."""
        recorded = tuple(each for each in self.said if each.what in _WAYS and self._allowed(each))
        out = set(self.last_is(Saying.STAYS_OUT, Saying.JOINS)) & {each.actor for each in recorded}
        adopted = found.result is Result.ADOPTED
        return replace(
            found,
            recorded=recorded,
            aside=(*found.aside, *self.aside),
            outside=tuple(each for each in self.proposal.entitled if adopted and each in out),
            bound=tuple(each for each in self.proposal.entitled if adopted and each not in out),
        )

    def _counts(self, said: Said) -> bool:
        if said.what is Saying.ACCEPTS or said.actor in self.members:
            return True
        entitled = said.actor in self.proposal.entitled
        why = "the member concerned is left out" if entitled else "is not entitled to take part in the decision"
        self.aside.append(Aside(said, why))
        return False

    def _last(self, sayings: Collection[Saying]) -> dict[str, Saying]:
        return {each.actor: each.what for each in self.said if each.what in sayings}

    def _allowed(self, said: Said) -> bool:
        way = _WAYS[said.what]
        rules = self.profile.all(Allows, self.proposal.matter)
        if any(each.what is way for each in rules):
            return True
        self.aside.append(
            Aside(said, f"no rule of {self.profile.organ} provides for {way} on a {self.proposal.matter}")
        )
        return False


_MARKS: Final = (Saying.YES, Saying.NO, Saying.ABSTAINS, Saying.ABSENT)
_WAYS: Final = {
    Saying.RECORDS: Way.RECORD,
    Saying.DISSOCIATES: Way.DISSOCIATE,
    Saying.STAYS_OUT: Way.STAY_OUT,
}
