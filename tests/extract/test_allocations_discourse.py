"""Allocations in running prose: what an amount takes from the text around it, and what it does not."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def allocations(text: str, title: str | None = None) -> list[Allocation]:
    """The allocations in reading order."""
    found = [
        f for f in extract(Document("d", text, title=title, published="2023-06-15")).facts if isinstance(f, Allocation)
    ]
    return sorted(found, key=lambda f: dict(f.mentions)["amount"][0].start)


FUNDS = [
    # named before: the verb of giving has no object but the amount
    ("省财政今年下达河道治理资金9亿元。5月一个月就下达2亿元。", ["河道治理资金", "河道治理资金"]),
    # a general name is the one last spoken of; a part's whole knows it too
    ("省财政下达水库加固资金5亿元，其中柳河县1亿元。3月，省财政又拨付资金8000万元。", ["水库加固资金"] * 3),
    # spoken of without an amount
    ("渔船更新补助资金来自国债。2月3日，省财政下达首批资金3000万元。", ["渔船更新补助资金"]),
    # explained behind
    ("合作社收到6万元。这是县财政局拨付的大棚修缮补助。", ["大棚修缮补助"]),
    # not carried: money that the verb itself names, and donations never lend their name
    ("省财政下达河道治理资金9亿元。宝山煤矿捐款20万元。", ["河道治理资金", "捐款"]),
    ("社会捐款30万元。县财政又安排50万元。", ["社会捐款", None]),
]


@pytest.mark.parametrize(("text", "funds"), FUNDS)
def test_fund_last_spoken_of(text: str, funds: list[str | None]) -> None:
    assert [f.fund for f in allocations(text)] == funds


def test_a_notice_lends_its_title_s_fund() -> None:
    found = allocations("西江县2023年抗旱保苗资金安排公示\n市财政拨付资金300万元。", "西江县2023年抗旱保苗资金安排公示")
    assert [f.fund for f in found] == ["抗旱保苗资金"]


TARGETS = [
    ("省财政下达教育资金5亿元，校舍建设3亿元，设备购置2亿元。", ["校舍建设", "设备购置"]),
    ("省财政下达种业资金6亿元，小麦、大豆分别为4亿元和2亿元。", ["小麦", "大豆"]),
    ("县里安排专项资金900万元：500万元补良种引进，400万元建青贮窖。", ["补良种引进", "青贮窖"]),
    ("5月，总投资2亿元的清河大桥工程开工，其中省级补助8000万元。", ["清河大桥工程"]),
    ("该区对60台旧锅炉集中改造，区财政垫付800万元。", ["60台旧锅炉集中改造"]),
    ("县里有120户车主领走补贴30万元。", ["120户车主"]),
    ("青山镇、柳河镇、大桥乡分别获得救灾补助120万元、90万元和60万元。", [None, None, None]),
    ("今年水库除险加固中央和省级资金分别为1352万元和900万元。", ["水库除险加固", "水库除险加固"]),
]


SAID_LATER = [
    # what a later sentence says of the money spoken of, up to the next sum
    ("省财政厅下达柳河县衔接资金2000万元。\n一、收支列相关科目。\n二、资金主要用于农村小型基础设施建设。", ["农村小型基础设施建设"]),
    ("省财政厅下达转移支付资金8亿元。该项资金由各地统筹用于民生项目，不得挪用。", ["民生项目"]),
    ("省财政厅下达救灾资金1亿元，用于倒房重建。资金使用由审计部门监督。", ["倒房重建"]),
    ("省财政厅下达救灾资金1亿元，用于灾后重建。市财政安排奖补资金3000万元。资金主要用于企业技改。", ["灾后重建", "企业技改"]),
    ("省财政厅下达救灾资金1亿元。\n据介绍，救灾资金将用于堤防修复。", ["堤防修复"]),
    # what another sum is for, and a phrase cut short, are no purpose of this one
    ("省财政安排文化资金3亿元，重点用于：\n一是安排资金1亿元，深入推进博物馆免费开放。\n二是安排资金2亿元，重点用于农家书屋建设。",
     [None, "博物馆免费开放", "农家书屋建设"]),
    ("为支持完善公共文化服务体系，省财政下达补助资金3亿元。", ["支持完善公共文化服务体系"]),
    ("省财政厅下达救灾资金1亿元。资金使用管理办法另行制定，主要支持方向不变。", [None]),
]


def test_what_is_faced_is_no_purpose() -> None:
    (one,) = allocations("面对疫情给基层财政带来的减收压力，省财政下达柳河县转移支付资金14亿元。")
    assert one.target is None


@pytest.mark.parametrize(
    ("text", "funds"),
    [
        ("省财政下达2023年公共图书馆免费开放补助资金，预算总额2亿元。", ["公共图书馆免费开放补助资金"]),
        ("4个县已拨付到位相关专项资金1358万元。", ["专项资金"]),
        ("省财政下达甲、乙等8省区水利救灾资金2亿元。", ["水利救灾资金"]),
    ],
)
def test_a_fund_s_name_begins_behind_the_verb_and_the_places(text: str, funds: list[str]) -> None:
    assert [one.fund for one in allocations(text)] == funds


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("省财政厅下达救灾资金800万元，其中用于道路抢修300万元，用于民房重建500万元。", [None, "道路抢修", "民房重建"]),
        ("省财政厅下达救灾资金800万元，用于灾后重建，其中道路抢修300万元，民房重建500万元。", ["灾后重建", "道路抢修", "民房重建"]),
    ],
)
def test_a_total_is_not_for_what_one_share_is(text: str, targets: list[str | None]) -> None:
    assert [f.target for f in allocations(text)] == targets


@pytest.mark.parametrize(("text", "targets"), SAID_LATER)
def test_target_that_a_later_sentence_says(text: str, targets: list[str | None]) -> None:
    assert [f.target for f in allocations(text)] == targets


def test_a_share_has_no_purpose_from_the_name_of_the_one_before() -> None:
    shares = allocations("省财政下达教育资金3亿元，其中免费教科书补助2亿元，校舍安全保障资金1亿元。")[1:]
    assert (shares[0].target or "").startswith("免费教科书")
    assert shares[1].target in ("校舍安全保障", None)


def test_what_a_sum_is_compared_with_does_not_name_it() -> None:
    found = allocations("全年安排公益金8000万元，占彩票销售提成收入资金的5%。其中，安排3000万元支持养老服务。")
    assert [one.fund for one in found] == ["公益金", "公益金"]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_target_of_a_share(text: str, targets: list[str | None]) -> None:
    assert [f.target for f in allocations(text)][-len(targets) :] == targets


REGIONS = [
    ("县财政局向新丰镇、柳林乡拨付救灾款60万元。", "新丰镇、柳林乡"),
    ("中央财政拨付山西、陕西、甘肃3省抗旱资金6亿元。", "山西省、陕西省、甘肃省"),
    ("基金会向凌云县加尤镇捐赠12万元。", "凌云县加尤镇"),
    ("资金6亿元用于中西部其他县和东部老区。", "中西部其他县、东部老区"),
    ("财政部下达我省救灾资金3亿元。", "我省"),  # nobody tells which: as written, without a code
    ("省财政厅安排通城县云溪水库加固资金800万元。", "通城县"),
    ("省财政厅安排救灾资金2亿元，由浙江、江西两省统筹用于灾后重建。", "浙江省、江西省"),
    ("省财政安排租赁补贴2亿元，专项用于成都、德阳、绵阳三市受灾家庭。", "成都市、德阳市、绵阳市"),
    ("截至6月底，江西省共到位救灾资金8320万元。", "江西省"),
    ("省财政厅拨付救灾资金1500万元给平潭综合实验区。", "平潭综合实验区"),
    ("市财政局安排防汛资金5000万元，4月15日已全额拨到旗县。", "旗县"),
    ("财政部今年给光山县统筹水利资金3900万元。", "光山县"),
    ("资金6800万元由市财政局按进度在第三季度追加到敖汉旗和林西县。", "敖汉旗、林西县"),
    ("山西、陕西两省持续少雨。财政部安排上述两省抗旱资金3亿元。", "山西省、陕西省"),
    ("福建省民政厅表示，全省共接收捐赠资金6350万元。", "福建省"),
    # the place that the clause before speaks of, where a level above it gives, or by what befell it
    ("南阳市财政局说，西峡县家底薄，市里另借给600万元周转。", "西峡县"),
    ("石楼县是头一批试点县，2009年省财政补助695万元，改造危房1390户。", "石楼县"),
    ("南阳市家底薄，市里另借给600万元周转。", None),
    ("西峡县副县长宣布，省财政安排600万元清淤。", None),
    ("7月下旬，岚县、临县、柳林县遭受洪涝，市局当晚派出工作组，共下拨救灾款2680万元。", "岚县、临县、柳林县"),
    ("省水利厅批复商城县避险解困项目，补助资金5826万元随文拨付。", "商城县"),
    ("历山镇中心小学是最大的一笔，县财政拿出260万元。", None),
    ("全市公交车更新62台，市财政给予购车补贴1860万元。", None),
    # where one goes to bring it; what is paid by another
    ("11月10日，某公司一行来到县局驻点的白坝镇两河村，送来15万元修路款。", "白坝镇两河村"),
    ("11月10日，某公司一行来到白坝镇两河村考察，公司今年投入研发费15万元。", None),
    ("兰田镇低温仓项目由省级奖励资金支持800万元。", "兰田镇"),
    ("兰田镇低温仓项目由两河乡支持800万元。", None),
    # a place that is spoken of without its name; a receiver in apposition
    ("南山村缺水。县水利局花28.7万元给村里换了管道。", "南山村"),
    ("南山村缺水。县水利局花28.7万元给家里换了管道。", None),
    ("省财政还向承办地安阳市拨付5000万元。", "安阳市"),
    ("省财政安排补助。对去年摘帽的17个县，年底已提前拨出5.92亿元。", "17个县"),
    ("全省安排资金40亿元。其中27亿元给了37个贫困县。", "37个贫困县"),
    ("桃源县说，今年以来全县已安排中央和省级衔接资金1.09亿元。", "桃源县"),
    ("桃源县说，今年以来全县已安排县级衔接资金1.09亿元。", None),
    # where somebody comes from, the ends of a way, the name of a firm, what is built
    ("来自岚县、临县的47名农民工当场领走工资31.6万元。", None),
    ("交通部安排资金20亿元，其中下游太仓至南通段7.4亿元。", None),
    ("省财政下达债券3亿元，用于贵阳至毕节高速公路。", None),
    ("省财政下达债券3亿元，用于贵阳、毕节高速公路。", "贵阳市、毕节市"),
    ("市里向湖北云化工等6家企业拨付技改补助570万元。", None),
    ("项目资金6240万元投向26个美好乡村示范点。", None),
    # whose money it is, is no receiver
    ("海南省教育厅4月拨付危房改造资金75万元。", None),
    ("财政部门向海南一家育种企业支付补助资金186万元。", None),
    ("山西省本级落实配套资金5300万元。", None),
    ("上述两省的财政厅安排抗旱资金3亿元。", None),
    ("6月2日，我厅发行江西省政府专项债券30亿元。", None),
    ("由省水利厅统一使用资金260万元，不再分配到市县。", None),
]


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_region(text: str, region: str | None) -> None:
    assert [f.region for f in allocations(text)][-1:] == [region]


GIVERS = [
    ("全旗累计投入防沙治沙资金9.7亿元，其中中央投资4.2亿元、自治区配套3.1亿元、旗本级2.4亿元。", [None, None, None, None]),
    ("全省共筹集救灾资金22亿元，其中中央下达9亿元，省级7亿元，市县6亿元。", [None, None, None, None]),
    ("市县两级发放消费券800万元，其中市级承担500万元，珠山区180万元，昌江区120万元。", [None, None, None, None]),
    ("截至9月底，全区各级财政累计筹措防控资金17亿元，其中自治区本级8亿元，市县9亿元。", [None, None, None]),
    ("截至9月底，全区各级财政累计拨付防控资金17亿元，其中自治区本级8亿元，市县9亿元。", [None, "自治区本级", "市县"]),
    ("修仓库花了1260万元，其中各村集体出了560万元，县农业局补助700万元。", [None, None, None]),
    ("修渠花了55万元，其中县财政拿出30万元，受益的9个村一事一议筹了25万元。", [None, None]),
    ("霞浦县、屏南县两县财政各安排20万元，添置了仪器。", [None, None]),
    ("市里向霞浦县、屏南县各安排补助20万元。", ["屏南县", "霞浦县"]),
    ("今年盘子里，市本级又列了6亿元。", [None]),
    ("市财政下达防汛资金9亿元，其中市本级1亿元，珠山区5亿元，昌江区3亿元。", ["市本级", "珠山区", "昌江区"]),
]


@pytest.mark.parametrize(("text", "regions"), GIVERS)
def test_who_gives_is_no_place_that_receives(text: str, regions: list[str | None]) -> None:
    assert [f.region for f in allocations(text)][-len(regions) :] == regions


KINDS = [
    ("县财政安排奖补资金600万元，其中贫困村文化中心设备购置300万元。", None),
    ("县财政安排奖补资金600万元，其中戏曲进乡村300万元。", None),
    ("县财政安排奖补资金600万元，其中12个贫困村300万元。", "12个贫困村"),
]


@pytest.mark.parametrize(("text", "region"), KINDS)
def test_a_kind_of_place_in_a_purpose_receives_nothing(text: str, region: str | None) -> None:
    assert [f.region for f in allocations(text)][-1] == region


def test_bare_places_share_a_total_named_before() -> None:
    found = allocations("省财政分两批下达防汛资金9亿元，第一批5亿元，第二批4亿元。第一批里，武汉市2亿元，宜昌市1亿元。")
    ids = {f.id: f.amount_text for f in found}
    assert [(f.region, ids.get(f.part_of or ""), f.fund) for f in found[-2:]] == [
        ("武汉市", "5亿元", "防汛资金"),
        ("宜昌市", "5亿元", "防汛资金"),
    ]


def test_the_rest_makes_a_sentence_add_up() -> None:
    found = allocations("青石水库安排资金9亿元，国债资金安排5亿元，三级财政出资3亿元，余下1亿元由业主向银行融资。")
    assert [f.part_of == found[0].id for f in found] == [False, True, True, True]


VERBS = [
    ("村民凑了800元，买了两块玻璃。", 1),
    ("信用联社给村里贷了80万元。", 1),
    ("5月6日已付16万元。", 1),
    ("15万元铺了滴灌。", 1),
    ("信用社累放春耕贷款3亿元。", 1),
    ("退给一家药材企业的23万元，解了燃眉之急。", 1),
    ("省财政安排救灾资金3亿元，镇上创业扶持资金4万元。", 2),
    # a superlative is no ceiling, an example is told of real money, two sums with a comma between are two
    ("省财政下达取暖补助1.2亿元，长春市最多，为2860万元。", 2),
    ("她举例，污水处理厂的上级补助800万元今年1月收回后，其中500万元改投到清淤。", 2),
    ("自治区财政厅下达那曲市救灾资金3000万元，分配方案是聂荣820万元、巴青710万元、比如640万元。", 4),
    ("农发行文山州分行（以下简称“文山分行”）成功投放9400万元贷款，用于支持基地建设。", 1),
    ("同学会捐赠100万为谷洲镇中学修建教学楼。", 1),
    ("桐梓乡得了补助9.5万元，7万元买了水管。", 2),
    # none of these pays anybody
    ("补助最多200万元，最高每户5万元。", 0),
    ("培训班招收20万，其中女生10万。", 0),
    ("对10万元以下的贷款贴息。", 0),
    ("化肥一吨2150元。", 0),
    ("按面额200元、100元、50元三档设计。", 0),
    ("保险业预估赔付超过3亿元。", 0),
    ("全旗饲草按现价折算需6000万元。", 0),
    ("一家企业被误传“诈捐5000万元”。", 0),
    ("工会采购2亿元，属于市场行为。", 0),
    ("老涂多领了300元补助。", 0),
    ("1欧元约兑8.47元人民币。", 0),
]


@pytest.mark.parametrize(("text", "count"), VERBS)
def test_what_counts_as_paid(text: str, count: int) -> None:
    assert len(allocations(text)) == count


RECIPIENTS = [
    ("县财政向县人民医院支付药品款58万元。", "县人民医院"),
    ("截至5月，全县217家企业收到稳岗资金400万元。", "217家企业"),
    ("省财政下达救灾资金3亿元。", None),
]


@pytest.mark.parametrize(("text", "recipient"), RECIPIENTS)
def test_recipient(text: str, recipient: str | None) -> None:
    assert [f.recipient for f in allocations(text)] == [recipient]
