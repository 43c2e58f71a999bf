"""The language of search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.archive._asked import Between, Every, Fact, Near, Node, Not, Some
from acquis.archive._query import LONGEST, parsed, side_by_side, sought, widened
from acquis.errors import BadQuery


def told(node: Node) -> str:
    """The tree in one line."""
    if isinstance(node, Every):
        return f"({' & '.join(map(told, node.parts))})"
    if isinstance(node, Some):
        return f"({' | '.join(map(told, node.parts))})"
    if isinstance(node, Not):
        return f"!{told(node.part)}"
    if isinstance(node, Near):
        return f"{'~'.join('/'.join(place) for place in node.places)}~{node.apart}"
    if isinstance(node, Fact):
        return f"{node.name}={'/'.join(node.values)}"
    if isinstance(node, Between):
        return f"{node.first}..{node.last}"
    field = "" if node.field == "words" else f"{node.field}:"
    return field + "/".join("+".join(way) for way in node.ways)


READ = [
    ("arms race", "(arms & race)"),
    ("arms AND race", "(arms & race)"),
    ("arms and race", "(arms & and & race)"),
    ("arms OR race trade", "(arms | (race & trade))"),
    ("(arms OR race) trade", "((arms | race) & trade)"),
    ("arms NOT race", "(arms & !race)"),
    ("arms -race +trade", "(arms & !race & trade)"),
    ("arms -(race OR trade)", "(arms & !(race | trade))"),
    ("NOT NOT arms", "!!arms"),
    ('"arms race"', "arms+race"),
    ("“arms race”", "arms+race"),
    ("«гонка вооружений»", "гонка+вооружении".replace("ии", "ий")),
    ('"arms race"~5', "arms~race~5"),
    ("secur*", "secur*"),
    ('"sustain* develop*"', "sustain*+develop*"),
    ("A/RES/61/88", "a+res+61+88"),
    ("1973 (2011)", "(1973 & 2011)"),
    ("核武器", "核+武+器"),
    ("non-proliferation", "non+proliferation"),
    ("peace - security", "(peace & security)"),
    ("decides: to", "(decides & to)"),
    ("title:peace", "title:peace"),
    ('title:"peace and security"', "title:peace+and+security"),
    ("title:(peace OR war) arms", "((title:peace | title:war) & arms)"),
    ("title:secur*", "title:secur*"),
    ("place:Astana", "place:astana"),
    ("kind:resolution,decision", "(kind=resolution | kind=decision)"),
    ("year:2007", "20070101..20071231"),
    ("year:2007..2011", "20070101..20111231"),
    ("year:2007-2011", "20070101..20111231"),
    ("year:..2011", "1..20111231"),
    ("day:2007-08..2011-06-15", "20070801..20110615"),
    ("part:operative", "part=operative"),
    ("part:preamble", "part=preambular"),
    ("lang:EN", "language=en"),
    ("org:un", "organisation=un"),
    ("address:un:A/RES/61/88", "work=un:a/res/61/88"),
    ("work:un:S/RES/1973(2011)@en", "address=un:s/res/1973(2011)@en"),
    ("un:A/RES/61/*", "work=un:a/res/61/*"),
    ("symbol:S/RES/1973(2011)", "symbol=s/res/1973(2011)"),
    ("(symbol:S/RES/1973(2011))", "symbol=s/res/1973(2011)"),
]


@pytest.mark.parametrize(("query", "tree"), READ)
def test_a_query_is_read(query: str, tree: str) -> None:
    assert tree == told(parsed(query))


REFUSED = [
    ("", "Nothing was asked for"),
    ("—", "no letters or digits"),
    ('say "arms race', "at character 5"),
    ("peace (arms", "at character 7"),
    ("arms) race", "at character 5"),
    ("arms AND", "nothing stands after AND, at character 9"),
    ("OR arms", "nothing stands before OR"),
    ("arms OR OR race", "nothing stands"),
    ("NOT", "nothing stands after NOT"),
    ("a*", "Two letters at least"),
    ("*urity", "too little before the *"),
    ("se*rity", "stands at the end"),
    ('"a b* c"', "letters at least"),
    ('"arms race"~', "how many other words"),
    ('"arms race"~1000', "up to 100"),
    ('"arms"~3', "two words at least"),
    ("colour:red", "Fields: "),
    ("title:", "says no value"),
    ("year:soon", "year:2007..2011"),
    ("year:2011..2007", "Turn it round"),
    ("part:chorus", "operative"),
    ("un:A/RES/61/88#op1", "un:A/RES/61/88"),
    ("address:61/88", "is no address"),
    ("(" * 60 + "a" + ")" * 60, "parentheses"),
    ("NOT " * 4_000 + "a", "NOTs within each other"),
    ("a " * 600, "500 words"),
    ("a" * (LONGEST + 1), "characters"),
]


@pytest.mark.parametrize(("query", "says"), REFUSED)
def test_a_query_that_cannot_be_read_is_refused_with_what_would_work(query: str, says: str) -> None:
    with pytest.raises(BadQuery) as refusal:
        parsed(query)

    assert says in str(refusal.value)


def test_an_organisation_and_an_organ_are_known_by_their_names() -> None:
    assert "un" in parsed('org:"United Nations"').values  # type: ignore[union-attr]
    assert "sc" in parsed('organ:"Security Council"').values  # type: ignore[union-attr]


def test_filters_are_fields_and_several_values_are_any_of_them() -> None:
    assert told(parsed("arms", {"kind": ["treaty", "decision"], "year": "2007"})) == (
        "(arms & (kind=treaty | kind=decision) & 20070101..20071231)"
    )
    assert told(parsed("", {"language": "fr"})) == "language=fr"


WIDENED = [
    ("organise", ["organise: organises, organize, organizes"]),
    ("co-operation", ["co-operation: cooperation, cooperations, co operations"]),
    ('"recognize the need"', ['"recognize the need": recognise the need']),
    ('"co-operation among States"', ['"co-operation among States": cooperation among states']),
    ('"member States"', []),
    ('"labour need"~3', ["labour: labor"]),
    ("secur*", []),
    ("核武器", []),
    ("-states peace", ["peace: peaces"]),
]


@pytest.mark.parametrize(("query", "shown"), WIDENED)
def test_what_else_is_looked_for_is_shown(query: str, shown: list[str]) -> None:
    _, expansion = widened(parsed(query))

    assert shown == [str(each) for each in expansion]


def test_plain_words_make_a_phrase_and_what_is_excluded_is_not_shown() -> None:
    tree = parsed("arms race -trade kind:treaty")

    assert told(side_by_side(tree) or tree) == "(arms+race & !trade & kind=treaty)"
    assert side_by_side(parsed("arms kind:treaty")) is None
    assert ["arms", "race"] == [leaf.typed for leaf in sought(tree)]


@given(st.text(alphabet='ab "()*~:-+ANDORT5“”é核', max_size=60))
def test_whatever_is_typed_is_read_or_refused(query: str) -> None:
    try:
        widened(parsed(query))
    except BadQuery as refusal:
        assert str(refusal)
