"""What the most cited treaties are called in languages other than English."""

from typing import Final

from acquis.organisations._tables import listed

_NAMES = """
un:1945-06-26/charter: charte des nations unies; carta de las naciones unidas; устав* организации объединенных
    наций; устав* оон; ميثاق الأمم المتحدة; 联合国宪章; 国連憲章; 国際連合憲章
un:A/RES/217A(III): déclaration universelle des droits de l'homme; declaración universal de derechos humanos;
    всеобщ* декларац* прав человека; الإعلان العالمي لحقوق الإنسان; 世界人权宣言; 世界人権宣言
un:A/RES/70/1: programme de développement durable à l'horizon 2030; agenda 2030 para el desarrollo sostenible;
    повестк* дня в области устойчивого развития на период до 2030 года; خطة التنمية المستدامة لعام 2030;
    2030年可持续发展议程; 持続可能な開発のための2030アジェンダ
un:A/RES/60/288: stratégie antiterroriste mondiale de l'organisation des nations unies; estrategia global de las
    naciones unidas contra el terrorismo; глобальн* контртеррористическ* стратег* организации объединенных наций;
    глобальн* контртеррористическ* стратег* оон; 联合国全球反恐战略
treaty:1948-12-09/genocide: convention pour la prévention et la répression du crime de génocide; convención para la
    prevención y la sanción del delito de genocidio; конвенц* о предупреждении преступления геноцида и наказании за
    него; 防止及惩治灭绝种族罪公约; اتفاقية منع جريمة الإبادة الجماعية والمعاقبة عليها
treaty:1951-07-28/refugees: convention relative au statut des réfugiés; convención sobre el estatuto de los
    refugiados; конвенц* о статусе беженцев; 关于难民地位的公约; الاتفاقية الخاصة بوضع اللاجئين
treaty:1965-12-21/racial-discrimination: convention internationale sur l'élimination de toutes les formes de
    discrimination raciale; convención internacional sobre la eliminación de todas las formas de discriminación
    racial; международн* конвенц* о ликвидации всех форм расовой дискриминации; 消除一切形式种族歧视国际公约
treaty:1966-12-16/civil-and-political-rights: pacte international relatif aux droits civils et politiques; pacto
    internacional de derechos civiles y políticos; международн* пакт* о гражданских и политических правах; العهد
    الدولي الخاص بالحقوق المدنية والسياسية; 公民权利和政治权利国际公约
treaty:1966-12-16/economic-social-and-cultural-rights: pacte international relatif aux droits économiques, sociaux
    et culturels; pacto internacional de derechos económicos, sociales y culturales; международн* пакт* об
    экономических, социальных и культурных правах; العهد الدولي الخاص بالحقوق الاقتصادية والاجتماعية والثقافية;
    经济、社会及文化权利国际公约
treaty:1979-12-18/discrimination-against-women: convention sur l'élimination de toutes les formes de discrimination
    à l'égard des femmes; convención sobre la eliminación de todas las formas de discriminación contra la mujer;
    конвенц* о ликвидации всех форм дискриминации в отношении женщин; اتفاقية القضاء على جميع أشكال التمييز ضد
    المرأة; 消除对妇女一切形式歧视公约
treaty:1984-12-10/torture: convention contre la torture et autres peines ou traitements cruels, inhumains ou
    dégradants; convención contra la tortura y otros tratos o penas crueles, inhumanos o degradantes; конвенц*
    против пыток; 禁止酷刑公约
treaty:1989-11-20/rights-of-the-child: convention relative aux droits de l'enfant; convención sobre los derechos del
    niño; конвенц* о правах ребенка; اتفاقية حقوق الطفل; 儿童权利公约
treaty:2006-12-13/persons-with-disabilities: convention relative aux droits des personnes handicapées; convención
    sobre los derechos de las personas con discapacidad; конвенц* о правах инвалидов; اتفاقية حقوق الأشخاص ذوي
    الإعاقة; 残疾人权利公约
treaty:1949-08-12/geneva-conventions: conventions de genève; convenios de ginebra; женевск* конвенц*; اتفاقيات جنيف;
    日内瓦四公约
treaty:1961-04-18/diplomatic-relations: convention de vienne sur les relations diplomatiques; convención de viena
    sobre relaciones diplomáticas; венск* конвенц* о дипломатических сношениях; 维也纳外交关系公约
treaty:1969-05-23/law-of-treaties: convention de vienne sur le droit des traités; convención de viena sobre el
    derecho de los tratados; венск* конвенц* о праве международных договоров; 维也纳条约法公约
treaty:1982-12-10/law-of-the-sea: convention des nations unies sur le droit de la mer; convención de las naciones
    unidas sobre el derecho del mar; конвенц* организации объединенных наций по морскому праву; конвенц* оон по
    морскому праву; اتفاقية الأمم المتحدة لقانون البحار; 联合国海洋法公约; 国連海洋法条約
treaty:1992-05-09/climate-change: convention-cadre des nations unies sur les changements climatiques; convención
    marco de las naciones unidas sobre el cambio climático; рамочн* конвенц* организации объединенных наций об
    изменении климата; рамочн* конвенц* оон об изменении климата; اتفاقية الأمم المتحدة الإطارية بشأن تغير المناخ;
    联合国气候变化框架公约; 気候変動に関する国際連合枠組条約
treaty:2015-12-12/paris-agreement: accord de paris; acuerdo de parís; парижск* соглашени*; اتفاق باريس; 巴黎协定;
    パリ協定
treaty:1997-12-11/kyoto-protocol: protocole de kyoto; protocolo de kyoto; киотск* протокол*; بروتوكول كيوتو;
    京都议定书; 京都議定書
treaty:1992-06-05/biological-diversity: convention sur la diversité biologique; convenio sobre la diversidad
    biológica; конвенц* о биологическом разнообразии; اتفاقية التنوع البيولوجي; 生物多样性公约; 生物多様性条約
treaty:1998-07-17/rome-statute: statut de rome; estatuto de roma; римск* статут*; نظام روما الأساسي; 罗马规约;
    ローマ規程
treaty:2000-11-15/organized-crime: convention des nations unies contre la criminalité transnationale organisée;
    convención de las naciones unidas contra la delincuencia organizada transnacional; конвенц* организации
    объединенных наций против транснациональной организованной преступности; 联合国打击跨国有组织犯罪公约
treaty:2003-10-31/corruption: convention des nations unies contre la corruption; convención de las naciones unidas
    contra la corrupción; конвенц* организации объединенных наций против коррупции; конвенц* оон против коррупции;
    اتفاقية الأمم المتحدة لمكافحة الفساد; 联合国反腐败公约
treaty:1967-01-27/outer-space: traité sur l'espace extra-atmosphérique; договор* по космосу; 外层空间条约; 宇宙条約
treaty:1968-07-01/non-proliferation: traité sur la non-prolifération des armes nucléaires; tratado sobre la no
    proliferación de las armas nucleares; договор* о нераспространении ядерного оружия; дняо; معاهدة عدم انتشار
    الأسلحة النووية; 不扩散核武器条约; 核不扩散条约; 核兵器不拡散条約; 核拡散防止条約
treaty:1996-09-10/test-ban: traité d'interdiction complète des essais nucléaires; tratado de prohibición completa de
    los ensayos nucleares; договор* о всеобъемлющем запрещении ядерных испытаний; двзяи; معاهدة الحظر الشامل للتجارب
    النووية; 全面禁止核试验条约; 包括的核実験禁止条約
treaty:1972-04-10/biological-weapons: convention sur les armes biologiques; convención sobre las armas biológicas;
    конвенц* о запрещении разработки, производства и накопления запасов бактериологического (биологического) и
    токсинного оружия и об их уничтожении; кбто; 禁止生物武器公约; 生物兵器禁止条約
treaty:1993-01-13/chemical-weapons: convention sur les armes chimiques; convención sobre las armas químicas;
    конвенц* о запрещении разработки, производства, накопления и применения химического оружия и о его уничтожении;
    кзхо; 禁止化学武器公约; 化学兵器禁止条約
treaty:2006-09-08/central-asia-zone: traité sur une zone exempte d'armes nucléaires en asie centrale; договор* о
    зоне, свободной от ядерного оружия, в центральной азии; договор* о создании зоны, свободной от ядерного оружия,
    в центральной азии; 中亚无核武器区条约; 中央アジア非核兵器地帯条約
"""

