"""Chinese: how its records, dates, headings and resolutions are written, in simplified and traditional characters."""

from acquis.languages import Drafting, Language, Names, Place, graded, keyed, phrases, verbs, words

FIELDS = {
    **dict.fromkeys(("标题", "題名", "题名", "標題", "文件名", "文件名称", "文件名稱", "名称"), "title"),
    **dict.fromkeys(("文号", "文號", "编号", "文件编号", "文件号", "编码"), "symbol"),
    **dict.fromkeys(("地点", "地點", "签署地点", "通过地点"), "place"),
    **dict.fromkeys(("日期", "通过日期", "通過日期", "年月日", "时间"), "date.adoption"),
    **dict.fromkeys(("发布日期", "印发日期", "发文日期", "分发日期"), "date.issue"),
    **dict.fromkeys(("签署日期", "簽署日期", "签字日期"), "date.signature"),
    **dict.fromkeys(("发表日期", "出版日期", "公布日期", "发布时间", "發布日期"), "date.publication"),
    **dict.fromkeys(("收到日期", "访问日期"), "date.receipt"),
    **dict.fromkeys(("来源", "來源", "出处", "出處", "发布机构"), "source"),
    **dict.fromkeys(("数据库", "資料庫"), "database"),
    **dict.fromkeys(("文集", "丛书", "汇编"), "collection"),
    **dict.fromkeys(("保存机构", "保管人", "馆藏"), "keeper"),
    **dict.fromkeys(("备注", "備註", "注释", "附注", "说明"), "notes"),
    **dict.fromkeys(("语言", "語言", "语文", "原文", "原件"), "language"),
    **dict.fromkeys(("译者", "譯者", "翻译"), "translator"),
    **dict.fromkeys(("组织", "組織", "作者", "责任者"), "organisation"),
    **dict.fromkeys(("机关", "机构", "通过机构"), "organ"),
    **dict.fromkeys(("类型", "文件类型", "文种"), "kind"),
    **dict.fromkeys(("届会", "会议届次"), "session"),
    **dict.fromkeys(("议程项目", "议程"), "agenda"),
    **dict.fromkeys(("会议", "全体会议"), "meeting"),
    **dict.fromkeys(("提案国", "提案人", "共同提案国"), "sponsors"),
    **dict.fromkeys(("通过方式", "表决"), "mode"),
    **dict.fromkeys(("网址", "链接", "網址"), "url"),
    **dict.fromkeys(("密级", "分发"), "marking"),
    **dict.fromkeys(("版权", "權利", "许可"), "rights"),
    **dict.fromkeys(("全文", "正文"), "text"),
}

# Most verbs open paragraphs of both kinds; here each stands where it is more usual. A comma or a semicolon at the
# end of the paragraph says which it is.
_PREAMBLE = """
recall 1: 回顾; 回顧; 忆及; 憶及; 遵循; 根据; 根據; 铭记; 銘記; 鉴于; 鑒於; 考虑到; 考慮到; 审议了; 審議了; 审查了
recall 1: 听取了; 参照; 依照; 按照; 基于; 本着; 依据; 有鉴于; 念及; 收到; 審查了; 聽取了; 鉴及; 又回顾; 还回顾
note 1: 注意到; 表示注意到; 指出; 获悉; 察及; 获知
recognise 2: 认识到; 認識到; 意识到; 意識到; 承认; 承認; 确认; 深知; 清楚认识到; 确认到; 明白; 理解
believe 2: 认为; 認為; 相信; 考虑
believe 3: 深信; 坚信; 確信; 确信; 堅信; 深信不疑
stress 3: 强调; 強調; 着重指出; 着重; 突出强调; 强调指出
affirm 3: 重申; 申明; 再次申明; 再次确认; 肯定; 再度重申; 特重申
welcome 2: 满意地注意到; 赞赏地注意到; 滿意地注意到; 讚賞地注意到; 高兴地注意到; 感兴趣地注意到; 欣见
hope 2: 希望; 期望; 期待; 渴望; 愿; 盼望; 为了; 切望; 欲; 谋求; 力求; 热切希望
concern 2: 关切; 關切; 对此表示关切; 关切地注意到; 感到关切
concern 3: 深为关切; 深表关切; 严重关切; 深感关切; 嚴重關切; 深切关注
concern 3: 对此深表关切
concern 4: 震惊; 惊悉; 感到震惊; 惊愕; 感到惊恐; 惊恐地注意到
regret 3: 遗憾; 遺憾; 遗憾地注意到; 感到遗憾
regret 4: 痛惜; 深感遗憾; 深表遗憾; 痛心; 深为遗憾
commit 4: 决心; 決心; 承诺; 致力于; 下定决心; 坚决; 立志; 同兹决心
decide 5: 根据《联合国宪章》第七章采取行动; 依据《联合国宪章》第七章采取行动; 断定; 根据《宪章》第七章采取行动
"""

