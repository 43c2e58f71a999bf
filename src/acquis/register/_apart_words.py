"""The words by which a text says that a state does not go along with it, in the languages of the shelf."""

from typing import Final

from acquis.register._voice_words import any_of

_EN: Final = (
    r"(?:support|associat|agree|accept|endors|join|subscrib|participat|take part|taken part|approv|share"
    r"|consider itself|recogni[sz]|concur|consent|adher|align|vote (?:for|in favou?r)|go along)\w*"
)
_FR: Final = (
    r"(?:s['’]|se )?(?:appu|souten|associ|accept|approuv|particip|partag|reconna|souscri|ralli|join|adhér|consent"
    r"|prendre part)\w*"
)
_ES: Final = (
    r"(?:apoy|asoci|sum|acept|compart|particip|apr[ou]|reconoc|adhi?[eé]r|suscrib|convien|conven|consient|consent)\w*"
)
_RU: Final = r"(?:поддерж|соглас|соглаш|присоедин|участв|раздел|одобр|приня|прин[ия]м|призна)\w*"
_ZH: Final = "(?:支持|赞成|同意|接受|参加|加入|赞同|认同|认可|附议|核可)"
_JA: Final = "(?:支持|同意|賛成|参加|賛同|受諾|承認|加入|受け入れ)"
_AR: Final = "(?:أن |ل)?(?:[تيأ]?(?:ؤيد|وافق|قبل|شارك|نضم|دعم|لتزم|عترف)|الموافقة|القبول|قبول|الانضمام|تأييد)"

REFUSES: Final = any_of(rf"""
    (?:(?:do|does|did|will|would|could|can|is|are|was|were|has|have|had)(?: not|n['’]t)|cannot|never
      |no longer)(?! only)
      (?: (?:\w+ )?(?:in a position|able|prepared|ready|willing|inclined) to)?(?: \w+){{0,2}}? {_EN}
    (?:unable|unwilling|impossible|difficult|declin\w+|refus\w+)(?: for it| for them)? to(?: \w+)? {_EN}
    (?:withdr[ae]ws?|withdrew|withdrawn) (?:its|their) (?:support|consent|agreement|approval|signature
      |co-?sponsorship)
    (?:dis(?:as)?sociat|distanc)(?:es?|ed) (?:itself|themselves|himself|herself|(?:his|her|its|their) \w+)
    (?:ne |n['’]){_FR} (?:pas|plus|point)
    (?:ne |n['’])(?:s['’]|se )?(?:a|ont|est|sont|avai\w+|étai\w+) (?:pas|plus|jamais) (?:pu )?{_FR}
    (?:ne |n['’])(?:peu(?:t|vent)|pouvai\w+|pourr\w+|saurai\w+|veu(?:t|lent)|souhait\w+
      |entend\w*)(?: pas)? (?:\w+ )?{_FR}
    (?:ne |n['’])(?:est|sont|était|étaient|se \w+)(?: pas)? (?:en mesure|prêt\w*|disposé\w*) (?:de |d['’]|à ){_FR}
    (?:dans l['’]impossibilité|refusé?e?n?t?) (?:de |d['’]){_FR}
    (?:retire|retirent|retiré) (?:son|sa|leur) (?:appui|soutien|consentement|accord|signature)
    s['’](?:est|sont) (?:dissoci|désolidaris)\w+|se (?:dissoci|désolidaris)\w+
    no (?:se )?(?:ha |han |había |habían )?(?:podido )?{_ES}
    no (?:se )?(?:pued|pod|pud|dese|quier|quis)\w+ {_ES}
    no (?:está|están|estaba|estaban) (?:en (?:condiciones|posición|situación|disposición) de|dispuest\w+ a) {_ES}
    (?:se nieg\w+ a|se neg\w+ a|rehús\w+|rehus\w+) {_ES}|retir\w+ su (?:apoyo|consentimiento|acuerdo|firma)
    se (?:desvincul|disoci|desmarc)\w+
    не {_RU}|не (?:мо(?:жет|гут|г|гла|гло|гли)|смо\w+|готов\w*|намерен\w*|желает|желают|хочет|хотят|в состоянии
      |считает возможным|находит возможным)(?: \w+)? {_RU}|отказ(?:ал|ыва)\w+ {_RU}
    отозвал\w* (?:(?:сво|их|е[её])\w* )?(?:поддержк|соглас|подпис)\w+|дистанциру\w+|отмеж[её]в\w+
    (?:不|未|没有|没|不能|无法|不愿|不便|不会|未能|难以|不准备|不打算|不可能|拒绝)(?:够)?(?:予以|加以)?{_ZH}
    撤回了?其?(?:支持|同意)
    {_JA}(?:する|する立場に|すること|の立場)?(?:には|にも|とは|は|が|に)?(?:でき(?!る)|しない|しなかった|せず
      |しかね|られな|し得な|ない)
    {_JA}(?:することを|を)?(?:拒否|見送)
    (?:لا|لم|لن|ليست?) {_AR}
    (?:لا|لم|لن|ليست?) (?:[تي]مكن|[تي]ستط|بوسع|بإمكان|في وضع|على استعداد|ترغب|تعتزم)\w*(?: يسمح\w* ل\w+)?(?: ب
      | من| في)? ?{_AR}
    سحبت (?:تأييدها|موافقتها|دعمها)|نأت بنفسها|تنأى بنفسها|رفضت|ترفض
""")
"""What is said of a state that does not go along with the others: a verb of going along that is denied."""