_SHORT_NAMES = """
un:1945-06-26/charter: 联合国宪章; 聯合國憲章; لميثاق الأمم المتحدة
un:A/RES/217A(III): всеобщ* деклараци* прав человека
treaty:1948-12-09/genocide: convention sur le génocide; convención sobre el genocidio; конвенц* о геноциде;
    灭绝种族罪公约; ジェノサイド条約; 集団殺害罪の防止及び処罰に関する条約; اتفاقية الإبادة الجماعية
treaty:1949-08-12/geneva-conventions: convention de genève; convenio de ginebra; 日内瓦公约; ジュネーブ諸条約;
    ジュネーヴ諸条約;
    ジュネーブ条約; اتفاقية جنيف
treaty:1951-07-28/refugees: convention de 1951 relative au statut des réfugiés; convención de 1951 sobre el estatuto de
    los refugiados; конвенц* 1951 года о статусе беженцев; 难民地位公约; 難民の地位に関する条約; 難民条約
treaty:1961-04-18/diplomatic-relations: vienna convention on diplomatic relations; 外交関係に関するウィーン条約;
    اتفاقية فيينا للعلاقات الدبلوماسية
treaty:1963-04-24/consular-relations: convention de vienne sur les relations consulaires; convención de viena sobre
    relaciones consulares; венск* конвенц* о консульских сношениях; 维也纳领事关系公约;
    領事関係に関するウィーン条約; اتفاقية فيينا للعلاقات القنصلية
treaty:1969-05-23/law-of-treaties: 条約法に関するウィーン条約; اتفاقية فيينا لقانون المعاهدات
treaty:1961-03-30/narcotic-drugs: convention unique sur les stupéfiants; convención única sobre estupefacientes;
    един* конвенц* о наркотических средствах; 麻醉品单一公约; 麻薬に関する単一条約; الاتفاقية الوحيدة للمخدرات
treaty:1965-12-21/racial-discrimination: 人種差別撤廃条約; الاتفاقية الدولية للقضاء على جميع أشكال التمييز العنصري
treaty:1966-12-16/civil-and-political-rights: 市民的及び政治的権利に関する国際規約; 自由権規約
treaty:1966-12-16/economic-social-and-cultural-rights: 経済的、社会的及び文化的権利に関する国際規約; 社会権規約
treaty:1967-01-27/outer-space: traité de l'espace; tratado sobre el espacio ultraterrestre; معاهدة الفضاء الخارجي;
    договор* о принципах деятельности государств по исследованию и использованию космического пространства
treaty:1967-02-14/tlatelolco: traité de tlatelolco; tratado de tlatelolco; договор* тлателолко; 特拉特洛尔科条约;
    トラテロルコ条約; معاهدة تلاتيلولكو
treaty:1968-07-01/non-proliferation: traité de non-prolifération; tratado de no proliferación; 不扩散条约;
    договор* о нераспространении; معاهدة عدم الانتشار; معاهدة منع انتشار الأسلحة النووية
treaty:1972-04-10/biological-weapons: convention sur l'interdiction des armes biologiques;
    конвенц* о биологическом оружии;
    конвенц* о запрещении биологического оружия; اتفاقية الأسلحة البيولوجية; 生物武器公约
treaty:1979-12-18/discrimination-against-women: cedaw; 女子差別撤廃条約; 女性差別撤廃条約
treaty:1982-12-10/law-of-the-sea: convention de montego bay; convemar; конвенц* по морскому праву; 海洋法公约
treaty:1984-12-10/torture: convention contre la torture; convención contra la tortura; 拷問等禁止条約; 拷問禁止条約;
    اتفاقية مناهضة التعذيب; конвенц* оон против пыток
treaty:1985-08-06/rarotonga: traité de rarotonga; tratado de rarotonga; договор* раротонга; 拉罗汤加条约;
    ラロトンガ条約;
    معاهدة راروتونغا
treaty:1989-11-20/rights-of-the-child: 児童の権利に関する条約; 児童の権利条約; 子どもの権利条約
treaty:1992-05-09/climate-change: ccnucc; cmnucc; ркик оон; ркик; 気候変動枠組条約; 国連気候変動枠組条約;
    气候变化框架公约
treaty:1993-01-13/chemical-weapons: convention sur l'interdiction des armes chimiques; конвенц* о химическом оружии;
    конвенц* о запрещении химического оружия; اتفاقية الأسلحة الكيميائية; 化学武器公约
treaty:1995-12-15/bangkok: traité de bangkok; tratado de bangkok; бангкокск* договор*; 曼谷条约; バンコク条約;
    معاهدة بانكوك
treaty:1996-04-11/pelindaba: traité de pelindaba; tratado de pelindaba; договор* пелиндаба; 佩林达巴条约;
    ペリンダバ条約;
    معاهدة بليندابا
treaty:1996-09-10/test-ban: ctbt; tice; двзяи; 全面禁核试条约; معاهدة حظر التجارب النووية
treaty:2000-11-15/organized-crime: convention de palerme; convención de palermo; палермск* конвенц*;
    конвенц* оон против транснациональной организованной преступности; 国際的な組織犯罪の防止に関する国際連合条約;
    国連国際組織犯罪防止条約; اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية
treaty:2003-10-31/corruption: convention de mérida; 国連腐敗防止条約; 腐敗の防止に関する国際連合条約
treaty:2006-09-08/central-asia-zone: traité de semipalatinsk; tratado de semipalatinsk; семипалатинск* договор*;
    塞米巴拉金斯克条约; セミパラチンスク条約; معاهدة سيميبالاتينسك
treaty:2006-12-13/persons-with-disabilities: 残疾人权利公约; 障害者の権利に関する条約; 障害者権利条約
treaty:2015-12-12/paris-agreement: accord de paris sur le climat; acuerdo de parís sobre el cambio climático;
    парижск* соглашени* по климату
treaty:2013-04-02/arms-trade: traité sur le commerce des armes; tratado sobre el comercio de armas;
    договор* о торговле оружием; 武器贸易条约; 武器貿易条約; معاهدة تجارة الأسلحة
treaty:1959-12-01/antarctic: antarctic treaty; traité sur l'antarctique; tratado antártico; договор* об антарктике;
    南极条约; 南極条約; معاهدة أنتاركتيكا
"""

ABROAD: Final = (*listed(_NAMES), *listed(_SHORT_NAMES))
"""Names in lower case; a word that ends with `*` stands for its inflected forms."""
