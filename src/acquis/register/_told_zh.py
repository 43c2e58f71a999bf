"""Chinese: the forms of words in which its drafters tell what happened."""

from typing import Final

from acquis.register._told_forms import Tongue

_FORMS: Final = r"""
deposited: {who}[于在]{on}(?:向[^，。；]{1,20})?(?:交存|递交|交付)了?(?:{what}[》”]?的?)?{how}
deposited: {on}，?{who}(?:向[^，。；]{1,20})?(?:交存|递交|交付)了?(?:{what}[》”]?的?)?{how}
in-force-on: {what}[》”]?(?:已|业已)?[于在自]{on}起?(?:对{who})?(?:正式)?(?:生效|开始生效)
in-force-on: {on}，?{what}[》”]?(?:已|业已)?(?:对{who})?(?:正式)?生效
signed: {who}[于在]{on}(?:在{place})?签署了?{what}
signed: {on}，?{who}(?:在{place})?签署了?{what}
ratified: {who}[于在]{on}批准了?{what}
ratified: {on}，?{who}批准了?{what}
acceded: {who}[于在]{on}加入了?{what}
acceded: {on}，?{who}加入了?{what}
withdrew: {who}[于在]{on}(?:退出了?|废止了?){what}
own-mode: {own}(?:以|经)?{mode}通过
own-mode: (?:以|经)?{mode}通过了?{own}
own-mode: ^[\[(（]?(?:以|经)?{mode}通过
admission: 决定(?:接收|接纳|吸收|同意){who}(?:加入{org}|(?:为|成为){role})
admission: (?:接收|接纳|吸收)了?{who}(?:为|成为){role}
admission: 批准{who}加入{org}
status-granted: (?:给予|授予)了?{who}{role}
status-granted: (?:给予|授予)了?{who}{org}的?{role}
status-granted: {who}(?:被|获)(?:给予|授予|得)?{role}
status-since: {who}[于在自]{on}起?(?:正式)?(?:加入了?|成为){org}的?(?:{role})?
status-since: {on}，?{who}(?:正式)?(?:加入了?|成为){org}的?(?:{role})?
left: {who}[于在]{on}(?:正式)?退出了?{org}
left: {on}，?{who}(?:正式)?退出了?{org}
suspended: 决定(?:中止|暂停){who}(?:的)?(?:成员|参加|参与|会员)
restored: 决定恢复{who}(?:的)?(?:成员|会员)
meeting-held: {organ}(?:第[^，。；]{1,8}[次届])?(?:特别|例行|全体)?(?:会议|届会|峰会)?[于在]?{on}，?以视频
  (?:会议)?(?:方式|形式)(?:举行|召开)
meeting-held: {on}，?{organ}(?:第[^，。；]{1,8}[次届])?(?:特别|例行|全体)?(?:会议|届会|峰会)?以视频(?:会议)?
  (?:方式|形式)(?:举行|召开)
meeting-held: {organ}(?:第[^，。；]{1,8}[次届])?(?:特别|例行|全体|非例行)?(?:会议|届会|峰会)[于在]?{on}，?在
  {place}(?:举行|召开)
meeting-held: {organ}[于在]?{on}，?在{place}(?:举行|召开)了?[^，。；⟨]{0,20}(?:会议|届会|峰会)
meeting-held: {on}，?{organ}(?:第[^，。；]{1,8}[次届])?(?:特别|例行|全体|非例行)?(?:会议|届会|峰会)?在{place}
  (?:举行|召开)
meeting-held: {on}，?在{place}(?:举行|召开)了?{organ}
chairs: {who}[于在自]{on}起?(?:接任|担任|出任){body}的?(?:轮值)?主席国?
founding-of: {body}(?:正式)?(?:成立|创立|建立|设立)于{on}
founding-of: {body}[于在]{on}(?:在⟨C\d+⟩)?(?:正式)?(?:成立|创立|建立|设立)
founding-of: {on}，?{body}(?:在⟨C\d+⟩)?(?:正式)?(?:宣告)?(?:成立|创立|设立)
seat: {body}的?(?:总部|会址|所在地)?(?:设在|位于|设于){place}
seat-moved: {body}(?:的?(?:总部|会址|所在地))?[于在]{on}从{old}(?:迁至|迁往|迁到){place}
bears-the-name: (?:国名)?(?:更名为|改名为|国名改为)[“《]?{name}
city-renamed: {old}(?:更名为|改名为){new}
reserves: {who}对{from}(?:持|表示|作出)保留
takes-no-part: {who}(?:未|没有)参加{from}
dissociates-itself: {who}(?:宣布|表示|声明)(?:不加入|不参加){from}协商一致
dissociates-itself: {who}(?:表示)?(?:不|不能|无法|未能)(?:够)?(?:同意|接受|支持|赞成|加入){this}
absent-when: {who}(?:没有|未)(?:能)?出席{from}
memorandum-signed: {on}，?[^，。；⟨]{0,20}与{body}签署了?[^，。；⟨]{0,20}谅解备忘录
group-named: {role}(?:（|：|——|、|，即){who}
"""
_PHRASES: Final = r"""
in-force-on: {on}(?:起)?生效的{what}
approved-on: {what}[》”]?(?:[（(])?[于在]?{on}在{place}(?:通过|签署|签订|批准)
approved-on: {on}在{place}(?:通过|签署|签订|批准)的{what}
approved-on: {on}(?:通过|签署|签订|批准)的{what}
in-the-absence-of: 在{who}缺席的?情况下
"""

