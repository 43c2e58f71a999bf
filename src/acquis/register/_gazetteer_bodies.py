"""The bodies of the world in seven languages: those without a file on the shelf, and other names of those with one.

An organisation is kept by its code, after a slash an organ of one, a group of states by its address.
"""

from typing import Final

from acquis.languages import keyed

BODIES: Final = keyed("""
    un: 聯合國; ООН; منظمة الأمم المتحدة; ONU; Nations Unies; Объединенные Нации; 国際連合
    sco: Organisation de Shanghai pour la coopération; Organización de Cooperación de Shanghai; OCS; 上海合作機構
    sco: منظمة شانغهاي للتعاون; منظمة شنغهاي للتعاون
    eu: Union européenne; UE; Евросоюз; ЕС; 欧盟; 歐盟; EU; الاتحاد الأوروبي
    au: 非盟; アフリカ連合; アフリカ統一機構; Unión Africana
    nato: 北大西洋条約機構; منظمة حلف شمال الأطلسي; حلف شمال الأطلسي; الناتو
    nato: Organisation du Traité de l'Atlantique Nord; Organización del Tratado del Atlántico Norte
    nato: Североатлантический союз; OTAN
    iaea: Agence internationale de l'énergie atomique; Organismo Internacional de Energía Atómica
    iaea: 国際原子力機関; الوكالة الدولية للطاقة الذرية
    cis: Comunidad de Estados Independientes; CEI; 独立国家共同体; كومنولث الدول المستقلة
    asean: Association des nations de l'Asie du Sud-Est; Asociación de Naciones de Asia Sudoriental; ASEAN; АСЕАН
    asean: 東南アジア諸国連合; رابطة أمم جنوب شرق آسيا; رابطة أمم جنوب شرقي آسيا; الآسيان; آسيان
    osce: Organisation pour la sécurité et la coopération en Europe; OSCE; ОБСЕ; 欧州安全保障協力機構
    osce: Organización para la Seguridad y la Cooperación en Europa; منظمة الأمن والتعاون في أوروبا
    osce: Организация по безопасности и сотрудничеству в Европе
    oas: Organização dos Estados Americanos; ОАГ; 米州機構; منظمة الدول الأمريكية; OEA
    coe: 欧州評議会; مجلس أوروبا
    csto: 集団安全保障条約機構; منظمة معاهدة الأمن الجماعي; OTSC
    csto: Organisation du Traité de sécurité collective; Organización del Tratado de Seguridad Colectiva
    eurasec: Eurasian Economic Community; EurAsEC; EURASEC; ЕврАзЭС; 欧亚经济共同体
    eurasec: Евразийское экономическое сообщество
    eaeu: EAEU; ЕАЭС; UEE; UEEA; الاتحاد الاقتصادي الأوراسي
    eco: Economic Cooperation Organization; ECO; ОЭС; 经济合作组织; Организация экономического сотрудничества
    cica: Conference on Interaction and Confidence-Building Measures in Asia; CICA; СВМДА; 亚信
    cica: アジア相互協力信頼醸成措置会議
    cica: Совещание по взаимодействию и мерам доверия в Азии
    oic: Organization of Islamic Cooperation; Organisation of Islamic Cooperation; OIC; ОИС; OCI
    oic: Organization of the Islamic Conference; Organisation of the Islamic Conference; 伊斯兰合作组织
    oic: Organisation de la coopération islamique; Organización de Cooperación Islámica; イスラム協力機構
    oic: Организация исламского сотрудничества; منظمة التعاون الإسلامي; منظمة المؤتمر الإسلامي
    las: Liga Árabe; Ligue arabe; ЛАГ; 阿盟; الجامعة العربية; Лига арабских государств
    gcc: GCC; مجلس التعاون الخليجي; مجلس التعاون لدول الخليج العربية; ССАГПЗ; 海湾合作委员会; 海合会; 湾岸協力会議
    gcc: Conseil de coopération du Golfe; Consejo de Cooperación del Golfo
    gcc: Совет сотрудничества арабских государств Залива
    aiib: Asian Infrastructure Investment Bank; AIIB; АБИИ; 亚投行; 亚洲基础设施投资银行; アジアインフラ投資銀行
    ndb: New Development Bank
    adb: Asian Development Bank; ADB; АБР; 亚洲开发银行; アジア開発銀行; بنك التنمية الآسيوي
    adb: Banque asiatique de développement; Banco Asiático de Desarrollo; Азиатский банк развития
    afdb: African Development Bank; Banque africaine de développement; Banco Africano de Desarrollo; 非洲开发银行
    afdb: Африканский банк развития; アフリカ開発銀行; مصرف التنمية الأفريقي; البنك الأفريقي للتنمية
    apec: Asia-Pacific Economic Cooperation; APEC; АТЭС; 亚太经合组织; アジア太平洋経済協力; أبيك
    saarc: South Asian Association for Regional Cooperation; SAARC; СААРК; 南亚区域合作联盟; 南アジア地域協力連合
    bimstec: BIMSTEC
    ecowas: Economic Community of West African States; ECOWAS; ЭКОВАС; CEDEAO; 西非国家经济共同体; 西非经共体
    ecowas: Communauté économique des États de l'Afrique de l'Ouest; 西アフリカ諸国経済共同体
    ecowas: Comunidad Económica de los Estados de África Occidental; الجماعة الاقتصادية لدول غرب أفريقيا
    ecowas: Экономическое сообщество западноафриканских государств
    eccas: Economic Community of Central African States; ECCAS; CEEAC
    eccas: Communauté économique des États de l'Afrique centrale
    sadc: Southern African Development Community; SADC; САДК; 南部非洲发展共同体; 南部アフリカ開発共同体
    sadc: Communauté de développement de l'Afrique australe; Comunidad de África Meridional para el Desarrollo
    igad: Intergovernmental Authority on Development; IGAD; ИГАД; الهيئة الحكومية الدولية المعنية بالتنمية; إيغاد
    igad: Autorité intergouvernementale pour le développement
    comesa: Common Market for Eastern and Southern Africa; COMESA; КОМЕСА
    eac: East African Community; Communauté d'Afrique de l'Est
    caricom: Caribbean Community; CARICOM; КАРИКОМ; Comunidad del Caribe; Communauté des Caraïbes; 加勒比共同体
    celac: Community of Latin American and Caribbean States; CELAC; СЕЛАК; 拉共体
    celac: Comunidad de Estados Latinoamericanos y Caribeños
    celac: Communauté des États d'Amérique latine et des Caraïbes; 拉美和加勒比国家共同体
    mercosur: MERCOSUR; Mercosur; МЕРКОСУР; 南方共同市场; メルコスール; Mercado Común del Sur; Marché commun du Sud
    can: Andean Community; Comunidad Andina; Communauté andine
    pif: Pacific Islands Forum; Forum des îles du Pacifique; Foro de las Islas del Pacífico; 太平洋岛国论坛
    pif: Форум тихоокеанских островов; 太平洋諸島フォーラム
    commonwealth: Commonwealth of Nations; 英联邦; 英連邦
    oif: Organisation internationale de la Francophonie; OIF; Organización Internacional de la Francofonía
    oif: International Organization of La Francophonie; Международная организация Франкофонии
    oecd: Organisation for Economic Co-operation and Development; OECD; ОЭСР; OCDE; 经合组织; 经济合作与发展组织
    oecd: Organization for Economic Cooperation and Development; 経済協力開発機構
    oecd: Organisation de coopération et de développement économiques; منظمة التعاون الاقتصادي والتنمية
    oecd: Organización de Cooperación y Desarrollo Económicos
    oecd: Организация экономического сотрудничества и развития
    opcw: Organisation for the Prohibition of Chemical Weapons; OPCW; ОЗХО; OIAC; OPAQ; 禁止化学武器组织; 禁化武组织
    opcw: Organization for the Prohibition of Chemical Weapons; 化学兵器禁止機関; منظمة حظر الأسلحة الكيميائية
    opcw: Organisation pour l'interdiction des armes chimiques; Organización para la Prohibición de las Armas Químicas
    opcw: Организация по запрещению химического оружия
    ctbto: Comprehensive Nuclear-Test-Ban Treaty Organization; CTBTO; ОДВЗЯИ; OTICE; OTPCE
    opec: Organization of the Petroleum Exporting Countries; OPEC; ОПЕК; OPEP; 欧佩克; 石油输出国组织; 石油輸出国機構
    opec: Organisation des pays exportateurs de pétrole; Organización de Países Exportadores de Petróleo; أوبك
    opec: Организация стран-экспортеров нефти; منظمة البلدان المصدرة للنفط
    iom: International Organization for Migration; IOM; МОМ; OIM; 国际移民组织; 国際移住機関; المنظمة الدولية للهجرة
    iom: Organisation internationale pour les migrations; Organización Internacional para las Migraciones
    iom: Международная организация по миграции
    who: World Health Organization; WHO; ВОЗ; 世界卫生组织; 世卫组织; 世界保健機関; OMS; منظمة الصحة العالمية
    who: Organisation mondiale de la Santé; Organización Mundial de la Salud; World Health Organisation
    who: Всемирная организация здравоохранения
    wto: WTO; ВТО; OMC; 世贸组织
    ilo: International Labour Organization; ILO; МОТ; 国际劳工组织; 国際労働機関; OIT; منظمة العمل الدولية
    ilo: Organisation internationale du Travail; Organización Internacional del Trabajo; Международная организация труда
    fao: Food and Agriculture Organization of the United Nations; Food and Agriculture Organization; FAO; ФАО; 粮农组织
    fao: Organisation des Nations Unies pour l'alimentation et l'agriculture; 联合国粮食及农业组织; 国連食糧農業機関
    fao: Organización de las Naciones Unidas para la Alimentación y la Agricultura; منظمة الأغذية والزراعة
    fao: منظمة الأغذية والزراعة للأمم المتحدة
    fao: Продовольственная и сельскохозяйственная организация Объединенных Наций
    unesco: United Nations Educational, Scientific and Cultural Organization; UNESCO; ЮНЕСКО; 联合国教科文组织; ユネスコ
    unesco: 教科文组织; اليونسكو; يونسكو; 国連教育科学文化機関; Unesco; منظمة الأمم المتحدة للتربية والعلم والثقافة
    unesco: Organisation des Nations Unies pour l'éducation, la science et la culture
    unesco: Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura
    unesco: Организация Объединенных Наций по вопросам образования, науки и культуры
    unido: United Nations Industrial Development Organization; UNIDO; ЮНИДО; ONUDI; 工发组织; اليونيدو
    unicef: United Nations Children's Fund; UNICEF; ЮНИСЕФ; 儿基会; 联合国儿童基金会; ユニセフ; 国連児童基金; اليونيسف
    unicef: Fonds des Nations Unies pour l'enfance; Fondo de las Naciones Unidas para la Infancia
    unicef: Детский фонд Организации Объединенных Наций; منظمة الأمم المتحدة للطفولة; Unicef
    undp: United Nations Development Programme; UNDP; ПРООН; PNUD; 开发署; 联合国开发计划署; 国連開発計画
    undp: Programme des Nations Unies pour le développement; Programa de las Naciones Unidas para el Desarrollo
    undp: برنامج الأمم المتحدة الإنمائي; Программа развития Организации Объединенных Наций
    unep: United Nations Environment Programme; UNEP; ЮНЕП; PNUE; PNUMA; 联合国环境规划署; 环境署; 国連環境計画
    unep: Programme des Nations Unies pour l'environnement; Programa de las Naciones Unidas para el Medio Ambiente
    unep: برنامج الأمم المتحدة للبيئة
    unodc: United Nations Office on Drugs and Crime; UNODC; УНП ООН; ONUDC; 联合国毒品和犯罪问题办公室
    unodc: 国連薬物犯罪事務所
    unodc: Office des Nations Unies contre la drogue et le crime; مكتب الأمم المتحدة المعني بالمخدرات والجريمة
    unodc: Oficina de las Naciones Unidas contra la Droga y el Delito
    unfpa: United Nations Population Fund; UNFPA; ЮНФПА; FNUAP; 人口基金
    unctad: United Nations Conference on Trade and Development; UNCTAD; ЮНКТАД; CNUCED; 贸发会议; الأونكتاد
    unitar: United Nations Institute for Training and Research; UNITAR
    unrwa: United Nations Relief and Works Agency for Palestine Refugees in the Near East; UNRWA; БАПОР; الأونروا
    unrwa: 近东救济工程处; 国連パレスチナ難民救済事業機関; OOPS
    wfp: World Food Programme; WFP; ВПП; 世界粮食计划署; 世界食糧計画; برنامج الأغذية العالمي
    wfp: Programme alimentaire mondial; Programa Mundial de Alimentos; Всемирная продовольственная программа
    wmo: World Meteorological Organization; WMO; ВМО; 世界气象组织; 世界気象機関; المنظمة العالمية للأرصاد الجوية
    wmo: Organisation météorologique mondiale; Organización Meteorológica Mundial
    wmo: Всемирная метеорологическая организация
    wipo: World Intellectual Property Organization; WIPO; ВОИС; OMPI; 世界知识产权组织; 世界知的所有権機関
    wipo: Organisation mondiale de la propriété intellectuelle; Organización Mundial de la Propiedad Intelectual
    itu: International Telecommunication Union; ITU; МСЭ; 国际电信联盟; 国際電気通信連合; الاتحاد الدولي للاتصالات
    itu: Union internationale des télécommunications; Unión Internacional de Telecomunicaciones
    imo: International Maritime Organization; IMO; ИМО; 国际海事组织; 国際海事機関; المنظمة البحرية الدولية
    imo: Organisation maritime internationale; Organización Marítima Internacional; Международная морская организация
    icao: International Civil Aviation Organization; ICAO; ИКАО; OACI; 国际民航组织; 国際民間航空機関
    icao: Organisation de l'aviation civile internationale; Organización de Aviación Civil Internacional
    icao: Международная организация гражданской авиации; منظمة الطيران المدني الدولي
    upu: Universal Postal Union; UPU; ВПС
    ifad: International Fund for Agricultural Development; IFAD; ИФАД; FIDA; 农发基金
    ifrc: International Federation of Red Cross and Red Crescent Societies
    ebrd: European Bank for Reconstruction and Development; EBRD; ЕБРР; BERD
    idb: Islamic Development Bank
    imf: IMF; МВФ; FMI
    wb: Groupe de la Banque mondiale; World Bank Group; Grupo Banco Mundial
    interpol: INTERPOL; Interpol; 国际刑警组织; 国際刑事警察機構; الإنتربول; Интерпол
    icrc: ICRC; CICR; МККК; 红十字会国际委员会; اللجنة الدولية للصليب الأحمر; Comité Internacional de la Cruz Roja
    icj: ICJ; CIJ; МС ООН; محكمة العدل الدولية; Международный Суд
    icc: ICC; CPI; МУС; CPI; المحكمة الجنائية الدولية; Международный уголовный суд
    nordic-council-of-ministers: Nordic Council of Ministers; Conseil nordique des ministres
    nordic-council: Nordic Council; Conseil nordique; Северный совет
    visegrad: Visegrad Group; Вишеградская группа
    g77: G77; Группа 77; Groupe des 77; Grupo de los 77; 77国集团; مجموعة ال 77
    g7: مجموعة السبع; Grupo de los Siete
    g20: G20; Г20; Grupo de los Veinte; مجموعة العشرين; 20か国・地域首脳会合
    un/GA: Assemblée générale des Nations Unies; Asamblea General de las Naciones Unidas; Генеральная Ассамблея ООН
    un/GA: 国連総会; 联合国大会; 联大; الجمعية العامة للأمم المتحدة
    un/SC: Совет Безопасности ООН; 联合国安理会; 国連安保理; 国連安全保障理事会; مجلس الأمن الدولي
    un/SC: Conseil de sécurité des Nations Unies; Consejo de Seguridad de las Naciones Unidas
    un/ESCAP: ESCAP; ЭСКАТО; 亚太经社会; CESPAP; CESAP
    un/ECE: UNECE; ЕЭК ООН
    un/ECLAC: ECLAC; CEPAL; ЭКЛАК; 拉加经委会
    un/ESCWA: ESCWA; ЭСКЗА; الإسكوا
    un/ECA: UNECA
    un/UNHCR: UNHCR; УВКБ; HCR; ACNUR; 难民署; 国連難民高等弁務官事務所
    un/UNHCR: УВКБ ООН; مفوضية الأمم المتحدة لشؤون اللاجئين; 联合国难民署
    un/OHCHR: OHCHR; УВКПЧ; ACNUDH; HCDH; 人权高专办
    eu/COM: Commission européenne; Comisión Europea; Европейская комиссия; 欧盟委员会; 欧州委員会; المفوضية الأوروبية
    eu/EP: Parlement européen; Parlamento Europeo; Европейский парламент; 欧洲议会; 欧州議会; البرلمان الأوروبي
    eu/EUCO: Conseil européen; Consejo Europeo; Европейский совет; 欧洲理事会; 欧州理事会
""")
"""Names in any case of letters that they are printed in."""

GROUPS: Final = keyed("""
    un/permanent-five: P5; P-5; permanent five; five permanent members of the Security Council
    eu/members: EU Member States; EU member States; EU Member State; Member States of the European Union
    baltic-states: Baltic States; Baltic states; États baltes; Estados bálticos; страны Балтии; государства Балтии
    baltic-states: 波罗的海国家; バルト三国; دول البلطيق; Прибалтика
    nordic-states: Nordic countries; Nordic States; pays nordiques; países nórdicos; северные страны; 北欧国家; 北欧諸国
    gulf-states: Gulf States; États du Golfe; دول الخليج; 海湾国家; 湾岸諸国; Estados del Golfo
""")
"""Groups of states that have a name of their own, by what follows "group:" in their address."""
