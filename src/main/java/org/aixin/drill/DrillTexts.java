package org.aixin.drill;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the drills, in Chinese; English stands in messages/drill_en.properties. */
@MessageBundle("drill")
public interface DrillTexts {
    @Message("应急演练")
    String drills();

    @Message("先排好分工和步骤；演练时做完一步按一下；最后刷卡点名，结束点名时一起记分。")
    String about();

    @Message("新建演练")
    String add();

    @Message("还没有演练。点“新建演练”，填好时间、地点和步骤。")
    String none();

    @Message("未开始")
    String planned();

    @Message("进行中")
    String running();

    @Message("正在记分")
    String closing();

    @Message("已记分")
    String closed();

    @Message("步骤 {done}/{steps} · 到场 {people} 人")
    String progress(int done, int steps, int people);

    @Message("在哪个村")
    String unit();

    @Message("村（社区）")
    String village();

    @Message("演练名称")
    String title();

    @Message("例如：消防疏散演练")
    String titleHint();

    @Message("地点")
    String place();

    @Message("例如：健身广场")
    String placeHint();

    @Message("日期")
    String day();

    @Message("开始时间")
    String clock();

    @Message("分工")
    String roles();

    @Message("组名和成员姓名。不需要的行空着。")
    String rolesHint();

    @Message("组名")
    String role();

    @Message("成员")
    String people();

    @Message("步骤")
    String steps();

    @Message("按先后写。不需要的行空着。")
    String stepsHint();

    @Message("做什么")
    String step();

    @Message("谁负责")
    String who();

    @Message("指挥组;疏散引导组;医疗救护组;后勤组")
    String usualRoles();

    @Message("发出警报|指挥组;组织人员疏散|疏散引导组;清点人数|疏散引导组;救护伤员|医疗救护组;讲评总结|指挥组")
    String usualSteps();

    @Message("保存")
    String save();

    @Message("修改")
    String edit();

    @Message("已取消")
    String cancelled();

    @Message("已取消（{when}）：{reason}")
    String cancelledWhy(String when, String reason);

    @Message("取消演练")
    String cancel();

    @Message("取消以后不能再点名、记分，计划和名单会留着。不能恢复。")
    String cancelAbout();

    @Message("为什么取消")
    String cancelReason();

    @Message("例如：下雨改期")
    String cancelHint();

    @Message("确定取消")
    String cancelNow();

    @Message("完成这一步")
    String finish();

    @Message("撤回")
    String undo();

    @Message("所有步骤都完成了。")
    String allDone();

    @Message("演练当天和之后 31 天内，才能按步骤、点名。")
    String notNow();

    @Message("点名")
    String roll();

    @Message("开始点名")
    String startRoll();

    @Message("看点名结果")
    String seeRoll();

    @Message("打印记录表")
    String print();

    @Message("已到 {count} 人")
    String there(int count);

    @Message("刷卡、扫积分码，或输入卡号、手机号、姓名")
    String scan();

    @Message("刷卡，或输入姓名")
    String scanShort();

    @Message("记上")
    String mark();

    @Message("关掉中文输入法再扫，会更快。")
    String composing();

    @Message("正在送出，请别关页面。还有：")
    String waiting();

    @Message("没有网络。扫过的先留着，连上以后自己送出，请别关页面。")
    String offline();

    @Message("扫一张卡，就知道是谁。")
    String ready();

    @Message("每人 {points} 分，结束点名时一起记。")
    String worth(String points);

    @Message("{name}，到了")
    String added(String name);

    @Message("{name}已经点过名了")
    String already(String name);

    @Message("{unit} · 第 {number} 位 · {time}")
    String where(String unit, int number, String time);

    @Message("不认识“{typed}”")
    String unknown(String typed);

    @Message("请再扫一次，或者输入姓名。没有登记的居民，先到“居民”里登记。")
    String unknownHow();

    @Message("是哪一位？")
    String several();

    @Message("没有记上")
    String refused();

    @Message("已撤回，这个人不在名单上了。")
    String off();

    @Message("还没有人。扫第一张卡开始。")
    String nobody();

    @Message("只显示最近 {count} 位，全部在记录表里。")
    String onlyLast(int count);

    @Message("结束点名并记分")
    String close();

    @Message("结束以后名单不能再改。名单上的 {count} 人，每人按积分标准记分。")
    String closeAbout(int count);

    @Message("确定结束")
    String closeNow();

    @Message("接着记完")
    String resume();

    @Message("点名已结束，{count} 人，共记 {points} 分。")
    String closedSum(int count, int points);

    @Message("预算用完 {points}")
    String overBudget(String points);

    @Message("到上限，记 {points}")
    String capped(String points);

    @Message("待确认 {points}")
    String pending(String points);

    @Message("之前记过了")
    String before();

    @Message("没有记上分")
    String notGiven();

    @Message("演练记录表")
    String sheet();

    @Message("时间")
    String time();

    @Message("序号")
    String number();

    @Message("完成时间")
    String doneAt();

    @Message("参加人员（{count} 人）")
    String roster(int count);

    @Message("姓名")
    String name();

    @Message("在哪里")
    String home();

    @Message("签到")
    String at();

    @Message("负责人签名")
    String sign();

    @Message("打印用浏览器的打印功能，纸张选 A4。")
    String printHow();

    @Message("没有人到场")
    String rosterEmpty();
}
