package org.aixin.round;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the list at the end and of the page of guests, in Chinese; English stands in messages/endlist_en.properties. */
@MessageBundle("endlist")
public interface EndTexts {
    @Message("记分名单")
    String title();

    @Message("每个人答对的题，和每一题的分记到了哪里。")
    String about();

    @Message("名次")
    String place();

    @Message("大屏幕上的名字")
    String name();

    @Message("名字")
    String nameShort();

    @Message("身份")
    String kind();

    @Message("姓名")
    String person();

    @Message("户")
    String household();

    @Message("答对")
    String right();

    @Message("{right} 题")
    String rightOf(int right);

    @Message("记到存折")
    String points();

    @Message("{points} 分")
    String pointsOf(int points);

    @Message("每一题的分")
    String how();

    @Message("答对（题）")
    String rightOnes();

    @Message("已记积分")
    String pointsGiven();

    @Message("到上限没记（题）")
    String cappedOnes();

    @Message("等认领（题）")
    String waitingOnes();

    @Message("第 {number} 题")
    String question(int number);

    @Message("第 {numbers} 题")
    String questions(String numbers);

    @Message("、")
    String comma();

    @Message("每题 ＋{points} 分")
    String each(int points);

    @Message("已记分")
    String CREDITED();

    @Message("到上限，没记分")
    String CAPPED();

    @Message("正在记")
    String COMING();

    @Message("等认领")
    String WAITING();

    @Message("过了 30 天，没认领")
    String LAPSED();

    @Message("居民")
    String resident();

    @Message("游客")
    String guest();

    @Message("认领的游客")
    String claimed();

    @Message("这一场没有人参加。")
    String nobody();

    @Message("主持")
    String lead();

    @Message("现场竞答")
    String rounds();

    @Message("打印名单")
    String print();

    @Message("存成表格")
    String workbook();

    @Message("留存联")
    String officeCopy();

    @Message("张贴联")
    String wallCopy();

    @Message("张贴联：只有大屏幕上的名字")
    String posted();

    @Message("留存联：有姓名和户，请勿张贴")
    String kept();

    @Message("按 Ctrl+P 打印，A4 纸。")
    String printHow();

    @Message("回名单")
    String back();

    @Message("主持人签字")
    String host();

    @Message("监督人签字")
    String witness();

    @Message("共 {people} 人，答对 {right} 题，已记 {points} 分")
    String sum(int people, int right, int points);

    @Message("认领游客的分")
    String guests();

    @Message("游客是没有登录、也没有刷卡的人。他们答对的分先留着：您说出是哪位居民，分就记到那位的存折。")
    String guestsAbout();

    @Message("还剩 {days} 天可以认领")
    String daysLeft(long days);

    @Message("已经过了 30 天，不能再认领了。")
    String over();

    @Message("还有 {guests} 位游客的分等认领")
    String guestsWait(int guests);

    @Message("没有留手机号，请当面认")
    String noPhone();

    @Message("这个手机号登记的是 {person}（{unit}）")
    String knownAs(String person, String unit);

    @Message("就是{person}，分记给这位")
    String isThis(String person);

    @Message("是别的居民")
    String other();

    @Message("扫卡，或输卡号、手机号")
    String who();

    @Message("认领")
    String claim();

    @Message("已经认领的")
    String claimedTitle();

    @Message("等认领的")
    String waitingTitle();

    @Message("认领好了，分正在记到存折。")
    String done();

    @Message("没有等认领的游客。")
    String noGuests();

    @Message("答对 {right} 题")
    String rightSoFar(int right);
}
