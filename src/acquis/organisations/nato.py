"""The North Atlantic Treaty Organization: names, organs and instruments."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_TREATIES = """
nato:1949-04-04/north-atlantic-treaty: north atlantic treaty; washington treaty; североатлантическ* договор*; traité
    de l'atlantique nord
nato:1997-05-27/founding-act: nato-russia founding act; founding act on mutual relations, cooperation and security
    between nato and the russian federation
"""

ENTRY = Organisation(
    code="nato",
    names=(
        *("North Atlantic Treaty Organization", "North Atlantic Treaty Organisation", "NATO", "OTAN", "НАТО"),
        *("Организация Североатлантического договора", "北大西洋公约组织", "北约"),
    ),
    languages=("en", "fr"),
    authentic=("en", "fr"),
    organs=(Organ("NAC", ("North Atlantic Council", "Conseil de l'Atlantique Nord"), level=1, adopts="consensus"),),
    treaties=listed(_TREATIES),
    founded="1949-04-04",
    source="https://www.nato.int/cps/en/natohq/official_texts.htm",
)
