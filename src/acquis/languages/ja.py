"""Japanese: how its records, dates, headings and resolutions are written."""

from acquis.languages import Drafting, Language, Names, Place, graded, keyed, phrases, verbs, words

FIELDS = {
    **dict.fromkeys(("文書名", "表題", "題名", "標題", "タイトル", "件名", "条約名", "名称"), "title"),
    **dict.fromkeys(("文書番号", "文書記号", "記号", "番号", "決議番号"), "symbol"),
    **dict.fromkeys(("場所", "採択地", "署名地", "作成地"), "place"),
    **dict.fromkeys(("年月日", "日付", "採択日", "採択年月日", "作成日", "日時"), "date.adoption"),
    **dict.fromkeys(("発行日", "配布日", "発出日", "発表日"), "date.issue"),
    **dict.fromkeys(("署名日", "署名年月日", "調印日"), "date.signature"),
    **dict.fromkeys(("公表日", "公布日", "公開日", "掲載日", "更新日"), "date.publication"),
    **dict.fromkeys(("受領日", "閲覧日", "取得日"), "date.receipt"),
    **dict.fromkeys(("出典", "典拠", "情報源", "発行者", "出所"), "source"),
    **dict.fromkeys(("データベース",), "database"),
    **dict.fromkeys(("叢書", "シリーズ", "文書集"), "collection"),
    **dict.fromkeys(("所蔵", "所蔵機関", "保管機関"), "keeper"),
    **dict.fromkeys(("備考", "注", "注記", "註", "摘要"), "notes"),
    **dict.fromkeys(("言語", "原文", "原語"), "language"),
    **dict.fromkeys(("訳者", "翻訳者", "翻訳", "訳"), "translator"),
    **dict.fromkeys(("組織", "機関", "国際機関", "著者", "作成者"), "organisation"),
    **dict.fromkeys(("機構", "採択機関"), "organ"),
    **dict.fromkeys(("種別", "種類", "文書種別"), "kind"),
    **dict.fromkeys(("会期",), "session"),
    **dict.fromkeys(("議題", "議事日程"), "agenda"),
    **dict.fromkeys(("会議", "会合", "本会議"), "meeting"),
    **dict.fromkeys(("提案国", "共同提案国"), "sponsors"),
    **dict.fromkeys(("採択方法", "表決", "投票"), "mode"),
    **dict.fromkeys(("地位",), "standing"),
    **dict.fromkeys(("リンク", "アドレス", "ウェブサイト"), "url"),
    **dict.fromkeys(("取扱", "秘密区分"), "marking"),
    **dict.fromkeys(("権利", "著作権", "利用条件"), "rights"),
    **dict.fromkeys(("全文", "本文"), "text"),
}

