"""Posts as news tell them: who holds a title, whose name it is, and which body it belongs to.

Each row has an example and what it gives, and another text that must give none of it.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

NO_NAMES = frozenset("中国 海监 伊朗 德国 于陆文清 向记者 张女士 何光致 周望详细 仇祖 朱宏 任中".split())
"""What stands where a name may, in the texts below, and is none."""

NEWS = [
    # construct, text, what it gives, a text that gives none of that
    (
        "a word before a title is no holder where the name follows",
        "中国海监东海总队副总队长叶知秋、信息化办公室主任陆文清到会。",
        {"叶知秋 副总队长 中国海监东海总队 current"},
        "中国海监东海总队副总队长、信息化办公室主任到会。",
    ),
    (
        "a country before a title is no holder",
        "伊朗外长昨天到访。湖北省财政厅叶知秋厅长会见。",
        {"叶知秋 厅长 湖北省财政厅 current"},
        "伊朗外长和德国总理昨天到访。",
    ),
    (
        "the last character of the word before is no surname",
        "对于陆文清局长来说，事情不小。陆文清是宜昌市财政局局长。",
        {"陆文清 局长 宜昌市财政局 current"},
        "对于宜昌市财政局局长来说，事情不小。",
    ),
    (
        "a rank, an adverb or a verb of ceremony behind the name",
        "海军参谋部副部长叶知秋少将、宜昌市旅游局局长何光致欢迎词，副局长周望详细介绍情况。",
        {"叶知秋 副部长 海军参谋部 current", "何光 局长 宜昌市旅游局 current", "周望 副局长 宜昌市旅游局 current"},
        "海军参谋部副部长少将军衔，宜昌市旅游局局长致欢迎词，副局长详细介绍情况。",
    ),
    (
        "the character before a verb of speech or a preposition is the name's",
        "宜昌市水利局局长仇祖和在现场指挥，总工程师朱宏任表示不撤。",
        {"仇祖和 局长 宜昌市水利局 current", "朱宏任 总工程师 宜昌市水利局 current"},
        "宜昌市水利局局长在现场指挥，总工程师表示不撤。",
    ),
    (
        "a preposition and its noun, and a form of address, are no names",
        "宜昌市税务局的工作人员陆文清到会。",
        {"陆文清 工作人员 宜昌市税务局 current"},
        "宜昌市税务局的工作人员向记者表示，员工张女士知情。",
    ),
    (
        "a conjunction and a common noun are no name",
        "宜昌市水利局干部和承志到场。",
        {"和承志 干部 宜昌市水利局 current"},
        "宜昌市水利局干部和武警、消防赶到，科员和群众转移。",
    ),
    (
        "no city is read across the word 海关",
        "8月2日，乌海市副市长叶知秋在乌海关闭矿井现场检查。",
        {"叶知秋 副市长 乌海市 current"},
        "8月2日，政府代旗长叶知秋深入东乌海关检查，副市长叶知秋陪同。",
    ),
    (
        "a bare level is of the place that the same clause names, not of the dateline's",
        "新华社深圳11月6日电 1979年3月起，叶知秋先后任武汉市市委副书记、副市长，武汉市市委书记、市政协主席。",
        {"叶知秋 主席 武汉市政协 former"},
        "新华社深圳11月6日电 叶知秋曾任市政协主席。",
    ),
    (
        "a foreign state's body is not China's of that name; body and title share a character",
        "越南外交部发言人范秋水说，南苏丹财政部长叶知秋昨天到访。",
        {"范秋水 发言人 越南外交部 current", "叶知秋 部长 南苏丹财政部 current"},
        "外交部发言人范秋水说，财政部部长叶知秋昨天到访。",
    ),
    (
        "the body of the whole party keeps its name",
        "中共中央政治局常委、中央纪委书记叶知秋和省纪委副书记陆文清出席。",
        {"叶知秋 书记 中央纪委 current", "陆文清 副书记 省纪委 current"},
        "公司纪委书记叶知秋和学院纪委副书记陆文清出席。",
    ),
    (
        "markup is no part of a body's name; nor is the verb of a journey",
        "<p>民革中央主席叶知秋出席。</p>陆文清赴晨光电气集团，集团董事长周望到场。",
        {"叶知秋 主席 民革中央 current", "周望 董事长 晨光电气集团 current"},
        "<p>民革中央主席出席。</p>陆文清赴晨光电气集团。",
    ),
    (
        "two titles of two bodies, a comma between, and their one holder",
        "宜昌交通集团有限公司党委委员、副总经理，夷陵公路集团党委书记陆文清到会。",
        {
            "陆文清 党委委员 宜昌交通集团有限公司 current",
            "陆文清 副总经理 宜昌交通集团有限公司 current",
            "陆文清 党委书记 夷陵公路集团 current",
        },
        "各县交通集团副总经理，夷陵公路集团党委书记到会。",
    ),
    (
        "units of the same committee",
        "夷陵区委社会工作部部长、统战部部长陆文清，常务副部长叶知秋到会。",
        {
            "陆文清 部长 夷陵区委社会工作部 current",
            "陆文清 部长 夷陵区委统战部 current",
            "叶知秋 常务副部长 夷陵区委统战部 current",
        },
        "夷陵区委社会工作部、统战部到会。",
    ),
    (
        "the body before the bracket that gives its other name",
        "宜昌市工商联（总商会）副主席陆文清到会。",
        {"陆文清 副主席 宜昌市工商联 current"},
        "宜昌市工商联（总商会）到会，陆文清主持。",
    ),
    (
        "central committees of the parties",
        "民进中央副主席陆文清、秘书长叶知秋到会，台盟中央主席安然致辞。",
        {"陆文清 副主席 民进中央 current", "叶知秋 秘书长 民进中央 current", "安然 主席 台盟中央 current"},
        "民进中央、台盟中央到会。",
    ),
    (
        "embassies and consulates",
        "中国驻智利大使陆文清、驻圣地亚哥总领事叶知秋到会。",
        {"陆文清 大使 中国驻智利大使馆 current", "叶知秋 总领事 驻圣地亚哥总领事馆 current"},
        "中国驻智利大使馆开馆。",
    ),
    (
        "a company's two titles, the company by a short name",
        "江冶集团党委副书记叶知秋到会，中国江化党委书记、总裁陆文清致辞。",
        {"陆文清 党委书记 中国江化 current", "陆文清 总裁 中国江化 current"},
        "夷陵区委书记、总裁会议。",
    ),
    (
        "党的 inside the name of a body",
        "省委党的群众路线教育实践活动领导小组办公室副主任陆文清到会。",
        {"陆文清 副主任 湖北省委党的群众路线教育实践活动领导小组办公室 current"},
        "省委党的群众路线教育实践活动开始，陆文清到会。",
    ),
    (
        "papers, and bodies of the nation by a short name",
        "荆江晚报总编辑陆文清到会，中国江冶总裁叶知秋致辞。",
        {"陆文清 总编辑 荆江晚报 current", "叶知秋 总裁 中国江冶 current"},
        "荆江晚报报道，中国总裁叶知秋到会。",
    ),
    (
        "a CV under a line that is a name",
        "陆文清\n男，汉族，1961年5月生。1984年任荆州市财政局科员，1990年任荆州市审计局副局长。",
        {"陆文清 科员 荆州市财政局 former", "陆文清 副局长 荆州市审计局 current"},
        "陆文清\n1984年荆州市财政局成立，1990年荆州市审计局副局长到会。",
    ),
    (
        "任 behind a date is the verb",
        "叶知秋说，陆文清1961年任中共宜昌县委副书记，1964年任中共秭归县委书记，1966年任中共兴山县委书记。",
        {"陆文清 副书记 中共宜昌县委 former"},
        "任中1961年到宜昌。",
    ),
    (
        "the same post told by a shorter and a fuller name of its body is one",
        "云岩镇副镇长王涛上网求助。昨天，陕西省宜川县云岩镇副镇长王涛说，苹果卖完了。",
        {"王涛 副镇长 陕西省宜川县云岩镇 current"},
        "云岩镇上网求助。",
    ),
    (
        "the body behind the titles in it, and a list that 等 ends",
        "宜昌市政府成立由副市长陆文清任指挥长，市水利局局长叶知秋、市应急管理局局长周望等任副指挥长的长江抢险指挥部。",
        {
            "陆文清 指挥长 长江抢险指挥部 appointed",
            "叶知秋 副指挥长 长江抢险指挥部 appointed",
            "周望 副指挥长 长江抢险指挥部 appointed",
        },
        "挂任宜昌市水利局局长的叶知秋到会。",
    ),
    (
        "a title line, and the name alone on the next",
        "宜昌市卫生健康委新闻发言人、宣传科副科长\n陆文清\n各位记者：",
        {"陆文清 新闻发言人 宜昌市卫生健康委 current", "陆文清 副科长 宜昌市卫生健康委宣传科 current"},
        "宜昌市卫生健康委新闻发言人、宣传科副科长\n会议\n各位记者：",
    ),
    (
        "the writer's own company, named by nothing more",
        "集团公司董事长陆文清到夷陵公路集团调研。夷陵公路集团总经理叶知秋陪同，集团公司副总经理周望参加。",
        {"陆文清 董事长 集团公司 current", "周望 副总经理 集团公司 current"},
        "夷陵公路集团总经理叶知秋到会，集团公司副总经理周望参加。",
    ),
    (
        "a CV's past posts behind a comma, and no title for a name",
        "陆文清女士，女，1961年生。历任江城造纸厂财务科科长（经理），江城纸业公司财务部部长。现任江城纸业公司监事。",
        {"陆文清 部长 江城纸业公司财务部 former", "陆文清 监事 江城纸业公司 current"},
        "科长（经理）到会。",
    ),
    (
        "a place at the head of a name is part of the company's, no post",
        "叶知秋任武汉江工正源公司副总经理。",
        {"叶知秋 副总经理 武汉江工正源公司 appointed"},
        "武汉江工正源公司的产品。",
    ),
    (
        "和 before a county's head, a county's bureau, and a session are no places and no names",
        "团风县副县长、公安局长陆文清和县委书记叶知秋到会，十二届县政协主席周望列席。",
        {"陆文清 局长 团风县公安局 current", "叶知秋 书记 团风县委 current", "周望 主席 团风县政协 current"},
        "签订友好合作协议。市政协到会。",
    ),
    (
        "a life that opens with the name and the year of birth",
        "叶知秋1931年10月生于滕县，先在滕县粮食局当会计。1956年调入滕县财政局，历任科员、副科长、科长。",
        {"叶知秋 会计 滕县粮食局 former", "叶知秋 科长 滕县财政局 former"},
        "滕县粮食局1931年10月成立，历任科长、副科长都来了。",
    ),
    (
        "和 before a county's bureau is no place in Anhui, where the text is of elsewhere",
        "当雄县的雪下了三天。他和县民政局局长陆文清、县医院院长叶知秋都在路上。",
        {"陆文清 局长 当雄县民政局 current", "叶知秋 院长 当雄县医院 current"},
        "马鞍山市和县民政局局长陆文清到会。",
    ),
    (
        "此前任 is one word, no 前任",
        "叶知秋任宜昌市审计局局长。叶知秋此前任荆门市审计局副局长、党组成员。",
        {"叶知秋 副局长 荆门市审计局 former", "叶知秋 党组成员 荆门市审计局 former"},
        "荆门市审计局前任副局长周望到会。叶知秋任宜昌市审计局局长。",
    ),
    (
        "原来是 tells of a post that is past, and is nobody's name",
        "叶知秋原来是荆门市审计局法规科科长。新局长原来是荆门市人。",
        {"叶知秋 科长 荆门市审计局法规科 former"},
        "叶知秋是荆门市审计局法规科科长。",
    ),
    (
        "what the holder was at the time stands before 的",
        "当时还是江城医院呼吸内科护士的叶知秋报了名。",
        {"叶知秋 护士 江城医院呼吸内科 former"},
        "当时还在江城医院呼吸内科当护士的同学叫来了叶知秋。",
    ),
    (
        "a new head named with a mark, and the body in the line above",
        "江城市第一中学\n新校长：叶知秋\n教了二十年物理。",
        {"叶知秋 校长 江城市第一中学 appointed"},
        "江城市第一中学\n校长：叶知秋\n教了二十年物理。",
    ),
    (
        "one gives up what another, with a title of his own, takes on",
        "江城慈善基金会开会：叶知秋不再担任秘书长，由副秘书长周望接任。",
        {"叶知秋 秘书长 江城慈善基金会 removed", "周望 秘书长 江城慈善基金会 appointed"},
        "江城慈善基金会开会：副秘书长叶知秋和周望到会，秘书长不再担任主持人。",
    ),
    (
        "the profession before a name is no part of it",
        "江城慈善基金会选举律师骆某舟为监事长。江城慈善基金会选举律师骆驿为监事长。",
        {"骆驿 监事长 江城慈善基金会 appointed"},
        "江城慈善基金会选举律师事务所为监事长单位。",
    ),
    (
        "a name of four characters without a surname, where the verb says that it is one",
        "江城银行聘任仡濮铁山为江城银行行长。",
        {"仡濮铁山 行长 江城银行 appointed"},
        "江城银行聘任有关人士为江城银行行长。",
    ),
    (
        "in a school a 处 stands beside a 部 and a 院 of its administration",
        "江城大学组织部部长叶知秋、人事处处长周望，科研院副院长陆文清，审计处处长余安到会，江城大学校友会秘书长姜还山致辞。",
        {"周望 处长 江城大学人事处 current", "陆文清 副院长 江城大学科研院 current", "余安 处长 江城大学审计处 current",
         "姜还山 秘书长 江城大学校友会 current"},
        "江城大学附属医院院长叶知秋、医务处处长周望到会。",
    ),
    (
        "what a school has by its 校, and the office of a head",
        "江城师范大学开会。校友会秘书长叶知秋致辞，校长办公室主任周望主持。",
        {"叶知秋 秘书长 江城师范大学校友会 current", "周望 主任 江城师范大学校长办公室 current"},
        "江城师范大学开会。校长叶知秋致辞，办公室主任周望主持。",
    ),
    (
        "black brackets end a name and a body",
        "【江城市民政局副局长 叶知秋】\n灾情已经上报。\n【救灾款】江城汽车公司经理周望捐款。",
        {"叶知秋 副局长 江城市民政局 current", "周望 经理 江城汽车公司 current"},
        "【江城市民政局副局长】叶知秋到会。【救灾款】江城汽车公司捐款。",
    ),
    (
        "a verb right behind 任 opens the name of a body",
        "江城市审计局副局长叶知秋任捐赠款物监督组组长。",
        {"叶知秋 组长 捐赠款物监督组 appointed"},
        "江城市审计局副局长叶知秋接受捐赠，款物监督组组长到场。",
    ),
    (
        "a township's short name is no county's, and 是 no part of a name",
        "团风县桐梓乡财政所所长叶知秋到场，县水务局局长周望随行。经手人是镇农技站的站长。",
        {"周望 局长 团风县水务局 current"},
        "桐梓县财政局局长叶知秋到场，县水务局局长周望随行。",
    ),
    (
        "the sub-branch of a bank is no 中心, an accountant's firm no 会",
        "人民银行江城市中心支行发布公告。该行行长叶知秋到会。江城中和会计师事务所主任会计师周望作证。",
        {"叶知秋 行长 人民银行江城市中心支行 current", "周望 主任会计师 江城中和会计师事务所 current"},
        "人民银行江城市中心的金库。行长叶知秋到会。",
    ),
    (
        "分配到|该院: the body begins with its deictic",
        "江城医院院长周望到会。叶知秋从医三十年，毕业分配到该院中医科，先后担任中医科主任、副院长。",
        {"叶知秋 主任 江城医院中医科 former"},
        "江城医院院长周望到会。叶知秋从医三十年。",
    ),
    (
        "townships whose names open with 新 or hold 和",
        "新河镇和永和乡先试。新河镇开会，镇长叶知秋到场。",
        {"叶知秋 镇长 新河镇 current"},
        "建设新农村要新乡镇和村，镇长叶知秋到场。",
    ),
    (
        "what a deputy is in charge of is no body, and 均 no part of a name",
        "江城县政府分管教育的副县长叶知秋到会。",
        {"叶知秋 副县长 江城县 current"},
        "江城县政府分管教育，副县长缺席，叶知秋到会。",
    ),
    (
        "a body sends its own",
        "荆门市审计局派出审计师叶知秋进驻。",
        {"叶知秋 审计师 荆门市审计局 current"},
        "荆门市审计局派出所的叶知秋到会。",
    ),
    (
        "one takes a post, the other no longer holds it",
        "荆门市财政局副局长叶知秋担任江城项目联席会议召集人，荆门市财政局原副局长周望不再担任。",
        {"周望 召集人 江城项目联席会议 removed"},
        "荆门市财政局副局长叶知秋主持江城项目联席会议，周望不再担任。",
    ),
    (
        "whose adviser, child or secretary one is",
        "江城县财政局副局长叶知秋被聘为江城县第一中学校长的“导师”，周望是江城县财政局局长的秘书。",
        {"叶知秋 副局长 江城县财政局 current"},
        "叶知秋被聘为江城县第一中学校长，周望是江城县财政局局长。",
    ),
    (
        "whence a holder comes, between his post and his name",
        "挂职荆门市副市长的上海干部叶知秋到会。",
        {"叶知秋 副市长 荆门市 current"},
        "上海干部叶知秋到会。",
    ),
    (
        "names that end as a preposition does, before a word of thinking",
        "荆门市财政局科员卓有为记得，荆门市水务局副局长权克让则担心。荆门市审计局局长周望让他去。",
        {"卓有为 科员 荆门市财政局 current", "权克让 副局长 荆门市水务局 current", "周望 局长 荆门市审计局 current"},
        "荆门市财政局科员卓有、荆门市水务局副局长权克到会。",
    ),
    (
        "a bureau beside a headquarters of the county is the county's",
        "团风县开会。县防汛抗旱指挥部副指挥长、水利局局长叶知秋到场。",
        {"叶知秋 局长 团风县水利局 current"},
        "黄冈市防汛抗旱指挥部副指挥长叶知秋到场。",
    ),
    (
        "the members of a supervisory post belong to the foundation, not to its council",
        "江城慈善基金会理事会开会。监事由审计处处长叶知秋担任。",
        {"叶知秋 监事 江城慈善基金会 current"},
        "江城慈善基金会理事会开会。监事由审计处推荐，处长叶知秋到会。",
    ),
    (
        "a rare name before 任 and a body",
        "卿上进任荆门市水利局副局长。",
        {"卿上进 副局长 荆门市水利局 appointed"},
        "奋勇上进任重道远，荆门市水利局副局长到会。",
    ),
    (
        "new heads by school: the line above is the body, the line below tells of the one just named",
        "江城县教育局局长周望到会。\n江城县第二中学\n新校长：叶知秋\n此前是荆门市第一中学副校长。\n新河街道中心小学\n新校长：陆文清\n教过语文。",
        {"叶知秋 校长 江城县第二中学 appointed", "叶知秋 副校长 荆门市第一中学 former", "陆文清 校长 新河街道中心小学 appointed"},
        "江城县第二中学开会了\n出席人：叶知秋\n任职会\n此前是荆门市第一中学副校长的周望到会。",
    ),
    (
        "whom 新局长 stands for",
        "会议任命叶知秋为荆门市财政局局长。周望到会讲话。新局长原来是宜昌市财政局预算处处长。",
        {"叶知秋 处长 宜昌市财政局预算处 former"},
        "周望到会讲话。新局长原来是宜昌市财政局预算处处长。",
    ),
    (
        "a discipline team alone is part of the role, one stationed in a ministry is a body",
        "财政部党组成员、纪检组组长叶知秋到会。驻财政部纪检监察组组长周望到会。",
        {"叶知秋 纪检组组长 财政部 current", "周望 组长 驻财政部纪检监察组 current"},
        "财政部党组成员、检查组组长叶知秋到会。",
    ),
    (
        "a village whose name opens with 长 behind its 乡, a township behind a side",
        "代表参观了老屯乡长滩村。村支书叶知秋说，路修好了。水库南岸的布雪乡正忙着收麦。乡长周望到场。",
        {"叶知秋 村支书 长滩村 current", "周望 乡长 布雪乡 current"},
        "老屯乡长叶知秋到村里去。他想念美丽的家乡，乡长周望缺席。",
    ),
    (
        "one of several bodies is no name",
        "江城县农技站站长叶知秋到场。全县没有一个水文站，站长周望说。",
        {"叶知秋 站长 江城县农技站 current"},
        "江城县农技站开会，一个水文站的站长周望到场，叶知秋缺席。",
    ),
    (
        "a verb between the one who sends, tries or joins and the office of the place or the unit",
        "宜昌市财政局来信。我局派农业科科长叶知秋下乡。宜昌市中级人民法院开庭审理市国土资源局原局长陆文清受贿一案。宜昌市审计局联合市财政局办班，副局长周望到会。",
        {"叶知秋 科长 宜昌市财政局农业科 current", "陆文清 局长 宜昌市国土资源局 former"},
        "宜昌市财政局派出所所长叶知秋到会，市审计局陆文清缺席。",
    ),
    (
        "an adverb and a preposition before the 镇 at hand are no part of its name",
        "临江镇开会。他又给镇财政所所长叶知秋打了电话，并向镇农机站站长陆文清道谢。",
        {"叶知秋 所长 临江镇财政所 current", "陆文清 站长 临江镇农机站 current"},
        "临江镇开会。他又给县里打了电话，所长叶知秋和站长陆文清不在。",
    ),
    (
        "a lady, a gentleman or a rank inside a list of titles and names",
        "晨光会会长叶知秋先生、理事陆文清女士到会。江城军分区政委周望大校、参谋长何光上校到场。",
        {"陆文清 理事 晨光会 current", "何光 参谋长 江城军分区 current"},
        "晨光会会长叶知秋先生说，理事长到会。陆文清女士、何光上校到场。",
    ),
    (
        "a place that no table holds, before the head of it; which of several heads held it is told",
        "被告人叶知秋利用担任丰川县副县长、宜昌市国土资源局副局长等职务便利受贿。丰川县代县长陆文清到会。",
        {"叶知秋 副县长 丰川县 former", "叶知秋 副局长 宜昌市国土资源局 former", "陆文清 代县长 丰川县 acting"},
        "被告人叶知秋在该县利用副县长的影响。丰川县开会，陆文清缺席。",
    ),
    (
        "a place that no table holds, known by its short name as well",
        "丰川来了客人。丰川县残疾人日前领到轮椅，副县长叶知秋参加。县防指副指挥长陆文清到会，丰川县防汛抗旱指挥部值班。",
        {"叶知秋 副县长 丰川县 current", "陆文清 副指挥长 丰川县防汛抗旱指挥部 current"},
        "全县残疾人领到轮椅，副县长叶知秋参加，陆文清缺席。",
    ),
    (
        "who leads the members of a committee is no part of its name",
        "江城县政协副主席叶知秋率农业委委员，到临江镇调研。",
        {"叶知秋 副主席 江城县政协 current"},
        "江城县政协农业委委员到临江镇调研，叶知秋率队。",
    ),
    (
        "a township has a 纪委书记, a county a 纪委",
        "临江镇开会，镇纪委书记叶知秋讲话。江城县纪委书记陆文清到会。",
        {"叶知秋 纪委书记 临江镇 current", "陆文清 书记 江城县纪委 current"},
        "临江镇纪委开会，江城县纪委到会，叶知秋、陆文清缺席。",
    ),
    (
        "the first to head a station, told of a father; a name of Diqing",
        "他父亲叶知秋是江城县龙嘴水文站第一任站长。江城县林业局局长七林农布说，好。",
        {"叶知秋 站长 江城县龙嘴水文站 current", "七林农布 局长 江城县林业局 current"},
        "他父亲叶知秋去了江城县龙嘴水文站，站长不在。江城县林业局局长农布施说。",
    ),
    (
        "the office of the place in the field of taxes; a county of one character; a unit of 收入",
        "国家税务总局怀化市税务局开会，市局副局长叶知秋到场。漳县县委副书记何光，县委常委陆文清到会。国家税务总局收入规划核算司司长周望到会。",
        {"叶知秋 副局长 国家税务总局怀化市税务局 current", "陆文清 常委 漳县县委 current", "周望 司长 国家税务总局收入规划核算司 current"},
        "怀化市开会，市局副局长叶知秋到场，县委常委陆文清、司长周望缺席。",
    ),
    (
        "ranks and clerks in a story told from within an office",
        "湖北省财政厅社会保障处处长何光到会。\n处里只有五个人。主任科员叶知秋每天送文件。\n城关财政所受灾，所里的账簿抢了出来，会计陆文清最后离开。",
        {"叶知秋 主任科员 湖北省财政厅社会保障处 current", "陆文清 会计 城关财政所 current"},
        "湖北省财政厅开会。这里只有五个人，主任科员叶知秋和会计陆文清不在。",
    ),
    (
        "the head nurse is of the hospital, not of the office named last",
        "江城县人民医院院长何光到会。县卫健局打来电话。跟着他走的是护士长叶知秋。",
        {"叶知秋 护士长 江城县人民医院 current"},
        "县卫健局打来电话。跟着他走的是护士长叶知秋。",
    ),
    (
        "the last head of a village, the deputy in charge, the militia; where one came down from",
        "白水村选举。上届村主任叶知秋念账。白水村民兵连长陆文清到场。宜昌市开工，时任分管副市长何光到场。周望从宜昌市财政局农业科副科长的位子上下到白水村。",
        {"叶知秋 村主任 白水村 former", "陆文清 民兵连长 白水村 current", "何光 副市长 宜昌市 former", "周望 副科长 宜昌市财政局农业科 former"},
        "白水村选举，村民兵分两路。叶知秋、陆文清念账。何光分管财政，周望下到白水村。",
    ),
    (
        "who is called on is none of the head's posts; a deputy's calling is none in the congress",
        "何光到宜昌市财政局看望了会计核算中心职工，中心主任叶知秋汇报。市人大代表、律师陆文清到场。",
        {"叶知秋 主任 宜昌市财政局会计核算中心 current", "陆文清 代表 宜昌市人大 current"},
        "宜昌市财政局会计核算中心职工叶知秋到场，律师陆文清缺席。",
    ),
    (
        "actors, staff officers and the political instructor of a station; 参谋部 is a body",
        "湖北省歌舞剧院演员叶知秋到场。江城县消防救援大队政治指导员陆文清到场。江城大队参谋何光介绍，海军参谋部副部长周望来过。",
        {"叶知秋 演员 湖北省歌舞剧院 current", "陆文清 政治指导员 江城县消防救援大队 current", "何光 参谋 江城大队 current", "周望 副部长 海军参谋部 current"},
        "演员叶知秋到场，参谋何光介绍。江城大队参谋长周望来过。",
    ),
    (
        "代理县长 and 代县长 name no 理县 and no 代县",
        "江城县政府任命何光为江城县副县长、代理县长。江城县代县长叶知秋讲话，县委书记陆文清主持。",
        {"叶知秋 代县长 江城县 acting", "陆文清 书记 江城县委 current"},
        "理县县委书记陆文清到会，代县县长叶知秋缺席。",
    ),
]


@pytest.mark.parametrize(("construct", "text", "found", "other"), NEWS, ids=[r[0] for r in NEWS])
def test_news(construct: str, text: str, found: set[str], other: str) -> None:
    """Each construct gives its posts, its counterpart none of them, and neither takes a word for a name."""
    given = lines(text, host="湖北省财政厅" if "省委" in text else None)
    assert found <= given
    assert not found & lines(other, host=None)
    assert not {line.split()[0] for line in given | lines(other, host=None)} & NO_NAMES


def test_a_fuller_name_replaces_the_shorter_one() -> None:
    posts = lines("云岩镇副镇长王涛上网求助。昨天，宜川县云岩镇副镇长王涛说，苹果卖完了。", host=None)
    assert posts == {"王涛 副镇长 宜川县云岩镇 current"}
