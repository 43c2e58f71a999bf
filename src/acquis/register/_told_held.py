"""Whether a sentence that names a meeting says that it was held, or that it was put off, called off or is to come."""

import re
from typing import Final

from acquis.register._voice_words import any_of

_WORDS: Final = any_of(r"""
    (?:was|were|is|has been|had been|have been|be|being) (?:(?!not )\w+ )?(?:postponed|cancell?ed|called off
      |put off|deferred)
    (?:was|were|has been|had been) (?:rescheduled|adjourned sine die)|failed to take place|to be held
    (?:cancellation|postponement) of
    (?:did|does|will|could|was|were) not (?:take place|be held|held|be convened|convened|meet)
    will (?:be held|take place|meet)
    (?:planned|scheduled|foreseen|envisaged|intended|due) (?:for|on|to)
    (?:a été|fut|est|ont été|sera) (?:\w+ )?(?:reportée?s?|annulée?s?|ajournée?s?|différée?s?)
    n['’](?:a|avait) pas (?:eu lieu|pu)
    ne s['’]est pas (?:tenue?|réunie?)|prévue?s? (?:pour|le|à|les)|(?:devait|aura|doit) (?:avoir )?lieu|se tiendra
    (?:fue|ha sido|fueron|será) (?:\w+ )?(?:aplazad|pospuest|cancelad|suspendid|postergad)[oa]s?
    se (?:aplazó|canceló|pospuso|postergó)|no (?:se celebró|tuvo lugar|pudo celebrarse|se reunió)
    (?:previst|programad)[oa]s? (?:para|el)|se celebrará|tendrá lugar
    (?:отлож|перенес|отмен)[её]н\w*|не состоял\w+|не был[аои]? проведен\w*|запланирован\w+|намеченн?\w*|состоится
    推迟|延期|改期|取消|未(?:能)?(?:举行|召开)|没有举行|原定|拟于|将于|中止され|取りやめ|開催されな|予定され
    (?:ت|أُ?)(?:أ)?ج[ّ]?لت?|تأجل|أُ?رجئت?|أُ?لغيت?|إلغاء|تأجيل|لم [تي]ُ?عقد|المقرر عقد
""")
"""What is said of a meeting that was not held, or not yet."""

_NOT_HELD: Final = re.compile(rf"(?<![a-zà-ÿа-яё])(?:{_WORDS})", re.IGNORECASE)


def is_held(clause: str) -> bool:
    """Whether a clause that names a meeting with its day may say that it was held.

    >>> is_held("The meeting on 3 May decided so."), is_held("The meeting planned for 3 May was postponed.")
    (True, False)
    """
    return not _NOT_HELD.search(clause)