TONGUE: Final = Tongue(
    forms=_FORMS,
    phrases=_PHRASES,
    doubts=(
        "未|没有|尚|无法|如果|如若|倘若|假如|一旦|是否|将|拟|应当|应该|须|有待|等待|期待|希望|呼吁|邀请|敦促|促请|请求|申请|建议|提议|愿意|愿望|争取|可能|可以|计划|打算|审议"
        "|考虑|支持|欢迎.*尽快|力争|草案|直至|直到|媒体|传闻|谣言|否认|拒绝|否决"
    ),
    leads={
        "": "《|“",
        "on": "",
        "place": "",
        "mode": "",
        "from": "",
        "how": "《?",
    },
    roles={
        "observer": "(?:常驻)?观察员国?(?:的)?(?:地位|身份)?",
        "dialogue_partner": "对话伙伴国?(?:的)?(?:地位|身份)?",
        "associate_member": "准成员国?|联系成员国?",
        "partner": "伙伴国(?:的)?(?:地位|身份)?",
        "member": "(?:正式|完全|新)?(?:成员国|会员国|成员|会员)(?:的)?(?:地位|身份|资格)?",
    },
    modes={
        "consensus": "协商一致(?:方式)?",
        "unanimously": "(?<!协商)一致|全体一致",
        "without a vote": "未经表决(?:而)?|不经表决(?:而)?",
        "silence procedure": "默许程序|默认程序",
        "recorded vote": r"记录表决|唱名表决|\d+票(?:赞成|对)",
    },
    consents={
        "ratified": "批准书",
        "acceded": "加入书",
        "accepted": "接受书",
        "approved": "核准书",
        "succeeded": "继承书|继承通知",
    },
    charter="(?<![⟩国》])(?:本组织)?(?:宪章|章程)",
    texts=(
        "(?:本|该|此)?(?:宣言|决议|决定|声明|公报)?的?第[^，。；第]{1,6}[段款项条](?:协商一致)?"
        "|(?:本|该|此|这一?)(?:宣言|决议|决定|声明|公报|案文|文本|段|款)|协商一致"
    ),
    own="(?:本|该)?(?:决议|决定|宣言|公报|声明)",
    place=r"[^\W\d_，。；]{2,8}?",
    spaced=False,
)