REFUSES_FIRST: Final = any_of(r"""
    (?:لا|لم|لن) (?:[تي]ؤيد|[تي]وافق|[تي]قبل|[تي]شارك|[تي]نضم|[تي]دعم)
    (?<!لا )(?<!لم )(?<!لن )(?:رفضت|ترفض|اعترضت|تعترض|تحفظت|تتحفظ|امتنعت|تمتنع)
""")
"""The like in Arabic, where the verb begins and the state follows."""

CANNOT_FIRST: Final = rf"(?:لا|لم|لن) [تي]مكن\w* (?:ل ?)?(?P<who>WHO) {_AR}"
"""The like: "it is not possible for Kazakhstan to agree"; the states stand in place of WHO."""

OBJECTS: Final = any_of(r"""
    (?:objects?|objected|opposes?|opposed|abstains?|abstained)\b|(?:stays?|stayed) out of|(?:votes?|voted) against
    (?:reserves?|reserved) (?:its|their|his|her|the) (?:position|right)|express(?:es|ed)? (?:\w+ )?reservations?
    (?:enter(?:s|ed)?|makes?|made) (?:a |its |their )?reservations?
    возраж\w+|воздерж\w+|выступ\w+ против|(?:сдела|выраз|заяв)\w+ (?:(?:сво\w+|свои) )?(?:оговорк|возражен)\w+
    s['’]oppos\w+|s['’]abst\w+|réserve\w* sa position
    (?:émet\w*|émis|formulé|formulent|formule) (?:une |des |ses )?(?:réserve|objection)s?
    se op(?:on|us)\w+|se abst\w+|(?:formul|expres)\w+ (?:una |sus |su )?(?:reserva|objeci)\w+
    反对|保留立场|持保留|弃权|留保(?!地)|反対(?!し?(?:ない|て(?:い)?ない|な|ま|ず)|はない)|棄権(?!し(?:ない|な|ま|ず))
    تتحفظ|تحفظت|تعترض|يعترض|اعترضت|امتنعت|تمتنع
""")
"""What is said of a state that opposes."""

DENIED: Final = "".join(
    rf"(?<!{word})"
    for word in (
        "not ",
        "never ",
        "n't ",
        "n’t ",
        "no longer ",
        "не ",
        "no ",
        "ne ",
        "n'",
        "n’",
        "不",
        "没有",
        "未",
        "不再",
    )
) + "".join(rf"(?<!{word} )" for word in ("لا", "لم", "لن"))
"""No word that denies stands before: a state that does not object goes along."""

WITHDRAWN: Final = any_of(r"""
    (?<!not )(?:withdrew|withdraws|(?:has|have|had) (?!not |never )(?:\w+ )?withdrawn|lifts|lifted|drops|dropped
      |waived|retracted)
      (?: \w+){1,3}? (?:objections?|reservations?|opposition|dissociation|veto)
    (?:objections?|reservations?)[^.;⟨]{0,20} (?:was|were|has been|have been) (?:\w+ )?(?:withdrawn|lifted
      |dropped|waived)
    (?:withdrew|lifted|dropped|waived|retracted|(?:has|have|had) withdrawn) (?:it|them)\b
    (?:which|that) (?:it|they|he|she) (?:(?!not )\w+ )?(?:withdrew|lifted|dropped|has withdrawn|had withdrawn)
    (?:a|ont|avai\w+) (?!pas |jamais )(?:\w+ )?(?:retiré|levé|renoncé à) (?:\w+ )?(?:ses |son |sa |leurs? |l['’]
      |cette |les )
      (?:objection|réserve|opposition)s?
    (?:retire|lève)(?:nt)? (?!pas )(?:\w+ )?(?:ses|son|sa|leurs?) (?:objection|réserve|opposition)s?
    qu['’](?:il|elle)s? (?:a|ont) (?!pas )(?:\w+ )?(?:retirée?s?|levée?s?)
    puis (?:les |l['’])(?:a|ont) (?:retirée?s?|levée?s?)
    (?<!no )(?<!no ha )(?<!no han )(?:retir|levant)(?:a|an|ó|aron|ado) (?:\w+ )?(?:su|sus|la|las|esa
      |esta) (?:objeci|reserva
      |oposici)\w+
    (?:luego|después|posteriormente) (?:la|las) (?:retir|levant)(?:ó|aron)\b
    (?<!не )(?:снял[аио]?|снима(?:ет|ют)|отозвал[аио]?|отказал\w+ от) (?:\w+ )?(?:(?:сво|е[её]|их
      |эт)\w* )?(?:возражени|оговорк)\w*
    (?<![未不])(?<!没有)(?:撤回|撤销|收回|取消)了?(?:其|对此的|该|上述)?(?:反对|保留|异议)
    (?:反対|留保|異議)を(?:撤回し|取り下げ)た
    (?:سحب|رفع)ت? (?:⟨S\d+⟩ )?(?:لاحقا )?(?:اعتراض|تحفظ)\w*|تراجعت? (?:⟨S\d+⟩ )?عن (?:اعتراض|تحفظ)\w*
""")
"""What is said of a state that opposes no more."""
