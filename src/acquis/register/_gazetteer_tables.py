"""Names that neither the CLDR nor the shelf of organisations has: peoples, other bodies, seats of diplomacy."""

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
    GBR: british
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

BODIES: Final = keyed("""
    eurasec: Eurasian Economic Community; EurAsEC; EURASEC; ЕврАзЭС; 欧亚经济共同体
    eurasec: Евразийское экономическое сообщество
    eaeu: EAEU; ЕАЭС
    eco: Economic Cooperation Organization; ECO; ОЭС; 经济合作组织
    cica: Conference on Interaction and Confidence-Building Measures in Asia; CICA; СВМДА; 亚信
    oic: Organization of Islamic Cooperation; Organisation of Islamic Cooperation; OIC; ОИС
    oic: Organization of the Islamic Conference; Organisation of the Islamic Conference
    aiib: Asian Infrastructure Investment Bank; AIIB; АБИИ
    ndb: New Development Bank
    apec: Asia-Pacific Economic Cooperation; APEC; АТЭС
    saarc: South Asian Association for Regional Cooperation; SAARC; СААРК
    bimstec: BIMSTEC
    ecowas: Economic Community of West African States; ECOWAS; ЭКОВАС; CEDEAO
    eccas: Economic Community of Central African States; ECCAS
    sadc: Southern African Development Community; SADC
    igad: Intergovernmental Authority on Development; IGAD
    comesa: Common Market for Eastern and Southern Africa; COMESA
    eac: East African Community
    caricom: Caribbean Community; CARICOM
    celac: Community of Latin American and Caribbean States; CELAC
    mercosur: MERCOSUR; Mercosur; МЕРКОСУР
    pif: Pacific Islands Forum
    oecd: Organisation for Economic Co-operation and Development; OECD; ОЭСР; OCDE
    opcw: Organisation for the Prohibition of Chemical Weapons; OPCW; ОЗХО
    ctbto: Comprehensive Nuclear-Test-Ban Treaty Organization; CTBTO
    opec: Organization of the Petroleum Exporting Countries; OPEC; ОПЕК
    iom: International Organization for Migration; IOM; МОМ
    who: World Health Organization; WHO; ВОЗ; 世界卫生组织
    who: Organisation mondiale de la Santé; Organización Mundial de la Salud
    ilo: International Labour Organization; ILO; МОТ; 国际劳工组织
    fao: Food and Agriculture Organization of the United Nations; Food and Agriculture Organization; FAO; ФАО
    unesco: United Nations Educational, Scientific and Cultural Organization; UNESCO; ЮНЕСКО; 联合国教科文组织
    unido: United Nations Industrial Development Organization; UNIDO; ЮНИДО
    unicef: United Nations Children's Fund; UNICEF; ЮНИСЕФ
    undp: United Nations Development Programme; UNDP; ПРООН
    unep: United Nations Environment Programme; UNEP; ЮНЕП
    unodc: United Nations Office on Drugs and Crime; UNODC; УНП ООН
    unfpa: United Nations Population Fund; UNFPA; ЮНФПА
    unctad: United Nations Conference on Trade and Development; UNCTAD; ЮНКТАД
    unitar: United Nations Institute for Training and Research; UNITAR
    unrwa: United Nations Relief and Works Agency for Palestine Refugees in the Near East; UNRWA; БАПОР
    wfp: World Food Programme; WFP; ВПП
    wmo: World Meteorological Organization; WMO
    wipo: World Intellectual Property Organization; WIPO; ВОИС
    itu: International Telecommunication Union; ITU; МСЭ
    imo: International Maritime Organization; IMO
    icao: International Civil Aviation Organization; ICAO; ИКАО
    upu: Universal Postal Union; UPU
    ifad: International Fund for Agricultural Development; IFAD
    ifrc: International Federation of Red Cross and Red Crescent Societies
    ebrd: European Bank for Reconstruction and Development; EBRD; ЕБРР
    idb: Islamic Development Bank
    un: 聯合國
    un/ESCAP: ESCAP; ЭСКАТО; 亚太经社会
    un/ECE: UNECE
    un/ECLAC: ECLAC; CEPAL
    un/ESCWA: ESCWA
    un/ECA: UNECA
    un/UNHCR: UNHCR; УВКБ
    un/OHCHR: OHCHR; УВКПЧ
""")
"""Organisations without a file on the shelf; after a slash an organ of one that has it."""

CITIES: Final = """
Astana; Nur-Sultan; Астана; Нур-Султан; Астане; Astaná; 阿斯塔纳; アスタナ; أستانا
Beijing; Пекин; Пекине; Pékin; Pekín; 北京; بيجين; بكين
Geneva; Женева; Женеве; Genève; Ginebra; 日内瓦; ジュネーブ; جنيف
The Hague; Hague; Гаага; Гааге; La Haye; La Haya; 海牙; ハーグ; لاهاي
New Delhi; Нью-Дели; 新德里; ニューデリー; نيودلهي
Saint Petersburg; St. Petersburg; St Petersburg; Санкт-Петербург; Санкт-Петербурге; 圣彼得堡
Shanghai; Шанхай; Шанхае; Shanghái; 上海市
Washington; Вашингтон; Вашингтоне; 华盛顿; ワシントン; واشنطن
San Francisco; Сан-Франциско; 旧金山; サンフランシスコ
Semipalatinsk; Semey; Семипалатинск; Семипалатинске; 塞米巴拉金斯克
Strasbourg; Страсбург; Estrasburgo
Bonn; Бонн
Marrakesh; Marrakech; Марракеш
Montreal; Montréal; Монреаль
Kyoto; Киото; 京都
Rio de Janeiro; Рио-де-Жанейро; 里约热内卢
Abuja; Абуджа
Ankara; Анкара; Анкаре
Ottawa; Оттава
Canberra; Канберра
Brasilia; Brasília; Бразилиа
Minsk; Минск; Минске
Alma-Ata; Алма-Ата
Kyiv; Kiev; Киев; Киеве
Hanoi; Ханой
Islamabad; Исламабад
Tianjin; Тяньцзинь
Samarkand; Самарканд; Самарканде; 撒马尔罕
Yekaterinburg; Екатеринбург; Екатеринбурге
"""
"""Seats and places of signature that no time zone is named for, each with its other names after the first."""

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
