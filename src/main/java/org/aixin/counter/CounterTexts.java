package org.aixin.counter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the counter's sheets, in Chinese; English stands in messages/counter_en.properties. */
@MessageBundle("counter")
public interface CounterTexts {
    @Message("日清表")
    String day();

    @Message("每天交付的物品，按超市管理员和物品合计，和库存、积分账对一遍。")
    String about();

    @Message("看哪天")
    String whichDay();

    @Message("超市")
    String shop();

    @Message("查看")
    String show();

    @Message("前一天")
    String dayBefore();

    @Message("后一天")
    String dayAfter();

    @Message("回兑换台")
    String toDesk();

    @Message("下载表格")
    String download();

    @Message("领取登记表")
    String register();

    @Message("打印用浏览器的打印。")
    String printHow();

    @Message("还没有您能看的超市。请管理员在“超市”页添加，或给您分配。")
    String noShop();

    @Message("与库存、积分账一件不差、一分不差")
    String fits();

    @Message("有 {count} 处与库存或积分账对不上")
    String fitsNot(int count);

    @Message("请不要改动，截图后联系管理员和审计员。")
    String fitsNotHow();

    @Message("兑换单 {code}：登记 {pieces} 件 {points} 分，库存出 {left} 件、回 {back} 件，积分账扣 {paid} 分、退 {refunded} 分")
    String unfitting(String code, int pieces, long points, int left, int back, long paid, long refunded);

    @Message("{goods}：货架 {onHand}，出入库记录合计 {entries}")
    String unfittingShelf(String goods, int onHand, int entries);

    @Message("单数")
    String orders();

    @Message("件数")
    String pieces();

    @Message("积分")
    String points();

    @Message("撤销")
    String undone();

    @Message("当天没有交付。")
    String nothing();

    @Message("超市管理员")
    String clerk();

    @Message("物品")
    String goods();

    @Message("单位")
    String unit();

    @Message("交付")
    String out();

    @Message("退回")
    String back();

    @Message("实领")
    String net();

    @Message("合计")
    String all();

    @Message("库存")
    String stock();

    @Message("开始")
    String before();

    @Message("其他进出")
    String other();

    @Message("结存")
    String after();

    @Message("时间")
    String time();

    @Message("姓名")
    String name();

    @Message("领了什么")
    String what();

    @Message("兑换单号")
    String order();

    @Message("备注")
    String remark();

    @Message("{at} {by}撤销：{why}")
    String takenBack(String at, String by, String why);

    @Message("当班")
    String duty();

    @Message("当天没有人登记当班。")
    String nobodyOnDuty();

    @Message("{from} 开始，还没结束")
    String onDuty(String from);

    @Message("{from} 开始，{until} 结束")
    String offDuty(String from, String until);

    @Message("由{name}结束")
    String endedBy(String name);

    @Message("替他结束")
    String end();

    @Message("交付明细")
    String list();

    @Message("撤销")
    String undo();

    @Message("已撤销")
    String undoneTag();

    @Message("序号")
    String number();

    @Message("签字")
    String signature();

    @Message("姓名已隐去一部分，用于张贴")
    String postedCopy();

    @Message("存档的（全名）")
    String officeCopy();

    @Message("张贴的（隐名）")
    String wallCopy();

    @Message("回日清表")
    String toDay();

    @Message("共 {orders} 人次，{pieces} 件，{points} 分")
    String sums(int orders, int pieces, long points);

    @Message("小票")
    String receipt();

    @Message("单号")
    String receiptNumber();

    @Message("领取人")
    String receiver();

    @Message("本次用 {points} 分")
    String paid(long points);

    @Message("还有 {left} 分")
    String left(long left);

    @Message("已撤销，积分已退回")
    String receiptBack();

    @Message("谢谢您为村里做的好事")
    String thanks();

    @Message("超市管理员")
    String clerks();

    @Message("勾选的超市才能用；一个都不勾，就能用管辖范围内所有的超市。")
    String clerksAbout();

    @Message("还没有超市管理员。请在“人员”页给人分配角色。")
    String noClerks();

    @Message("范围内所有超市")
    String everyShop();

    @Message("在哪些超市")
    String whichShops();

    @Message("改")
    String change();

    @Message("保存")
    String save();

    @Message("已保存")
    String saved();

    @Message("代领：{name}")
    String bearer(String name);

    @Message("兑换审计")
    String audit();

    @Message("按超市管理员看需要留意的兑换。有数字不等于有问题，请点进去核对。")
    String auditAbout();

    @Message("从")
    String from();

    @Message("到")
    String to();

    @Message("同一居民至少几次才算")
    String least();

    @Message("这段时间没有兑换。")
    String noHandOvers();

    @Message("补发密码后一天内兑换")
    String signRESET();

    @Message("只凭卡或姓名兑换")
    String signCARD();

    @Message("营业时间外兑换（没定营业时间的超市按 {hours}）")
    String signAFTER_HOURS(String hours);

    @Message("营业时间外")
    String afterHours();

    @Message("撤销")
    String signUNDONE();

    @Message("常来的同一居民")
    String pairs();

    @Message("没有")
    String none();

    @Message("只列最近 {most} 条")
    String cut(int most);

    @Message("{name}补发密码")
    String resetBy(String name);

    @Message("{times} 次")
    String times(int times);

    @Message("兑换")
    String total();

    @Message("类别")
    String kind();

    @Message("次数")
    String count();

    @Message("看全部超市管理员")
    String allClerks();
}