# A preambular paragraph ends with the verb in its suspended form, an operative one in its final form.
_SUSPENDED = """
recall 1: 想起し; 想起して; 回想し; 留意しつつ; 考慮し; 考慮して; 考慮に入れ; 検討し; 検討して; 従い; 基づき; 鑑み
recall 1: かんがみ; 踏まえ; 念頭に置き; 受領し; 再び想起し; 聴取し; 審議し; 指針とし; 依拠し; 考慮しつつ
recall 1: 念頭に置いて; 配慮し
note 1: 留意し; 注目し; 指摘し; 言及し; 注意を喚起し; テークノートし; 留意して; 注意し
recognise 2: 認識し; 認め; 自覚し; 意識し; 認識して; 十分に認識し; 承認し; 認識しつつ; 深く認識し; 理解し
believe 2: 考え; 信じ; みなし; 思料し
believe 3: 確信し; 確信して; 固く信じ; 信念を有し
stress 3: 強調し; 重視し; 力説し; 強調して; 重要性を強調し; 必要性を強調し
affirm 3: 再確認し; 確認し; 改めて表明し; 再確認して; 断言し; 繰り返し述べ
welcome 2: 満足の意をもって留意し; 満足をもって留意し; 評価をもって留意し; 関心をもって留意し
welcome 3: 歓迎し; 評価し; 歓迎して; 多とし
welcome 4: 称賛し; 賞賛し; 高く評価し; 敬意を表し
courtesy 1: 感謝し; 謝意を表し; 祝意を表し
hope 2: 希望し; 期待し; 願い; 望み; 希望して; 念願し; 熱望し; 切望し; 欲し
concern 2: 懸念し; 憂慮し; 懸念を表明し; 懸念をもって留意し; 懸念して
concern 3: 深く懸念し; 重大な懸念を表明し; 深刻な懸念を表明し; 深い懸念を表明し; 深く憂慮し; 重大な関心を有し
concern 4: 危機感を抱き; 衝撃を受け
regret 3: 遺憾とし; 遺憾に思い; 遺憾の意を表明し; 残念に思い
regret 4: 深く遺憾とし; 嘆き
condemn 4: 非難し
condemn 5: 強く非難し; 断固として非難し; 最も強い言葉で非難し
support 3: 支持し
commit 4: 決意し; 決意して; 約束し; 誓約し; 決意を表明し; 誓い
decide 5: 行動し; 憲章第七章に基づいて行動し; 憲章第7章の下で行動し; 決定し; 合意し; 協定し
"""
_FINAL = """
note 1: 留意する; 注目する; 指摘する; 言及する; テークノートする; 注意を喚起する
recall 1: 想起する; 喚起する; 考慮する
recognise 2: 認識する; 認める; 自覚する
believe 2: 考える; 信じる; 確信する; 見なす; みなす
stress 3: 強調する; 重視する; 力説する
affirm 3: 再確認する; 確認する; 改めて表明する; 繰り返し表明する
welcome 2: 満足の意をもって留意する; 評価をもって留意する
welcome 3: 歓迎する; 評価する
welcome 4: 称賛する; 賞賛する; 高く評価する; 敬意を表する
courtesy 1: 感謝する; 謝意を表する; 祝意を表する; 哀悼の意を表する; 感謝の意を表する; 感謝の意を表明する
hope 2: 期待する; 希望する; 望む; 期待を表明する
concern 2: 懸念を表明する; 懸念する; 憂慮する
concern 3: 深い懸念を表明する; 重大な懸念を表明する; 深刻な懸念を表明する
regret 3: 遺憾に思う; 遺憾の意を表する; 残念に思う; 遺憾とする; 遺憾の意を表明する
regret 4: 深く遺憾とする
condemn 4: 非難する; 糾弾する
condemn 5: 強く非難する; 断固として非難する; 最も強い言葉で非難する; 最も強い表現で非難する
oppose 4: 反対する; 拒否する; 容認できない; 受け入れられない
support 3: 支持する; 支援する; 提唱する; 主張する; 賛同する
encourage 2: 奨励する; 招請する; 勧告する; 提案する; 促す; 慫慂する; 招待する
encourage 4: 強く奨励する; 強く勧告する
call_for 3: 呼びかける; 訴える; 求める; 呼び掛ける; アピールする
urge 4: 強く求める; 強く促す; 強く要請する; 切に求める; 強く呼びかける
request 4: 要請する; 指示する; 委任する; 依頼する; 付託する
request 5: 授権する; 許可する; 権限を与える
demand 5: 要求する; 強く要求する; 断固要求する
ready 2: 用意がある; 準備がある; 意思を表明する; 用意ができている
intend 3: 意図する; 予定である; 継続する; 努める
commit 4: 約束する; 誓約する; 決意する; コミットする; 決意を表明する; 決意である
decide 5: 決定する; 合意する; 決議する; 決定した; 合意した; 設置する; 設立する; 任命する; 協定した; 協定する
adopt 5: 採択する; 承認する; 批准する; 採択した; 署名する; 是認する
declare 3: 宣言する; 声明する; 表明する; 次のとおり宣言する; 発表する; 宣明する; 次のように宣言する
declare 3: 以下のとおり宣言する
declare 4: 厳粛に宣言する; ここに宣言する
declare 5: 公布する; 布告する
require 2: べきである; なければならない; 必要である; 必要がある; 不可欠である
"""

_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二"

