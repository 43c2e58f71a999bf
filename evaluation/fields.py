"""Fields of records: given rightly, given wrongly, or not given."""

from collections import Counter
from dataclasses import dataclass, field

from acquis.model.days import Day
from evaluation.score import Score


@dataclass
class Tally:
    """How often a field was given rightly and wrongly, and how often it was silent though something is known.

    A wrong answer is worse than none, so the two are scored apart: what of the given is right, and what of the known
    is given.
    """

    name: str
    truth: str
    note: str = ""
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, given: str | None, *, right: bool) -> None:
        """One document of which the field is known."""
        self.counts["missing" if given is None else "right" if right else "wrong"] += 1

    def scores(self) -> list[Score]:
        """Of the given the right, and of the known the given."""
        right, wrong, missing = (self.counts[kind] for kind in ("right", "wrong", "missing"))
        said, known = right + wrong, right + wrong + missing
        note = f"{wrong} wrong, {missing} missing{'; ' if self.note else ''}{self.note}"
        return [
            Score(f"{self.name}: right of the given", right / said if said else 0.0, right, said, self.truth, note),
            Score(f"{self.name}: given of the known", said / known if known else 0.0, said, known, self.truth),
        ]


def same_day(given: str | None, known: str) -> bool:
    """Whether a day that was given may be the known one: a month is right for a day in it."""
    return given is not None and Day.parse(given).agrees(Day.parse(known))


def folded(words: str | None) -> str:
    """Letters and figures alone, in lower case."""
    return "".join(letter for letter in (words or "").casefold() if letter.isalnum())
