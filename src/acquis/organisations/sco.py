"""The Shanghai Cooperation Organisation: names, organs, instruments and summits."""

from acquis.organisations import Organ, Organisation
from acquis.organisations._tables import listed, summits

_INSTRUMENTS = """
sco:1996-04-26/confidence-building: agreement on confidence-building in the military field in the border area;
    agreement on confidence-building in the military field in the border areas
sco:1997-04-24/mutual-reduction: agreement on mutual reduction of armed forces in the border area; agreement on the
    mutual reduction of armed forces in the border areas
sco:2001-06-15/establishment: declaration on the establishment of the shanghai cooperation organisation; declaration
    on the establishment of the sco; декларац* о создании шанхайской организации сотрудничества;
    上海合作组织成立宣言
sco:2001-06-15/shanghai-convention: shanghai convention on combating terrorism, separatism and extremism; shanghai
    convention; шанхайск* конвенц* о борьбе с терроризмом, сепаратизмом и экстремизмом;
    打击恐怖主义、分裂主义和极端主义上海公约
sco:2002-06-07/charter: charter of the shanghai cooperation organisation; shanghai cooperation organisation charter;
    sco charter; charter of the sco; харти* шанхайской организации сотрудничества; харти* шос; 上海合作组织宪章;
    上海協力機構憲章
sco:2002-06-07/regional-anti-terrorist-structure: agreement on the regional anti-terrorist structure; agreement
    between the member states of the shanghai cooperation organisation on the regional anti-terrorist structure;
    соглашени* о региональной антитеррористической структуре
sco:2003-09-23/trade-and-economic-programme: programme of multilateral trade and economic cooperation; программ*
    многостороннего торгово-экономического сотрудничества
sco:2005-11-04/afghanistan-contact-group: protocol on establishment of the sco-afghanistan contact group; protocol
    on the establishment of the sco-afghanistan contact group
sco:2007-08-16/good-neighbourliness: treaty on long-term good-neighbourliness, friendship and cooperation among the
    member states of the organisation; treaty on long-term good-neighbourliness, friendship and cooperation among
    the member states of the shanghai cooperation organisation; treaty on long-term good-neighbourliness, friendship
    and cooperation between the member states of the shanghai cooperation organisation; treaty on long-term
    good-neighbourliness, friendship and cooperation among the sco member states; treaty on long-term
    good-neighbourliness, friendship and cooperation; договор* о долгосрочном добрососедстве, дружбе и
    сотрудничестве; 长期睦邻友好合作条约
sco:2009-06-16/terrorism-convention: convention of the shanghai cooperation organisation against terrorism;
    convention of the sco against terrorism; sco convention against terrorism; sco counter-terrorism convention;
    конвенц* шанхайской организации сотрудничества против терроризма; конвенц* шос против терроризма;
    上海合作组织反恐怖主义公约
sco:2010-06-11/rules-of-procedure: sco rules of procedure; rules of procedure of the shanghai cooperation
    organisation
sco:2011-06-15/counternarcotics-strategy: counternarcotics strategy of the sco member states for 2011-2016;
    counter-narcotics strategy of the sco member states for 2011-2016; антинаркотическ* стратег* государств-членов
    шос на 2011-2016 годы
sco:2015-07-10/development-strategy-2025: sco development strategy until 2025; development strategy of the shanghai
    cooperation organisation until 2025; стратег* развития шос до 2025 года
sco:2017-06-09/extremism-convention: convention of the shanghai cooperation organisation on countering extremism;
    sco convention on countering extremism; конвенц* шос по противодействию экстремизму
sco:2018-06-10/anti-drug-strategy: anti-drug strategy of the sco member states for 2018-2023
sco:2025-09-01/development-strategy-2035: sco development strategy until 2035
"""

_SUMMITS = """
2001-06-15 Shanghai: Declaration on the Establishment of the SCO; Shanghai Convention on Combating Terrorism,
    Separatism and Extremism
2002-06-07 St. Petersburg: Charter of the SCO; Agreement on the Regional Anti-Terrorist Structure; Declaration by
    the Heads of the Member States
2003-05-29 Moscow: Declaration by the Heads of the Member States
2004-06-17 Tashkent: Tashkent Declaration; Regulation on the status of observer
2005-07-05 Astana: Declaration by the Heads of the Member States; Concept of cooperation against terrorism,
    separatism and extremism
2006-06-15 Shanghai: Declaration on the Fifth Anniversary of the SCO; Joint Communiqué; Statement on International
    Information Security
2007-08-16 Bishkek: Bishkek Declaration; Treaty on Long-Term Good-Neighbourliness, Friendship and Cooperation; Joint
    Communiqué; Action Plan on international information security
2008-08-28 Dushanbe: Dushanbe Declaration; Regulation on the status of dialogue partner; Agreement on joint
    anti-terrorist exercises
2009-06-16 Yekaterinburg: Yekaterinburg Declaration; Joint Communiqué; Convention of the SCO against Terrorism;
    Regulations on political and diplomatic measures and mechanisms of response
2010-06-11 Tashkent: Declaration of the Tenth Meeting of the CHS; Regulation on admission of new members; Rules of
    Procedure
2011-06-15 Astana: Astana Declaration on the 10th Anniversary of the SCO; Counternarcotics Strategy 2011–2016 and
    programme of action
2012-06-07 Beijing: Declaration on Building a Region of Lasting Peace and Common Prosperity; Main directions of the
    medium-term development strategy
2013-09-13 Bishkek: Bishkek Declaration; Action plan 2013–2017 for the LTGN Treaty
2014-09-12 Dushanbe: Dushanbe Declaration; Procedure for granting member status; Agreement on facilitation of
    international road transport
2015-07-10 Ufa: Ufa Declaration; SCO Development Strategy until 2025
2016-06-24 Tashkent: Tashkent Declaration on the 15th Anniversary of the SCO; Action plan 2016–2020
2017-06-09 Astana: Astana Declaration; Convention on Countering Extremism; Statement on joint counteraction to
    international terrorism
2018-06-10 Qingdao: Qingdao Declaration; Anti-Drug Strategy 2018–2023; Action plan 2018–2022 for the LTGN Treaty
2019-06-14 Bishkek: Bishkek Declaration
2020-11-10 Moscow (videoconference): Moscow Declaration; Action plan 2021–2025 for the Development Strategy; six
    statements
2021-09-17 Dushanbe: Dushanbe Declaration on the 20th Anniversary of the SCO
2022-09-16 Samarkand: Samarkand Declaration; Action plan 2023–2027 for the LTGN Treaty; Roadmap on national
    currencies
2023-07-04 New Delhi (virtual): New Delhi Declaration
2024-07-04 Astana: Astana Declaration; Statement on principles of good-neighbourliness, trust and partnership
2025-09-01 Tianjin: Tianjin Declaration; SCO Development Strategy until 2035; Agreement on the Anti-Drug Centre;
    Agreement on the Universal Centre for Countering Security Challenges and Threats
"""

