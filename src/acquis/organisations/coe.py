"""The Council of Europe: names, organs, symbols and instruments."""

from acquis.organisations import Numbering, Organ, Organisation
from acquis.organisations._tables import listed

_TREATIES = """
coe:1949-05-05/statute: statute of the council of europe
coe:1950-11-04/human-rights: convention for the protection of human rights and fundamental freedoms; european
    convention on human rights; convention européenne des droits de l'homme; европейск* конвенц* о защите прав
    человека
coe:1961-10-18/social-charter: european social charter
coe:1987-11-26/torture: european convention for the prevention of torture and inhuman or degrading treatment or
    punishment
coe:2001-11-23/cybercrime: convention on cybercrime; budapest convention on cybercrime; budapest convention
coe:2005-05-16/trafficking: council of europe convention on action against trafficking in human beings
coe:2007-10-25/lanzarote: council of europe convention on the protection of children against sexual exploitation and
    sexual abuse; lanzarote convention
coe:2011-05-12/istanbul: council of europe convention on preventing and combating violence against women and
    domestic violence; istanbul convention
"""

ENTRY = Organisation(
    code="coe",
    names=("Council of Europe", "Conseil de l'Europe", "Совет Европы", "欧洲委员会", "Europarat", "Consejo de Europa"),
    languages=("en", "fr"),
    authentic=("en", "fr"),
    organs=(
        Organ("CM", ("Committee of Ministers", "Comité des ministres"), level=1, adopts="vote"),
        Organ(
            "PACE",
            ("Parliamentary Assembly of the Council of Europe", "Parliamentary Assembly", "PACE"),
            level=2,
            adopts="vote",
            numbering=(Numbering.OF_YEAR,),
            resolution="PACE/RES/{0}",
        ),
        Organ("ECHR", ("European Court of Human Rights",), level=2),
    ),
    treaties=listed(_TREATIES),
    founded="1949-05-05",
    source="https://www.coe.int/en/web/conventions",
    printed=r"(?<![\w/.])CM/(?:Rec|Res\w{0,4}|Del/Dec) ?\(\d{4}\) ?\d{1,4}",
)
