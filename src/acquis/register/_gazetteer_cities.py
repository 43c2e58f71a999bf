"""Seats and places of signature that the CLDR has no name of, each with its other names after the first."""

from typing import Final

CITIES: Final = """
Astana; Nur-Sultan; Астана; Нур-Султан; Astaná; 阿斯塔纳; アスタナ; أستانا
Beijing; Пекин; Pékin; Pekín; Beiyín; 北京; بيجين; بكين
Geneva; Женева; Genève; Ginebra; 日内瓦; ジュネーブ; ジュネーヴ; جنيف
The Hague; Hague; Гаага; La Haye; La Haya; 海牙; ハーグ; لاهاي
New Delhi; Нью-Дели; Nueva Delhi; 新德里; ニューデリー; نيودلهي
New York; Нью-Йорк; Nueva York; 纽约; ニューヨーク; نيويورك
Saint Petersburg; St. Petersburg; St Petersburg; Санкт-Петербург; Saint-Pétersbourg; San Petersburgo; 圣彼得堡
Saint Petersburg; サンクトペテルブルク; سانت بطرسبرغ
Shanghai; Шанхай; Shanghái; 上海市; 上海; شنغهاي
Washington; Вашингтон; 华盛顿; ワシントン; واشنطن
San Francisco; Сан-Франциско; 旧金山; サンフランシスコ; سان فرانسيسكو
Semipalatinsk; Semey; Семипалатинск; 塞米巴拉金斯克; セミパラチンスク
Strasbourg; Страсбург; Estrasburgo; 斯特拉斯堡; ストラスブール; ستراسبورغ
Bonn; Бонн; 波恩; ボン; بون
Marrakesh; Marrakech; Марракеш; Марракеч; 马拉喀什; マラケシュ; مراكش
Montreal; Montréal; Монреаль; 蒙特利尔; モントリオール; مونتريال
Kyoto; Киото; 京都; كيوتو
Rio de Janeiro; Río de Janeiro; Рио-де-Жанейро; 里约热内卢; リオデジャネイロ; ريو دي جانيرو
Abuja; Абуджа; 阿布贾; アブジャ; أبوجا
Ankara; Анкара; 安卡拉; アンカラ; أنقرة
Ottawa; Оттава; 渥太华; オタワ; أوتاوا
Canberra; Канберра; 堪培拉; キャンベラ; كانبرا
Brasilia; Brasília; Бразилиа; 巴西利亚; ブラジリア; برازيليا
Minsk; Минск; 明斯克; ミンスク; مينسك
Alma-Ata; Алма-Ата; Alma Ata; 阿拉木图
Kyiv; Kiev; Киев; 基辅; キエフ; キーウ; كييف
Hanoi; Ханой; Hanói; Hanoï; 河内; ハノイ; هانوي
Islamabad; Исламабад; 伊斯兰堡; イスラマバード; إسلام آباد
Tianjin; Тяньцзинь; 天津
Samarkand; Самарканд; Samarcande; Samarcanda; 撒马尔罕; サマルカンド; سمرقند
Yekaterinburg; Екатеринбург; Iekaterinbourg; Ekaterimburgo; 叶卡捷琳堡; エカテリンブルク; يكاترينبورغ
Ufa; Уфа; Oufa; Ufá; 乌法; ウファ
Sochi; Сочи; Sotchi; 索契; ソチ; سوتشي
Kazan; Казань; Kazán; 喀山; カザン; قازان
Qingdao; Циндао; 青岛; 青島; تشينغداو
Xiamen; Сямэнь; 厦门; 厦門
Hangzhou; Ханчжоу; 杭州; هانغتشو
Goa; Гоа; 果阿; ゴア
Jeddah; Djedda; Yeda; Джидда; 吉达; ジッダ; جدة
Abu Dhabi; Abou Dhabi; Абу-Даби; 阿布扎比; アブダビ; أبوظبي; أبو ظبي
Doha; Доха; Дохе; 多哈; ドーハ; الدوحة
Manama; Манама; 麦纳麦; マナーマ; المنامة
Rabat; Рабат; 拉巴特; ラバト; الرباط
Sharm el-Sheikh; Charm el-Cheikh; Шарм-эш-Шейх; 沙姆沙伊赫; シャルム・エル・シェイク; شرم الشيخ
Alexandria; Alexandrie; Alejandría; Александрия; 亚历山大港; アレクサンドリア
Yaoundé; Yaounde; Yaundé; Яунде; 雅温得; ヤウンデ; ياوندي
Durban; Дурбан; 德班; ダーバン; ديربان
Cape Town; Le Cap; Ciudad del Cabo; Кейптаун; 开普敦; ケープタウン; كيب تاون
Pretoria; Претория; 比勒陀利亚; プレトリア; بريتوريا
Arusha; Аруша; 阿鲁沙; アルーシャ; أروشا
Entebbe; Энтеббе; 恩德培; エンテベ
Antananarivo; Антананариву; 塔那那利佛; アンタナナリボ
Port Louis; Порт-Луи; 路易港; ポートルイス
Glasgow; Глазго; 格拉斯哥; グラスゴー; غلاسكو
Katowice; Катовице; 卡托维兹; カトヴィツェ; كاتوفيتسه
Lausanne; Lausana; Лозанна; 洛桑; ローザンヌ; لوزان
Basel; Bâle; Basilea; Базель; 巴塞尔; バーゼル; بازل
Davos; Давос; 达沃斯; ダボス; دافوس
Montreux; Монтрё; 蒙特勒; モントルー; مونترو
Osaka; Осака; 大阪
Hiroshima; Хиросима; 广岛; 広島; هيروشيما
Nagasaki; Нагасаки; 长崎; 長崎; ناغازاكي
Nagoya; Нагоя; 名古屋; ناغويا
Sendai; Сендай; 仙台; سنداي
Yokohama; Иокогама; 横滨; 横浜
Busan; Pusan; Пусан; 釜山; プサン; بوسان
Bali; Бали; 巴厘岛; 巴厘; バリ
Bandung; Bandoeng; Бандунг; 万隆; バンドン; باندونغ
Naypyidaw; Nay Pyi Taw; Нейпьидо; 内比都; ネピドー
Cartagena; Carthagène; Картахена; 卡塔赫纳; カルタヘナ
Quito; Кито; 基多; キト; كيتو
Milan; Милан; Milán; 米兰; ミラノ; ميلانو
Barcelona; Barcelone; Барселона; 巴塞罗那; バルセロナ; برشلونة
Hamburg; Hambourg; Hamburgo; Гамбург; 汉堡; ハンブルク; هامبورغ
Munich; Мюнхен; Múnich; 慕尼黑; ミュンヘン; ميونيخ
Maastricht; Маастрихт; 马斯特里赫特; マーストリヒト; ماستريخت
Rotterdam; Роттердам; Róterdam; 鹿特丹; ロッテルダム; روتردام
Aarhus; Орхус; 奥胡斯; オーフス
Reykjavik; Reykjavík; Рейкьявик; Reikiavik; 雷克雅未克; レイキャビク; ريكيافيك
Wellington; Веллингтон; 惠灵顿; ウェリントン; ولينغتون
Suva; Сува; 苏瓦; スバ
Apia; Апиа; 阿皮亚; アピア
Port Moresby; Порт-Морсби; 莫尔兹比港; ポートモレスビー
Malé; Мале; 马累; マレ
Bridgetown; Бриджтаун; 布里奇顿; ブリッジタウン; بريدجتاون
Kingston; Кингстон; 金斯敦; キングストン; كينغستون
Georgetown; Джорджтаун; 乔治敦; ジョージタウン
Castries; Кастри
San José; San Jose; Сан-Хосе; 圣何塞; サンホセ; سان خوسيه
San Salvador; Сан-Сальвадор; 圣萨尔瓦多; サンサルバドル; سان سلفادور
Guatemala City; Ciudad de Guatemala; Гватемала-Сити; 危地马拉城
Kuwait City; Koweït City; Ciudad de Kuwait; Эль-Кувейт; 科威特城; クウェート市; مدينة الكويت
Panama City; Ciudad de Panamá; Панама-Сити; 巴拿马城
Belmopan; Бельмопан
Lilongwe; Лилонгве; 利隆圭; リロングウェ; ليلونغوي
Dodoma; Додома; 多多马; ドドマ
Gitega; Гитега
Yamoussoukro; Yamusukro; Ямусукро; 亚穆苏克罗; ياموسوكرو
Praia; Прая; 普拉亚
Moroni; Морони; 莫罗尼
Valletta; La Valette; La Valeta; Валлетта; 瓦莱塔; バレッタ; فاليتا
Tirana; Тирана; 地拉那; ティラナ; تيرانا
Pristina; Приштина; 普里什蒂纳; プリシュティナ; بريشتينا
Sana'a; Sanaa; Saná; Сана; 萨那; サヌア; صنعاء
Honiara; Хониара; 霍尼亚拉; ホニアラ
Port Vila; Порт-Вила; 维拉港; ポートビラ
Nuku'alofa; Нукуалофа; 努库阿洛法; ヌクアロファ
Ramallah; Рамалла; 拉姆安拉; ラマッラ; رام الله
Aleppo; Alep; Alepo; Алеппо; 阿勒颇; アレッポ; حلب
Basra; Bassora; Basora; Басра; 巴士拉; バスラ; البصرة
Mecca; La Mecque; La Meca; Мекка; 麦加; メッカ; مكة المكرمة
Bern; Berne; Berna; Берн; 伯尔尼; ベルン; برن
"""
