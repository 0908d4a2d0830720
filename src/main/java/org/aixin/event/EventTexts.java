package org.aixin.event;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the events, in Chinese; English stands in messages/event_en.properties. */
@MessageBundle("event")
public interface EventTexts {
    @Message("活动")
    String events();

    @Message("把竞答、演练、讲座、超市进村放到一个活动里，人数、积分、物品自动算好，打印出来交给捐赠单位。")
    String about();

    @Message("新建活动")
    String add();

    @Message("还没有活动。点“新建活动”，例如“安全生产月进村”。")
    String none();

    @Message("{first} 至 {last}")
    String days(String first, String last);

    @Message("在哪个村")
    String unit();

    @Message("活动名称")
    String title();

    @Message("例如：安全生产月进村")
    String titleHint();

    @Message("从哪天")
    String firstDay();

    @Message("到哪天")
    String lastDay();

    @Message("地点")
    String place();

    @Message("主办（支持）单位")
    String sponsor();

    @Message("捐赠人")
    String donor();

    @Message("不选")
    String noDonor();

    @Message("说明")
    String note();

    @Message("已取消")
    String cancelled();

    @Message("已取消（{when}）：{reason}")
    String cancelledWhy(String when, String reason);

    @Message("取消活动")
    String cancel();

    @Message("竞答、演练和超市进村会移出来，可以放进别的活动；写下的讲座、奖品和照片留着。不能恢复。")
    String cancelAbout();

    @Message("为什么取消")
    String cancelReason();

    @Message("例如：下雨改期")
    String cancelHint();

    @Message("确定取消")
    String cancelNow();

    @Message("要删掉这张照片吗？删掉以后报告里也没有了，找不回来。")
    String deleteAsk();

    @Message("确定删除")
    String deleteNow();

    @Message("积分预算")
    String budget();

    @Message("整个活动最多发多少分，不限就空着。发完以后照样参加，只是不再加分。")
    String budgetHint();

    @Message("积分预算 {budget} 分，已用 {used} 分，还剩 {left} 分")
    String left(int budget, int used, int left);

    @Message("预算 {budget} 分已经发完：大家照样参加，只是不再加分。要接着发，点“修改”加预算。")
    String usedUp(int budget);

    @Message("{points} 分")
    String budgetOf(int points);

    @Message("记分")
    String credit();

    @Message("保存")
    String save();

    @Message("修改")
    String edit();

    @Message("打印报告")
    String print();

    @Message("参加居民")
    String residents();

    @Message("来自户数")
    String households();

    @Message("来宾")
    String guests();

    @Message("听讲座")
    String listeners();

    @Message("发放积分")
    String points();

    @Message("兑换物品")
    String goods();

    @Message("奖品")
    String prizes();

    @Message("宣传册")
    String booklets();

    @Message("{count} 人")
    String people(long count);

    @Message("{count} 人次")
    String heads(long count);

    @Message("{count} 户")
    String homes(long count);

    @Message("{count} 分")
    String score(long count);

    @Message("{count} 件")
    String pieces(long count);

    @Message("{count} 本")
    String copies(long count);

    @Message("同一个人参加几项只算一次。自主答题只算活动期间的。")
    String countedHow();

    @Message("自主答题")
    String QUIZ();

    @Message("现场竞答")
    String ROUND();

    @Message("应急演练")
    String DRILL();

    @Message("竞答和演练")
    String parts();

    @Message("还没有。从下面的名单里选。")
    String noParts();

    @Message("{people} 人参加，{points} 分")
    String part(long people, long points);

    @Message("活动期间")
    String during();

    @Message("选一场")
    String choose();

    @Message("加进来")
    String put();

    @Message("移出")
    String remove();

    @Message("讲座")
    String talks();

    @Message("题目")
    String talkTitle();

    @Message("主讲人")
    String speaker();

    @Message("哪天")
    String day();

    @Message("听讲人数")
    String heard();

    @Message("{speaker} · {day} · {count} 人")
    String talk(String speaker, String day, long count);

    @Message("已记 {points} 分")
    String credited(long points);

    @Message("超市进村")
    String visits();

    @Message("哪个超市")
    String shop();

    @Message("兑换 {count} 单")
    String orders(long count);

    @Message("奖品（不用积分）")
    String prizesFree();

    @Message("名称")
    String name();

    @Message("件数")
    String number();

    @Message("几个人领到")
    String toHowMany();

    @Message("{pieces} 件 · {people} 人")
    String prize(long pieces, long people);

    @Message("本数")
    String copyNumber();

    @Message("照片")
    String photos();

    @Message("最多 20 张。照片里的拍摄地点等信息会去掉。")
    String photosAbout();

    @Message("选照片")
    String choosePhoto();

    @Message("说明文字")
    String caption();

    @Message("上传")
    String upload();

    @Message("删除")
    String delete();

    @Message("活动报告")
    String report();

    @Message("时间")
    String time();

    @Message("人和户只数数，不写任何人的名字。")
    String reportAbout();

    @Message("项目")
    String item();

    @Message("参加")
    String took();

    @Message("积分")
    String pointsOf();

    @Message("物品")
    String goodsName();

    @Message("数量")
    String quantity();

    @Message("领到人数")
    String receivers();

    @Message("打印时间 {day}")
    String printedOn(String day);

    @Message("打印用浏览器的打印功能，纸张选 A4。")
    String printHow();

    @Message("来宾 {count} 人")
    String plusGuests(long count);
}
