"""Lists told off in order, what is part of what is named before, and what is left over: examples, and what must not match."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def sums(text: str) -> list[Allocation]:
    """The amounts of the text, in reading order."""
    found = [f for f in extract(Document("d", text, published="2020-06-01")).facts if isinstance(f, Allocation)]
    return sorted(found, key=lambda f: (min(s.start for s in f.evidence.spans), text.find(f.amount_text or "")))


def told(text: str, field: str) -> list[tuple[str, str | None]]:
    return sorted((one.amount_text or "", getattr(one, field)) for one in sums(text))


REGIONS = [
    ("市财政下达治理补助4800万元，霞浦县、蕉城区、福安市各得2000万元、1600万元和1200万元。",
     {"2000万元": ["霞浦县"], "1600万元": ["蕉城区"], "1200万元": ["福安市"]}),
    # houses of one kind, each with its place; a name that begins with a numeral is no further amount
    ("民政厅分配公益金206万元，其中平和县殡仪馆和武平县殡仪馆各50万元、三明市106万元。",
     {"50万元": ["平和县", "武平县"], "106万元": ["三明市"]}),
    # one amount: all get as much
    ("市财政下达治理补助4000万元，霞浦县、蕉城区各得2000万元。", {"2000万元": ["蕉城区", "霞浦县"]}),
    ("7月底，县里分别向小河镇、新镇镇、卫贤镇三个镇拨付伙食费210万元、340万元、165万元。",
     {"210万元": ["小河镇"], "340万元": ["新镇镇"], "165万元": ["卫贤镇"]}),
    ("省财政的救灾款320万元已经拨到楚雄州、文山州，两州各160万元。", {"160万元": ["文山州", "楚雄州"]}),
    ("省财政兑付补贴，盐城市9800万元，连云港、宿迁两市都是5200万元。", {"5200万元": ["宿迁市", "连云港市"]}),
    # a name is not cut at 和
    ("自治区财政安排能力建设经费4000万元，呼和浩特市、满洲里市各2000万元。", {"2000万元": ["呼和浩特市", "满洲里市"]}),
    # names that share one class word, and as much for each
    ("县里当天预拨防汛资金240万元，分到石桥、枫树、莲塘三镇，每镇80万元。", {"80万元": ["枫树镇", "石桥镇", "莲塘镇"]}),
    ("县里预拨防汛资金，分到石桥、枫树等十一个乡镇，每镇80万元。", {"80万元": []}),
    # not as much for each: an amount a place
    ("市财政下达治理补助4800万元，霞浦县、蕉城区、福安市各拿了2000万元、1600万元、1200万元。", {"2000万元": ["霞浦县"], "1600万元": ["蕉城区"]}),
    # as many as were last named
    ("凉山州昭觉、布拖、美姑三县缺水。上述三县另由省级财政各安排300万元。", {"300万元": ["布拖县", "昭觉县", "美姑县"]}),
    ("州财政增拨补助1000万元，用于弥补洱源、巍山、弥渡、宾川四县缺口，四县各250万元。", {"250万元": ["宾川县", "巍山县", "弥渡县", "洱源县"]}),
    # 县均 is no average here
    ("昌吉州财政分配新增债券，昌吉市9.1亿元，呼图壁、玛纳斯两县均为3.2亿元。", {"3.2亿元": ["呼图壁县", "玛纳斯县"]}),
    ("昌吉州财政分配新增债券，昌吉市9.1亿元，呼图壁、玛纳斯两县同为3.2亿元。", {"3.2亿元": ["呼图壁县", "玛纳斯县"]}),
    ("昌吉州财政分配新增债券，昌吉市9.1亿元，同为试点的玛纳斯县3.2亿元。", {"3.2亿元": ["玛纳斯县"]}),
    # a short name that ends as a kind of place does
    ("省财政下达救灾资金，苏州3000万元、徐州2000万元。", {"3000万元": ["苏州市"], "2000万元": ["徐州市"]}),
    # short names
    ("温州市财政局说，市财政把救灾资金1800万元提前给了11个县（市、区），乐清拿走400万元。", {"400万元": ["乐清市"]}),
    ("扬州市财政局下达饮水工程补助资金1260万元，分到高邮的是480万元。", {"480万元": ["高邮市"]}),
    ("坂东镇和板桥镇都受了灾。县财政安排救灾款100万元，其中坂东60万元，板桥摊到40万元。", {"60万元": ["坂东镇"], "40万元": ["板桥镇"]}),
    ("省财政下达补助资金5亿元，分省数额：四川省2亿元，其余七个省区市3亿元。", {"3亿元": ["其余七个省区市"]}),
    # names that share one class word, as many as are counted; 保和 is not cut at 和
    ("县里拿出85万元，其中50万元买粮，其余35万元分给了华塘、保和两个镇。", {"35万元": ["华塘镇、保和镇"]}),
    ("县财政拨来早稻订单奖励，新市、钟管、禹越三镇分别领到96万元、82万元和71万元。",
     {"96万元": ["新市镇"], "82万元": ["钟管镇"], "71万元": ["禹越镇"]}),
    ("县里拿出35万元，分给了华塘、保和等九个镇。", {"35万元": ["华塘、保和等九个镇"]}),
    # levels that give their shares are no places; those that money goes to are
    ("全省各级财政累计筹措防控资金17.3亿元，其中省本级8.6亿元，市县8.7亿元。", {"8.6亿元": [None], "8.7亿元": [None]}),
    ("陕西省财政下达防控资金17.3亿元，其中省本级8.6亿元，市县8.7亿元。", {"8.7亿元": ["市县"]}),
    # classes of places, by what befell them
    ("地震发生以来，中央财政已累计向地震灾区拨付救灾资金8.3亿元。", {"8.3亿元": ["地震灾区"]}),
    ("省财政紧急拨付防汛资金9000万元，用于帮助受灾地区恢复生产。", {"9000万元": ["受灾地区"]}),
    ("中央财政拨付应急资金7亿元，包括财力补助5亿元和灾区自然灾害生活补助资金2亿元。", {"2亿元": [None]}),
    # as many as are counted
    ("审计查了河池市和来宾市的账。2010年，自治区财政共拨付两市贴息资金7850万元。", {"7850万元": ["河池市、来宾市"]}),
    ("审计查了河池市的账。2010年，自治区财政共拨付两市贴息资金7850万元。", {"7850万元": [None]}),
    # 分获, and as many amounts as places in front of 为; the place before 的 is not of the list
    ("市财政兑现考核奖励，浦江县、兰溪市、东阳市分获800万元、500万元和510万元。",
     {"800万元": ["浦江县"], "500万元": ["兰溪市"], "510万元": ["东阳市"]}),
    ("财政部已拨付资金1150亿元，其中湖北、四川两省为51亿元和63亿元。", {"51亿元": ["湖北省"], "63亿元": ["四川省"]}),
    ("对运城的万荣、芮城两县，省财政今年分别预拨了860万元和540万元。", {"860万元": ["万荣县"], "540万元": ["芮城县"]}),
    # lists of places of more than one kind
    ("省财政下达补助，余下4.5亿元由其他6个设区市和定州市使用。", {"4.5亿元": ["其他6个设区市、定州市"]}),
    ("中央财政安排资金2亿元，全部投向鄱阳湖区、洞庭湖区的灌区应急取水工程。", {"2亿元": ["鄱阳湖区、洞庭湖区"]}),
    ("省财政拨付抗旱经费7100万元，切块分配到南昌、九江、上饶等6个设区市。", {"7100万元": ["南昌、九江、上饶等6个设区市"]}),
    # a name that begins with 和; a place and what is built there
    ("自治区财政厅拨付经费6000万元，喀什地区占1800万元，和田地区占1500万元。", {"1500万元": ["和田地区"]}),
    ("市里投入8000万元，支持宁城县和敖汉旗建设肉牛交易市场。", {"8000万元": ["宁城县、敖汉旗"]}),
    # provinces by one character, in a list that says so
    ("中央财政向甘、川、陕三省拨付防治经费1.8亿元。", {"1.8亿元": ["甘肃省、四川省、陕西省"]}),
    ("中央财政下达抗旱补助6000万元，川甘各3000万元。", {"3000万元": ["四川省", "甘肃省"]}),
    ("省财政向新、老两个城区拨付经费1.8亿元。", {"1.8亿元": [None]}),
    # a place struck by something; donors told off in order are no receivers
    ("南宁铁路局6万职工已向玉树地震灾区捐款达338万元。", {"338万元": ["玉树州"]}),
    ("五乡镇和钟公庙街道分别捐赠帮扶资金100万元和140万元。", {"100万元": [None], "140万元": [None]}),
    # shares in brackets behind the amount that they split, and what goes on behind the brackets
    ("省财政下达资金5亿元，其中赣州市3亿元（含于都县8000万元）、吉安市1.5亿元，抚州市5000万元。", {"8000万元": ["于都县"], "1.5亿元": ["吉安市"]}),
    ("省财政下达资金2亿元：莆田市1.4亿元（仙游县9000万元、秀屿区5000万元），宁德市6000万元。", {"9000万元": ["仙游县"], "5000万元": ["秀屿区"]}),
    # 各 behind a clause that says what the places are like; 各单位 shares nothing out
    ("中央财政安排补助60亿元，其中对毕业生较多的湖北、陕西两省，各单列安排2亿元。", {"2亿元": ["湖北省", "陕西省"]}),
    ("由潜山县、岳西县各领取中央救灾款200万元。", {"200万元": ["岳西县", "潜山县"]}),
    # what is told off may have been handed down by another
    ("嵊泗县和岱山县都受了灾，两县分别收到省里下拨的修复资金2100万元、1850万元。", {"2100万元": ["嵊泗县"], "1850万元": ["岱山县"]}),
    ("上海、浙江分别落实收储资金1800万元和2600万元。", {"1800万元": [None], "2600万元": [None]}),
    # a short name that is a word as well, between others of the list
    ("荆州市财政安排资金3亿元，江陵县1.1亿元，松滋市、公安、石首市1.9亿元。", {"1.9亿元": ["松滋市、公安县、石首市"]}),
    # places given that receive nothing: what a level or a place gives, what goes back
    ("本次下达资金2.18亿元，其中自治区财政1.8亿元、市本级预算3800万元。", {"3800万元": [None]}),
    ("县里修路花了1.9亿元，其中省级补助1.3亿元，黔东南州和县里各出了2900万元。", {"2900万元": [None, None]}),
    ("省财政下达补助资金3亿元，其中市本级使用2.5亿元。", {"2.5亿元": ["市本级"]}),
    ("该路总投资5000万元，其中省级补助2400万元，佛山市援疆资金2600万元。", {"2600万元": [None]}),
    # places that open a clause which says what they are like; the two of a list that was named; by their order
    ("太原、晋城有结余，大同、阳泉两市煤企多、老人多，年内省级分别调剂29亿元和19亿元。", {"29亿元": ["大同市"], "19亿元": ["阳泉市"]}),
    ("财政部向福建、浙江两省下达资金6800万元，两省所得分别为4300万元和2500万元。", {"4300万元": ["福建省"], "2500万元": ["浙江省"]}),
    ("淇县、浚县各设一个点，前者拨付3600万元，后者2226万元。", {"3600万元": ["淇县"], "2226万元": ["浚县"]}),
    ("河北、江苏动作快，已发放补贴3.26亿元，其中河北是钢铁大省，独占1.4亿元。", {"1.4亿元": ["河北省"]}),
    ("救灾资金5000万元当天即到，已分配龙背镇1200万元。", {"1200万元": ["龙背镇"]}),
    # no places
    ("四省市第八批援藏资金20亿元，其中上海市7亿元、山东省6亿元。", {"7亿元": [None], "6亿元": [None]}),
    ("2018年预算草案安排边境小康村建设资金16.8亿元。", {"16.8亿元": [None]}),
    ("各级财政今年要安排缴费补助387亿元，其中省级54亿元，17市和县（市、区）333亿元。", {"54亿元": [None]}),
    ("上海市援助日喀则市资金6.1亿元，黑龙江、吉林、山东三省分别援助1.9亿元、2.2亿元、3.4亿元。", {"2.2亿元": [None]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "regions"), REGIONS)
def test_the_places_of_a_list(text: str, regions: dict[str, list[str | None]]) -> None:
    found = told(text, "region")
    assert {amount: sorted(str(r) for a, r in found if a == amount) for amount in regions} == {
        amount: sorted(map(str, names)) for amount, names in regions.items()
    }


def test_those_who_give_in_order() -> None:
    found = dict(told("黑龙江、吉林、山东三省分别援助资金1.9亿元、2.2亿元、3.4亿元。", "payer"))
    assert found == {"1.9亿元": "黑龙江省", "2.2亿元": "吉林省", "3.4亿元": "山东省"}


EACH = [
    ("市财政安排产业资金2100万元，茶叶、油茶、蚕桑三个产业各安排700万元。", "target", ["油茶产业", "茶叶产业", "蚕桑产业"]),
    ("市财政安排设备经费3000万元，向第一医院、西山医院各追加1500万元。", "target", ["第一医院", "西山医院"]),
    ("市财政确定安排创新港建设1.2亿元，于2021年3月、9月各拨付6000万元。", "date", ["2021-03", "2021-09"]),
    ("国家开发银行、农业发展银行两家各向柳河水库放贷900万元。", "payer", ["农业发展银行", "国家开发银行"]),
    ("中央和地方财政各安排700万元。", "target", [None]),
    ("市财政安排设备经费，向第一医院、西山医院分别追加1500万元、900万元。", "date", [None, None]),
]


@pytest.mark.parametrize(("text", "field", "wanted"), EACH)
def test_as_much_for_each_that_is_named(text: str, field: str, wanted: list[str | None]) -> None:
    last = max(sums(text), key=lambda f: text.find(f.amount_text or "")).amount_text
    found = [getattr(f, field) for f in sums(text) if f.amount_text == last or (len(wanted) > 1 and wanted[0] is None)]
    assert sorted(found, key=str) == wanted


TARGETS = [
    ("县财政安排修复资金1480万元，三中、思源学校、南江中学三所受灾最重的学校依次安排420万元、365万元和290万元。",
     {"420万元": "三中", "365万元": "思源学校", "290万元": "南江中学"}),
    ("中央财政下达奖补资金142亿元，用于村内道路、小型水利、环卫设施三类项目分别为76亿元、38亿元、28亿元。",
     {"76亿元": "村内道路", "38亿元": "小型水利", "28亿元": "环卫设施"}),
    # 渠系配套 is work; what was listed in the clause before, and is counted again; what names one place of two
    ("市财政投向渠系配套、泵站更新和节水灌溉三个方面，今年三块的盘子分别为92万元、41万元和67万元。",
     {"92万元": "渠系配套", "41万元": "泵站更新", "67万元": "节水灌溉"}),
    ("省财政下达专项资金740万元，用于境外参展、出口信保和海外建仓，三项支出依次为240万元、350万元、150万元。",
     {"240万元": "境外参展", "350万元": "出口信保", "150万元": "海外建仓"}),
    ("省财政安排公路资金920万元，用于旧路硬化、危桥改造、窄路拓宽的资金依次为390万元、250万元和280万元。",
     {"390万元": "旧路硬化", "250万元": "危桥改造", "280万元": "窄路拓宽"}),
    ("路面拓宽、危桥改造、安防工程三类，依次安排247万元、58万元和107万元。",
     {"247万元": "路面拓宽", "58万元": "危桥改造", "107万元": "安防工程"}),
    ("其中，青山新区地下管廊和白水过江通道两个项目，分别用了8亿元和9.5亿元。", {"8亿元": "青山新区地下管廊", "9.5亿元": "白水过江通道"}),
    ("5月，总投资2亿元的清河大桥工程开工，其中省级补助8000万元。", {"8000万元": "清河大桥工程"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_the_uses_of_a_list(text: str, targets: dict[str, str]) -> None:
    found = dict(told(text, "target"))
    assert {amount: found[amount] for amount in targets} == targets


PARTS = [
    # what adds up to an amount named before, be it a whole itself
    ("今年省级财政共筹措治水资金57.6亿元。\n治污水31亿元，防洪水14.5亿元，排涝水12.1亿元。", {"31亿元": "57.6亿元", "14.5亿元": "57.6亿元"}),
    ("省财政下达运行补助8600万元，医院运行经费占去6200万元。", {"6200万元": "8600万元"}),
    ("全县一般公共预算支出20亿元，其中教育支出6亿元。教育支出中，“三包”经费7800万元。", {"7800万元": "6亿元"}),
    # the rest of a sentence that fills its split exactly; not where it does not
    ("改造总投资4500万元，其中省财政扶持资金1200万元，群众自筹800万元，区政府配套2500万元。", {"2500万元": "4500万元"}),
    # at least three amounts in paragraphs of their own that sum to a total above; not two, and not where the sum differs
    ("省财政今年共安排水利、林业、渔业三项资金41.7亿元。\n水利方面，安排18.3亿元，用于堤防。\n林业方面，下达资金16.2亿元，用于造林。\n"
     "渔业方面，拨付7.2亿元，用于清塘。", {"18.3亿元": "41.7亿元", "16.2亿元": "41.7亿元", "7.2亿元": "41.7亿元"}),
    ("省财政今年共安排水利、林业、渔业三项资金41.7亿元。\n水利方面，安排18.3亿元，用于堤防。\n林业方面，下达资金16.2亿元，用于造林。\n"
     "渔业方面，拨付6.2亿元，用于清塘。", {"18.3亿元": None, "16.2亿元": None, "6.2亿元": None}),
    # a total that follows: three amounts, or two behind 加上; not two by chance
    ("省财政去年下达救灾资金2.3亿元。\n加上此前拨出的9000万元，省财政已累计拨付3.2亿元。", {"2.3亿元": "3.2亿元", "9000万元": "3.2亿元"}),
    ("省财政去年下达救灾资金2.3亿元。\n市财政拨付物资款9000万元。\n另一项目中央财政已下达3.2亿元。", {"2.3亿元": None, "9000万元": None}),
    # another's money is no total of what two others gave, though it happens to be as much
    ("合作社还了贷款20万元。\n县水利局拨来水库补助资金85万元，镇政府配套15万元。\n人保财险望江支公司赔付120万元。",
     {"20万元": None, "85万元": None, "15万元": None}),
    # the total of a table's row stands first or last
    ("省财政下达资金5000万元。\n单位：万元\n地区　中央　省级　小计\n张家界市　1,300　700　2,000\n怀化市　1,800　1,200　3,000",
     {"1,300": "2,000", "700": "2,000", "1,200": "3,000", "2,000": "5000万元"}),
    ("省财政下达资金6500万元。\n单位：万元\n地区　农业　林业　渔业\n张家界市　1,300　700　1,500\n怀化市　1,800　1,150　50",
     {"1,300": "6500万元", "1,500": "6500万元"}),
    # what is split behind itself is no part of what it and its shares happen to make up; a list of shares is
    ("财政部预拨海南救灾资金1亿元。翌日，海南省财政再下拨5000万元，文昌2200万元，海口1300万元，其余市县1500万元。",
     {"5000万元": None, "2200万元": "5000万元", "1500万元": "5000万元"}),
    ("省财政下拨救灾资金4亿元。分地区看，文昌2亿元、海口1亿元、三亚1亿元。", {"2亿元": "4亿元", "1亿元": "4亿元"}),
    # none: what is misused is no part
    ("省财政下达移民资金8600万元。4个县挤占移民资金312万元，已责令归还。", {"312万元": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wholes"), PARTS)
def test_what_is_part_of_an_amount_before(text: str, wholes: dict[str, str | None]) -> None:
    found = sums(text)
    amounts = {one.id: one.amount_text for one in found}
    parts = {one.amount_text: amounts.get(one.part_of or "") for one in found}
    assert {amount: parts.get(amount) for amount in wholes} == wholes


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("通渭县还有6120万元、岷县还有8450万元趴在账上。", "6120万元"),
        ("镇里今年收到扶贫资金1360万元，但有430万元因项目没有开工，至今躺在账上。", "430万元"),
        ("乡村振兴局申请的观光小火车经费5000万元，未列入本次方案。", "5000万元"),
        ("第二天，市教育局捐来消杀药品，折合2.3万元。", "2.3万元"),
        ("截至8月31日，资金池支出1874.2万元，尚余325.8万元。", "325.8万元"),
    ],
)
def test_what_is_left_over_or_given_in_kind_is_no_payment(text: str, amount: str) -> None:
    assert amount not in {one.amount_text for one in sums(text)}