_OPERATIVE = """
welcome 2: 表示满意
welcome 3: 欢迎; 歡迎; 赞赏; 讚賞; 欢迎地注意到
welcome 4: 赞扬; 讚揚; 高度评价; 表扬; 嘉许
courtesy 1: 感谢; 表示感谢; 感謝; 祝贺
concern 2: 表示关切; 表示關切; 表示关注
concern 3: 表示严重关切; 表示深切关注; 表示深为关切
regret 3: 表示遗憾
condemn 4: 谴责; 譴責
condemn 5: 强烈谴责; 坚决谴责; 最强烈地谴责; 严厉谴责; 強烈譴責
support 3: 支持; 赞同
recall 1: 提醒; 重提
encourage 2: 鼓励; 鼓勵; 邀请; 邀請; 建议; 建議; 提议; 请各国考虑; 提请; 倡议; 推荐
encourage 4: 大力鼓励; 强烈建议; 力劝; 强烈鼓励
call_for 3: 呼吁; 呼籲; 号召; 吁请; 籲請; 促请; 要求所有; 吁求; 促請
urge 4: 敦促; 强烈呼吁; 督促; 强烈敦促; 恳请; 敦请; 极力敦促; 迫切呼吁
request 4: 请; 請; 要求; 责成; 委托; 指示; 請求; 请求; 又请; 还请; 委任; 责令; 再次请
request 5: 授权; 授權
demand 5: 要求立即; 强烈要求; 坚决要求; 勒令; 責令
ready 2: 愿意; 准备; 随时准备; 表示愿意; 表示准备
intend 3: 打算; 将继续; 计划; 拟; 继续; 决意继续
commit 4: 保证; 承担; 重申承诺; 承诺将; 坚决承诺
decide 5: 决定; 決定; 议定; 商定; 同意; 设立; 任命; 又决定; 还决定; 决议; 断然决定; 一致同意; 延长; 裁定; 兹决定
adopt 4: 認可; 认可; 核可; 赞成
adopt 5: 通过; 通過; 核准; 批准; 采纳; 採納
oppose 4: 反对; 反對; 拒绝; 坚决反对; 不接受; 拒絕
declare 3: 宣布; 宣佈; 声明; 聲明; 宣告; 声明如下; 发表声明; 表示
declare 4: 郑重声明; 庄严宣布; 郑重宣告; 鄭重宣佈; 兹宣布
declare 5: 宣言; 庄严宣告; 公布
require 2: 应当; 必须; 有必要; 需要
"""

_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二"

