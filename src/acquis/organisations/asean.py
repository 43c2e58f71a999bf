"""The Association of Southeast Asian Nations: names, organs, instruments and summits."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed, summits

_TREATIES = """
asean:1967-08-08/bangkok-declaration: asean declaration; asean declaration (bangkok declaration)
asean:1971-11-27/zone-of-peace: zone of peace, freedom and neutrality declaration; kuala lumpur declaration of 1971
asean:1976-02-24/amity-and-cooperation: treaty of amity and cooperation in southeast asia; treaty of amity and
    cooperation
asean:1976-02-24/asean-concord: declaration of asean concord; bali concord
asean:2003-10-07/asean-concord-2: declaration of asean concord ii; bali concord ii
asean:2007-11-20/charter: charter of the association of southeast asian nations; asean charter
asean:2012-11-18/human-rights-declaration: asean human rights declaration
"""
_SUMMITS = """
1976-02-24 Bali: Treaty of Amity and Cooperation; Declaration of ASEAN Concord
1977-08-05 Kuala Lumpur: Joint communiqué
1987-12-15 Manila: Manila Declaration
1992-01-28 Singapore: Singapore Declaration
1995-12-15 Bangkok: Bangkok Summit Declaration; SEANWFZ Treaty
1998-12-16 Hanoi: Hanoi Declaration; Hanoi Plan of Action
2001-11-05 Bandar Seri Begawan: Declaration on joint action to counter terrorism
2002-11-04 Phnom Penh: Declaration on terrorism
2003-10-07 Bali: Declaration of ASEAN Concord II
2004-11-29 Vientiane: Vientiane Action Programme
2005-12-12 Kuala Lumpur: Declaration on the ASEAN Charter
2007-01-13 Cebu: Cebu Declaration
2007-11-20 Singapore: ASEAN Charter
2009-03-01 Cha-am/Hua Hin: Roadmap Declaration
2009-10-24 Cha-am/Hua Hin: AICHR Declaration
2010-04-08 Hanoi: chair's statement
2010-10-28 Hanoi: Connectivity Master Plan
2011-05-07 Jakarta: joint statements
2011-11-17 Bali: Bali Concord III
2012-04-03 Phnom Penh: Phnom Penh Declaration
2012-11-18 Phnom Penh: Human Rights Declaration
2013-04-24 Bandar Seri Begawan: chair's statement
2013-10-09 Bandar Seri Begawan: chair's statement
2014-05-11 Nay Pyi Taw: Nay Pyi Taw Declaration
2014-11-12 Nay Pyi Taw: Nay Pyi Taw Declaration on post-2015 vision
2015-04-27 Kuala Lumpur/Langkawi: declarations
2015-11-21 Kuala Lumpur: ASEAN 2025
2016-09-06 Vientiane: 28th and 29th summits
2017-04-29 Manila: chair's statement
2017-11-13 Manila: declarations
2018-04-28 Singapore: vision
2018-11-13 Singapore: chair's statement
2019-06-23 Bangkok: ASEAN Outlook on the Indo-Pacific
2019-11-02 Bangkok: chair's statement
2020-06-26 Hanoi (video): vision statement
2020-11-12 Hanoi (video): declaration
2021-10-26 Bandar Seri Begawan (video): 38th and 39th summits
2022-11-11 Phnom Penh: 40th and 41st summits
2023-05-10 Labuan Bajo: statements
2023-09-05 Jakarta: ASEAN Concord IV
2024-10-09 Vientiane: 44th and 45th summits
2025-05-26 Kuala Lumpur: Kuala Lumpur Declaration on ASEAN 2045
2025-10-26 Kuala Lumpur: Declaration on the Admission of Timor-Leste
"""

ENTRY = Organisation(
    code="asean",
    names=(
        *("Association of Southeast Asian Nations", "Association of South-East Asian Nations", "ASEAN", "АСЕАН"),
        *("Ассоциация государств Юго-Восточной Азии", "ANASE", "东南亚国家联盟", "东盟", "رابطة أمم جنوب شرق آسيا"),
    ),
    languages=("en",),
    authentic=("en",),
    organs=(
        Organ("SUMMIT", ("ASEAN Summit", "东盟峰会"), level=1, adopts="consultation and consensus"),
        Organ("ACC", ("ASEAN Coordinating Council",), level=2, adopts="consensus"),
        Organ("AMM", ("ASEAN Foreign Ministers' Meeting", "ASEAN Ministerial Meeting"), level=2, adopts="consensus"),
        Organ("CPR", ("Committee of Permanent Representatives to ASEAN",), level=3, adopts="consensus"),
        Organ("ARF", ("ASEAN Regional Forum",), level=3, adopts="consensus"),
        Organ("SEC", ("ASEAN Secretariat",), level=4),
    ),
    treaties=listed(_TREATIES),
    founded="1967-08-08",
    source="http://www.xinhuanet.com//english/2017-04/29/c_136245337.htm",
    summits=summits(_SUMMITS),
)
