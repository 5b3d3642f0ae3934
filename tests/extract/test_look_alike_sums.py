"""Ordinary sentences in which what looks like a sum plainly paid, a name of money or a purpose is another thing."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document

PAID = [
    # what seems to be handed over: a price, loot, a find, an if; what is seized and has its worth
    ("某公司将300万元货款汇给供应商。他把6万元赃款交给同伙。", []),
    ("如将3万元补贴发给农户，可带动增收。出租车司机把5万元交还给失主。", []),
    ("将500元定金交到售楼处后即可选房。", []),
    # what seems to be put into something: one's own, or only thought of
    ("某村民投资3万元，买了一辆三轮车。农民叶知秋投资30万元，建起了养殖场。", []),
    ("县里曾想投资3000万元建设水厂，因故未成。", []),
    ("村民小组集资30万元，修通了路。", ["30万元"]),
    # the worth of one of the gifts, of who gives, and of what is only meant to be given
    ("捐赠的图书中，一本价值3万元。捐赠额度前三名企业总资产价值5亿元。", []),
    ("他想捐赠一批物资，价值约20万元。海关查获拟捐赠医疗物资，总价值200万元。", []),
    ("捐赠仪式上，展出的珠宝总价值3亿元。捐助者名下房产总价值2亿元。捐赠物资被盗，总价值3万元。", []),
    # one's family, one's shares, and a shop's customers
    ("他把3万元工资全部交给妻子。股民把3万元转入证券账户。商家将3000元退给消费者。", []),
    ("学校把2万元善款交到了患儿家长手中。", ["2万元"]),
    # not given
    ("县里没有向企业发放补贴资金300万元。县里尚未向农户兑付补贴资金20万元。", []),
    ("县财政向尚未脱贫的农户发放补贴300万元。", ["300万元"]),
    # bribes, and what one has put into shares
    ("他向局长送出现金3万元，被判刑。", []),
    ("在股市投资500万元的帮助下，他致富了。", []),
    # works that are not sure to be built, a firm's, and many at a time
    ("清河水库工程全长5公里，总投资20亿元，尚在论证。", []),
    ("恒远房地产项目占地200亩，总投资30亿元。全省开工重点项目2000个，总投资8000亿元。", []),
    ("市委书记叶知秋视察项目，总投资3亿元。", []),
    # money that lies unspent, and what is to be spent
    ("财政存量资金规模超过300亿元。财政沉淀资金规模约20亿元。", []),
    ("县财政专户资金规模达50亿元。财政结余资金规模达5亿元。", []),
    ("力争财政支出完成100亿元。计划全年财政支出完成120亿元。", []),
    # what they got together, though not what each did
    ("县里向8名教师发放慰问金各5000元，合计4万元。", ["4万元"]),
    ("县里为12户受灾户各发放5000元，共6万元。按每人每天30元发放，合计600元。", ["6万元"]),
    # what is paid against a debt that is pressing
    ("县财政安排1.2亿元用于债券兑付压力化解。县里安排3000万元化解偿还压力。", ["1.2亿元", "3000万元"]),
    # what a cost is made up of, and about how much was put in
    ("工程造价86万元，其中人工费20万元。", []),
    ("县财政投入大约在3000万元，修建了水厂。", ["3000万元"]),
    # people in schools and posts, and who buys
    ("安排2万在职教师培训。县里安排3万在读学生免费体检。", []),
    ("安排5万购买力旺盛的市民参观。县里资助5万助学对象。", []),
    ("村里拿出30万在河上建桥。安排300万设立基金。", ["300万", "30万"]),
]  # fmt: skip

CALLED = [
    # what money waives or secures may be in its name
    ("县财政落实免除学杂费补助资金300万元。", "免除学杂费补助资金", None),
    ("确保村级运转经费300万元到位。", "村级运转经费", None),
    ("县里拨付此项目资金300万元。", "此项目资金", None),
    ("抗洪救灾捐款300万元已到位。", "抗洪救灾捐款", None),
    # two kinds of one money, and a field of policy
    ("县里拨付助学和救助金300万元。", "助学和救助金", None),
    ("省里安排跨区域协调专项资金300万元。", "跨区域协调专项资金", None),
    ("县财政发放米面和慰问金3万元。", "慰问金", None),
    # whom it goes to is told by what they gave; which road by the list it is on
    ("县里拨付300万元，用于列入重点的公路。", None, "列入重点的公路"),
    ("县里投入300万元，规划建设床位300张。", None, "床位300张"),
    # what is done with a gift, counted; a place counted by its area; a road between two rivers
    ("捐赠20万元建设图书室20个。", None, "建设图书室20个"),
    ("捐款20万元用于购置口罩2200个、防护服200套。", None, "购置口罩2200个、防护服200套"),
    ("县里投入300万元，覆盖200平方公里流域。", None, "覆盖200平方公里流域"),
    ("县里投入300万元建设清河——东江公路。", None, "建设清河——东江公路"),
    # a survey, the first of its kind, beds and a name with 承诺 are what money is for
    ("县财政安排300万元用于对土地进行全面调查。", None, "对土地进行全面调查"),
    ("县里安排300万元建设全市首个养老社区。", None, "建设全市首个养老社区"),
    ("县里安排300万元，用于新增床位300张。", None, "新增床位300张"),
    ("县里安排300万元支持承诺制改革。", None, "承诺制改革"),
    ("县里安排300万元，用于建成后管护。", None, "建成后管护"),
    ("县里投入300万元，为老年人送上温暖。", None, "老年人"),
]

GIVEN = [
    ("县里向四川灾区捐款党费3万元。", "县里", "四川省"),
    ("省财政向脱贫攻坚重点县下达3亿元。", "省财政", "脱贫攻坚重点县"),
    ("省财政对各县转移支付资金3亿元。", "省财政", "各县"),
    ("市县配套服务业资金300万元。", "市县", None),
]


def sums(text: str) -> list[Allocation]:
    return [fact for fact in extract(Document("d", text, published="2023-06-15")).facts if isinstance(fact, Allocation)]


@pytest.mark.parametrize(("text", "amounts"), PAID)
def test_what_is_paid(text: str, amounts: list[str]) -> None:
    assert sorted(fact.amount_text for fact in sums(text)) == amounts


@pytest.mark.parametrize(("text", "fund", "target"), CALLED)
def test_what_money_is_called_and_for(text: str, fund: str | None, target: str | None) -> None:
    money = sums(text)
    assert [fact.fund for fact in money] == [fund] or target
    assert [fact.target for fact in money] == [target] or target is None


@pytest.mark.parametrize(("text", "payer", "region"), GIVEN)
def test_who_pays_and_where(text: str, payer: str, region: str | None) -> None:
    assert [(fact.payer, fact.region) for fact in sums(text)] == [(payer, region)]


def test_what_the_next_sentence_says_of_which() -> None:
    def told(text: str) -> dict[str, str | None]:
        return {f.amount_text: f.target for f in sums(text)}

    # of the whole, and not of its last part; with 均 of all
    assert told("教育支出3.2亿元，其中小学支出1亿元。主要用于校舍改造。") == {"3.2亿元": "校舍改造", "1亿元": "小学"}
    assert told("县里拨付3亿元，市里拨付2亿元。均用于抗旱工程。") == {"3亿元": "抗旱工程", "2亿元": "抗旱工程"}
    assert told("县里拨付3亿元，市里拨付2亿元。主要用于抗旱工程。") == {"3亿元": None, "2亿元": "抗旱工程"}