NAMES = Names(
    states=keyed("""
        KOR: 韩国; 南朝鲜
        PRK: 朝鲜; 北朝鲜
        LAO: 老挝
        RUS: 俄罗斯; 俄國; 俄国
        ZAF: 南非; 南非共和国
        DEU: 德意志联邦共和国
        FRA: 法兰西共和国
        EGY: 阿拉伯埃及共和国
        ARE: 阿联酋; 阿拉伯联合酋长国
        TWN: 台湾
        SRB: 塞尔维亚共和国
        VNM: 越南社会主义共和国
        FSM: 密克罗尼西亚联邦
        COG: 刚果共和国
        SWZ: 斯威士兰
        NZL: 新西兰
        RUS: 俄罗斯联邦; 俄羅斯聯邦
        KGZ: 吉尔吉斯共和国; 吉爾吉斯斯坦
        CHN: 中华人民共和国; 中華人民共和國
        IRN: 伊朗伊斯兰共和国
        SYR: 阿拉伯叙利亚共和国
        PRK: 朝鲜民主主义人民共和国
        KOR: 大韩民国
        USA: 美利坚合众国
        GBR: 大不列颠及北爱尔兰联合王国; 联合王国
        TZA: 坦桑尼亚联合共和国
        MDA: 摩尔多瓦共和国
        VEN: 委内瑞拉玻利瓦尔共和国
        PSE: 巴勒斯坦国; 巴勒斯坦
        VAT: 教廷
        CIV: 科特迪瓦
        TLS: 东帝汶
        COD: 刚果民主共和国
        CAF: 中非共和国
        LAO: 老挝人民民主共和国
        KAZ: 哈萨克斯坦共和国; 哈薩克斯坦
        TJK: 塔吉克斯坦共和国
        UZB: 乌兹别克斯坦共和国
        SUN: 苏联
        YUG: 南斯拉夫
    """),
    bodies=keyed("""
        cd: 裁军谈判会议; 日内瓦裁军谈判会议; 裁谈会
        undc: 裁军审议委员会; 裁审会
        wto: 世界贸易组织; 世贸组织
        imf: 国际货币基金组织
        wb: 世界银行
        nam: 不结盟运动
        icrc: 红十字国际委员会
        icj: 国际法院
        icc: 国际刑事法院
        g20: 二十国集团
        las: 阿拉伯国家联盟
        eaeu: 欧亚经济联盟
        fatf: 金融行动特别工作组
        unsg: 秘书长; 秘書長
    """),
    places=keyed("""
        southern-africa: 南部非洲
        western-africa: 西非
        eastern-africa: 东非
        middle-africa: 中部非洲
        northern-africa: 北非
        latin-america: 拉丁美洲和加勒比; 拉美; 拉美和加勒比
        caribbean: 加勒比
        southeast-asia: 东南亚
        southern-asia: 南亚
        eastern-asia: 东亚; 东北亚
        western-asia: 西亚
        mediterranean: 地中海
        great-lakes: 大湖区; 大湖地区
        middle-east: 中东; 近东
        gulf: 波斯湾; 海湾地区
        caucasus: 高加索; 外高加索
        balkans: 巴尔干
        horn: 非洲之角
        sahel: 萨赫勒
        korea: 朝鲜半岛
        gaza: 加沙
        arctic: 北极
        eurasia: 欧亚
        asia-pacific: 亚太; 亚洲及太平洋
        caspian: 里海
        indian-ocean: 印度洋
    """),
    body_nouns=phrases("委员会; 理事会; 大会; 委員會; 理事會; 组织; 法庭; 会议; 论坛; 秘书处; 机构; 工作组"),
    instrument_nouns=phrases("条约; 公约; 协定; 议定书; 宪章; 宣言; 条例; 規約; 規程; 战略; 议程; 纲领"),
    mission_nouns=phrases("特派团; 稳定团; 援助团; 维和行动; 部队; 观察团"),
    no_names=phrases("""
        发展中国; 發展中國; 其中国; 中国际; 印度洋; 南中国海; 马里兰; 各大会议;
        参加会议; 几大会; 重大会; 盛大会; 扩大会; 东京湾; 北京时间; 广大会
    """),
)

