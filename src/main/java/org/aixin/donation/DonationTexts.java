package org.aixin.donation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on donations, in Chinese; English stands in messages/donation_en.properties. */
@MessageBundle("donation")
public interface DonationTexts {
    @Message("捐赠榜")
    String board();

    @Message("谁捐的、捐了什么、发到了多少户，都在这里。愿意署名的写名字，其他都是爱心人士。")
    String boardAbout();

    @Message("爱心人士")
    String kindPerson();

    @Message("还没有捐赠。收到第一笔，就会写在这里。")
    String none();

    @Message("已发 {handed} 件，到了 {households} 户")
    String reached(int handed, int households);

    @Message("还没有发出")
    String notYet();

    @Message("捐款 {yuan} 元")
    String money(String yuan);

    @Message("捐给{where}")
    String to(String where);

    @Message("登记捐赠")
    String write();

    @Message("捐物写进超市的库存，捐款写进公益资金。每一批都能查到发给了谁。")
    String writeAbout();

    @Message("捐物")
    String giveGoods();

    @Message("捐款")
    String giveMoney();

    @Message("捐赠人（单位或个人）")
    String donor();

    @Message("如：郭家庄供电所")
    String donorHint();

    @Message("个人还是单位")
    String donorKind();

    @Message("个人")
    String PERSON();

    @Message("单位")
    String ORGANIZATION();

    @Message("本人（单位）同意公开名字")
    String named();

    @Message("哪个超市收的")
    String shop();

    @Message("物品")
    String goods();

    @Message("选物品")
    String choose();

    @Message("数量")
    String quantity();

    @Message("保质期到")
    String bestBefore();

    @Message("金额（元）")
    String amount();

    @Message("进哪里的公益资金")
    String unit();

    @Message("哪天捐的")
    String day();

    @Message("什么活动")
    String event();

    @Message("如：冬季送温暖")
    String eventHint();

    @Message("备注（只有工作人员看得到）")
    String note();

    @Message("登记")
    String save();

    @Message("已登记。")
    String done();

    @Message("捐赠人")
    String donors();

    @Message("还没有捐赠人。登记第一笔捐赠，就会出现在这里。")
    String noDonors();

    @Message("捐赠报告")
    String report();

    @Message("公开名字")
    String isNamed();

    @Message("不公开名字")
    String isNotNamed();

    @Message("改成公开")
    String makeNamed();

    @Message("改成不公开")
    String makeUnnamed();

    @Message("只数户数，不写任何人的名字。")
    String reportAbout();

    @Message("批次号")
    String batch();

    @Message("收到")
    String received();

    @Message("已发")
    String handed();

    @Message("还剩")
    String left();

    @Message("30 天内到期")
    String expiring();

    @Message("损坏、过期")
    String gone();

    @Message("元")
    String yuan();

    @Message("受益户数")
    String households();

    @Message("活动")
    String events();

    @Message("合计")
    String sum();

    @Message("明细")
    String lines();

    @Message("下载表格")
    String asSheet();

    @Message("返回")
    String back();

    @Message("用 A4 纸打印，可以交给捐赠人。")
    String printHow();

    @Message("去了哪里")
    String where();

    @Message("这一批还没有人领。")
    String nobodyYet();

    @Message("姓名")
    String name();

    @Message("在哪里")
    String place();

    @Message("领取时间")
    String time();

    @Message("{count} 户")
    String countHouseholds(int count);

    @Message("单子要等第二个人确认，确认以后才上捐赠榜。")
    String waits();

    @Message("打印时间 {day}")
    String printedOn(String day);

    @Message("打印批次签")
    String labels();
}
