"""The other spellings and forms of a word that a search looks for: rules to be read, and shown with every result.

No rule joins words that differ in meaning: developed and developing countries are not the same, so number is joined
and tense is not. A rule may give a form that no text has; it finds nothing and harms nothing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

HYPHENED: Final = ("anti", "co", "counter", "cyber", "mid", "multi", "non", "post", "pre", "semi", "socio", "sub")
"""What is written with a hyphen by some and without by others: co-operation, non-proliferation."""


@lru_cache(maxsize=10_000)
def forms(word: str, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The other spellings and forms of a folded word, in alphabetical order.

    Of Latin letters: British and American spelling, singular and plural; of Russian: the endings of its declension;
    of Arabic: with and without the article and the one-letter words that are written with it.
    `languages` leaves out the rules of others.

    >>> forms("organisations")
    ('organisation', 'organization', 'organizations')
    """
    ways: set[str] = set()
    if re.fullmatch(r"[a-z]{3,}", word):
        ways = {number for way in {word, *spellings(word, languages)} for number in (way, *_numbers(way, languages))}
    elif re.fullmatch(r"[а-я]{3,}", word) and _asked("ru", languages):
        ways = set(_declined(word))
    elif re.fullmatch(r"[ء-ي]{2,}", word) and _asked("ar", languages):
        ways = set(_with_clitics(word))
    return tuple(sorted(ways - {word}))


