"""What has to be looked up in the original, and where it stands."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from acquis.precedents.diff import compare
from acquis.precedents.flags import Flag, flags
from acquis.precedents.original import is_translation, look_up, settled


@dataclass(frozen=True)
class Text:
    address: str
    standing: str = "unknown"
    organisation: str | None = "sco"

    @property
    def work(self) -> str:
        return self.address.partition("@")[0]

    @property
    def language(self) -> str | None:
        return self.address.partition("@")[2].partition("-")[0]


OLDER, NEWER = Text("sco:2007-08-16/one@en-x-some"), Text("sco:2011-06-15/other@en-x-other")
RUSSIAN = Text("sco:2007-08-16/one@ru", "official"), Text("sco:2011-06-15/other@ru", "official")


def found(older: str = "They should act at once.", newer: str = "They shall act.") -> tuple[Flag, ...]:
    return flags(compare(older, newer), language="en", translated=True)


def test_the_list_says_which_language_is_authentic_and_that_it_is_not_held() -> None:
    told = str(look_up(found(), OLDER, NEWER))

    assert told.startswith("Look up in the original (authentic: Russian, Chinese; not held): ")
    assert "“should” → “shall” (modal stronger)" in told
    assert "“at once” (qualifier weaker)" in told


def test_where_both_originals_are_held_their_addresses_are_given() -> None:
    held = look_up(found(), OLDER, NEWER, RUSSIAN)

    assert (("sco:2007-08-16/one@ru", "sco:2011-06-15/other@ru"),) == held.held
    assert "not held" not in str(held)
    assert () == look_up(found(), OLDER, NEWER, RUSSIAN[:1]).held


def test_a_text_that_says_so_is_authentic_in_its_own_language() -> None:
    older, newer = Text("osr:2005/x@fr-x-some", organisation="osr"), Text("osr:2006/y@fr-x-some", organisation="osr")
    protocol = Text("osr:2005/x@en", "authentic", "osr"), Text("osr:2006/y@en", "authentic", "osr")

    assert ("en", "ru") == look_up(found(), older, newer).authentic
    assert ("en",) == look_up(found(), older, newer, protocol).authentic


def test_nothing_is_looked_up_of_originals() -> None:
    assert () == look_up(found(), *RUSSIAN).flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OLDER, True),
        (RUSSIAN[0], False),
        (Text("sco:2007-08-16/one@en", "authentic"), False),
        (Text("osr:2005/x@ru-x-some", "unofficial translation", "osr"), True),
        (Text("file:3cbfa45a01ca@en", organisation=None), False),
    ],
)
def test_a_translation_is_known_by_its_standing_or_its_language(text: Text, expected: bool) -> None:
    assert expected is is_translation(text)


def test_what_the_originals_do_not_show_was_the_translators() -> None:
    assert () == settled(found(), (), compared=["ru"])


def test_what_the_originals_show_survives_and_what_only_they_show_is_added() -> None:
    originals = flags(
        compare("Им следует действовать.", "Они обязаны действовать на Конференции по разоружению."),
        language="ru",
        translated=False,
    )
    told = settled(found(), originals, compared=["ru"])

    assert {("modal", True), ("body", True)} == {(flag.kind, flag.survives) for flag in told}
    assert all("compared in ru" in flag.rule for flag in told)


def test_what_survives_translation_stays_whatever_the_originals_say() -> None:
    named = found("They act.", "They act under the United Nations.")

    assert named == settled(named, (), compared=["ru"])


def test_the_passages_of_2007_and_2011_have_their_line(shared: Path) -> None:
    older, newer = (_on_weapons(next((shared / "seeds").glob(name))) for name in ("003_*.txt", "000_*.txt"))
    told = str(look_up(found(older, newer), OLDER, NEWER))

    assert told.startswith("Look up in the original (authentic: Russian, Chinese; not held): “Geneva disarmament")
    assert "“urgent” (qualifier weaker)" in told
    assert "“legally binding” (qualifier stronger)" in told


def _on_weapons(file: Path) -> str:
    return next(line for line in file.read_text("utf-8").splitlines() if "weapons in outer space" in line)
