package org.aixin.standard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages for claims, in Chinese; English stands in messages/claim_en.properties. */
@MessageBundle("claim")
public interface ClaimTexts {
    @Message("申报好事")
    String claims();

    @Message("做了好事，说清楚时间、地点，最好有照片。审核通过并公示后，积分记到您的爱心存折。")
    String about();

    @Message("做了什么")
    String rule();

    @Message("请选择")
    String choose();

    @Message("哪天做的")
    String day();

    @Message("怎么做的")
    String note();

    @Message("例如：上午和李大山一起扫了村口广场")
    String noteHint();

    @Message("照片（可以不放，最多 6 张）")
    String photos();

    @Message("提交申报")
    String submit();

    @Message("已提交。审核员看过后，这里会有结果。")
    String sent();

    @Message("我的申报")
    String mine();

    @Message("还没有申报过。")
    String none();

    @Message("已提交，等审核")
    String SUBMITTED();

    @Message("没有通过")
    String REJECTED();

    @Message("待公示结束")
    String NOTICED();

    @Message("已入账")
    String CREDITED();

    @Message("公示后撤下")
    String WITHDRAWN();

    @Message("已更正收回")
    String REVERSED();

    @Message("过期未入账")
    String LAPSED();

    @Message("公示到 {day}")
    String until(String day);

    @Message("看公示")
    String seeNotice();

    @Message("原因：{note}")
    String because(String note);

    @Message("当天这一项已满，没有再记分")
    String full();

    @Message("{points} 分")
    String points(int points);

    @Message("每小时 {points} 分")
    String perHour(int points);

    @Message("做了几小时（只有按小时记分的才填）")
    String quantity();

    @Message("{amount} 小时")
    String hours(String amount);

    @Message("{name}代报")
    String by(String name);

    @Message("代报人")
    String claimant();

    @Message("替居民申报")
    String others();

    @Message("居民没有手机或不方便，您替他申报。审核时会写明是您代报的，本人也看得到。")
    String othersAbout();

    @Message("替谁申报：刷卡、手机号或姓名")
    String who();

    @Message("找人")
    String find();

    @Message("是哪一位？")
    String several();

    @Message("没有找到“{typed}”，请换个写法。")
    String nobody(String typed);

    @Message("替 {name} 申报")
    String forWhom(String name);

    @Message("换一个人")
    String another();

    @Message("已提交，等审核员看。")
    String sentForOther();

    @Message("我代报的")
    String made();

    @Message("还没有替人申报过。")
    String noneMade();

    @Message("抽查申报")
    String rechecks();

    @Message("已入账的申报每月抽一部分，由另一位审核员再看一遍。不属实的收回积分，本人看得到。")
    String rechecksAbout();

    @Message("等复查 {count} 份。")
    String waitingAgain(int count);

    @Message("没有等复查的申报。每月初自动抽取。")
    String noneDrawn();

    @Message("属实")
    String confirm();

    @Message("想说明的话（可不填）")
    String confirmNote();

    @Message("不属实，收回积分")
    String isFalse();

    @Message("哪里不属实（本人会看到）")
    String falseNote();

    @Message("已记下：属实。")
    String foundTrue();

    @Message("已收回积分，本人的明细里有更正。如要按“虚报冒领积分”扣分，请活动组织者在记分里提出。")
    String foundFalse();

    @Message("怎么抽到的")
    String howDrawn();

    @Message("{month} 入账的申报，按月末第 {number} 份防改凭证的根和申报编号算出签号，签号最小的抽中，谁也挑不了。签号：")
    String drawnBy(String month, long number);

    @Message("这份被抽中复查，正在核实。")
    String beingChecked();

    @Message("复查属实。")
    String checkedTrue();

    @Message("复查不属实，已收回 {points} 分。原因：{reason}")
    String checkedFalse(int points, String reason);

    @Message("审核申报")
    String reviews();

    @Message("等审核 {count} 份")
    String waiting(int count);

    @Message("没有等审核的申报。")
    String noneWaiting();

    @Message("已批准，等公示结束后入账。")
    String approved();

    @Message("已退回，居民会看到原因。")
    String rejected();

    @Message("居民")
    String member();

    @Message("申报时间")
    String when();

    @Message("看申报")
    String look();

    @Message("照片 {count} 张")
    String photoCount(int count);

    @Message("没有照片")
    String noPhotos();

    @Message("相机记的时间：{taken}")
    String taken(String taken);

    @Message("相机没有记时间")
    String notTaken();

    @Message("这张照片也用在：{title}，{day}，{name}")
    String reused(String title, String day, String name);

    @Message("批准")
    String approve();

    @Message("批准时想说的话（可不填）")
    String approveNote();

    @Message("不通过")
    String reject();

    @Message("为什么不通过（居民会看到）")
    String rejectNote();

    @Message("申报的照片")
    String photo();
}
