"""Ordinary sentences that look like a construct of posts, money or dates and are another thing."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document, Event, Fact, Membership

POSTS = [
    # the office of one who heads it, whichever was named last
    (
        "任命叶知秋为宜昌市财政局局长；免去汤建明的宜昌市教育局局长职务。叶知秋接任局党组书记。",
        {"叶知秋 局长 宜昌市财政局 appointed", "汤建明 局长 宜昌市教育局 removed", "叶知秋 党组书记 宜昌市财政局 appointed"},
    ),
    # the only group that is named before
    ("河海集团向河源市慈善总会捐赠300万元。集团董事长叶知秋讲话。", {"叶知秋 董事长 河海集团 current"}),
    ("远山集团、河海集团签约。集团董事长叶知秋讲话。", {"叶知秋 董事长 集团 current"}),
    # the head of a body and his name are no place
    ("局长沙明远介绍情况。", set()),
    ("湖南省省长沙明远介绍情况。", {"沙明远 省长 湖南省 current"}),
    # whom others' deaths, dismissals and punishments are told by keeps the post
    ("县委书记叶知秋今天看望慰问了因公牺牲民警的家属。", {"叶知秋 书记 县委 current"}),
    ("县公安局局长叶知秋在讲话中回顾了两名民警英勇牺牲的经过。", {"叶知秋 局长 县公安局 current"}),
    ("县委书记叶知秋说，谁完不成任务就地免职。", {"叶知秋 书记 县委 current"}),
    ("县纪委书记叶知秋介绍，去年全县有3人受到撤职处分。", {"叶知秋 书记 县纪委 current"}),
    ("县教育局副局长叶知秋因年龄原因，自然免职。", {"叶知秋 副局长 县教育局 removed"}),
    ("快退休的县教育局局长叶知秋依然坚守岗位。", {"叶知秋 局长 县教育局 current"}),
    # the next person of the sentence, one pointed to, and the object of a verb hold no post
    ("县教育局局长，刘家大女儿叶知秋很自豪。", set()),
    ("县委书记叶知秋来到学校看望教师。这位县一中的教师已从教三十年。", {"叶知秋 书记 县委 current"}),
    ("举报县农业局局长的是叶知秋。", set()),
    # one of the family, the one who follows in the post, and whoever is met
    ("叶知秋是远山集团创始人。其子任县工商联副主席。", {"叶知秋 创始人 远山集团 current"}),
    ("叶知秋升任县委常委，接任县委办公室主任的是汤建明。", {"叶知秋 常委 县委 appointed", "汤建明 主任 县委办公室 appointed"}),
    ("县长叶知秋的堂弟叶向阳任远山集团总经理。", {"叶向阳 总经理 远山集团 appointed"}),
    # a commission of the government is none of the 政协
    ("市政协主席会议视察农业生产。农业农村委主任叶知秋汇报情况。", {"叶知秋 主任 农业农村委 current"}),
    # brands, words of time and guests are no holders and no bodies
    ("免去王牌电器集团董事长职务，由叶知秋接任。", {"叶知秋 董事长 王牌电器集团 appointed"}),
    ("山东第一进出口公司总经理叶知秋到场。", {"叶知秋 总经理 山东第一进出口公司 current"}),
    ("县财政局副局长王储与叶知秋参加会议。", {"王储 副局长 县财政局 current", "叶知秋 副局长 县财政局 current"}),
    ("江南集团召开董事会\n5月3日，江南水务集团总经理何光来访，集团董事长叶知秋会见。", {"何光 总经理 江南水务集团 current", "叶知秋 董事长 江南集团 current"}),
    # a post of one's own work, one in charge, and more posts than holders are handed to nobody
    ("县财政局局长叶知秋说，这一工作由副局长程立民负责。", {"叶知秋 局长 县财政局 current", "程立民 副局长 县财政局 current"}),
    ("县财政局局长叶知秋说，该工作由副局长程立民任组长的专班推进。", {"叶知秋 局长 县财政局 current", "程立民 副局长 县财政局 current"}),
    ("黄冈市诗词学会会长、秘书长、理事分别由叶知秋、程立民担任。", set()),
    ("安平县代理县长职务由叶知秋担任。", {"叶知秋 代理县长 安平县 acting"}),
    # before a meeting is no brand; a trade is no house; a rank is held where one is employed
    ("发布会前董事长叶知秋到场。签约仪式前总经理程立民到场。", set()),
    ("大数据分析师叶知秋到会。互联网分析师程立民到会。", set()),
    ("叶知秋任黄冈市副市长。\n叶知秋，男，1965年8月生，高级工程师。", {"叶知秋 副市长 黄冈市 appointed"}),
    ("签约仪式结束，金沙江水务前董事长叶知秋到场。", {"叶知秋 董事长 金沙江水务 former"}),
    # rivers of a sort, a small village, a board without its zone
    ("三条河河长叶知秋到会。这条河河长程立民到会。", set()),
    ("小城村村支书叶知秋到会。", {"叶知秋 村支书 小城村 current"}),
    # who leaves in the clause behind
    ("叶知秋2010年任江北县县长，2016年书记离任，他主持县委工作。", {"叶知秋 县长 江北县 appointed"}),
    ("叶知秋2010年任江北县县长，2016年底离任。", {"叶知秋 县长 江北县 former"}),
    # the union of a school whose unit is named, and 第一中学 is no 第一中
    (
        "江北县第一中学德育办主任叶知秋、团委书记程立民到会。",
        {"叶知秋 主任 江北县第一中学德育办 current", "程立民 团委书记 江北县第一中学 current"},
    ),
    # 第三小学 is no 三小
    ("县第三小学组织活动，校长叶知秋到会。", {"叶知秋 校长 县第三小学 current"}),
    ("江北二小组织活动，校长叶知秋到会。", {"叶知秋 校长 江北二小 current"}),
    # roads and houses behind a 市
    ("上海市长海路225号停了一辆车。", set()),
    ("上海市长海医院院长叶知秋到会。", {"叶知秋 院长 上海市长海医院 current"}),
    ("上海市长宁路88号的远山公司经理叶知秋到会。", {"叶知秋 经理 远山公司 current"}),
    ("上海市长寿路小学校长叶知秋到会。", {"叶知秋 校长 上海市长寿路小学 current"}),
    ("上海市长江路派出所所长叶知秋到会。", {"叶知秋 所长 上海市长江路派出所 current"}),
    ("上海市市长海明到会。", {"海明 市长 上海市 current"}),
    # the term of one who is met, a post in a school by correspondence, the 和 before one's colleagues
    ("在任县委书记期间，叶知秋多次找他谈话。", set()),
    ("江北大学校长叶知秋和教授主持会议。", {"叶知秋 校长 江北大学 current"}),
    ("江北大学校长叶知秋和教授、学生座谈。", {"叶知秋 校长 江北大学 current"}),
    ("江北大学校长包信和院士到会。", {"包信和 校长 江北大学 current"}),
    # who comes to see a house is none of its own; the ordinal of a festival is its own
    ("在远山集团，县工会主席叶知秋慰问职工。", {"叶知秋 主席 县工会 current"}),
    ("走进江岸公司，宣传部部长叶知秋说，这里变了样。", {"叶知秋 部长 宣传部 current"}),
    ("在江岸公司，质检部部长叶知秋介绍情况。", {"叶知秋 部长 江岸公司质检部 current"}),
    ("第十届文化节组委会主任叶知秋到会。", {"叶知秋 主任 第十届文化节组委会 current"}),
    ("第三届黄冈市诗词学会会长叶知秋到会。", {"叶知秋 会长 黄冈市诗词学会 current"}),
    # verbs inside the names of bodies
    ("国家开发银行支持企业发展部主任叶知秋到会。", {"叶知秋 主任 国家开发银行支持企业发展部 current"}),
    ("湖北省来访接待中心主任叶知秋到会。", {"叶知秋 主任 湖北省来访接待中心 current"}),
    ("黄冈市换届改选工作领导小组组长叶知秋到会。", {"叶知秋 组长 黄冈市换届改选工作领导小组 current"}),
    ("应镇镇长叶知秋到会。", {"叶知秋 镇长 应镇 current"}),
    ("黄冈市商会副会长企业江岸公司总经理叶知秋到会。", {"叶知秋 总经理 江岸公司 current"}),
    ("湖北省5个一工程办公室主任叶知秋到会。", {"叶知秋 主任 湖北省5个一工程办公室 current"}),
    ("黄冈市审计局组织检查，组长叶知秋到会。江岸大学主管科技副校长程立民到会。", {"程立民 副校长 江岸大学 current"}),
    # given names that end as a predicate begins
    ("县教育局局长王东来调研。县民政局局长王世同去了武汉。", {"王东来 局长 县教育局 current", "王世同 局长 县民政局 current"}),
    ("县教育局局长马向前来迎接。县民政局局长陆文来慰问。", {"马向前 局长 县教育局 current", "陆文 局长 县民政局 current"}),
    # a dot and a blank; a city abroad and a friend's; a hospital and schools; rotation
    ("哈萨克斯坦总统卡西姆· 托卡耶夫到会。", {"卡西姆·托卡耶夫 总统 哈萨克斯坦 current"}),
    ("美国友好城市市长叶知秋到会。", set()),
    ("十二院校签约，院长叶知秋到会。一院两区开工，院长程立民到会。", set()),
    ("叶知秋、程立民等省委常委的秘书到会。", set()),
    ("北岭大学代表团赴南山大学考察交流\n5月3日，副校长叶知秋带队前往南山大学考察交流。", {"叶知秋 副校长 北岭大学 current"}),
]  # fmt: skip

MONEY = [
    # counts of people and shares
    ("省财政拨付2亿元，安排3万困难群众生活补助资金。", ["2亿元"]),
    ("公司发行5000万股募集资金3亿元。", ["3亿元"]),
    ("省财政安排3.6亿专项资金。", ["3.6亿"]),
    ("县里安排5万在校学生体检。县里安排2.6万在编教师轮训。", []),
    ("县里投入300万在清河镇修路。", ["300万"]),
    # money for what an audit found wrong is paid; what was found is not
    ("市财政安排整改资金300万元，用于污水处理厂改造。", ["300万元"]),
    ("审计发现问题资金300万元。", []),
    ("县财政向未通过低保审核但困难的家庭发放救助金20万元。", ["20万元"]),
    ("县医保局为少缴费困难群众代缴参保费20万元。", ["20万元"]),
    ("县财政局落实关于支持老区发展的意见，安排资金300万元，办理关于解决饮水困难的建议12件。", ["300万元"]),
    # what a thing cost before, or costs elsewhere
    ("市图书馆花费30万元购买古籍一套，市场价为50万元。", ["30万元"]),
    # a range whose second end has no 元, and a count behind 到
    ("县财政拨付300万元至500万用于抗旱。", ["300万元至500万"]),
    ("省财政下达补助资金4000万元到11个乡镇。", ["4000万元"]),
    # columns of sums whose titles hold a word of quantity
    ("省财政下达资金500万元。\n单位：万元\n地区　床位建设补助\n柳河县　300\n松山县　200", ["200", "300", "500万元"]),
    # words of what is owed, sought, lost or won inside the name of what is paid
    ("县政府拨付农民工追讨欠薪应急周转金500万元。", ["500万元"]),
    ("省财政下达追讨欠薪专项工作经费60万元。", ["60万元"]),
    ("市政府安排打击逃税专项经费120万元。", ["120万元"]),
    ("税务部门对举报偷税漏税的群众发放奖励金5万元。", ["5万元"]),
    ("县财政从彩票奖池调节基金中安排资金200万元。", ["200万元"]),
    ("彩票公益金资助运动员奖金50万元。", ["50万元"]),
    ("公安局发放悬赏金20万元。", ["20万元"]),
    ("县财政补助企业研发费用800万元。", ["800万元"]),
    ("县财政兑现企业最高奖补300万元。", ["300万元"]),
    ("县里未能按时发放补贴款30万元。", []),
    # what others asked for, got or promised before is given now
    ("省财政厅根据县里请示安排救灾资金500万元。", ["500万元"]),
    ("县政府采纳建议，拨款80万元修桥。", ["80万元"]),
    ("该县申报国家项目获批，项目资金2000万元已到账。", ["2000万元"]),
    ("县里申请上级支持，资金3亿元已下达。", ["3亿元"]),
    ("对新认定的12家高新技术企业，市财政兑现奖励600万元。", ["600万元"]),
    ("县财政拨付资金600万元，工程尾款未付。", ["600万元"]),
    ("政府偿还3亿元的债务。", ["3亿元"]),
    ("县里退还企业300万元质保金。", ["300万元"]),
    ("到2023年底，县里将投入超过3亿元改造管网。", ["3亿元"]),
    ("民警拒收锦旗后为困难户捐款2000元。", ["2000元"]),
    ("县里剔除不合格项目后安排资金3亿元。", ["3亿元"]),
    ("学校为困难学生饭卡充值12万元。", ["12万元"]),
]

EVENTS = [
    # what brackets tell goes on within them, and no further
    ("大桥（2019年5月开工，10月合龙，次年3月通车）已成为地标。6月，养护队进场。", ["2019-05", "2019-10", "2020-03", "2023-06"]),
    # a minute's 时间 says when; the page's says when it was put up
    ("座谈会纪要\n时间：2023年4月10日\n地点：县政府三楼\n次日，县里部署防汛工作。", ["2023-04-10", "2023-04-11"]),
    ("柳河县召开座谈会\n更新时间：2023年4月10日\n4月8日，县里召开座谈会。", ["2023-04-08"]),
    # today's day of another year
    ("三年前的今天，洪水冲走了桥。昨天，新桥通车。", ["2023-06-14"]),
    # who reports or enrols on a day, and the paper of that day
    ("9月1日报到，次日开课。", ["2023-09-01", "2023-09-02"]),
    # papers named by a place or a virtue, and words that end in what begins a day
    ("据光明日报报道，县里修了路。昆明日报刊文介绍该县。", []),
    ("文明日活动在广场举行。如今日子好过了。", []),
    ("前晚的大雨淹了两户人家。", ["2023-06-13"]),
    ("叶知秋生前晚年住在县城。开饭前晚霞很美。产前晚孕妇女要检查。", []),
    # 是年 of a chronicle, not 是 before a word that begins with 年, 月, 日
    ("1949年，县里修渠。是年，粮食丰收。", ["1949", "1949"]),
    ("1949年，县里修渠。是年收入过万的村。是年青一代的功劳。是年检合格的车。", ["1949"]),
    ("1949年5月，县里修渠。是月收入最高的一次。", ["1949-05"]),
    ("1949年5月3日，解放军进城。是日上午，县里成立委员会。", ["1949-05-03", "1949-05-03"]),
    ("1949年5月3日，解放军进城。是日光温室的雏形。是日夜奋战的成果。", ["1949-05-03"]),
    # figures that look like months, and years that are no pair
    ("1998.7-2003.9任县农业局局长。", ["1998-07/2003-09"]),
    ("指数在2015.5-2016.8点之间。面积为2015.5-2016.8平方米。比分为1998.7-2003.9分。", []),
    ("2016、2017两年，全县修路30公里。", ["2016/2017"]),
    ("1988、2019两年来的人都记得。", []),
    # 青年节|目, 劳动节|能 and scores
    ("全国青年节目汇演。全国劳动节能周。", []),
    ("5月20日，县里开会。\n8:30 签到\n9:30 开幕", ["2023-05-20", "2023-05-20T08:30", "2023-05-20T09:30"]),
    ("5月20日，县队比赛。\n3:10不敌客队。", ["2023-05-20"]),
    ("5月20日9 时 30 分，县里开会。", ["2023-05-20T09:30"]),
    ("2018年的春天般温暖。", []),
    # the number of an entry, behind which its month stands
    ("柳河县大事记\n1.1月1日，县里并轨。\n10.3月2日，县里开会。", ["2023-01-01", "2023-03-02"]),
    # a chronicle of two headings
    ("青石县大事记\n（2022年3月）\n县里召开防汛会议。\n（2022年4月）\n县里召开春耕会议。", ["2022-03", "2022-04"]),
]


def facts(text: str) -> tuple[Fact, ...]:
    return extract(Document("d", text, published="2023-06-15")).facts


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts(text: str, posts: set[str]) -> None:
    assert {f"{f.person} {f.role} {f.organization} {f.status}" for f in facts(text) if isinstance(f, Membership)} == posts


@pytest.mark.parametrize(("text", "amounts"), MONEY)
def test_money(text: str, amounts: list[str]) -> None:
    assert sorted(f.amount_text for f in facts(text) if isinstance(f, Allocation)) == amounts


@pytest.mark.parametrize(("text", "dates"), EVENTS)
def test_events(text: str, dates: list[str]) -> None:
    assert sorted(f.date for f in facts(text) if isinstance(f, Event)) == dates


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2015年当选村主任。", "当选村主任"),
        ("当地时间6月3日，总统辞职。", "总统辞职"),
        ("北京时间6月3日，飞船发射成功。", "飞船发射成功"),
        ("公示时间为6月10日。", "公示时间"),
        # words that begin with an adverb or a preposition
        ("6月10日就业服务中心揭牌。", "就业服务中心揭牌"),
        ("6月10日共青团县委召开会议。", "共青团县委召开会议"),
        ("6月10日后就业人数增加。", "就业人数增加"),
        ("6月10日起火原因查明。", "起火原因查明"),
        ("6月10日6时起床铃响。", "起床铃响"),
        ("6月10日的确下雨了。", "的确下雨了"),
        ("6月10日，以色列代表团到达，县长会见。", "以色列代表团到达"),
        ("6月10日，经验交流会召开，县长讲话。", "经验交流会召开"),
        ("6月10日，经省政府批准，县里撤县设市。", "县里撤县设市"),
        ("在6月10日召开的县委全会上，叶知秋当选县委副书记。", "叶知秋当选县委副书记"),
        ("6月10日，警方通报称，嫌疑人已被抓获。", "警方通报称嫌疑人已被抓获"),
        ("6月10日，县里接到群众报告称，大坝出现裂缝。", "县里接到群众报告称"),
        ("6月10日，如皋市召开会议。", "如皋市召开会议"),
        ("6月10日，村民看到，河水涨了。", "村民看到河水涨了"),
    ],
)
def test_what_it_is_the_time_of(text: str, label: str) -> None:
    assert [f.label for f in facts(text) if isinstance(f, Event)] == [label]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("项目于2020年3月开工，2021年6月竣工。", ["项目开工", "项目竣工"]),
        ("老桥建于1978年，2019年拆除。", ["老桥建于1978年", "老桥拆除"]),
        ("6月10日晚8时停电，10时恢复。", ["停电", "停电恢复"]),
        ("大会起于6月1日，止于6月3日。", ["大会起于6月1日", "止于6月3日"]),
        ("江北县6月10日电力供应紧张，11日限电。", ["江北县电力供应紧张", "江北县限电"]),
        ("新华社江北6月10日电 江北县10日举行演练。", ["江北县举行演练"]),
    ],
)
def test_what_the_clause_before_tells(text: str, labels: list[str]) -> None:
    assert [f.label for f in sorted((f for f in facts(text) if isinstance(f, Event)), key=lambda f: f.date)] == labels


@pytest.mark.parametrize("published", ["2021-13-45", "2021-02-30", "0000-01-01", "昨天", "", "2021", "2021-07"])
def test_a_publication_date_that_is_no_day(published: str) -> None:
    assert not extract(Document("d", "昨日，县里开会。", published=published)).facts


@pytest.mark.parametrize(
    ("text", "fund", "target"),
    [
        ("县里发放残疾人“两项补贴”559万元。", "残疾人“两项补贴”", None),
        ("向获奖的项目颁发奖金80万元。", "奖金", None),
        ("县里投入偿还债务准备金3亿元。", "偿还债务准备金", None),
        ("儿童医院获一名患儿家属捐赠10万元。", None, "儿童医院"),
        ("企业捐出价值60万元的大米支援灾区。", "大米", None),
        ("县里投入300万元，用于项目涉及的移民安置。", None, "项目涉及的移民安置"),
        ("县里投入300万元，用于学校明年的取暖。", None, "学校明年的取暖"),
        ("县财政安排农村公路养护补助资金3000万元。严禁将农村公路养护补助资金用于平衡预算。", "农村公路养护补助资金", "农村公路养护"),
        ("县里投入300万元用于医疗保障保基本。", None, "医疗保障保基本"),
    ],
)
def test_what_money_is_called_and_for(text: str, fund: str | None, target: str | None) -> None:
    money = [f for f in facts(text) if isinstance(f, Allocation)]
    assert [f.fund for f in money] == [fund] or target
    assert [f.target for f in money] == [target] or target is None


@pytest.mark.parametrize(
    ("text", "payer", "region"),
    [
        ("公司向银行偿还贷款300万元。", "公司", None),
        ("公司向农行申请流动资金贷款800万元，已获批。", "农行", None),
        ("县里收到捐赠后发放救助款30万元。", "县里", None),
        ("3月2日，大王镇召开会议，县里安排资金30万元。", "县里", None),
    ],
)
def test_who_pays_and_where(text: str, payer: str | None, region: str | None) -> None:
    assert [(f.payer, f.region) for f in facts(text) if isinstance(f, Allocation)] == [(payer, region)]
