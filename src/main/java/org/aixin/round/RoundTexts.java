package org.aixin.round;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of live rounds, in Chinese; English stands in messages/round_en.properties. */
@MessageBundle("round")
public interface RoundTexts {
    @Message("{title}，第 {position} 题答对")
    String deed(String title, String position);

    @Message("现场竞答")
    String rounds();

    @Message("开过的每一场，新的在前。要开新的一场，请到“竞答”里选一个现场一起答的竞答。")
    String roundsAbout();

    @Message("还没有开过现场竞答。先到“竞答”里建一个现场一起答的竞答，再按“开始现场竞答”。")
    String noRounds();

    @Message("去竞答")
    String toQuizzes();

    @Message("竞答")
    String name();

    @Message("进行到")
    String state();

    @Message("时间")
    String when();

    @Message("主持")
    String lead();

    @Message("名单")
    String results();

    @Message("等人加入")
    String lobby();

    @Message("正在答题")
    String asking();

    @Message("公布答案")
    String revealed();

    @Message("看名次")
    String places();

    @Message("领奖台")
    String podium();

    @Message("已结束")
    String ended();

    @Message("暂停中")
    String paused();

    @Message("第 {position} 题，共 {of} 题")
    String position(int position, int of);

    @Message("第 {position} 题，共 {of} 题")
    String numbered(String position, String of);

    @Message("打开大屏幕")
    String openWall();

    @Message("大屏幕会在新窗口里打开，请把它拖到投影上，按 F11 全屏。")
    String wallAbout();

    @Message("加入号")
    String joinCode();

    @Message("开始第一题")
    String begin();

    @Message("公布答案")
    String reveal();

    @Message("看名次")
    String showPlaces();

    @Message("下一题")
    String nextQuestion();

    @Message("上领奖台")
    String toPodium();

    @Message("结束这一场")
    String finish();

    @Message("暂停")
    String pause();

    @Message("继续")
    String resume();

    @Message("加 15 秒")
    String extend();

    @Message("跳过这一题")
    String skip();

    @Message("题与题之间不看名次")
    String hidePlaces();

    @Message("题与题之间看名次")
    String letPlaces();

    @Message("现在就结束？没公布答案的题谁都不算分。")
    String endAsk();

    @Message("提前结束")
    String endNow();

    @Message("键盘和翻页笔：空格、→ 或下翻页 = 下一步；P = 暂停或继续；＋ = 加 15 秒；S = 跳过。")
    String keys();

    @Message("人已答")
    String answered();

    @Message("人已加入")
    String joined();

    @Message("没有手机的人")
    String hands();

    @Message("请大家举手，选他答的选项，再扫他的卡（或输手机号）。一个人一题只记一次。")
    String handsAbout();

    @Message("他选的")
    String hisChoice();

    @Message("卡号或手机号")
    String who();

    @Message("记下来")
    String keep();

    @Message("记下了，可以扫下一位。")
    String kept();

    @Message("答题的时候才能记。")
    String handsLater();

    @Message("参加的人")
    String players();

    @Message("还没有人加入。请大家扫大屏幕上的二维码。")
    String noPlayers();

    @Message("游客")
    String guest();

    @Message("居民")
    String resident();

    @Message("请出去")
    String remove();

    @Message("请这一位离开？他的名字会从大屏幕上消失，他的答案不再算。")
    String removeAsk();

    @Message("重开返回码")
    String openBack();

    @Message("认领给居民")
    String claim();

    @Message("这位游客是哪位居民？输他的卡号或手机号，答对的分就记给他。开场后 30 天内有效。")
    String claimAbout();

    @Message("认领")
    String doClaim();

    @Message("名次")
    String place();

    @Message("名字")
    String player();

    @Message("答对")
    String right();

    @Message("{right} 题")
    String rightCount(int right);

    @Message("参加的人和答对的题")
    String resultsAbout();

    @Message("扫码加入，或在手机上打开")
    String scanOr();

    @Message("输入")
    String type();

    @Message("答对")
    String rightPlayers();

    @Message("人")
    String people();

    @Message("时间到")
    String timeUp();

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

    @Message("请打开这个浏览器的脚本，或请主持人帮您举手答题。")
    String noScript();

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

    @Message("您已不在这一场里")
    String gone();
}