NAMES = Names(
    states=keyed("""
        KOR: 韓国
        PRK: 北朝鮮
        RUS: ロシア
        ZAF: 南アフリカ共和国; 南アフリカ
        DEU: ドイツ連邦共和国
        FRA: フランス共和国
        ARE: アラブ首長国連邦
        TWN: 台湾
        COG: コンゴ共和国
        CHN: 中国
        BLR: ベラルーシ; 白ロシア
        KGZ: キルギス
        GEO: ジョージア; グルジア
        EGY: エジプト・アラブ共和国
        LAO: ラオス人民民主共和国
        VNM: ベトナム社会主義共和国
        RUS: ロシア連邦
        KGZ: キルギス共和国; キルギスタン
        CHN: 中華人民共和国
        IRN: イラン・イスラム共和国
        SYR: シリア・アラブ共和国
        PRK: 朝鮮民主主義人民共和国
        KOR: 大韓民国
        USA: アメリカ合衆国; 米国
        GBR: グレートブリテン及び北アイルランド連合王国; 連合王国; 英国
        PSE: パレスチナ
        VAT: バチカン
        VNM: ベトナム
        CIV: コートジボワール
        TLS: 東ティモール
        COD: コンゴ民主共和国
        CAF: 中央アフリカ共和国
        KAZ: カザフスタン共和国
        TJK: タジキスタン共和国
        UZB: ウズベキスタン共和国
        SUN: ソ連; ソビエト連邦
    """),
    bodies=keyed("""
        cd: 軍縮会議; ジュネーブ軍縮会議
        undc: 国連軍縮委員会
        wto: 世界貿易機関
        imf: 国際通貨基金
        wb: 世界銀行
        nam: 非同盟運動
        icrc: 赤十字国際委員会
        icj: 国際司法裁判所
        icc: 国際刑事裁判所
        las: アラブ連盟
        eaeu: ユーラシア経済連合
        fatf: 金融活動作業部会
        unsg: 事務総長
    """),
    places=keyed("""
        northern-africa: 北アフリカ
        western-africa: 西アフリカ
        eastern-africa: 東アフリカ
        middle-africa: 中部アフリカ
        southern-africa: 南部アフリカ
        latin-america: 中南米; ラテンアメリカ及びカリブ
        caribbean: カリブ; カリブ海地域
        southeast-asia: 東南アジア
        southern-asia: 南アジア
        eastern-asia: 東アジア; 北東アジア
        western-asia: 西アジア
        mediterranean: 地中海
        middle-east: 中東
        gulf: ペルシャ湾; 湾岸
        caucasus: コーカサス
        balkans: バルカン
        horn: アフリカの角
        sahel: サヘル
        korea: 朝鮮半島
        gaza: ガザ
        arctic: 北極
        eurasia: ユーラシア
        asia-pacific: アジア太平洋
        caspian: カスピ海
        indian-ocean: インド洋
    """),
    body_nouns=phrases("委員会; 理事会; 総会; 機関; 裁判所; 会議; 会合; フォーラム; 事務局; 作業部会"),
    instrument_nouns=phrases("条約; 憲章; 協定; 議定書; 宣言; 規約; 規程; 戦略; 行動計画"),
    mission_nouns=phrases("派遣団; 支援団; 安定化団; 平和維持活動; 監視団"),
    no_names=phrases("""
        発展途上国; インド洋; 日本海; 東シナ海; 日本語;
        南シナ海; 諸国連合; 東京都; 京都府; 京都市; 日本国内
    """),
)

