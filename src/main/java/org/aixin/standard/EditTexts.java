package org.aixin.standard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on which the standard is changed, in Chinese; English stands in messages/edit_en.properties. */
@MessageBundle("edit")
public interface EditTexts {
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

    @Message("审核")
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

    @Message("每村预算")
    String budget();

    @Message("每个村一个周期里，这一条一共最多给多少分（申报的也算）；用完就不再加分。没有预算就空着。")
    String budgetAbout();

    @Message("预算（分）")
    String budgetPoints();

    @Message("预算周期")
    String budgetSpan();

    @Message("已用 {used} 分，还剩 {left} 分")
    String used(int used, int left);

    @Message("撤回")
    String withdraw();

    @Message("撤回这个还没生效的版本？")
    String withdrawAsk();

    @Message("已撤回还没生效的版本。")
    String withdrawnDone();

    @Message("积分标准各村共用，由最上级的管理员修改；您可以看，可以导出。")
    String onlyAll();
}
