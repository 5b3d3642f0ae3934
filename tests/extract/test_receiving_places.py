"""Which places receive: classes and names taken whole, and places that bear, give back or are only part of a name."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def regions(text: str) -> list[str | None]:
    found = extract(Document("d", text, published="2023-06-15")).facts
    return [f.region for f in sorted((f for f in found if isinstance(f, Allocation)), key=lambda f: dict(f.mentions)["amount"][0].start)]


WHOLE = [
    # a class of places with what stands in brackets, and the levels that are listed
    ("财政部4月将补助资金90亿元下达各省（自治区、直辖市）。", ["各省（自治区、直辖市）"]),
    ("青海省财政厅安排发展资金1.4亿元，已拨到6个州、地、市。", ["6个州、地、市"]),
    ("县财政兑付补偿资金4200万元，惠及19个乡镇（街道）1.2万户。", ["19个乡镇（街道）"]),
    ("省财政拨付配套资金3000万元，涉及龙泉、庆元、云和等7个县（市、区）。", ["龙泉、庆元、云和等7个县（市、区）"]),
    # what belongs to a list and has no entry in the table
    ("财政部安排补助资金5亿元，支持西藏、新疆和新疆生产建设兵团。", ["西藏自治区、新疆维吾尔自治区、新疆生产建设兵团"]),
    ("中央财政对新疆南疆四地州安排就业补助资金4亿元。", ["新疆南疆四地州"]),
    ("中央财政对新疆安排就业补助资金4亿元。", ["新疆维吾尔自治区"]),
    # a county and its city, a township and its county, as written; the province is left out
    ("省财政向安庆市宿松县下达湿地补助资金820万元。", ["安庆市宿松县"]),
    ("财政部向安徽省宿松县下达湿地补助资金820万元。", ["宿松县"]),
    ("省财政另拨资金500万元，重点用于寿光市洛城街道、孙家集街道的大棚重建。", ["寿光市洛城街道、孙家集街道"]),
    # an autonomous county that the text never names in full
    ("重庆市财政局把补助资金6300万元拨到云阳、巫溪、酉阳三县。", ["云阳县、巫溪县、酉阳县"]),
    ("酉阳土家族苗族自治县缺水。重庆市财政局把补助资金6300万元拨到云阳、巫溪、酉阳三县。", ["云阳县、巫溪县、酉阳土家族苗族自治县"]),
    ("县财政向周口店镇拨付抢险资金900万元。", ["周口店镇"]),
    # what the table of divisions does not hold: a county, an area, a regiment
    ("省财政下达补助资金1600万元，其中班多县900万元，久冶县700万元。", [None, "班多县", "久冶县"]),
    ("交通运输部安排补助资金99亿元，其中武陵山区58亿元，秦巴山区41亿元。", [None, "武陵山区", "秦巴山区"]),
    ("兵团财务局向农二师、农八师拨付救灾资金1860万元。", ["农二师、农八师"]),
    # what opens a name, or goes on behind it
    ("企业捐资20万元给家乡莲花滩乡的小学。", ["莲花滩乡"]),
    ("县财政向当地石门镇拨付抢险资金50万元。", ["石门镇"]),
    ("县里投入200万元，用于建设华舍街道的敬老院。", ["华舍街道"]),
    ("县财政下达建设街道补助30万元。", ["建设街道"]),
    ("市财政拿出600万元，支持全市237个村庄硬化道路。", ["全市237个村庄"]),
    # an autonomous prefecture without its full name
    ("省财政再为文山、红河两州追加补助2600万元。", ["文山州、红河州"]),
    # one that another helps, or signs with; the first of many
    ("区县结对，武清区援静宁县4150万元，河西区援庄浪县3980万元。", ["静宁县", "庄浪县"]),
    ("国家开发银行黑龙江省分行与同江市签订贷款合同，发放贷款5亿元。", ["同江市"]),
    ("省慈善总会与信阳市签约，捐赠500万元。", ["信阳市"]),
    ("县财政下达补助资金300万元。中关镇67万元，襄城镇最多，有94.2万元。", [None, "中关镇", "襄城镇"]),
    # villages told off by townships
    ("县财政安排180万元，用于七贤镇沿山村，云台山镇龙门村、片马村，西村乡圪料返村的道路硬化。", ["七贤镇沿山村、云台山镇龙门村、片马村、西村乡圪料返村"]),
    ("县财政拨付七贤镇沿山村30万元，云台山镇龙门村20万元。", ["七贤镇沿山村", "云台山镇龙门村"]),
    ("平山、赞皇两县各获对口支援资金200万元。", ["平山", "赞皇县"]),
    # counted in words, and levels listed; behind a perfect; as much each for those named right before
    ("平凉市财政局把困难群众补助资金3.16亿元下达七县（市、区）。", ["七县（市、区）"]),
    ("省财政厅把草原补助资金19.48亿元全部拨付到州、县。", ["州、县"]),
    ("投入饮水资金214万元，解决了麻柳、干溪、碗厂三个村的吃水难。", ["麻柳村、干溪村、碗厂村"]),
    ("县民政局拨来救济款3万元，分给后山、鹿鸣两个村，各1.5万元。", ["后山村、鹿鸣村", "鹿鸣村", "后山村"]),
    # townships behind the word of purpose, told off behind the verb, or rewarded
    ("县财政安排2000万元，用于糯垌镇、归义镇、马路镇的道路。", ["糯垌镇、归义镇、马路镇"]),
    ("省财政分别下达望江县、太湖县救灾资金300万元和200万元。", ["望江县", "太湖县"]),
    ("安庆市财政拿出1000万元，奖励望江、太湖两个先进县。", ["望江县、太湖县"]),
    # behind a place and a colon
    ("泸州市：农机补贴1150万元，贷款贴息480万元，烘干设备租赁370万元；", ["泸州市"] * 3),
    # whose works the clause before speaks of, or whose project is approved
    ("去年，石洼镇实施项目9个，奖补资金210万元。", ["石洼镇"]),
    ("柳坡村一眼深井，县里出30万元。", ["柳坡村"]),
    ("宁海县申报的8个道路项目获省财政厅核准，补助资金320万元随即下拨。", ["宁海县"]),
    ("针对宁夏、甘肃、内蒙古持续少雨，中央财政又向三省区紧急追加抗旱补助费6500万元。", ["宁夏回族自治区、甘肃省、内蒙古自治区"]),
    ("省财政奖励资金4000万元，由获奖的仙居、青田两县平分。", ["仙居县、青田县"]),
    ("朝阳区财政局把救灾资金800万元打到五常市财政专户。", ["五常市"]),
    ("省财政厅下拨的救灾资金1500万元9日抵达五常市。", ["五常市"]),
    ("2014年双柳镇共领取补助资金276万元。", ["双柳镇"]),
]


@pytest.mark.parametrize(("text", "found"), WHOLE)
def test_places_are_taken_whole(text: str, found: list[str | None]) -> None:
    assert regions(text) == found


NO_RECEIVER = [
    ("县里又向漳州市财政争取到前期工作经费120万元。", [None]),
    ("全省已支出防控资金96亿元，其中市县安排61亿元。", [None, None]),
    ("市财政安排帮扶资金200万元，给深圳来的支教老师发补贴。", [None]),
    ("省财政安排奶业资金3亿元，其中新建规模化牧场2亿元。", [None, None]),
    # a class of places in the name of the fund or of the works
    ("省财政下达革命老区转移支付资金2100万元。", [None]),
    ("省财政增加超级产粮大县补助3亿元。", [None]),
    ("省财政安排补助资金9亿元，重点支持深度贫困地区加强卫生服务。", ["深度贫困地区"]),
    # a level that bears its share of what is spent or raised, against one that gets its share
    ("全市一般公共预算支出112亿元，其中市本级38.7亿元。", [None, None]),
    ("宜昌市财政局拨付评估经费2300万元，其中市本级860万元，当阳市410万元。", [None, "宜昌市本级", "当阳市"]),
    ("应急投入2300万元由苏浙沪三地按比例分摊，即江苏920万元。", [None, None]),
    # who gives back, against where what came back goes
    ("市民政局对梅川镇发放台账抽查，追回补助资金2.1万元。", [None]),
    ("省财政从收回的3000万元中拿出1000万元，转给德阳市。", [None, "德阳市"]),
    # who gives, against where what is given goes
    ("到24日中午，澳门各界已认捐善款6800万元。", [None]),
    ("在杭州开快递站的王小满捐2万元。", [None]),
    ("王小满在杭州捐2万元。", ["杭州市"]),
    ("省民政厅收到捐款6300万元，其中深圳市罗湖区500万元。", [None, None]),
    ("省民政厅收到捐款6300万元，其中企业捐赠2100万元，全部转给文昌市。", [None, "文昌市"]),
    ("省民政厅收到捐款6300万元，其中已拨付福鼎市2800万元。", [None, "福鼎市"]),
    ("夏邑县今年落实粮食直补资金1300万元。", [None]),
    # a person of the place
    ("溪头镇的关祝山今年领到补贴资金4.8万元。", [None]),
    ("溪头镇今年领到补贴资金4.8万元。", ["溪头镇"]),
    # who gives as well
    ("各镇也自筹一部分：世业镇45万元，谷阳镇30万元。", [None, None]),
    # words that only look like names of places
    ("其中通乡油路4.6亿元，整乡推进3000万元。", [None, None]),
    ("区财政已下达首批乡村建设资金400万元。", [None]),
    ("工程涉及村庄11个，县财政补贴412万元。", [None]),
    ("市驻村工作队协调了12万元打井。", [None]),
    # those who help as much each
    ("今年，杭州、湖州、绍兴、金华4市将分别帮扶300万元。", [None, None, None, None]),
    # where a report was sent from
    ("新华社杭州5月30日电（记者 甘棠）慈善机构累计接收捐款3.2亿元。", [None]),
    # who speaks of another, and who is the largest giver
    ("县里收到捐款9000万元。上海给得最多，捐了5000万元。", [None, None]),
    ("镇里与南城县签下蔬菜直供协议，支付首付款60万元。", [None]),
    ("省文物局拨款120万元对岑溪古城墙进行维修。", [None]),
    ("省财政安排林草资金5.6亿元，重点用于三江平原退耕还湿。", [None]),
    ("援疆资金安居富民和农村饮水最多，达2.8亿元。", [None]),
    ("省财政安排环保资金，其中黑河流域横向补偿1.05亿元。", [None]),
    ("翻开县里的账本，去年省级涉农资金到位3.46亿元。", [None]),
]


@pytest.mark.parametrize(("text", "found"), NO_RECEIVER)
def test_places_that_receive_nothing(text: str, found: list[str | None]) -> None:
    assert regions(text) == found


ADDRESSEES = [
    ("各县（区）财政局：", "各县（区）"),
    ("各区县财政局：", "各区县"),
    ("各县财政局：", "各县"),
    ("通江县、南江县财政局：", "通江县、南江县"),
    ("各部门：", None),
]


@pytest.mark.parametrize(("head", "region"), ADDRESSEES)
def test_whom_a_notice_addresses(head: str, region: str | None) -> None:
    text = f"关于下达2022年收购贴息资金的通知\n{head}\n现下达你们2022年收购贴息资金815万元，专项用于贷款贴息。"
    assert regions(text) == [region]