DRAFTING = Drafting(
    modals=graded("""
        1: ことができる; 得る; しうる; してもよい; できる
        2: 奨励される
        3: べきである; べきで; べき; 必要がある; であろう
        4: ものとする; 義務を負う
        5: なければならない; ねばならない; 必ず; しなければ
    """),
    negations=phrases("ない; なく; せず; ず; ません; なかった; ずに; 禁止; 代わりに; 控える"),
    qualifiers=graded("""
        1: 法的拘束力のある; 法的拘束力を有する; 法的拘束力; 拘束力; 義務的; 緊急; 早急; 至急; 重大な; 深刻な; 直ちに
        1: 速やかに; 遅滞なく
        1: 厳格; 厳に; 完全; 十分; 無条件; 断固; 強く; 強固; 深い; 深く; 効果的; 実効的; 包括的; 不可欠
        -1: 必要に応じ; 適宜; 適切な場合; 可能な限り; 可能な場合; できる限り; 自発的; 任意; 拘束力のない; 段階的
        -1: 原則として; 国内法に従
        -1: 国内法令に従; 努める; 検討; 探求
        0: 重要; 特別; 共同; 共同で; 適時
    """),
    scopes=graded("""
        1: すべての; 全ての; あらゆる; 各; いかなる; 含む; 並びに; その他; とりわけ他
        -1: のみ; だけ; 専ら; 一部; 特定; 関連; 関係; 関心を有する; を除き; いくつか; 限り
        0: 少なくとも; 以上; 以下; 以内
        0: 特に; とりわけ; 殊に; 主に; 主として
    """),
    actors=keyed("""
        members: 加盟国; 構成国; 参加国
        states: 国家; 諸国; 各国
        heads: 首脳; 国家元首; 元首; 指導者
        premiers: 政府首脳; 首相
        parties: 締約国; 当事国; 当事者; 双方
        ministers: 外相; 閣僚; 大臣
        governments: 政府; 当局
        community: 国際社会
        developed: 先進国; 先進諸国; ドナー
        developing: 開発途上国; 途上国; 後発開発途上国; 発展途上国
        society: 市民社会; 非政府組織
        business: 民間部門; 企業; 産業界
        riparians: 沿岸国; 流域国
        observers: オブザーバー; 対話パートナー
    """),
    counts=graded("""
        2: 双方; 両
        10: 十年間
    """),
)

ENTRY = Language(
    tag="ja",
    name="Japanese",
    own_name="日本語",
    script="Jpan",
    spaced=False,
    verb_last=True,
    fields=FIELDS,
    months={
        **{f"{name}月": number for number, name in enumerate(words(_NUMERALS), 1)},
        **{f"{number}月": number for number in range(1, 13)},
    },
    eras={
        "明治": 1867,
        "大正": 1911,
        "昭和": 1925,
        "平成": 1988,
        "令和": 2018,
        "㍻": 1988,
        "㍼": 1925,
        "㍽": 1911,
        "㍾": 1867,
    },
    ranges=phrases("から; まで; 及び; 至"),
    articles=("条", "條"),
    chapters=("章",),
    sections=("節",),
    divisions=("部", "編", "款"),
    annexes=("附属書", "付属書", "別添", "別表", "附則", "附録", "付録", "別紙", "附属文書"),
    preambles=("前文", "序文", "〈前文〉", "まえがき", "前　文", "はじめに"),
    resolved=phrases("""
        次のとおり協定した; 次のとおり宣言する; 以下のとおり宣言する; 次のとおり決定する; 以下の声明を発出した;
        以下を宣言する; ここに; よって、ここに; ここに宣言する; 次のとおり合意した; 次の宣言を採択した;
        次のことを決定する; 公布する
    """),
    verbs=(*verbs(Place.PREAMBLE, _SUSPENDED), *verbs(Place.OPERATIVE, _FINAL)),
    adverbs={
        **dict.fromkeys(words("また 更に さらに 再び 改めて 同様に 特に 加えて"), 0),
        **dict.fromkeys(words("強く 深く 断固として 厳粛に 固く"), 1),
    },
    stopwords=frozenset(
        words("""
            の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため
            その
        """)
    ),
    anniversaries=phrases("周年"),
    names=NAMES,
    drafting=DRAFTING,
    examples=(
        ("2011年6月15日", "2011-06-15"),
        ("平成23年6月15日", "2011-06-15"),
        ("平成二十三年六月十五日", "2011-06-15"),
        ("昭和47年（1972年）9月29日", "1972-09-29"),
        ("令和元年5月1日", "2019-05-01"),
        ("２０１１年６月１５日", "2011-06-15"),
        ("2011年6月14日から15日", "2011-06-14"),
        ("1948.12.10", "1948-12-10"),
    ),
)
