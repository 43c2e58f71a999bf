"""The Organization of American States: names, organs, symbols and instruments."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed

_TREATIES = """
oas:1948-04-30/charter: charter of the organization of american states; oas charter; carta de la organización de los
    estados americanos
oas:1947-09-02/rio-treaty: inter-american treaty of reciprocal assistance
oas:1969-11-22/american-convention: american convention on human rights; convención americana sobre derechos humanos
oas:1994-06-09/belem-do-para: inter-american convention on the prevention, punishment and eradication of violence
    against women; convention of belém do pará
oas:2001-09-11/democratic-charter: inter-american democratic charter; carta democrática interamericana
oas:2002-06-03/terrorism: inter-american convention against terrorism
"""

ENTRY = Organisation(
    code="oas",
    names=(
        *("Organization of American States", "OAS", "Organización de los Estados Americanos", "OEA"),
        *("Organisation des États américains", "Организация американских государств", "美洲国家组织"),
    ),
    languages=("en", "es", "fr", "pt"),
    organs=(
        Organ("AG", ("General Assembly of the Organization of American States", "OAS General Assembly"), level=1),
        Organ("CP", ("Permanent Council of the Organization of American States", "OAS Permanent Council"), level=2),
    ),
    treaties=listed(_TREATIES),
    founded="1948-04-30",
    source="https://www.oas.org/en/sla/dil/inter_american_treaties.asp",
    printed=r"(?<![\w/.])(?:AG|CP)/(?:RES|DEC|DOC)\. ?\d{1,4}(?: ?\([IVXLC]{1,8}-[OE]/\d\d\)| ?\(\d{1,4}/\d\d\))?",
)