ENTRY = Organisation(
    code="sco",
    names=(
        *("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization", "SCO", "ШОС"),
        *("Шанхайская организация сотрудничества", "Organisation de coopération de Shanghai", "OCS"),
        *(
            "Organización de Cooperación de Shanghái",
            "上海合作组织",
            "上合组织",
            "上海協力機構",
            "منظمة شنغهاي للتعاون",
        ),
    ),
    languages=("ru", "zh"),
    authentic=("ru", "zh"),
    organs=(
        Organ(
            "CHS",
            (
                *(
                    "Council of Heads of State",
                    "Council of the Heads of State",
                    "Council of Heads of SCO Member States",
                ),
                *(
                    "Council of Heads of the Member States",
                    "Council of Heads of Member States",
                    "Совет глав государств",
                ),
                *("Совета глав государств", "元首理事会", "成员国元首理事会", "国家元首評議会", "元首評議会"),
            ),
            level=1,
            adopts="agreement without vote",
        ),
        Organ(
            "CHG",
            (
                *("Council of Heads of Government", "Council of the Heads of Government", "Council of Prime Ministers"),
                *("Совет глав правительств", "Совета глав правительств", "政府首脑理事会", "总理理事会"),
            ),
            level=2,
            adopts="agreement without vote",
        ),
        Organ(
            "CMFA",
            (
                *("Council of Ministers of Foreign Affairs", "Council of Foreign Ministers", "外交部长理事会"),
                *("Совет министров иностранных дел", "Совета министров иностранных дел"),
            ),
            level=3,
            adopts="agreement without vote",
        ),
        Organ(
            "CNC",
            ("Council of National Coordinators", "Совет национальных координаторов", "国家协调员理事会"),
            level=4,
            adopts="agreement without vote",
        ),
        Organ(
            "RATS",
            (
                *(
                    "Regional Anti-Terrorist Structure",
                    "Regional Anti-Terrorism Structure",
                    "Regional Antiterrorist Structure",
                ),
                *("SCO RATS", "Региональная антитеррористическая структура", "РАТС", "地区反恐怖机构"),
            ),
            level=4,
        ),
        Organ("SEC", ("SCO Secretariat", "Секретариат ШОС", "上海合作组织秘书处"), level=5),
        Organ("BC", ("SCO Business Council", "Деловой совет ШОС", "实业家委员会"), level=5),
        Organ(
            "IBA", ("SCO Interbank Association", "SCO Interbank Consortium", "Межбанковское объединение ШОС"), level=5
        ),
        Organ("FORUM", ("SCO Forum", "Форум ШОС"), level=5),
        Organ("AFG-CG", ("SCO-Afghanistan Contact Group", "Контактная группа ШОС-Афганистан"), level=5),
    ),
    treaties=listed(_INSTRUMENTS),
    founded="2001-06-15",
    source="https://worldjpn.net/documents/texts/SCO/",
    places=(
        ("Astana", "Nur-Sultan", "Астана", "Нур-Султан", "阿斯塔纳"),
        ("Saint Petersburg", "St. Petersburg", "Санкт-Петербург", "圣彼得堡"),
        *(("Shanghai", "Шанхай", "上海"), ("Moscow", "Москва", "莫斯科"), ("Tashkent", "Ташкент", "塔什干")),
        *(("Bishkek", "Бишкек", "比什凯克"), ("Dushanbe", "Душанбе", "杜尚别"), ("Beijing", "Пекин", "北京")),
        *(("Yekaterinburg", "Екатеринбург", "叶卡捷琳堡"), ("Ufa", "Уфа", "乌法"), ("Qingdao", "Циндао", "青岛")),
        *(
            ("Samarkand", "Самарканд", "撒马尔罕"),
            ("New Delhi", "Нью-Дели", "新德里"),
            ("Tianjin", "Тяньцзинь", "天津"),
        ),
    ),
    summits=summits(_SUMMITS),
)
