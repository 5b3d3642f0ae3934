"""Sums as pages of townships, donors and banks print them: works where they are built, gifts, what is lacking, what works cost in all."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def told(text: str, field: str) -> dict[str, str | None]:
    """The field of each amount."""
    return {fact.amount_text: getattr(fact, field) for fact in extract(Document("a", text, "a")).facts if isinstance(fact, Allocation)}


TARGETS = [
    # where a thing is built stands between the sum and what is built; a firm's works are no public ones
    ("去年，石桥镇投资46万元在东岭村新建卫生室1所。", {"46万元": "新建卫生室1所"}),
    ("县文旅局投资120万元在老街安装路灯86盏。", {"120万元": "安装路灯86盏"}),
    ("宏达公司投资2亿元在开发区建设厂房。", {}),
    ("该项目需投资200万元在村口建设停车场。", {}),
    # a bracket on the currency
    ("亚行将提供贷款12亿元（人民币，下同）支持长江流域生态修复。", {"12亿元": "长江流域生态修复"}),
    # whom money is raised for and handed to, without the verb and how it is given
    ("县红十字会已为灾区筹得560万元。", {"560万元": "灾区"}),
    ("长河集团向灾区紧急捐款1000万元。", {"1000万元": "灾区"}),
    ("全局271人捐款，筹集善款84880元，目前善款已全数捐赠至青州市红十字会。", {"84880元": "青州市红十字会"}),
    ("长河集团向青州大学整体捐赠7亿元。", {"7亿元": "青州大学"}),
    # what is built in a township is built, and the township has no verb in its name
    ("县里拨款60万元用于扩建白果乡敬老院。", {"60万元": "扩建白果乡敬老院"}),
    # what else was put in is no purpose
    ("受旱地区投入抗旱资金41亿元，投入抗旱机动设备114万台套。", {"41亿元": None}),
    ("该乡筹集资金30万元，完成了管道总长2600多米的大同村引泉工程。", {"30万元": "完成了管道总长2600多米的大同村引泉工程"}),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_what_the_money_is_for(text: str, targets: dict[str, str | None]) -> None:
    assert told(text, "target") == targets


REGIONS = [
    ("县里拨款60万元用于扩建白果乡敬老院。", {"60万元": "白果乡"}),
    ("目前，高山镇各村乡贤促进会已筹措城乡供水一体化专项资金713万元。", {"713万元": None}),
    ("为支持国家乡村振兴重点帮扶县教育事业发展，长河公司向清河中学捐赠20万元。", {"20万元": None}),
]


@pytest.mark.parametrize(("text", "regions"), REGIONS)
def test_no_place_is_made_of_words(text: str, regions: dict[str, str | None]) -> None:
    assert told(text, "region") == regions


AMOUNTS = [
    # what is lacking, in hand, found fault with or only needed is not paid
    ("工程造价84万元，国补30万元，还有缺口资金49万元。", {"30万元"}),
    ("县财政安排资金80万元弥补资金缺口。", {"80万元"}),
    ("目前结存社会捐赠资金6569万元。", set()),
    ("审计查出问题资金2300万元，已收回财政资金900万元。", {"900万元"}),
    ("上述项目需出资781万元，因财力有限，无力完成。", set()),
    # approved and for something; lent to meet a need; gone somewhere
    ("积极申报财政奖补项目，成功获批70万元项目资金，用于石桥村道路硬化。", {"70万元"}),
    ("公司获批3000万元授信额度。", set()),
    ("省农行累计满足春耕融资需求18亿元。", {"18亿元"}),
    ("全省春耕资金需求18亿元，目前已到位11亿元。", {"11亿元"}),
    ("分行今年已有6.8亿元贷款投向乡村产业。", {"6.8亿元"}),
    ("账上有6.8亿元资金待拨。", set()),
    # what works cost in all, where public money pays for some of it
    ("工程总投资约2600万元，其中，中央预算内资金1800万元，地方配套800万元。", {"2600万元", "1800万元", "800万元"}),
    ("项目总投资5亿元，其中设备投资2亿元。", set()),
    ("学校硬化了操场，新建了校门和食堂，总投资170余万元。", {"170余万元"}),
    ("该公司新建了三条生产线，总投资5亿元。", set()),
    ("招商签约项目总投资5亿元，其中省级配套资金2亿元。", set()),
]


@pytest.mark.parametrize(("text", "amounts"), AMOUNTS)
def test_what_is_paid(text: str, amounts: set[str]) -> None:
    assert set(told(text, "target")) == amounts


def test_a_firm_that_invests_names_no_money_of_the_next_sentence() -> None:
    text = "长河创业投资股份有限公司向清河中学捐赠20万元，其中，15万元用于改善办学条件；5万元用于奖助50名学生。"
    assert "创业投资" not in told(text, "fund").values()