DRAFTING = Drafting(
    modals=graded("""
        1: 可以; 可能; 可; 能够
        2: 宜
        3: 应; 应该; 将; 需要; 需; 將; 應; 應該
        4: 应当; 應當; 有义务; 须; 須
        5: 必须; 必須; 务必; 一定要
        0: 应对; 响应; 供应; 适应; 反应; 效应; 相应; 应用; 应急; 应邀; 对应; 回应; 呼应; 应有; 應對; 適應; 可持续
        0: 可持續; 可靠
        0: 认可; 許可; 许可; 可行; 不可; 需求; 将军; 可喜; 可观; 急需; 必需
    """),
    negations=phrases("不; 没有; 未; 非; 无; 勿; 禁止; 沒有; 無; 避免; 而不是; 而非"),
    qualifiers=graded("""
        1: 具有法律约束力; 有法律约束力; 约束力; 具有法律約束力; 强制性; 强制; 紧急; 紧迫; 迫切; 急迫; 严重; 嚴重
        1: 立即; 毫不拖延
        1: 尽快; 尽早; 立刻; 盡快; 严格; 嚴格; 充分; 全面; 无条件; 坚决; 堅決; 坚定; 强烈; 深切; 深为; 有效; 切实
        1: 郑重; 至关重要
        -1: 酌情; 视情况; 视情; 在适当情况下; 适当时; 必要时; 如有必要; 在可能情况下; 尽可能; 自愿; 自願; 不具约束力
        -1: 逐步
        -1: 原则上; 根据国内法; 依照国内法; 根据本国法律; 在现有资源范围内; 努力; 考虑; 探讨; 探索
        0: 重要; 重大; 特别; 共同; 联合; 及时
    """),
    scopes=graded("""
        1: 所有; 各; 每个; 一切; 任何; 包括; 以及; 其他; 除其他外; 全体; 全部
        -1: 只; 仅; 唯; 部分; 某些; 一些; 有关; 相关; 有关各方; 感兴趣; 除外; 若干; 仅限于; 完全用于
        0: 不少于; 不超过; 不迟于; 不仅; 不断; 不晚于; 不多于; 不低于
        0: 特别是; 尤其; 尤其是; 主要; 主要是
    """),
    actors=keyed("""
        members: 成员国; 會員國; 会员国; 各成员国; 成員國; 参加国
        states: 各国; 国家; 各國; 國家
        heads: 元首; 国家元首; 各国元首; 领导人; 首脑; 首腦
        premiers: 政府首脑; 总理
        parties: 缔约国; 缔约各方; 各方; 双方; 締約國; 締約各方
        ministers: 部长; 外长; 外交部长; 部長
        governments: 政府; 各国政府; 当局
        community: 国际社会; 國際社會
        developed: 发达国家; 發達國家; 捐助国; 捐助方
        developing: 发展中国家; 發展中國家; 最不发达国家
        society: 民间社会; 非政府组织
        business: 私营部门; 企业; 工商界
        riparians: 沿岸国; 流域国
        observers: 观察员国; 观察员; 对话伙伴
    """),
    counts=graded("""
        2: 双; 两
        10: 十年
    """),
)

ENTRY = Language(
    tag="zh",
    name="Chinese",
    own_name="中文",
    script="Hani",
    spaced=False,
    fields=FIELDS,
    months={
        **{f"{name}月": number for number, name in enumerate(words(_NUMERALS), 1)},
        **{f"{number}月": number for number in range(1, 13)},
    },
    eras={"民国": 1911, "民國": 1911, "中华民国": 1911, "中華民國": 1911},
    ranges=phrases("至; 到"),
    articles=("条", "條"),
    chapters=("章",),
    sections=("节", "節"),
    divisions=("部分", "编", "編", "篇", "卷"),
    annexes=("附件", "附录", "附錄", "附表", "附则", "附則", "增编"),
    preambles=("序言", "前言", "序", "弁言", "导言", "序文", "序　言", "前　言"),
    resolved=phrases("""
        兹; 声明如下; 议定如下; 协议如下; 兹议定条款如下; 达成协议如下; 达成如下协议; 兹声明如下; 宣布如下;
        兹协议如下; 发布; 协定如下; 爰议定条款如下; 决定如下
    """),
    verbs=(*verbs(Place.PREAMBLE, _PREAMBLE), *verbs(Place.OPERATIVE, _OPERATIVE)),
    adverbs={
        **dict.fromkeys(
            words("还 又 并 再次 进一步 特别 同时 也 還 並 再 亦 此外 因此 一致 共同 各国元首 各方 双方 成员国"), 0
        ),
        **dict.fromkeys(words("强烈 深切 严重 坚决 高度 郑重 坚定 強烈 深 极为 十分 充分 完全 庄严"), 1),
    },
    stopwords=frozenset(
        words("的 了 和 是 在 有 与 为 及 以 其 等 对 并 将 于 由 所 不 或 而 之 各 本 该 这 也 就 中 上 下 向 从")
    ),
    anniversaries=phrases("周年; 週年"),
    names=NAMES,
    drafting=DRAFTING,
    examples=(
        ("2011年6月15日", "2011-06-15"),
        ("二〇一一年六月十五日", "2011-06-15"),
        ("二零零七年八月十六日", "2007-08-16"),
        ("2011年6月", "2011-06"),
        ("2011年6月14日至15日", "2011-06-14"),
        ("民國100年10月10日", "2011-10-10"),
        ("2011 年 6 月 15 日", "2011-06-15"),
    ),
)
