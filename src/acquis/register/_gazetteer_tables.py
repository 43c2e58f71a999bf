"""Names that neither the CLDR nor the shelf of organisations has: peoples, initials, names of several, regions."""

from typing import Final

from acquis.languages import keyed

DEMONYMS: Final = keyed("""
    AFG: afghan
    ALB: albanian
    DZA: algerian
    AGO: angolan
    ARG: argentine; argentinian
    ARM: armenian
    AUS: australian
    AUT: austrian
    AZE: azerbaijani
    BHR: bahraini
    BGD: bangladeshi
    BLR: belarusian
    BEL: belgian
    BEN: beninese
    BTN: bhutanese
    BOL: bolivian
    BIH: bosnian
    BWA: botswanan
    BRA: brazilian
    BGR: bulgarian
    BFA: burkinabe
    BDI: burundian
    KHM: cambodian
    CMR: cameroonian
    CAN: canadian
    CAF: central african
    TCD: chadian
    CHL: chilean
    CHN: chinese
    COL: colombian
    COG: congolese
    CRI: costa rican
    HRV: croatian
    CUB: cuban
    CYP: cypriot
    CZE: czech
    DNK: danish
    DJI: djiboutian
    ECU: ecuadorian
    EGY: egyptian
    SLV: salvadoran
    ERI: eritrean
    EST: estonian
    ETH: ethiopian
    FJI: fijian
    FIN: finnish
    FRA: french
    GAB: gabonese
    GMB: gambian
    GEO: georgian
    DEU: german
    GHA: ghanaian
    GRC: greek
    GTM: guatemalan
    GIN: guinean
    GUY: guyanese
    HTI: haitian
    HND: honduran
    HUN: hungarian
    ISL: icelandic
    IND: indian
    IDN: indonesian
    IRN: iranian
    IRQ: iraqi
    IRL: irish
    ISR: israeli
    ITA: italian
    CIV: ivorian
    JAM: jamaican
    JPN: japanese
    JOR: jordanian
    KAZ: kazakh; kazakhstani
    KEN: kenyan
    KOR: south korean
    PRK: north korean
    KWT: kuwaiti
    KGZ: kyrgyz
    LAO: lao
    LVA: latvian
    LBN: lebanese
    LBR: liberian
    LBY: libyan
    LTU: lithuanian
    MDG: malagasy
    MWI: malawian
    MYS: malaysian
    MDV: maldivian
    MLI: malian
    MLT: maltese
    MRT: mauritanian
    MEX: mexican
    MDA: moldovan
    MNG: mongolian
    MNE: montenegrin
    MAR: moroccan
    MOZ: mozambican
    MMR: burmese
    NAM: namibian
    NPL: nepali; nepalese
    NLD: dutch
    NZL: new zealand
    NIC: nicaraguan
    NGA: nigerian
    MKD: macedonian
    NOR: norwegian
    OMN: omani
    PAK: pakistani
    PSE: palestinian
    PAN: panamanian
    PRY: paraguayan
    PER: peruvian
    PHL: philippine; filipino
    POL: polish
    PRT: portuguese
    QAT: qatari
    ROU: romanian
    RUS: russian
    RWA: rwandan
    SAU: saudi
    SEN: senegalese
    SRB: serbian
    SLE: sierra leonean
    SVK: slovak
    SVN: slovenian
    SOM: somali
    ZAF: south african
    SSD: south sudanese
    ESP: spanish
    LKA: sri lankan
    SDN: sudanese
    SWE: swedish
    CHE: swiss
    SYR: syrian
    TJK: tajik
    TZA: tanzanian
    THA: thai
    TLS: timorese
    TGO: togolese
    TUN: tunisian
    TUR: turkish
    TKM: turkmen
    UGA: ugandan
    UKR: ukrainian
    ARE: emirati
    GBR: british; scottish; welsh
    USA: american
    URY: uruguayan
    UZB: uzbek
    VEN: venezuelan
    VNM: vietnamese
    YEM: yemeni
    ZMB: zambian
    ZWE: zimbabwean
    SUN: soviet
    YUG: yugoslav
    CSK: czechoslovak
""")
"""What English calls a people or what is theirs, with the code of the state."""

