"""Posts by a bare word or beside one another: seats of deputies, staff met in a place, groups told off one by one.

Each row has an example and exactly what it gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

SEATS = [
    # construct, text, exactly what it gives
    (
        "who is addressed in a reply to a proposal",
        "关于宜都市政协五届二次会议第117号提案的答复\n陆文清委员：\n您提出的提案收悉。",
        {"陆文清 委员 宜都市政协 current"},
    ),
    ("the verb, of whom somebody stands for", "宜都市人大主任陆文清看望工作者，代表全国政协表示慰问，代表我市致谢。", {"陆文清 主任 宜都市人大 current"}),
    ("the same where no assembly is named", "关于第117号来信的答复\n陆文清委员：\n您的来信收悉。", set()),
    (
        "a deputy behind the title that he has elsewhere",
        "宜都市人大会议今天继续。枝江市水利局局长陆文清代表说，堤防要加固。",
        {"陆文清 局长 枝江市水利局 current", "陆文清 代表 宜都市人大 current"},
    ),
    (
        "the verb 代表 gives no seat",
        "宜都市人大会议今天继续。枝江市水利局局长陆文清代表专家组宣读意见。",
        {"陆文清 局长 枝江市水利局 current"},
    ),
    (
        "members by the bare word, and one who came from elsewhere",
        "宜都市政协会议今天讨论，委员陆文清、叶知秋也发了言。来自枝江市的委员何光建议修路。",
        {"陆文清 委员 宜都市政协 current", "叶知秋 委员 宜都市政协 current", "何光 委员 宜都市政协 current"},
    ),
    ("a deputy of the workers sits in no assembly", "宜都市人大代表到厂里视察，职工代表陆文清说得实在。", set()),
]

BESIDE = [
    (
        "members with titles of their own, 等 behind",
        "宜都市抗旱专家组今天到村，成员有枝江市水利局局长陆文清、宜都市水利局副局长叶知秋等。",
        "陆文清 成员 宜都市抗旱专家组 current",
    ),
    ("told off one by one", "宜都市抗旱指挥部副指挥长有两位，一位是枝江市水利局局长陆文清，一位是叶知秋。", "叶知秋 副指挥长 宜都市抗旱指挥部 current"),
    ("staff met in a township", "在宜都市枝城镇，技术员陆文清背着药箱上了门。", "陆文清 技术员 枝城镇 current"),
    ("staff beside the head of their body", "枝城草原站归还了借款，站长陆文清到会，会计叶知秋被批评。", "叶知秋 会计 枝城草原站 current"),
    ("staff beside the heads of a village", "宜都市水利局来人了，红岩村村支书陆文清话少，会计叶知秋每天来。", "叶知秋 会计 红岩村 current"),
    ("who is sent to a village", "红岩村变了样，宜都市水利局派来的第一书记陆文清管工地。", "陆文清 第一书记 红岩村 current"),
    ("who is sent to one of two villages", "红岩村、青林村变了样，宜都市水利局派来的第一书记陆文清管工地。", "陆文清 第一书记 宜都市水利局 current"),
    ("who is sent to a township", "枝城镇变了样，宜都市水利局派来的副镇长陆文清管工地。", "陆文清 副镇长 枝城镇 current"),
    ("who is sent, no village named", "宜都市水利局派来的第一书记陆文清管工地。", "陆文清 第一书记 宜都市水利局 current"),
    ("the head of the place sent to", "宜都市派驻枝江市的挂职副市长陆文清到会。", "陆文清 副市长 枝江市 current"),
    ("the secretary-general of the committee", "宜都市人大常委会主任叶知秋，宜都市委副书记兼秘书长陆文清到会。", "陆文清 秘书长 宜都市委 current"),
    ("a title that a company ends in an own way", "云岭铜业的工会主席陆文清捐了款。", "陆文清 工会主席 云岭铜业 current"),
    ("the chairman of a board", "江岸建设集团董事局主席陆文清到会。", "陆文清 董事局主席 江岸建设集团 current"),
    (
        "the group's post, not the holder's body",
        "宜都市抗旱指挥部指挥长由市长陆文清担任，副指挥长由枝江市水利局局长叶知秋担任。",
        "叶知秋 副指挥长 宜都市抗旱指挥部 current",
    ),
    ("a district in an autonomous region", "内蒙古呼和浩特市开了会。赛罕区领导到会，区民政局局长陆文清陪同。", "陆文清 局长 赛罕区民政局 current"),
    ("the region where no district is named", "内蒙古呼和浩特市开了会。区民政厅厅长陆文清陪同。", "陆文清 厅长 内蒙古自治区民政厅 current"),
    ("the first such body is no name", "枝城水厂通水了，是宜都市第一座水厂。厂长陆文清到会。", "陆文清 厂长 枝城水厂 current"),
    ("a headline's verb makes no body", "宜都市专家组来校评估实验中心\n宜都市北岭中学很高兴。校长陆文清致辞。", "陆文清 校长 宜都市北岭中学 current"),
    (
        "words of time and acts name no township",
        "枝城镇工作纪事\n1月6日　枝城镇很忙，召开镇村干部大会，镇党委书记陆文清部署工作。",
        "陆文清 党委书记 枝城镇 current",
    ),
]


@pytest.mark.parametrize(("construct", "text", "found"), SEATS, ids=[row[0] for row in SEATS])
def test_seats(construct: str, text: str, found: set[str]) -> None:
    assert lines(text, host=None) == found


@pytest.mark.parametrize(("construct", "text", "line"), BESIDE, ids=[row[0] for row in BESIDE])
def test_titles_beside_one_another(construct: str, text: str, line: str) -> None:
    """The person's role is held in that body and in no other."""
    person, role, *_ = line.split()
    assert {found for found in lines(text, host=None) if found.startswith(f"{person} {role} ")} == {line}
