package org.aixin.standard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on which staff award: roll-call, the list of awards, kept pledges, in Chinese; English stands in messages/award_en.properties. */
@MessageBundle("award")
public interface AwardTexts {
    @Message("积分不够，还欠 {points} 分。")
    String owes(int points);

    @Message("点名记分")
    String rollCall();

    @Message("先说是什么活动，再一个一个记人。同一场活动，一个人只记一次。")
    String rollCallAbout();

    @Message("哪天")
    String day();

    @Message("活动名称或地点")
    String occasion();

    @Message("如：健身广场")
    String occasionHint();

    @Message("小时数、题数或名次（按次的不用填）")
    String quantity();

    @Message("开始点名")
    String start();

    @Message("换一场活动")
    String other();

    @Message("扫卡扫码，或输入姓名、手机号")
    String who();

    @Message("记分")
    String credit();

    @Message("已记 {count} 人")
    String credited(int count);

    @Message("还没有记人。扫一张积分卡或积分码，或输入一个名字。")
    String nobodyYet();

    @Message("没有找到“{who}”。请核对后再输一次；新来的居民先到“居民”里登记。")
    String nobodyFound(String who);

    @Message("有几位相近，请选一位：")
    String several();

    @Message("{name}：{points} 分，已记入存折。")
    String done(String name, String points);

    @Message("{name}：今天这一条已到上限，这次记 {points} 分。")
    String capped(String name, String points);

    @Message("更正")
    String correct();

    @Message("更正这笔记分？")
    String correctAsk();

    @Message("如：记错人了")
    String reasonHint();

    @Message("确认更正")
    String correctSure();

    @Message("已更正")
    String corrected();

    @Message("已更正，积分已收回。")
    String correctedDone();

    @Message("记分记录")
    String awards();

    @Message("全部细则")
    String allRules();

    @Message("找人：姓名、手机号或卡号")
    String find();

    @Message("查找")
    String search();

    @Message("全部")
    String all();

    @Message("没有这样的记分。换个条件再找，或到“点名记分”记一笔。")
    String noAwards();

    @Message("时间")
    String when();

    @Message("居民")
    String member();

    @Message("记分人")
    String by();

    @Message("践诺记分")
    String pledges();

    @Message("党员兑现了承诺，由支部书记记分。")
    String pledgesAbout();

    @Message("党员")
    String partyMember();

    @Message("请选择")
    String choose();

    @Message("兑现了什么承诺")
    String pledge();

    @Message("如：每周看望独居老人韩老栓")
    String pledgeHint();

    @Message("记 {points} 分")
    String creditPoints(int points);

    @Message("本月践诺")
    String thisMonth();

    @Message("这个月还没有践诺记分。党员兑现承诺后，在上面记一笔。")
    String noPledges();

    @Message("您负责的组织里还没有党员。请管理员在“人员”里标明党员。")
    String noPartyMembers();

    @Message("{quantity} 小时")
    String hours(String quantity);

    @Message("{when} 记")
    String recordedAt(String when);

    @Message("{name}：今天这一条已经记满，这次没有加分。")
    String full(String name);

    @Message("公示中")
    String noticed();

    @Message("公示后没有入账")
    String withdrawn();

    @Message("{name}：本村这一条的预算快用完了，这次记 {points} 分。")
    String overBudget(String name, String points);

    @Message("{name}：本村这一条的预算已经用完，这次没有加分。")
    String noBudget(String name);

    @Message("选一条")
    String chooseRule();

    @Message("{name}：活动的预算快用完了，这次记 {points} 分。")
    String overPurse(String name, String points);

    @Message("{name}：活动的预算已经用完，这次没有加分。")
    String noPurse(String name);

    @Message("{name}：{points} 分，等另一位工作人员来定。")
    String proposed(String name, String points);

    @Message("待定 {count} 条")
    String toDecide(int count);

    @Message("等人来定")
    String waits();

    @Message("去看待定记分")
    String toProposals();

    @Message("预算")
    String budgets();

    @Message("每个村一份预算，用完就不再加分，到下一期重新算。")
    String budgetsAbout();

    @Message("村")
    String village();

    @Message("时间")
    String period();

    @Message("预算")
    String budget();

    @Message("已用")
    String used();

    @Message("还剩")
    String left();

    @Message("{from}到{to}")
    String fromTo(String from, String to);

    @Message("一天记得特别多的分")
    String watchGains();

    @Message("这一天记了 {points} 分，{givers} 个人给的")
    String watchGain(int points, int givers);

    @Message("这一天记了 {points} 分，{givers} 个人给的，其中 {late} 分是补记以前日子的")
    String watchGainLate(int points, int givers, int late);
}
