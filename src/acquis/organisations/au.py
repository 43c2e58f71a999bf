"""The African Union: names, organs, symbols and instruments."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_TREATIES = """
au:1963-05-25/oau-charter: charter of the organization of african unity
au:1981-06-27/human-rights-charter: african charter on human and peoples' rights; banjul charter
au:1990-07-11/child-charter: african charter on the rights and welfare of the child
au:1991-06-03/abuja-treaty: treaty establishing the african economic community; abuja treaty
au:2000-07-11/constitutive-act: constitutive act of the african union; acte constitutif de l'union africaine
au:2002-07-09/peace-and-security-council: protocol relating to the establishment of the peace and security council
    of the african union
au:2003-07-11/maputo-protocol: protocol to the african charter on human and peoples' rights on the rights of women
    in africa; maputo protocol
au:2007-01-30/democracy-charter: african charter on democracy, elections and governance
au:2009-10-23/kampala-convention: african union convention for the protection and assistance of internally displaced
    persons in africa; kampala convention
au:2015-01-31/agenda-2063: african union agenda 2063; agenda 2063; agenda 2063: the africa we want
au:2018-03-21/free-trade-area: agreement establishing the african continental free trade area
"""

ENTRY = Organisation(
    code="au",
    names=(
        *(
            "African Union",
            "AU",
            "Organization of African Unity",
            "OAU",
            "Union africaine",
            "Африканский союз",
            "非洲联盟",
        ),
        *("Unión Africana", "الاتحاد الأفريقي"),
    ),
    languages=("ar", "en", "fr", "pt", "es", "sw"),
    organs=(
        Organ("ASSEMBLY", ("Assembly of the African Union", "African Union Assembly"), level=1, adopts="consensus"),
        Organ("EXCL", ("Executive Council of the African Union",), level=2, adopts="consensus"),
        Organ("PSC", ("Peace and Security Council", "Conseil de paix et de sécurité"), level=2, adopts="consensus"),
        Organ("AUC", ("African Union Commission",), level=3),
    ),
    treaties=listed(_TREATIES),
    founded="2002-07-09",
    source="https://au.int/en/treaties",
    printed=r"(?<![\w/.])(?:Assembly/AU|EX\.CL|AHG)/(?:Dec|Decl|Res|DEC|RES)\. ?\d{1,4}(?: ?\([IVXLC]{1,7}\))?",
)