def spellings(word: str, languages: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The British and American spellings of one word, without the word itself.

    >>> spellings("defence"), spellings("recognize"), spellings("exercise")
    (('defense',), ('recognise',), ())
    """
    if not _asked("en", languages):
        return ()
    return tuple(sorted({way for way in chain(_ise(word), _listed(word)) if way != word}))


def split(word: str) -> tuple[str, str] | None:
    """The two words that some write for one, with a hyphen: cooperation, nonproliferation."""
    for first in HYPHENED:
        rest = word.removeprefix(first)
        if rest != word and len(rest) > 4 and (first != "co" or rest[0] in "eo") and (first != "mid" or rest == "term"):
            return first, rest
    return None


def _asked(language: str, languages: tuple[str, ...]) -> bool:
    return not languages or language in languages


# --- spelling ---------------------------------------------------------------------------------------------------

_FIXED: Final = re.compile(
    r"(?:adverti|advi|ari|bru|chasti|compri|compromi|conci|crui|demi|devi|disgui|enterpri|entrepri|exerci|experti|exci"
    r"|franchi|guid|imprec|improvi|likewi|merchandi|noi|otherwi|paradi|poi|prai|preci|premi|promi|prai|rai|reprai|repri"
    r"|revi|ri|supervi|surmi|surpri|televi|treati|vi|wi|si|sei|pri|capsi|mai|assi|cri|bapti)[sz]"
)
"""The beginnings after which -ise or -ize is the only spelling."""

_ISE: Final = re.compile(r"([a-z]{3,}[iy])([sz])(e|es|ed|ing|er|ers|ation|ations|ational|able)")


def _ise(word: str) -> Iterator[str]:
    found = _ISE.fullmatch(word)
    if found and not _FIXED.fullmatch(found[1] + found[2]):
        yield f"{found[1]}{'z' if found[2] == 's' else 's'}{found[3]}"


def _listed_words(text: str) -> list[str]:
    return text.split()


_OUR: Final = _listed_words(
    """
    arbour armour behaviour candour clamour colour demeanour endeavour favour fervour flavour harbour honour humour
    labour neighbour odour parlour rancour rigour rumour saviour savour splendour succour tumour valour vapour vigour
    """
)
_RE: Final = _listed_words("cent theat fib lit met calib lust spect sab kilomet")
_PAIRS: Final = {
    **{british: british.replace("our", "or") for british in _OUR},
    **{f"{stem}re": f"{stem}er" for stem in _RE},
    **{f"{stem}r{end}": f"{stem}er{end}" for stem in _RE for end in ("ed", "ing")},
    **{
        "defence": "defense",
        "offence": "offense",
        "licence": "license",
        "pretence": "pretense",
        "practise": "practice",
    },
    **{"programme": "program", "judgement": "judgment", "acknowledgement": "acknowledgment", "ageing": "aging"},
    **{"dialogue": "dialog", "catalogue": "catalog", "analogue": "analog", "fulfil": "fulfill", "enrol": "enroll"},
    **{"skilful": "skillful", "wilful": "willful", "instalment": "installment", "fulfilment": "fulfillment"},
    **{"labelled": "labeled", "labelling": "labeling", "travelled": "traveled", "travelling": "traveling"},
    **{"traveller": "traveler", "signalled": "signaled", "signalling": "signaling", "counsellor": "counselor"},
    **{"cancelled": "canceled", "cancelling": "canceling", "modelled": "modeled", "modelling": "modeling"},
    **{"marshalling": "marshaling", "totalling": "totaling", "channelled": "channeled", "channelling": "channeling"},
    **{"sulphur": "sulfur", "aluminium": "aluminum", "grey": "gray", "storey": "story", "tyre": "tire"},
    **{"paediatric": "pediatric", "orthopaedic": "orthopedic", "anaemia": "anemia", "foetal": "fetal"},
    **{
        "gynaecological": "gynecological",
        "haemorrhage": "hemorrhage",
        "oestrogen": "estrogen",
        "manoeuvre": "maneuver",
    },
}
_AFTER: Final = (
    *("", "s", "ed", "ing", "d", "able", "ably", "ite", "ites", "less", "er", "ers", "hood", "hoods"),
    *("ly", "al", "ally", "ful", "ment", "ments"),
)
"""What may follow a spelling that has two ways: labours, neighbourhood, favourable."""

_VERBAL: Final = ("d", "ed", "ing")
"""Before these a word that ends with -re loses its e: centred, centered."""


def _listed(word: str) -> Iterator[str]:
    for after in _AFTER:
        stem = word[: len(word) - len(after)] if word.endswith(after) else ""
        if (other := _OTHER.get(stem)) and not (after in _VERBAL and {stem[-2:], other[-2:]} == {"re", "er"}):
            yield other + after


_OTHER: Final = {**_PAIRS, **{american: british for british, american in _PAIRS.items()}}


# --- number -----------------------------------------------------------------------------------------------------

_SINGULAR_S: Final = re.compile(r".*(?:ss|us|is|ous|ews|ics)|this|thus|his|has|was|its|yes|plus|always|perhaps|does")
_NO_NUMBER: Final = re.compile(r"ful$|[^e]ed$|tional$|ally$")
_UNCHANGED: Final = frozenset(
    _listed_words(
        """
        a also and are as at be been but by can could did do for from had have he her if in into may must not of on or
        our shall she should such than that the their them then there these they those to under upon was we were what
        when where which while who whose will with within without would you your
        """
    )
)


def _numbers(word: str, languages: tuple[str, ...]) -> Iterator[str]:
    """The singular of a plural and the plural of a singular; the third person of a verb is made the same way."""
    if word in _UNCHANGED:
        return
    others = [pair for tag, pairs in _ENDINGS.items() if _asked(tag, languages) for pair in pairs]
    swapped = [*_swapped(word, others)]
    yield from swapped
    if _asked("en", languages) and not swapped:
        yield from _english(word)
    elif not swapped:
        yield word[:-1] if word.endswith("s") else f"{word}s"


def _english(word: str) -> Iterator[str]:
    if irregular := _IRREGULAR.get(word):
        yield irregular
    elif word.endswith("ies") and len(word) > 4:
        yield f"{word[:-3]}y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        yield word[:-2]
    elif word.endswith("s") and not _SINGULAR_S.fullmatch(word):
        yield word[:-1]
    elif word.endswith(("ss", "sh", "ch", "x", "zz")):
        yield f"{word}es"
    elif word.endswith("y") and word[-2] not in "aeou":
        yield f"{word[:-1]}ies"
    elif not word.endswith("s") and not _NO_NUMBER.search(word):
        yield f"{word}s"


_IRREGULAR_PAIRS: Final = (
    ("woman", "women"),
    ("man", "men"),
    ("child", "children"),
    ("person", "people"),
    ("crisis", "crises"),
    ("basis", "bases"),
    ("analysis", "analyses"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("focus", "focuses"),
    ("consensus", "consensuses"),
    ("census", "censuses"),
    ("status", "statuses"),
    ("virus", "viruses"),
)
_IRREGULAR: Final = {**dict(_IRREGULAR_PAIRS), **{many: one for one, many in _IRREGULAR_PAIRS}}


_ENDINGS: Final = {
    "fr": (("eaux", "eau"), ("naux", "nal"), ("taux", "tal"), ("iaux", "ial"), ("raux", "ral")),
    "es": (("ciones", "cion"), ("dades", "dad"), ("adores", "ador")),
}
"""Plurals that are made otherwise than with an s alone."""


def _swapped(word: str, endings: list[tuple[str, str]]) -> Iterator[str]:
    for many, one in endings:
        if word.endswith(many) and len(word) > len(many) + 1:
            yield word.removesuffix(many) + one
        elif word.endswith(one) and len(word) > len(one) + 1:
            yield word.removesuffix(one) + many


# --- Russian ----------------------------------------------------------------------------------------------------

_DECLENSIONS: Final = tuple(
    tuple("" if ending == "-" else ending for ending in line.split())
    for line in (
        "ость ости остью остей остям остями остях",
        "ство ства ству ством стве ств ствам ствами ствах",
        "ение ения ению ением ении ений ениям ениями ениях",
        "ция ции цию цией ций циям циями циях",
        "ие ия ию ием ии ий иям иями иях",
        "ия ии ию ией ий иям иями иях",
        "ый ая ое ые ого ому ым ой ую ыми ых ом",
        "ий ая ое ие ого ому им ой ую ими их ом",
        "ий яя ее ие его ему им ей юю ими их ем",
        "а ы е у ой - ам ами ах",
        "а и е у ой - ам ами ах",
        "- а у ом е ы ов ам ами ах",
        "- а у ом е и ов ам ами ах",
        "ь я ю ем е и ей ям ями ях",
        "ь и ью ей ям ями ях",
        "о а у ом е - ам ами ах",
        "й я ю ем е и ев ям ями ях",
    )
)
_MOST_FORMS: Final = 40


def _declined(word: str) -> Iterator[str]:
    """The word with the other endings of every declension that its own ending may be of, the longest ending first."""
    made: set[str] = set()
    longest = 0
    for declension in _DECLENSIONS:
        ending = max((e for e in declension if e and word.endswith(e)), key=len, default="")
        if (
            (ending or "" in declension)
            and len(ending) >= longest
            and len(word) - len(ending) >= (3 if len(ending) < 3 else 2)
        ):
            made = made if len(ending) == longest else set()
            longest = len(ending)
            made.update(word[: len(word) - len(ending)] + other for other in declension)
    yield from sorted(made)[:_MOST_FORMS]


# --- Arabic -----------------------------------------------------------------------------------------------------

_CLITICS: Final = ("وال", "بال", "فال", "كال", "ولل", "ال", "لل", "و", "ب", "ل", "ف")
"""And, by, then, like, to and the article, as they are written in one with the word; the longest first."""


def _with_clitics(word: str) -> Iterator[str]:
    """The bare word, and the word with each of them; a single letter is taken off only before the article."""
    bare = next((word[len(c) :] for c in _CLITICS[:7] if word.startswith(c) and len(word) - len(c) > 2), word)
    yield bare
    yield from (clitic + bare for clitic in _CLITICS)
