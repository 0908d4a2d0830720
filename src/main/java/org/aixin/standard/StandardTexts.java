package org.aixin.standard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of rules and of the page that shows them to anybody, in Chinese; English stands in messages/standard_en.properties. */
@MessageBundle("standard")
public interface StandardTexts {
    @Message("做好事，得积分")
    String deeds();

    @Message("做了下面的事，由工作人员记到您的爱心存折。")
    String deedsAbout();

    @Message("怎么记")
    String how();

    @Message("到活动现场报名字，或出示积分卡、积分码。工作人员记好后，当天就能在“首页”的爱心存折里看到。记错了，请找记分的人更正。")
    String howAbout();

    @Message("安全")
    String SAFETY();

    @Message("志愿服务")
    String VOLUNTEERING();

    @Message("议事协商")
    String DELIBERATION();

    @Message("文明户")
    String HOUSEHOLD_CATEGORY();

    @Message("邻里互助")
    String NEIGHBOURS();

    @Message("党员")
    String PARTY();

    @Message("每次 {points} 分")
    String PER_DEED(int points);

    @Message("每小时 {points} 分")
    String PER_HOUR(int points);

    @Message("答对一题 {points} 分")
    String PER_ANSWER(int points);

    @Message("名次分")
    String byRank();

    @Message("每次扣 {points} 分")
    String eachDeduction(int points);

    @Message("先锋积分")
    String merit();

    @Message("每天最多 {points} 分")
    String cap(int points);

    @Message("最多 {points} 分")
    String atMost(int points);

    @Message("每人")
    String MEMBER();

    @Message("每户")
    String HOUSEHOLD();

    @Message("全部合计")
    String RULE();

    @Message("每天")
    String DAY();

    @Message("每周")
    String WEEK();

    @Message("每月")
    String MONTH();

    @Message("每季度")
    String QUARTER();

    @Message("每年")
    String YEAR();

    @Message("加分")
    String earns();

    @Message("扣分")
    String costs();

    @Message("不该做的，要扣分")
    String deductions();

    @Message("下面的事会扣分。扣分前先告诉您，听您说明，再由另一位工作人员来定。积分不够扣的先欠着，以后得的积分先补上。")
    String deductionsAbout();

    @Message("细则")
    String rule();

    @Message("积分")
    String points();

    @Message("每村预算 {points} 分")
    String budgetOf(int points);

    @Message("先审核")
    String reviewed();

    @Message("先审核并公示")
    String posted();

    @Message("要证明")
    String shown();
}
