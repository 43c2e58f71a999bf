"""What becomes of a proposal in a meeting: square brackets, quorum, consensus or a vote, and the veto."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from acquis.errors import NotHeld
from acquis.register._heard import Heard
from acquis.register.procedure import (
    AdReferendum,
    Arrears,
    Base,
    Concerned,
    Decision,
    How,
    Measure,
    NoBrackets,
    Profile,
    Quorum,
    Veto,
)
from acquis.register.proposals import Aside, Outcome, Proposal, Result, Said, Saying, instant
from acquis.wording import counted


def outcome(profile: Profile, proposal: Proposal, said: Iterable[Said] = (), *, at: datetime | None = None) -> Outcome:
    """What becomes of a proposal in a meeting in which that was said, as if the chair now asked for objections.

    `at` is the time by which agreement ad referendum may have lapsed. A member that says nothing is present and does
    not object. Statements stand in the order in which they were made, and the last word of a member counts.
    """
    rules = profile.all(Decision, proposal.matter)
    if not rules:
        raise NotHeld(f"No rule of {profile.organ} on {profile.on} says how a {proposal.matter} is decided.")
    heard = Heard(profile, proposal, tuple(said), rules[0].concerned)
    stopped = bracketed(profile, proposal) or _without_quorum(heard)
    if stopped:
        return heard.closed(stopped)
    consensus = next((each for each in rules if each.how is How.CONSENSUS), None)
    vote = next((each for each in rules if each.how is How.VOTE and each.after <= proposal.failed), None)
    if vote and (heard.marks or consensus is None):
        return heard.closed(_by_vote(heard, vote))
    later = vote or next((each for each in rules if each.how is How.VOTE), None)
    return heard.closed(_by_consensus(heard, consensus or rules[0], later, at))


def bracketed(profile: Profile, proposal: Proposal) -> Outcome | None:
    """That a text with square brackets stays open; None where it has none, or where no rule is against them."""
    rule = profile.one(NoBrackets)
    if not proposal.brackets or rule is None:
        return None
    why = f"{counted(proposal.brackets, 'passage')} in square brackets; {rule.article}"
    return Outcome(result=Result.OPEN, why=why, rule=rule)


def _without_quorum(heard: Heard) -> Outcome | None:
    rule = heard.profile.one(Quorum, heard.proposal.matter)
    total, present = len(heard.members), len(heard.present)
    if rule is None or present >= rule.present.needed(total):
        return None
    why = f"no quorum: {present} of {total} present, {rule.present.needed(total)} needed; {rule.article}"
    return Outcome(result=Result.OPEN, why=why, rule=rule)


def _by_consensus(heard: Heard, rule: Decision, vote: Decision | None, at: datetime | None) -> Outcome:
    """One case a line: votes where there are none, objections, agreement that still hangs, and then adoption."""
    if cast := tuple(actor for actor, mark in heard.marks.items() if mark in _CAST):
        why = f"votes were cast, but {_not_yet(vote)}; {rule.article}"
        return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=cast)
    if objecting := heard.last_is(Saying.OBJECTS, Saying.WITHDRAWS):
        open_ = vote is not None and vote.after <= heard.proposal.failed
        more = f"; it may be put to the vote ({vote.article})" if vote and open_ else ""
        why = f"{_listed(objecting)} objects; {rule.article}{more}"
        result = Result.OPEN if open_ else Result.NOT_ADOPTED
        return Outcome(result=result, why=why, rule=rule, stopped_by=objecting)
    if waiting := _ad_referendum(heard, at):
        return waiting
    return Outcome(result=Result.ADOPTED, why=f"no member entitled to take part objects; {rule.article}", rule=rule)


_CAST: Final = (Saying.YES, Saying.NO, Saying.ABSTAINS)


def _not_yet(vote: Decision | None) -> str:
    if vote is None:
        return "no rule puts this matter to the vote"
    return f"a vote comes only after {counted(vote.after, 'meeting')} without consensus ({vote.article})"


def _ad_referendum(heard: Heard, at: datetime | None) -> Outcome | None:
    hanging = heard.last_is(Saying.AD_REFERENDUM, Saying.CONFIRMS)
    if not hanging:
        return None
    rule = heard.profile.one(AdReferendum, heard.proposal.matter)
    gone = tuple(actor for actor in hanging if rule and at and _lapsed(heard, actor, rule, at))
    if gone and rule:
        why = f"the agreement ad referendum of {_listed(gone)} lapsed after {counted(rule.days, 'day')}; {rule.article}"
        return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=gone)
    why = f"{_listed(hanging)} agreed ad referendum and has not confirmed"
    return Outcome(result=Result.OPEN, why=why, rule=rule, stopped_by=hanging)


def _lapsed(heard: Heard, actor: str, rule: AdReferendum, at: datetime) -> bool:
    given = [each.at for each in heard.said if each.actor == actor and each.what is Saying.AD_REFERENDUM and each.at]
    return bool(given) and instant(at) >= instant(given[-1]) + timedelta(days=rule.days)


def _by_vote(heard: Heard, rule: Decision) -> Outcome:
    """The votes counted: those without a vote set aside, then the majority, then the veto."""
    marks = {actor: mark for actor, mark in heard.marks.items() if _may_vote(heard, rule, actor)}
    for_, against, abstaining = (tuple(actor for actor, mark in marks.items() if mark is each) for each in _CAST)
    measure = rule.majority or Measure(more_than="1/2")
    total = len(heard.members) if measure.of is Base.MEMBERS else len(for_) + len(against)
    needed = measure.needed(total)
    tally = f"{len(for_)} for, {len(against)} against, {len(abstaining)} abstaining; {needed} needed ({rule.article})"
    if len(for_) < needed:
        return Outcome(result=Result.NOT_ADOPTED, why=tally, rule=rule, stopped_by=against)
    veto = heard.profile.one(Veto, heard.proposal.matter)
    if veto and heard.proposal.matter not in veto.unless and (stopped := tuple(s for s in against if s in veto.states)):
        why = f"{_listed(stopped)} votes against; {veto.article}; {tally}"
        return Outcome(result=Result.NOT_ADOPTED, why=why, rule=veto, stopped_by=stopped)
    return Outcome(result=Result.ADOPTED, why=tally, rule=rule)


def _may_vote(heard: Heard, rule: Decision, actor: str) -> bool:
    arrears = heard.profile.one(Arrears, heard.proposal.matter)
    if arrears and actor in heard.proposal.arrears:
        why = f"has no vote while in arrears; {arrears.article}"
    elif rule.concerned is Concerned.ABSTAINS and actor in heard.proposal.concerned:
        why = f"a party to the dispute abstains; {rule.article}"
    else:
        return True
    heard.aside.extend(Aside(each, why) for each in heard.said if each.actor == actor and each.what in _CAST)
    return False


def _listed(actors: Sequence[str]) -> str:
    return ", ".join(actors)