FORMER: Final = keyed("""
    SUN: Union des Républiques socialistes soviétiques; Unión de Repúblicas Socialistas Soviéticas; URSS
    SUN: союз* советских социалистических республик; 苏维埃社会主义共和国联盟; 蘇維埃社會主義共和國聯邦
    SUN: اتحاد الجمهوريات الاشتراكية السوفياتية; ソビエト社会主義共和国連邦
    YUG: République fédérale de Yougoslavie; República Federativa de Yugoslavia; 南斯拉夫联盟共和国
    CSK: Tchécoslovaquie; Checoslovaquia; 捷克斯洛伐克; チェコスロバキア
    DDR: République démocratique allemande; República Democrática Alemana; 德意志民主共和国
    SCG: Serbie-et-Monténégro; Serbia y Montenegro; сербия и черногория; 塞尔维亚和黑山
""")
"""Whole names of former states in other languages than English."""

MORE: Final = keyed("""
    GBR: Irlande du Nord; Irlanda del Norte; Северная Ирландия; 北爱尔兰; 北愛爾蘭; 北アイルランド; أيرلندا الشمالية
    ASM: アメリカ領サモア; 米領サモア
    GUF: フランス領ギアナ
    PYF: フランス領ポリネシア
    SGS: South Georgia and the South Sandwich Islands; South Georgia and South Sandwich Islands
    GNB: غينيا - بيساو
    KOR: Korea (Republic of)
    PRK: Korea (Democratic People's Republic of)
    COD: Congo (Democratic Republic of the)
    NLD: Нидерланды (Королевство); Netherlands (Kingdom of the)
    BOL: Bolivia (Plurinational State of)
    IRN: Iran (Islamic Republic of)
    VEN: Venezuela (Bolivarian Republic of)
    FSM: Micronesia (Federated States of)
    MDA: Moldova (Republic of)
    TZA: Tanzania (United Republic of)
""")
"""Other names of states and territories than those of the CLDR, and the forms with brackets of English lists."""

INITIALS: Final = keyed("""
    GBR: UK; U.K.; RU
    USA: USA; U.S.A.; EE.UU.; EEUU; США
    ARE: UAE; U.A.E.; EAU; ОАЭ
    COD: DRC; D.R.C.; ДРК
    PRK: DPRK; RPDC; КНДР
    KOR: ROK; R.O.K.
    CHN: PRC; КНР
    DEU: FRG; RFA; ФРГ
    DDR: GDR; RDA; ГДР
    LAO: Lao PDR; ЛНДР
    CAF: CAR; RCA; ЦАР
    ZAF: ЮАР
    MKD: FYROM
    PNG: PNG; ПНГ
    SUN: USSR; URSS; СССР
    CSK: ЧССР
    BIH: BiH; БиГ
""")
"""Initials of states, spelled as they are printed."""

SEVERAL: Final = {
    "state:COD state:COG": ("Congo", "Конго", "刚果", "コンゴ", "الكونغو"),
    "state:KOR state:PRK": ("Korea", "Corée", "Corea", "Корея", "كوريا"),
    "state:ZAF region:southern-africa": ("Южная Африка",),
    "state:OMN place:amman": ("عمان",),
}
"""Names of several, by whom they may mean; only the words around them tell whom."""

REGIONS: Final = keyed("""
    northern-africa: north africa; maghreb
    southern-africa: southern africa
    western-africa: west africa
    eastern-africa: east africa
    middle-africa: central africa
    eastern-asia: east asia; north-east asia; northeast asia
    southeast-asia: south-east asia
    western-asia: west asia
    southern-asia: south asia
    caribbean: caribbean
    pacific: pacific
    great-lakes: great lakes region
    gulf: ペルシア湾
    asia-pacific: asia pacific; asia-pacific
    eurasia: eurasian space
    mediterranean: mediterranean
    central-asia: средн* ази*; центральн* ази*; центральноазиатск* регион*
    baltic: baltic sea; baltic
    black-sea: black sea
""")
"""Other names of parts of the world, beside those of the CLDR and of the language files."""

REGIONAL: Final = keyed("""
    central-asia: central asian
    africa: african
    asia: asian
    europe: european
    arab: arab
    latin-america: latin american
    pacific-islands: pacific island
    southeast-asia: southeast asian; south-east asian
    southern-asia: south asian
    baltic: baltic
    nordic: nordic
    caribbean: caribbean
""")
"""What English calls what is of a part of the world: the states of one are a group."""
