"""Our addresses of the entities that the annotation of the seed names: a correspondence of names, nothing more."""

from typing import Final

ADDRESSES: Final = {
    "SCO.MS": "group:sco/members",
    "SCO.OBS": "group:sco/observers",
    "SCO.DP": "group:sco/dialogue-partners",
    "SCO.HOS": "group:sco/heads-of-state",
    "UN.MS": "group:un/members",
    "NWS": "group:nuclear-weapon-states",
    "SCO.MAIN": "group:sco/main-bodies",
    "SCO.PERM": "group:sco/permanent-bodies",
    "SCO.HOST.MEETING": "organ:sco/CHS",
    "ESCAP": "organ:un/ESCAP",
    "SCO.M.SSC": "organ:sco/secretaries-of-security-councils",
    "SCO.M.PROSECUTORS": "organ:sco/prosecutors-general",
    "SCO.M.COURTS": "organ:sco/supreme-judges",
    "SCO.M.DEFENCE": "organ:sco/ministers-of-defence",
    "SCO.M.DISASTER": "organ:sco/ministers-of-emergencies",
    "SCO.M.INTERIOR": "organ:sco/ministers-of-interior-public-security",
    "SCO.M.NARCOTICS": "organ:sco/heads-of-counternarcotics-agencies",
    "SCO.M.TRADE": "organ:sco/ministers-of-trade",
    "SCO.M.TRANSPORT": "organ:sco/ministers-of-transport",
    "SCO.M.AGRICULTURE": "organ:sco/ministers-of-agriculture",
    "SCO.M.FINANCE": "organ:sco/ministers-of-finance",
    "SCO.M.CENTRALBANKS": "organ:sco/heads-of-national-banks",
    "SCO.M.CULTURE": "organ:sco/ministers-of-culture",
    "SCO.M.HEALTH": "organ:sco/ministers-of-health",
    "SCO.M.SCIENCE": "organ:sco/ministers-of-science-technology",
    "TREATY.SCO_CHARTER.2002": "sco:2002-06-07/charter",
    "TREATY.SCO_LTGN.2007": "sco:2007-08-16/good-neighbourliness",
    "TREATY.NPT.1968": "treaty:1968-07-01/non-proliferation",
    "TREATY.CANWFZ.2006": "treaty:2006-09-08/central-asia-zone",
    "TREATY.CANWFZ_PROTOCOL": "treaty:2014-05-06/central-asia-zone-protocol",
    "TREATY.PPWT_DRAFT": "un:CD/1839",
    "TREATY.SHANGHAI_CONV.2001": "sco:2001-06-15/shanghai-convention",
    "TREATY.SCO_CT_CONV.2009": "sco:2009-06-16/terrorism-convention",
    "STRAT.SCO_DRUG.2011": "sco:2011-06-15/counternarcotics-strategy",
    "PROG.SCO_MTEC.2003": "sco:2003-09-23/trade-and-economic-programme",
    "REG.SCO_ROP": "sco:2010-06-11/rules-of-procedure",
    "REGION.SCO": "region:sco",
    "ZONE.CANWFZ": "zone:nuclear-weapon-free/central-asia",
    "MEETING.SCO.CHS.2011-06-15": "meeting:sco/CHS/2011-06-15",
    "DOC.SELF": "sco:2011-06-15/astana-declaration",
    "PLAN.SCO_MTEC.2008": "sco:2008-10-30/trade-and-economic-plan",
    "REG.SCO_PERSONNEL": "sco:undated/regulation-personnel-sco-permanent-bodies",
    "GROUP.SCO_TRADE_PROGRAMMES": "sco:undated/long-term-trade-economic-programs-plans",
}
"""Those that the annotation names in its own way; the others follow from their letters."""


def address(entity: str) -> str:
    """Our address of an entity of theirs."""
    if entity in ADDRESSES:
        return ADDRESSES[entity]
    if entity.startswith(("S/", "A/")):
        return f"un:{entity}"
    head, _, organ = entity.partition(".")
    if organ:
        return f"organ:{head.lower()}/{organ}"
    return f"state:{entity}" if len(entity) == 3 and entity not in _SHORT else f"org:{entity.lower()}"


_SHORT: Final = ("SCO", "CIS", "ECO")
"""Organisations of three letters; all others of three letters are states."""
