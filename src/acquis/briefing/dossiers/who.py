"""Who was what on a day: the roles held in an organisation or an organ, or those of a state, and what proves them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from acquis.briefing.dossiers import Kind, Made
from acquis.briefing.dossiers._told import day_of, proofs, proved, shown
from acquis.briefing.quoting import said
from acquis.formats._paper import Block, Line, Paragraph, Run, Table

if TYPE_CHECKING:
    from acquis.briefing.dossier_sources import Sources
    from acquis.register.spells import Held


def _read(sources: "Sources", of: str, day: str) -> tuple[str, ...]:
    found = sources.archive.register.called(of)
    sources.archive.register.who(found, on=day_of(day))
    return found, day_of(day)


def _make(sources: "Sources", of: str, day: str) -> Made:
    register = sources.archive.register
    held = register.who(of, on=day)
    rows = tuple(_row(sources, each, day) for each in held)
    name = register.name(of, on=day, whole=True)
    remark = register.coverage(of, day) or ""
    data: dict[str, Any] = {"of": of, "name": name, "on": day, "remark": remark, "held": list(rows)}
    return Made(f"{name} on {day}", tuple(_blocks(sources, held, day, remark)), data, rows)


def _row(sources: "Sources", each: "Held", day: str) -> dict[str, Any]:
    name = sources.archive.register.name(each.actor, on=day)
    told = {"actor": each.actor, "name": name, "object": each.object, "role": each.role}
    known = {"verdict": each.verdict.value, "why": each.why, "certainty": each.certainty.value}
    return {**told, **known, "proofs": shown(proved(sources, (event.proof for event in each.proofs)))}


def _blocks(sources: "Sources", held: "tuple[Held, ...]", day: str, remark: str) -> Iterator[Block]:
    if held:
        rows = tuple(_cells(sources, each, day) for each in held)
        yield Table(f"Roles held on {day}, and how that is known", ("who", "what", "how that is known"), rows)
    else:
        yield Paragraph(said("No role was held then, as far as the sources go."))
    if remark:
        yield Paragraph(said(remark))


def _cells(sources: "Sources", each: "Held", day: str) -> tuple[Line, ...]:
    name = sources.archive.register.name
    role = f"{each.role.replace('_', ' ')} of the {name(each.object, on=day)}"
    shown_role = role if each.sure else f"{each.verdict.value}: {role}"
    return said(name(each.actor, on=day)), said(shown_role), (Run(each.why), *proofs(each.proofs[:_PROOFS]))


_PROOFS = 2
"""So many proofs are called in print, those that count most; the data have all of them."""

ENTRY = Kind(("ORGANISATION", "DAY"), _read, _make, between=" on ")
