"""The words by which a passage limits for whom it speaks, in the languages of the shelf."""

from typing import Final


def _any(lines: str) -> str:
    """The lines of a table as the ways of one regular expression."""
    return "|".join(line.strip() for line in lines.strip().splitlines())


ALL: Final = _any(r"""
    all(?: of)?(?: the)?|the|these|our|its|both|each of the
    tou(?:te)?s les|les
    todos los|todas las|los|las
    все
""")
"""What stands before a group and leaves it whole. A drafting convention, as all of this file."""

BUT: Final = _any(r"""
    with the (?:sole )?exception of|except(?:ing)?(?: for)?|other than|excluding|save(?: for)?|apart from
    за исключением|кроме|помимо
    à l['’]exception d(?:e|es|u)|à l['’]exclusion d(?:e|es|u)|sauf|hormis|excepté
    con (?:la )?excepción de|a excepción de|salvo|excepto
    باستثناء|ما عدا|عدا
    除了?|不含|不包括
""")
"""What excepts the states that follow. In Chinese 外 closes it, in Japanese を除く follows them."""

SOME: Final = _any(r"""
    not all|not every|a group of|those
    some|several|a (?:large |small |great |certain )?number of|many|most|certain|a few|various|individual|other
    (?:a|the) (?:vast |great |overwhelming )?majority of|half of|part of
    (?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?: of the(?: \w+)?)?
    не все
    ряд|некоторые(?: из)?|отдельные|большинство|многие(?: из)?|часть|несколько|другие|(?:две|три|четыре|пять|шесть)
    pas tous les|certains|plusieurs|quelques|la plupart d(?:e|es)|(?:un certain )?nombre d(?:e|es)|une partie d(?:e|es)
    la majorité d(?:e|es)|d['’]autres|(?:deux|trois|quatre|cinq|six)
    no todos los|algunos|algunas|varios|varias|ciertos|muchos|la mayoría de|una parte de|un (?:cierto )?número de|otros
    (?:dos|tres|cuatro|cinco|seis)
    并非所有|不是所有|一些|部分|若干|多数|大多数|某些|有些|其他|有关|一部の|いくつかの|多くの|大半の|他の
    بعض|عدد من|معظم|غالبية|عدة|أغلبية
""")
"""What makes a part of a group, and says not which."""

ABOVE_ALL: Final = _any(r"""
    in particular|particularly|notably|especially|including|such as|among them|namely
    в частности|в том числе|прежде всего|а именно
    en particulier|notamment|à savoir
    en particular|incluid[oa]s?
    特别是|尤其是|包括|特に
    ولا سيما|وخاصة
""")
"""What names some of those of whom it speaks."""

REFUSES: Final = _any(r"""
    (?:(?:do|does|did|will|would|could|can|is|are|was|were|has|have)(?: not|n['’]t)|cannot)(?: \w+){0,2}? _GOES_ALONG
    (?:reserves?|reserved) (?:its|their|his|her|the) (?:position|right)|express(?:es|ed)? (?:\w+ )?reservations?
    (?:dis(?:as)?sociat|distanc)(?:es?|ed) (?:itself|themselves|himself|herself|(?:his|her|its|their) \w+)
    (?:objects?|objected|opposes?|opposed|abstains?|abstained)\b|(?:stays?|stayed) out of|(?:votes?|voted) against
    не (?:поддерж|соглас|присоедин|участв|разделя|одобр|приня|призна)\w+|возраж\w+|воздерж\w+|выступ\w+ против
    сдела\w+ оговорк\w+|дистанциру\w+
    (?:ne |n['’])(?:s['’])?(?:appui|souten|associ|accept|approuv|particip|partag|reconna|souscri|ralli)\w* pas
    ne (?:peut|peuvent|pouvait) (?:pas )?(?:s['’])?(?:appuyer|associer|accepter|approuver)|se dissocie\w*|s['’]oppos\w+
    réserve\w* sa position|émet\w* (?:une |des )réserves?|s['’]abst\w+
    no (?:apoya|se asocia|se suma|acepta|comparte|participa|aprueba|reconoce)\w*|se (?:desvincula|disocia|opone)\w*
    formula\w* reservas?|se abst\w+
    不支持|不赞成|不同意|不接受|不参加|不加入|未参加|反对|保留立场|弃权|支持しない|同意しない|留保|反対|棄権
    لا (?:تؤيد|توافق|تقبل|تشارك|تنضم)|لم (?:تؤيد|توافق|تشارك|تنضم)|تتحفظ|تحفظت|تعترض|اعترضت|امتنعت
""").replace(
    "_GOES_ALONG",
    r"(?:support|associate|agree|accept|endorse|join|subscribe|participate|take part|taken part|approve|share"
    r"|consider itself|recogni[sz]e)(?:d|ed)?\b",
)
"""What is said of a state that does not go along with the others."""
