"""What French, Spanish, Russian and Arabic call what is of a state: "libanais", "libanés", "ливанский", "لبناني"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_FRENCH: Final = """
AFG afghan; ALB albanais; DZA algérien; DEU allemand; AGO angolais; SAU saoudien; ARG argentin; ARM arménien
AUS australien; AUT autrichien; AZE azerbaïdjanais; BHR bahreïnien; BGD bangladais; BLR bélarussien; BLR biélorusse
BEL belge; BEN béninois; BTN bhoutanais; BOL bolivien; BIH bosnien; BWA botswanais; BRA brésilien; BGR bulgare
BFA burkinabè; BDI burundais; KHM cambodgien; CMR camerounais; CAN canadien; CPV cap-verdien; CAF centrafricain
CHL chilien; CHN chinois; CYP chypriote; COL colombien; COM comorien; COG congolais; COD congolais; CRI costaricien
CIV ivoirien; HRV croate; CUB cubain; DNK danois; DJI djiboutien; EGY égyptien; ARE émirien; ECU équatorien
ERI érythréen; ESP espagnol; EST estonien; USA américain; ETH éthiopien; FIN finlandais; FRA français; GAB gabonais
GMB gambien; GEO géorgien; GHA ghanéen; GRC grec; GTM guatémaltèque; GIN guinéen; GUY guyanien; HTI haïtien
HND hondurien; HUN hongrois; IND indien; IDN indonésien; IRQ iraquien; IRQ irakien; IRN iranien; IRL irlandais
ISL islandais; ISR israélien; ITA italien; JAM jamaïcain; JPN japonais; JOR jordanien; KAZ kazakh; KEN kényan
KGZ kirghize; KWT koweïtien; LAO laotien; LVA letton; LBN libanais; LBR libérien; LBY libyen; LTU lituanien
LUX luxembourgeois; MKD macédonien; MDG malgache; MYS malaisien; MWI malawien; MDV maldivien; MLI malien; MLT maltais
MAR marocain; MRT mauritanien; MUS mauricien; MEX mexicain; MDA moldove; MNG mongol; MNE monténégrin; MOZ mozambicain
NAM namibien; NPL népalais; NIC nicaraguayen; NER nigérien; NGA nigérian; NOR norvégien; NZL néo-zélandais; OMN omanais
UGA ougandais; UZB ouzbek; PAK pakistanais; PSE palestinien; PAN panaméen; PRY paraguayen; NLD néerlandais
PER péruvien; PHL philippin; POL polonais; PRT portugais; QAT qatarien; ROU roumain; GBR britannique; RUS russe
RWA rwandais; SLV salvadorien; SEN sénégalais; SRB serbe; SLE sierra-léonais; SGP singapourien; SVK slovaque
SVN slovène; SOM somalien; SDN soudanais; SSD sud-soudanais; ZAF sud-africain; KOR sud-coréen; PRK nord-coréen
LKA sri-lankais; SWE suédois; CHE suisse; SYR syrien; TJK tadjik; TZA tanzanien; TCD tchadien; CZE tchèque
THA thaïlandais
TLS timorais; TGO togolais; TUN tunisien; TKM turkmène; TUR turc; UKR ukrainien; URY uruguayen; VEN vénézuélien
VNM vietnamien; YEM yéménite; ZMB zambien; ZWE zimbabwéen; SUN soviétique; YUG yougoslave; CSK tchécoslovaque
"""

_SPANISH: Final = """
AFG afgano; ALB albanés; DZA argelino; DEU alemán; AGO angoleño; SAU saudí; ARG argentino; ARM armenio; AUS australiano
AUT austriaco; AUT austríaco; AZE azerbaiyano; BHR bahreiní; BGD bangladesí; BLR belaruso; BLR bielorruso; BEL belga
BEN beninés; BTN butanés; BOL boliviano; BIH bosnio; BWA botsuano; BRA brasileño; BGR búlgaro; BFA burkinés
BDI burundés; KHM camboyano; CMR camerunés; CAN canadiense; CPV caboverdiano; CAF centroafricano; CHL chileno
CHN chino; CYP chipriota; COL colombiano; COM comorense; COG congoleño; COD congoleño; CRI costarricense; CIV marfileño
HRV croata; CUB cubano; DNK danés; DJI yibutiano; EGY egipcio; ARE emiratí; ECU ecuatoriano; ERI eritreo
ESP español; EST estonio; USA estadounidense; ETH etíope; FIN finlandés; FRA francés; GAB gabonés; GMB gambiano
GEO georgiano; GHA ghanés; GRC griego; GTM guatemalteco; GIN guineano; GNQ ecuatoguineano; GUY guyanés; HTI haitiano
HND hondureño; HUN húngaro; IND indio; IDN indonesio; IRQ iraquí; IRN iraní; IRL irlandés; ISL islandés; ISR israelí
ITA italiano; JAM jamaiquino; JPN japonés; JOR jordano; KAZ kazajo; KEN keniano; KGZ kirguiso; KWT kuwaití
LAO laosiano; LVA letón; LBN libanés; LBR liberiano; LBY libio; LTU lituano; LUX luxemburgués; MKD macedonio
MDG malgache; MYS malasio; MWI malauí; MDV maldivo; MLI maliense; MLT maltés; MAR marroquí; MRT mauritano
MEX mexicano; MDA moldavo; MNG mongol; MNE montenegrino; MOZ mozambiqueño; NAM namibio; NPL nepalés; NIC nicaragüense
NER nigerino; NGA nigeriano; NOR noruego; NZL neozelandés; OMN omaní; UGA ugandés; UZB uzbeko; PAK pakistaní
PSE palestino; PAN panameño; PRY paraguayo; NLD neerlandés; PER peruano; PHL filipino; POL polaco; PRT portugués
QAT qatarí; ROU rumano; GBR británico; RUS ruso; RWA ruandés; SLV salvadoreño; SEN senegalés; SRB serbio
SGP singapurense; SVK eslovaco; SVN esloveno; SOM somalí; SDN sudanés; SSD sursudanés; ZAF sudafricano
KOR surcoreano; PRK norcoreano; LKA ceilanés; SWE sueco; CHE suizo; SYR sirio; TJK tayiko; TZA tanzano; TCD chadiano
CZE checo; THA tailandés; TLS timorense; TGO togolés; TTO trinitense; TUN tunecino; TKM turcomano; TUR turco
UKR ucraniano
URY uruguayo; VEN venezolano; VNM vietnamita; YEM yemení; ZMB zambiano; ZWE zimbabuense; DOM dominicano; SUN soviético
YUG yugoslavo; CSK checoslovaco
"""

_RUSSIAN: Final = """
AFG афганск; ALB албанск; DZA алжирск; DEU германск; DEU немецк; AGO ангольск; ARG аргентинск; ARM армянск
AUS австралийск
AUT австрийск; AZE азербайджанск; BHR бахрейнск; BGD бангладешск; BLR белорусск; BEL бельгийск; BEN бенинск; BTN бутанск
BOL боливийск; BIH боснийск; BWA ботсванск; BRA бразильск; BGR болгарск; BFA буркинийск; BDI бурундийск; KHM камбоджийск
CMR камерунск; CAN канадск; CHL чилийск; CHN китайск; CYP кипрск; COL колумбийск; COG конголезск; COD конголезск
CRI коста-риканск; CIV ивуарийск; HRV хорватск; CUB кубинск; DNK датск; DJI джибутийск; EGY египетск; ARE эмиратск
ECU эквадорск; ERI эритрейск; ESP испанск; EST эстонск; USA американск; ETH эфиопск; FIN финляндск; FIN финск
FRA французск; GAB габонск; GMB гамбийск; GEO грузинск; GHA ганск; GRC греческ; GTM гватемальск; GIN гвинейск
GUY гайанск; HTI гаитянск; HND гондурасск; HUN венгерск; IND индийск; IDN индонезийск; IRQ иракск; IRN иранск
IRL ирландск; ISL исландск; ISR израильск; ITA итальянск; JAM ямайск; JPN японск; JOR иорданск; KAZ казахстанск
KAZ казахск; KEN кенийск; KGZ кыргызск; KGZ киргизск; KGZ кыргызстанск; KWT кувейтск; LAO лаосск; LVA латвийск
LBN ливанск
LBR либерийск; LBY ливийск; LTU литовск; LUX люксембургск; MKD македонск; MYS малайзийск; MWI малавийск; MDV мальдивск
MLI малийск; MLT мальтийск; MAR марокканск; MRT мавританск; MEX мексиканск; MDA молдавск; MNG монгольск; MNE черногорск
MOZ мозамбикск; MMR мьянманск; NAM намибийск; NPL непальск; NIC никарагуанск; NER нигерск; NGA нигерийск; NOR норвежск
NZL новозеландск; OMN оманск; UGA угандийск; UZB узбекистанск; UZB узбекск; PAK пакистанск; PSE палестинск; PAN панамск
PRY парагвайск; NLD нидерландск; NLD голландск; PER перуанск; PHL филиппинск; POL польск; PRT португальск; QAT катарск
ROU румынск; GBR британск; RUS российск; RWA руандийск; SLV сальвадорск; SAU саудовск; SEN сенегальск; SRB сербск
SGP сингапурск; SVK словацк; SVN словенск; SOM сомалийск; SDN суданск; SSD южносуданск; ZAF южноафриканск
KOR южнокорейск; PRK северокорейск; LKA шри-ланкийск; SWE шведск; CHE швейцарск; SYR сирийск; TJK таджикск
TJK таджикистанск
TZA танзанийск; TCD чадск; CZE чешск; THA таиландск; TLS тиморск; TGO тоголезск; TUN тунисск; TKM туркменск
TKM туркменистанск
TUR турецк; UKR украинск; URY уругвайск; VEN венесуэльск; VNM вьетнамск; YEM йеменск; ZMB замбийск; ZWE зимбабвийск
SUN советск; YUG югославск; CSK чехословацк
"""

_ARABIC: Final = """
AFG أفغاني; ALB ألباني; DZA جزائري; DEU ألماني; SAU سعودي; ARG أرجنتيني; ARM أرميني; AUS أسترالي; AUT نمساوي
AZE أذربيجاني; BHR بحريني; BGD بنغلاديشي; BLR بيلاروسي; BEL بلجيكي; BRA برازيلي; BGR بلغاري; KHM كمبودي; CAN كندي
CHL شيلي; CHN صيني; CYP قبرصي; COL كولومبي; CUB كوبي; DNK دانمركي; DJI جيبوتي; EGY مصري; ARE إماراتي; ERI إريتري
ESP إسباني; EST إستوني; USA أمريكي; USA أميركي; ETH إثيوبي; FIN فنلندي; FRA فرنسي; GEO جورجي; GHA غاني; GRC يوناني
HUN هنغاري; IND هندي; IDN إندونيسي; IRQ عراقي; IRN إيراني; IRL أيرلندي; ISL أيسلندي; ISR إسرائيلي; ITA إيطالي
JPN ياباني
JOR أردني; KAZ كازاخستاني; KEN كيني; KGZ قيرغيزي; KWT كويتي; LBN لبناني; LBY ليبي; MYS ماليزي; MLT مالطي; MAR مغربي
MRT موريتاني; MEX مكسيكي; MNG منغولي; NPL نيبالي; NGA نيجيري; NOR نرويجي; NLD هولندي; OMN عماني; UGA أوغندي; UZB أوزبكي
PAK باكستاني; PSE فلسطيني; PER بيروفي; PHL فلبيني; POL بولندي; PRT برتغالي; QAT قطري; ROU روماني; GBR بريطاني; RUS روسي
RWA رواندي; SEN سنغالي; SRB صربي; SOM صومالي; SDN سوداني; SWE سويدي; CHE سويسري; SYR سوري; TJK طاجيكي; THA تايلندي
TUN تونسي; TUR تركي; TKM تركماني; UKR أوكراني; VEN فنزويلي; VNM فييتنامي; YEM يمني
"""


@cache
def peoples(tag: str) -> tuple[tuple[str, str], ...]:
    """What is said of peoples in a language, in all its forms, each with the code of the state."""
    listed, ways = _TABLES.get(tag, ("", _same))
    rows = (row.strip().partition(" ") for line in listed.strip().splitlines() for row in line.split(";"))
    return tuple((form, code) for code, _, word in rows for form in ways(word))


def _same(word: str) -> Iterator[str]:
    yield word


_FEMININE: Final = (("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("grec", "grecque"), ("turc", "turque"))


def _french(word: str) -> Iterator[str]:
    """Masculine and feminine, one and several."""
    feminine = next((word.removesuffix(m) + f for m, f in _FEMININE if word.endswith(m)), word.removesuffix("e") + "e")
    feminine = word if word.endswith(("è", "e")) else feminine
    yield from dict.fromkeys((word, feminine, word if word.endswith("s") else f"{word}s", f"{feminine}s"))


def _spanish(word: str) -> Iterator[str]:
    plain = re.sub(r"(?:[áéó])(?=[ns]$)", lambda met: {"á": "a", "é": "e", "ó": "o"}[met[0]], word)
    if word.endswith("o"):
        yield from (word, f"{word[:-1]}a", f"{word}s", f"{word[:-1]}as")
    elif plain != word or word.endswith("l"):
        yield from (word, f"{plain}a", f"{plain}es", f"{plain}as")
    else:
        yield from (word, f"{word}{'es' if word.endswith('í') else 's'}")


def _russian(stem: str) -> Iterator[str]:
    yield f"{stem}*"


def _arabic(word: str) -> Iterator[str]:
    """With the article, of men and of women; for "to" the article loses a letter."""
    yield from (f"ال{word}", f"ال{word}ة")


_TABLES: Final = {
    "fr": (_FRENCH, _french),
    "es": (_SPANISH, _spanish),
    "ru": (_RUSSIAN, _russian),
    "ar": (_ARABIC, _arabic),
}


PEOPLED: Final = frozenset(_TABLES)
"""The languages that have such a table."""
