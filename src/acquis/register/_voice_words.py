"""The words by which a passage limits for whom it speaks, in the languages of the shelf."""

import re
from typing import Final


def any_of(lines: str) -> str:
    """The lines of a table as the ways of one regular expression; a line that is set in goes on with the one before."""
    whole = re.sub(r"\n {6,}", "", lines.strip())
    return "|".join(line.strip() for line in whole.splitlines())


ALL: Final = any_of(r"""
    all(?: of)?(?: the)?|the|these|our|its|both|each of the
    tou(?:te)?s les|les
    todos los|todas las|los|las
    все
""")
"""What stands before a group and leaves it whole. A drafting convention, as all of this file."""

ALL_OF: Final = r"all(?: of)?(?: the| its)?|tou(?:te)?s les|todos los|todas las|все"
"""What says that nobody of a group is left out."""

NOT_ALL: Final = any_of(r"""
    not all|n['’]t all|pas tou(?:te)?s|no (?:\w+ )?todos|не все
""")

BUT: Final = any_of(r"""
    with the (?:sole )?exception of|except(?:ing)?(?: for)?|other than|excluding|save(?: for)?|apart from
    за исключением|кроме|помимо
    à l['’]exception d(?:e|es|u)|à l['’]exclusion d(?:e|es|u)|sauf|hormis|excepté
    con (?:la )?excepción de|a excepción de|salvo|excepto
    باستثناء|ما عدا|عدا
    除了?|不含|不包括
""")
"""What excepts the states that follow. In Chinese 外 closes it, in Japanese を除く follows them."""

SOME: Final = any_of(r"""
    not all|not every|a group of|those
    some|several|a (?:large |small |great |certain )?number of|many|most|certain|a few|various|individual|other
    (?:a|the) (?:vast |great |overwhelming )?majority of|half of|part of
    (?:two|three|four|five|six|seven|eight|nine|ten|\d+)(?: of the(?: \w+)?)?
    не все
    ряд|некоторые(?: из)?|отдельные|большинство|многие(?: из)?|часть|несколько|другие|(?:две|три|четыре|пять|шесть)
    pas tous les|certains|plusieurs|quelques|la plupart d(?:e|es)|(?:un certain )?nombre d(?:e|es)
    une partie d(?:e|es)
    la majorité d(?:e|es)|d['’]autres|(?:deux|trois|quatre|cinq|six)
    no todos los|algunos|algunas|varios|varias|ciertos|muchos|la mayoría de|una parte de|un (?:cierto )?número de
    otros
    (?:dos|tres|cuatro|cinco|seis)
    并非所有|不是所有|一些|部分|若干|多数|大多数|某些|有些|其他|有关|一部の|いくつかの|多くの|大半の|他の
    بعض|عدد من|معظم|غالبية|عدة|أغلبية
""")
"""What makes a part of a group, and says not which."""

ABOVE_ALL: Final = any_of(r"""
    in particular|particularly|notably|especially|including|such as|among them|namely
    в частности|в том числе|прежде всего|а именно
    en particulier|notamment|à savoir
    en particular|incluid[oa]s?
    特别是|尤其是|包括|特に
    ولا سيما|وخاصة
""")
"""What names some of those of whom it speaks."""

OFFICE: Final = any_of(r"""
    (?:prime |foreign |defence )?ministers?|presidents?|governments?|leaders|leadership|delegations?|representatives?
    premiers?|authorities|heads? of (?:state|government)(?: (?:and|or)(?: of)? government)?|permanent representatives?
    (?:premiers? )?ministres?(?: des affaires étrangères)?|présidents?|gouvernements?|dirigeants|délégations?
    représentants?
    (?:primeros? )?ministros?|presidentes?|gobiernos?|líderes|delegaci(?:ón|ones)|jefes? de (?:estado|gobierno)
    (?:премьер-)?министр\w*(?: иностранных дел)?|президент\w*|правительств\w*|лидер\w*|делегаци\w+|представител\w+
    главы?
    رؤساء|رئيسا|رئيس|حكومات|حكومتا|حكومة|وفود|وفدا|وفد|قادة|وزراء خارجية|وزيرا خارجية|وزير خارجية
""")
"""Who speaks for a state whose name follows: "the Presidents of Kazakhstan and Tajikistan"."""

OF: Final = r"(?:of|from|de la|de l['’]|d['’]|des|del|du|de)"
"""What stands between an office and the state that it is of."""

