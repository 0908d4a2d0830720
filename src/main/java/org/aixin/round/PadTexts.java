package org.aixin.round;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a player's phone, in Chinese; English stands in messages/pad_en.properties. */
@MessageBundle("pad")
public interface PadTexts {
    @Message("加入现场竞答")
    String join();

    @Message("请输大屏幕上的六位数字")
    String typeCode();

    @Message("下一步")
    String onward();

    @Message("您已登录，答对的分直接记到您的爱心存折。")
    String signedIn();

    @Message("用“{name}”的名字加入")
    String joinAs(String name);

    @Message("您的名字（会出现在大屏幕上）")
    String yourName();

    @Message("手机号（可不填）")
    String phone();

    @Message("填了手机号，答对的分可以在 30 天内认领。")
    String phoneAbout();

    @Message("加入")
    String enter();

    @Message("有爱心卡？输卡号加入")
    String byCard();

    @Message("卡上的号码")
    String card();

    @Message("换了手机？用返回码回来")
    String comeBack();

    @Message("返回码（四位数字）")
    String back();

    @Message("回来")
    String comingBack();

    @Message("登录后加入，分直接记到存折")
    String signIn();

    @Message("等主持人开始")
    String waitBegin();

    @Message("您进来了。手机可以放着，题目来了会自己出现。")
    String youAreIn();

    @Message("返回码")
    String yourBack();

    @Message("换手机时用它回来，分不会丢。")
    String backAbout();

    @Message("还剩 {seconds} 秒")
    String left(String seconds);

    @Message("交答案")
    String hand();

    @Message("可以选几个，选好再交")
    String several();

    @Message("交上了，等公布答案")
    String accepted();

    @Message("没交上，正在再试…")
    String retrying();

    @Message("时间到了，这一题没有交上")
    String late();

    @Message("主持人暂停了，请等一等")
    String isPaused();

    @Message("答对了！")
    String isRight();

    @Message("这次没答对")
    String isWrong();

    @Message("这一题您没有答")
    String none();

    @Message("正确答案")
    String rightAnswer();

    @Message("＋{points} 分，已记到存折")
    String credited(String points);

    @Message("正在记到您的存折…")
    String crediting();

    @Message("已答对 {right} 题")
    String score(String right);

    @Message("答对的分等您认领：结束后请找主持人。")
    String waiting();

    @Message("您现在第 {place} 名，答对 {right} 题")
    String standing(String place, String right);

    @Message("结束了，谢谢您参加！")
    String thanks();

    @Message("看我的存折")
    String toBook();

    @Message("网络断了，正在重新连…")
    String offline();

    @Message("主持人请您离开了这一场。有疑问请找主持人。")
    String gone();

    @Message("这部手机已经以“{name}”加入了。")
    String inAlready(String name);

    @Message("{name}，继续答题")
    String goOn(String name);

    @Message("换一个人用这部手机")
    String another();

    @Message("看看现在")
    String look();

    @Message("这一页会自己更新；等不及就按“看看现在”。")
    String reloads();

    @Message("按一个答案就交上了")
    String choose();

    @Message("时间到了，请等公布答案")
    String timeUpNone();

    @Message("正在交…")
    String handing();

    @Message("您在另一部手机上进来了。要用这部手机答，请再加入一次。")
    String moved();

    @Message("再加入一次")
    String again();

    @Message("您选的")
    String yourChoice();

    @Message("这一题没有再记分：今天的答题分已经到上限")
    String capped();
}
