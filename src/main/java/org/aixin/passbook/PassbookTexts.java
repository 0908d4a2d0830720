package org.aixin.passbook;

import java.math.BigDecimal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of passbooks and of the audit, in Chinese; English stands in messages/passbook_en.properties. */
@MessageBundle("passbook")
public interface PassbookTexts {
    @Message("爱心存折")
    String passbook();

    @Message("我的积分")
    String myPoints();

    @Message("积分")
    String points();

    @Message("可用")
    String available();

    @Message("已预留")
    String held();

    @Message("服务时长")
    String hours();

    @Message("{hours} 小时")
    String hoursOf(BigDecimal hours);

    @Message("还有 {points} 分没有扣清，以后得的积分会先补上。")
    String owed(long points);

    @Message("余 {points}")
    String after(long points);

    @Message("存折还是空的。答题、参加活动、做好事，就会有第一笔积分。")
    String empty();

    @Message("还没有积分记录。参加活动或答题后，这里就会显示。")
    String memberEmpty();

    @Message("点一笔，看它的防改凭证。")
    String provedAbout();

    @Message("去答题")
    String toQuizzes();

    @Message("看看怎样得积分")
    String toDeeds();

    @Message("时间")
    String time();

    @Message("事由")
    String what();

    @Message("增减")
    String change();

    @Message("余额")
    String balance();

    @Message("更正：{title}")
    String corrected(String title);

    @Message("补扣以前没有扣清的积分")
    String settled();

    @Message("补扣家里以前没有扣清的积分")
    String settledAtHome();

    @Message("家人{title}")
    String ofFamily(String title);

    @Message("全家共用的积分")
    String householdPoints();

    @Message("每人的份")
    String shares();

    @Message("全家共用：换东西时先用自己的，不够再用家人的。明细只记本人名下的。")
    String sharesAbout();

    @Message("还有 {points} 分没有扣清")
    String owes(long points);

    @Message("安全竞答")
    String quiz();

    @Message("记分")
    String award();

    @Message("好事申报")
    String claim();

    @Message("志愿服务")
    String shift();

    @Message("践行承诺")
    String pledge();

    @Message("换物品")
    String order();

    @Message("更正")
    String reversal();

    @Message("积分到期")
    String expiry();

    @Message("其他")
    String other();

    @Message("账目核对")
    String audit();

    @Message("从第一笔开始，把每一笔积分、时长和资金重新算一遍，看余额、预留和每笔记录是否都对得上。只看，不改动任何账目。")
    String auditAbout();

    @Message("开始核对")
    String auditStart();

    @Message("再核对一次")
    String auditAgain();

    @Message("正在核对，请稍等……")
    String auditing();

    @Message("账目完全相符")
    String sound();

    @Message("共 {transfers} 笔记录、{accounts} 个账户，逐笔重算，没有发现问题。")
    String soundAbout(long transfers, long accounts);

    @Message("账目有 {count} 处不符")
    String unsound(int count);

    @Message("共核对 {transfers} 笔记录、{accounts} 个账户。请先不要改动，把下面的情况报给管理员查清。")
    String unsoundAbout(long transfers, long accounts);

    @Message("不符之处（最多列出 100 处）")
    String problems();

    @Message("核对时间：{time}")
    String checkedAt(String time);

    @Message("各类账户合计")
    String sums();

    @Message("每一笔有进必有出，所以每类账户全部加起来应当正好是零。")
    String sumsAbout();

    @Message("类别")
    String kind();

    @Message("合计")
    String sum();

    @Message("结果")
    String verdict();

    @Message("相符")
    String fits();

    @Message("不符")
    String fitsNot();

    @Message("积分")
    String assetPoints();

    @Message("先锋积分")
    String assetMerit();

    @Message("服务时长（分钟）")
    String assetHours();

    @Message("公益资金（分）")
    String assetMoney();

    @Message("{when} 记")
    String recorded(String when);

    @Message("返回")
    String back();

    @Message("查找、打印")
    String pick();

    @Message("哪一类")
    String ofKind();

    @Message("全部")
    String allKinds();

    @Message("哪个月记的")
    String ofMonth();

    @Message("全部月份")
    String allMonths();

    @Message("查看")
    String show();

    @Message("看全部")
    String showAll();

    @Message("这样查没有记录。换一类、换个月再看。")
    String noneSuch();

    @Message("存成表格")
    String asSheet();

    @Message("打印")
    String toPaper();

    @Message("做事日期")
    String dayOfDeed();

    @Message("类别")
    String kindOfDeed();

    @Message("备注")
    String remark();

    @Message("编号")
    String number();

    @Message("期初")
    String opening();

    @Message("期末")
    String closing();

    @Message("收入合计")
    String gained();

    @Message("支出合计")
    String spent();

    @Message("期间")
    String period();

    @Message("用浏览器的“打印”就能打出来。")
    String printHow();

    @Message("姓名")
    String nameOf();

    @Message("卡号")
    String cardNumber();

    @Message("所在村")
    String unitName();

    @Message("只印最近 2000 笔。更早的请按月打印，或存成表格。")
    String cut();

    @Message("已更正")
    String wasCorrected();

    @Message("更正的是 {day} 记的一笔")
    String corrects(String day);

    @Message("已在 {day} 更正")
    String correctedOn(String day);

    @Message("更正 {day} 的 {number}")
    String correctsNumber(String day, String number);

    @Message("已由 {day} 的 {number} 更正")
    String correctedByNumber(String day, String number);

    @Message("{first} 至 {last}")
    String fromTo(String first, String last);

    @Message("{day}打印")
    String printedOn(String day);
}