VERB_FIRST: Final = any_of(r"""
    [تي]ؤيد(?:ان|ون)?|أيدت?|[تي]ؤكد(?:ان|ون)?|أكدت?|[تي]دعم|دعمت|[تي]رحب|رحبت?|[تي]عرب|أعربت?|[تي]علن|أعلنت?|[تي]دعو
    دعت
    [تي]شدد|شددت?|[تي]رى|رأت|[تي]عتقد|[تي]عتبر|اعتبرت?|[تي]قترح|اقترحت?|[تي]وافق|وافقت?|[تي]لاحظ|لاحظت|[تي]شير|أشارت?
    [تي]تعهد|تعهدت?|[تي]لتزم|التزمت?|[تي]دين|أدانت?|[تي]حث|حثت|[تي]طلب|طلبت|[تي]ناشد|ناشدت|[تي]تفق|اتفقت?|[تي]عتزم
    [تي]نوي
    [تي]جدد|جددت?|[تي]ثني|أثنت|[تي]أسف|أسفت|[تي]أمل|[تي]ذكر|ذكرت?|[تي]قرر|قررت?|[تي]صرح|صرحت?|[تي]تمسك|تمسكت?
""")
"""Verbs of saying with which an Arabic sentence begins; who says it follows."""

HOLDS: Final = any_of(r"""
    considers|believes|holds|is of the view|is convinced|supports|(?:re)?affirms|stresses|emphasi[sz]es|underlines
    proposes|advocates|welcomes|expresses|condemns|regrets|declares|declared|maintains|insists|favou?rs|urges
    calls (?:for|on|upon)
    считает|полагает|поддерживает|подтверждает|предлагает|приветствует|выражает|заявляет|заявил[аио]?|осуждает
    призывает
    estime|considère|soutient|appuie|réaffirme|propose|se félicite|exprime|déclare|condamne|souligne|préconise
    considera|estima|apoya|reafirma|propone|acoge|expresa|declara|condena|subraya|aboga
    认为|支持|重申|强调|主张|建议|欢迎|表示|谴责|呼吁|声明
    は[^。]{0,80}?(?:支持|考え|主張|提案|歓迎|表明|強調|非難)(?:する|し)
    [تي]ؤيد|[تي]ؤكد|[تي]دعم|[تي]رحب|[تي]عرب|[تي]علن|[تي]دعو|[تي]شدد|[تي]رى|[تي]عتقد|[تي]عتبر|[تي]قترح
""")
"""Verbs with which one state alone speaks for itself."""

WITH: Final = any_of(r"""
    (?:together|along|jointly|in agreement) with|as well as|joined by|supported by|backed by|seconded by
    with the support of
    ensemble avec|conjointement avec|de concert avec|avec|ainsi que|rejoint\w* par|soutenu\w* par|appuyé\w* par
    avec l['’]appui de
    junto con|juntamente con|conjuntamente con|así como|al igual que|apoyad\w+ por|respaldad\w+ por|con el apoyo de
    вместе с|вместе со|совместно с|совместно со|наряду с|а также|при поддержке|поддержанн\w+
    同|与|與|连同|以及|とともに|と共に|並びに
    مع|إلى جانب|بالاشتراك مع|بدعم من|بتأييد من|وكذلك
""")
"""What brings others in beside those who are named first."""

AND: Final = r"and|et|y|e|и|和|及|と|及び"
REST: Final = any_of(r"""
    (?:the |all (?:the )?)?other|the rest of the|the remaining|les autres|tous les autres
    (?:todos )?los (?:demás|otros|restantes)|(?:все(?:ми)? )?(?:остальны\w+|прочи\w+)|все(?:ми)? други\w+
    所有(?:其他)?的?|其他所有|其余的?|他のすべての|すべての|全ての|残りの|سائر|بقية|باقي|جميع|كل
""")
"""What makes the whole with those who are named: "the other member States"."""

OTHERS: Final = any_of(r"""
    (?:some|several|a number of|certain|many|a few)(?: of the)?(?: other)?|other(?= )
    certains(?: autres)?|plusieurs(?: autres)?|d['’]autres
    algunos(?: otros)?|varios(?: otros)?|otros
    другие|другими|ряд(?: других)?|рядом(?: других)?|некоторые(?: другие)?|некоторыми(?: другими)?
    其他|一些(?:其他)?|部分|若干|その他の|他の|いくつかの|بعض
""")
"""What makes a part of the group that is named beside states: "Kazakhstan and other member States"."""

OBSERVERS: Final = any_of(r"""
    observers|observer (?:states|countries|members)|(?:dialogue|discussion) partners
    states (?:with|having) observer status
    (?:États |pays )?observateurs|partenaires de dialogue
    (?:Estados |países )?observadores|(?:asociados|socios|interlocutores) (?:de|para el|en el) diálogo
    (?:государств\w ?[-–—] ?)?наблюдател(?:и|ями|ей|ь)|партн[её]р(?:ы|ами|ов) по диалогу
    观察员国?|对话伙伴国?|オブザーバー国?|対話パートナー国?
    الدول المراقبة|الدولتان المراقبتان|المراقبون|المراقبان|شركاء الحوار
""")
"""Who takes part beside the members and has no say."""

AS: Final = any_of(r"""
    as|in their capacity as|being|en qualité d(?:e |['’])|en tant qu(?:e |['’])|como|en calidad de|в качестве|как|作为
    作爲
    として|بصفتهما|بصفتها|بصفتهم|بوصفهما|بوصفها
""")
