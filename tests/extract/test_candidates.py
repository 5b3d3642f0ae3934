"""Which names and purposes are weighed for a sum at all: what must be among them, and what must not."""

from __future__ import annotations

import pytest

from kg.extract.allocations.draft import Draft
from kg.extract.allocations.extract import settled
from kg.extract.allocations.fund_words import clean
from kg.extract.allocations.lexicon import VERB
from kg.extract.allocations.namings import namings
from kg.extract.allocations.purposes import purposes
from kg.extract.run import states
from kg.model import Document


def last(text: str) -> Draft:
    """The last sum of the text."""
    (state,) = states(Document("d", text, published="2023-09-15"))
    return settled(state)[-1]


PURPOSES = [
    # text, offered for its last sum, not offered
    ("局长白石安介绍，水厂扩建总投资3亿元。", "水厂扩建", "局长白石安介绍"),
    ("今年泵站更新投资4亿元，其中自治区财政1亿元。", "泵站更新", "自治区财政"),
    ("乡里修路投入600万元，硬化12公里。", "修路", "硬化12公里"),
    ("乡里投入600万元，硬化机耕路12公里。", "硬化机耕路12公里", None),
    ("省财政厅发行专项债券20亿元，期限为10年，用于灌区改造。", "灌区改造", "期限为10年"),
    ("石桥水厂去年6月动工，投资1300万元。", "石桥水厂", "动工"),
    ("四是信息系统等其他项目，完成投资3亿元。", "信息系统等其他项目", "四是信息系统等其他项目"),
    ("抗旱工作总投入资金900万元。", "抗旱工作", "抗旱工作总"),
    ("县财政向12项民生工程拨付2亿元。", "12项民生工程", "项民生工程"),
    ("银行给予养殖户专项贷款80万元。", "养殖户", "予养殖户"),
    ("合作社向县农村信用联社贷款40万元，扩建鸭棚。", "扩建鸭棚", "县农村信用联社"),
    ("农村信用联社向合作社贷款40万元。", "合作社", "农村信用联社"),
    ("专户资金1.5亿元，还有从机关压减的公用经费2000万元。", None, "从机关压减的公用经费"),
    ("镇里安排冷库建设资金60万元，其中东岭村、西岭村各30万元。", "冷库建设", "东岭村、西岭村"),
    ("年度预算中，车辆购置税资金安排的公路建设支出19亿元。", "公路建设支出", "车辆购置税资金安排的公路建设支出"),
    # what stands between the verb and the name of the money
    ("省里下达我市柳河水库加固工程、青山水库加固工程2020年度投资计划6600万元。", "柳河水库加固工程、青山水库加固工程", None),
    ("农发行发放支持种业、农机等农业科技贷款400亿元，为粮食增产作出积极贡献。", "种业、农机等农业科技", "为粮食增产作出积极贡献"),
    # the head noun of a share is its purpose, what comes of it is not; a stated use is
    ("全省交通投资600亿元，其中县乡公路投资75亿元，建设进村道路8000公里。", "县乡公路", "建设进村道路8000公里"),
    ("全省交通投资600亿元，其中县乡公路投资75亿元，用于桥梁改造。", "桥梁改造", None),
    ("省里安排4亿元中央债券注入海峡铁路项目，将大大缓解工期压力。", "海峡铁路项目", "将大大缓解工期压力"),
    ("村集体再添15万元，春节前把冷库盖起来。", None, "起来"),
    ("青岭抽水蓄能电站开工，装机1200兆瓦，县财政投资83亿元。", None, "装机1200兆瓦"),
    ("县财政投资83亿元，建设装机容量大的青岭电站。", "建设装机容量大的青岭电站", None),
    ("集团向社会捐赠1.6亿元，打造了一批慈善项目。", "社会", "打造了一批慈善项目"),
    ("村里投入350万元，建起了茶厂。", "建起了茶厂", None),
    # words of money and of work alone say nothing; what they are about does
    ("茶园扩种要300万元，所需资金由县财政解决200万元。", "茶园扩种", "所需资金"),
    ("两所学校均已交付使用，完成投资8000万元。", None, "均已交付使用"),
    ("二期工程完成投资8000万元。", "二期工程", "完成投资"),
    ("县里拨付9万元，村里建起12个鸭棚。", "鸭棚", "起12个鸭棚"),
    # the subject of a clause, and what it stands for
    ("清溪隧道是全县最长的隧道，全长4公里，概算总投资9亿元，由县财政安排。", "清溪隧道", "概算"),
    ("厨房设备由县教育局统一采购，花了26万元。", "厨房设备", None),
    ("代表们考察了柳河水厂扩建工程。该工程2021年5月动工，省级补助2亿元。", "柳河水厂扩建工程", "该工程"),
    ("代表们考察了柳河水厂扩建工程。该公司注册资本2亿元，由县财政出资。", None, "柳河水厂扩建工程"),
    # what is said of the money apart: in a heading, of the fund, in a sentence of its own
    ("机井配套部分分配情况如下：\n青山县300万元，白水县200万元。", "机井配套", "机井配套部分分配情况"),
    ("会议同意追加教育支出900万元，包括危房改造500万元、教师培训400万元，危房改造资金中，青山县300万元。", "危房改造", None),
    ("省财政厅下达青山县补助资金900万元。\n一、该项资金主要用于机井配套。", "机井配套", None),
    ("省财政厅下达青山县补助资金900万元。\n一、该项资金不得用于楼堂馆所建设。", None, "楼堂馆所建设"),
    # the project in the name of the money; who receives, with more than his place
    ("农发行丰城支行审批青江引水工程贷款7亿元。", "青江引水工程", "审批青江引水工程"),
    ("红十字会收到捐给台湾同胞的赈灾款200万元。", "台湾同胞", None),
    ("红十字会收到捐给台湾的赈灾款200万元。", None, "台湾"),
    ("市财政向青云融资担保有限公司注入资本金3000万元。", "青云融资担保有限公司", None),
    # how large, how far, from what money, who decided: none of them is what for
    ("松岭图书馆占地40亩，总投资1.2亿元。", None, "占地40亩"),
    ("松岭图书馆占地补偿投入1.2亿元。", "松岭图书馆占地补偿", None),
    ("从来源看，财政资金占七成多，达3.2亿元。", None, "财政资金占七成多"),
    ("养老院设备总投资3亿元，资金来自福彩公益金。", "养老院设备", "资金来自福彩公益金"),
    ("县政府第三次常务会议决定，追加260万元。", None, "县政府第三次常务会议决定"),
    ("县气象局网站公布，雷达站建设投入260万元。", "雷达站建设", "县气象局网站"),
    ("县里召开护林员表彰大会，发放奖金9万元，用于网站改版。", "网站改版", "召开护林员表彰大会"),
    ("该院由自治区教育厅补助120万元兴建。", None, "兴建"),
    ("合作社申报的冷链项目获批，省财政补助80万元。", "合作社申报的冷链项目", "项目获批"),
    ("青山、白水、黄土三地渠道衬砌依次为30万元、20万元和10万元。", "青山、白水、黄土三地渠道衬砌", "青山、白水、黄土三地渠道衬砌依次"),
    # whose account; a purpose in a word, behind a date, before 的; what so much is put into
    ("草原奖补直达牧户存折，今年兑付5000万元。", "牧户", None),
    ("督查组直达现场，县里拨付5000万元。", None, "现场"),
    ("省财政预拨5000万元应急，随后又拨1亿元。", None, "应急，随后又拨1亿元"),
    ("省财政预拨5000万元应急。", "应急", None),
    ("省财政预拨5000万元应急物资采购款。", None, "应急"),
    ("县刺绣协会自筹8万元，于10月1日办起了绣品展。", "办起了绣品展", None),
    ("省级资金中用于渠道衬砌的1200万元不得调整用途。", "渠道衬砌", None),
    ("重点补助乡镇敬老院1.6亿元。", "乡镇敬老院", None),
    ("重点落实补助资金1.6亿元。", None, "资金"),
    ("县财政投入6800万元的青湾河堤相继建成。", "青湾河堤", None),
    ("拨付6800万元的通知已经印发。", None, "通知"),
    ("双方就“山区特色农业”项目完成谈判。项目总投资18亿元，由县财政安排。", "“山区特色农业”项目", None),
    # what a share opens with; what its own head says goes before what comes of it
    ("全乡整合资金900万元，投向养蜂的有30万元，新修水窖12口。", "养蜂", "新修水窖12口"),
    ("全乡整合资金900万元，投到户的有30万元，新修水窖12口。", "新修水窖12口", None),
    ("全乡整合资金900万元，其中公路占了大头，达500万元，修通8公里。", "公路", "修通8公里"),
    ("县财政安排900万元，其中水窖修缮30处，投入90万元。", "水窖修缮30处", None),
    ("全省交通投资600亿元，其中水毁路段修复安排75亿元，新铺沥青8公里。", "水毁路段修复", "新铺沥青8公里"),
    ("全省交通投资600亿元，其中水利厅安排75亿元，新铺沥青8公里。", "新铺沥青8公里", "水利厅"),
    ("县里向商务厅拨付900万元。", "商务厅", None),
    # other money, and money compared with other money
    ("县里拨付80万元用于修渠，其余用于护林。", "修渠", "护林"),
    ("县里拨付80万元，用于其余水渠的修缮。", "其余水渠的修缮", None),
    ("县财政安排补助资金600万元，为去年的3倍多。", None, "为去年的3倍多"),
    ("县财政安排600万元，为去年受灾的农户建房。", "为去年受灾的农户建房", None),
    ("县里拨付80万元，是今年第三笔。", None, "是今年第三笔"),
    ("县里拨付80万元，支出列“2130599其他”科目。", None, "支出列“2130599其他”科目"),
    ("水窖要修，县财政拨付80万元，已打卡到户。", "水窖", "已打卡到户"),
    ("县里把各类扶持资金捆在一起，安排80万元。", None, "把各类扶持资金捆在一起"),
    ("县里安排80万元，把扶持资金的账目整理成册。", "把扶持资金的账目整理成册", None),
    ("镇里拿出80万元，是卖掉旧仓库换来的。", None, "是卖掉旧仓库换来的"),
    ("镇里拿出80万元，修好换来的旧仓库。", "修好换来的旧仓库", None),
    ("资金由县乡两级分担，安排80万元。", None, "资金由县乡两级分担"),
    ("县里拨付80万元，园区主任白石安陪同考察。", None, "园区主任白石安陪同考察"),
    ("县里拨付80万元，用于党员干部参加培训。", "党员干部参加培训", None),
    ("县里拨付80万元，用于巩固脱贫成果同乡村振兴有效衔接。", "巩固脱贫成果同乡村振兴有效衔接", None),
    ("水窖要修，县财政为此每年拨付80万元。", None, "此每年"),
    ("县里拨付80万元，用于此次水毁修复。", "此次水毁修复", None),
    ("县里向上述两县拨付80万元。", None, "上述两县"),
    # 对口 is no 对; a purpose behind 用在; what a label says
    ("水窖缺的12万元由对口支援的青山县农牧局解决。", None, "口支援的青山县农牧局解决"),
    ("合作社收到捐款60万元，统一用在鸭棚改造上。", "鸭棚改造", "鸭棚改造上"),
    ("省财政厅下达青山县补助资金900万元。\n资金投向：机井配套、渠道衬砌，由县里自主择定。", "机井配套、渠道衬砌", None),
    ("省财政厅下达青山县补助资金900万元。\n资金来源：车辆购置税、机井配套费。", None, "车辆购置税、机井配套费"),
    # a place within a name cuts nothing; who built it and 给予 are cut off
    ("柳城河北岸公园，资金投入465万元。", "柳城河北岸公园", "岸公园"),
    ("去年河北旧渠更换，资金投入465万元。", "旧渠更换", None),
    ("村头大桥由青山县援建，总投资3000万元。", "村头大桥", "村头大桥由青山县援建"),
    ("县财政对6家示范养蜂场给予奖励，安排80万元。", "示范养蜂场", "奖励"),
    ("村里开展“银杏种业”专项试验。专项自2018年启动，县财政投入9亿元。", "“银杏种业”专项", None),
    ("渠道配套管网由青山县财政投资3000万元建设。", "渠道配套管网", None),
    ("我乡三年来在我县实施渠道衬砌30处，投入80万元。", "实施渠道衬砌30处", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offered", "refused"), PURPOSES)
def test_purposes_weighed(text: str, offered: str | None, refused: str | None) -> None:
    draft = last(text)
    found = [purpose.text for purpose in purposes(draft)]
    assert offered is None or offered in found
    assert refused is None or refused not in found


SHARED = [
    # what is done behind the last sum of a sentence is offered for the first one; not what other money does
    ("县里出资9万元，村民自筹3万元，乡里出2万元，打井4眼。", "打井4眼", True),
    ("县里出资9万元，村民自筹3万元，乡里出2万元，其余用于打井4眼。", "打井4眼", False),
    ("县里出资9万元修渠，村民自筹3万元，乡里出2万元打井4眼。", "打井4眼", False),
]


@pytest.mark.parametrize(("text", "phrase", "offered"), SHARED)
def test_purpose_behind_the_last_sum(text: str, phrase: str, offered: bool) -> None:
    (state,) = states(Document("d", text, published="2023-09-15"))
    assert (phrase in [purpose.text for purpose in purposes(settled(state)[0])]) is offered


@pytest.mark.parametrize(("words", "verb"), [("“两补一免”覆盖90名学生", None), ("村里盖12间", "盖"), ("投入9万元盖鸭棚", "盖")])
def test_covering_is_no_building(words: str, verb: str | None) -> None:
    assert [match[0] for match in VERB.finditer(words) if "盖" in match[0]] == ([verb] if verb else [])


NAMES = [
    ("远山集团捐赠1亿元。", "捐款", "捐赠"),
    ("远山集团接受社会捐赠1亿元。", "社会捐赠", None),
    ("全县筹得慈善助学款70万元，其中望山公司捐款50万元。", "慈善助学款", "捐款"),
    ("全县收到捐款70万元，其中望山公司捐款50万元。", "捐款", None),
    ("将1000元现金交给工作人员，张大勇捐款900元。", "捐款", "现金"),
    ("张大勇把1000元现金捐给了灾区。", "现金", None),
    ("云帆基金捐赠5000万元。", "捐款", "云帆基金捐赠"),
    ("张大勇院士领导的课题组捐资80万元，学校配套80万元，共160万元设立“清溪奖励基金”。", "“清溪奖励基金”", "课题组捐资"),
    ("省财政拿出3亿元，连同各市自筹部分，建立奶农救助资金。", "奶农救助资金", None),
    ("中央补助资金29亿元，省级财政筹集资金7亿元。", "资金", "中央补助资金"),
    ("财政部下达中央补助资金29亿元，省财政厅已拨付7亿元。", "中央补助资金", None),
    ("全市25座小型水库建设资金2000万元已下达。", "小型水库建设资金", "座小型水库建设资金"),
    ("车辆购置税资金安排的公路建设支出19亿元已下达。", "车辆购置税资金", None),
    ("中央财政下达抗旱补助2亿元。\n县救灾专户共收到各类资金1352万元。", "资金", None),
    ("中央财政下达抗旱补助2亿元，资金已到账，县里拨付1352万元。", "抗旱补助", "资金"),
    ("县里发了3万元现金，随后拨付7万元。", None, "现金"),
    ("问：今年的水利发展资金有多少？\n答：省里安排61亿元。", "水利发展资金", None),
    ("问：水利发展资金够用吗？\n答：抗旱补助已经不少，省里安排61亿元。", "抗旱补助", "水利发展资金"),
    ("有人把钱投进捐款箱。县里拿出20万元。", None, "捐款"),
    ("全县支出226万元。", None, "支出"),
    ("全县民生支出226万元。", "民生支出", "支出"),
    ("县里收到补偿款30万元，其中20万元用作后续科研经费。", "补偿款", "用作后续科研经费"),
    ("供暖改造花了860万元，全部由西山区援藏资金支付。", "西山区援藏资金", None),
    ("市里下达奖补2亿元；发放各项涉农补贴2915万元。", "涉农补贴", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "offered", "refused"), NAMES)
def test_names_weighed(text: str, offered: str | None, refused: str | None) -> None:
    draft = last(text)
    found = [naming.text for naming in namings(draft)]
    assert offered is None or offered in found
    assert refused is None or refused not in found


CLEAN = [
    ("农信社发放贷款", "贷款"),
    ("省级财政筹集资金", "资金"),
    ("个人负担部分由财政补助", "财政补助"),
    ("需资金", "资金"),
    ("仅支出", None),
    ("其中引导基金", "引导基金"),
    ("再贷款再贴现资金", "再贷款再贴现资金"),
    ("自治区财政专项", "自治区财政专项"),
    ("省级配套", "省级配套"),
    ("偿债准备金", "偿债准备金"),
    ("粮食直补", "粮食直补"),
    ("财政资金", "财政资金"),
    ("需求侧补贴", "需求侧补贴"),
    ("省级福利彩票公益金", "省级福利彩票公益金"),
    ("高龄津贴", "高龄津贴"),
    ("中期票据", "中期票据"),
    ("稳岗返还", "稳岗返还"),
    ("全部返还", None),
    ("临时救助", "临时救助"),
    ("开展救助", None),
    ("省文物局拨付的专项补助", "专项补助"),
    ("省文物局专项补助", "省文物局专项补助"),
    ("全年支出", None),
    ("教育支出", "教育支出"),
    ("向合作社贷款", None),
    ("向阳渠维修资金", "向阳渠维修资金"),
    ("转作厨工工资", None),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "name"), CLEAN)
def test_name_within_a_phrase(phrase: str, name: str | None) -> None:
    assert clean(phrase) == name


def test_name_in_the_title() -> None:
    def offered(text: str) -> list[str | None]:
        (state,) = states(Document("d", text, title="云岭县水利发展资金去向", published="2023-09-15"))
        return [naming.text for naming in namings(settled(state)[-1])]

    assert "水利发展资金" in offered("县里今年安排6100万元。")
    assert "水利发展资金" not in offered("抗旱补助已经不少，县里今年安排6100万元。")
