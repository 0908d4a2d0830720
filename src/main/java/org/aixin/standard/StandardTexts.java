package org.aixin.standard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the standard's pages, in Chinese; English stands in messages/standard_en.properties. */
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

    @Message("下面的事会扣分。积分不够扣的先欠着，以后得的积分先补上。觉得不对，请找村里的工作人员。")
    String deductionsAbout();

    @Message("积分不够，还欠 {points} 分。")
    String owes(int points);

    @Message("一次最多 {quantity} 小时")
    String mostHours(String quantity);

    @Message("点名记分")
    String rollCall();

    @Message("先说是什么活动，再一个一个记人。同一场活动，一个人只记一次。")
    String rollCallAbout();

    @Message("细则")
    String rule();

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

    @Message("为什么更正")
    String reason();

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

    @Message("积分")
    String points();

    @Message("说明")
    String note();

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

    @Message("{quantity} 题")
    String answers(String quantity);

    @Message("{when} 记")
    String recordedAt(String when);

    @Message("{name}：今天这一条已经记满，这次没有加分。")
    String full(String name);

    @Message("修改积分标准")
    String edit();

    @Message("改一条就是加一个新版本，从生效那天起用；以前记的分不变。")
    String editAbout();

    @Message("加一条")
    String addRule();

    @Message("导出")
    String exportSheet();

    @Message("导出今天的积分标准，在表格里改好，再导入。")
    String exportAbout();

    @Message("导出 xlsx")
    String asXlsx();

    @Message("导出 CSV")
    String asCsv();

    @Message("导入")
    String importSheet();

    @Message("第一行是表头，每行一条。有一行不对，就一行也不改。表里没有的细则保持不变。")
    String importAbout();

    @Message("表格文件（xlsx 或 CSV）")
    String sheetFile();

    @Message("导入")
    String doImport();

    @Message("生效日期")
    String since();

    @Message("类别")
    String category();

    @Message("怎么记")
    String terms();

    @Message("还没生效")
    String toCome();

    @Message("停用")
    String outOfForce();

    @Message("启用")
    String inForce();

    @Message("修改")
    String changeRule();

    @Message("保存后成为一个新版本，从生效日期起用。以前记的分不变。")
    String versionAbout();

    @Message("代码（小写字母、数字、下划线）")
    String code();

    @Message("名称")
    String ruleTitle();

    @Message("记到")
    String asset();

    @Message("计分")
    String basis();

    @Message("每次")
    String byDeed();

    @Message("每小时")
    String byHour();

    @Message("每题")
    String byAnswer();

    @Message("名次")
    String byPlace();

    @Message("分值（扣分写负数，名次写 10/6/3）")
    String pointsEach();

    @Message("不满一小时")
    String rounding();

    @Message("舍去")
    String roundDown();

    @Message("四舍五入")
    String roundNearest();

    @Message("进一")
    String roundUp();

    @Message("一次最多")
    String mostEach();

    @Message("证明")
    String evidence();

    @Message("不要")
    String evidenceNo();

    @Message("要")
    String evidenceYes();

    @Message("居民申报后")
    String review();

    @Message("不用审核")
    String reviewNone();

    @Message("审核")
    String reviewReviewer();

    @Message("审核并公示")
    String reviewNotice();

    @Message("状态")
    String state();

    @Message("谁可以记分")
    String whoAwards();

    @Message("活动组织者")
    String ORGANIZER();

    @Message("支部书记")
    String SECRETARY();

    @Message("超市管理员")
    String CLERK();

    @Message("管理员")
    String ADMIN();

    @Message("上限")
    String caps();

    @Message("最多多少分；没有上限就空着。")
    String capsAbout();

    @Message("保存")
    String save();

    @Message("返回")
    String back();

    @Message("各个版本")
    String versions();

    @Message("行")
    String row();

    @Message("列")
    String column();

    @Message("哪里不对")
    String wrong();

    @Message("已保存：{code}。")
    String saved(String code);

    @Message("已导入：新增 {added} 条，修改 {changed} 条，{unchanged} 条没有变。")
    String filled(int added, int changed, int unchanged);

    @Message("有 {count} 处不对，一行也没有改。请改好后再导入。")
    String nothingFilled(int count);
}
