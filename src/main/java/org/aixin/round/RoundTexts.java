package org.aixin.round;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the host's pages and of the wall, in Chinese; English stands in messages/round_en.properties. */
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

    @Message("选了哪几个")
    String hisChoices();

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

    @Message("只凭卡号，不一定是本人")
    String seatCARD();

    @Message("本人已登录；前面有人凭卡号替答过")
    String seatAFTER_CARD();

    @Message("居民")
    String resident();

    @Message("请出去")
    String remove();

    @Message("请这一位离开？他的名字会从大屏幕上消失，他的答案不再算。")
    String removeAsk();

    @Message("重开返回码")
    String openBack();

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

    @Message("认领游客")
    String guests();

    @Message("加入方法")
    String onSite();

    @Message("{guests} 位游客的分等认领，还剩 {days} 天")
    String guestsWait(int guests, long days);

    @Message("{guests} 位游客没有认领，已过 30 天")
    String guestsLapsed(int guests);

    @Message("电脑上按这里，大屏幕和手机一起走。")
    String hostAbout();

    @Message("跳过这一题？已经交上的答案谁都不算分。")
    String skipAsk();

    @Message("跳过")
    String doSkip();

    @Message("还剩")
    String leftWord();

    @Message("秒")
    String seconds();

    @Message("空格、回车、→、下翻页")
    String keyNext();

    @Message("下一步")
    String keyNextAbout();

    @Message("暂停 / 继续")
    String keyPause();

    @Message("加 15 秒")
    String keyExtend();

    @Message("跳过这一题（先问）")
    String keySkip();

    @Message("提前结束（先问）")
    String keyEnd();

    @Message("键盘和翻页笔（在这一页和大屏幕上都管用）")
    String keysTitle();

    @Message("不，继续")
    String goOn();

    @Message("网络断了，正在重新连…")
    String offline();

    @Message("没有按上。请在主持的电脑上重新登录，再打开大屏幕。")
    String refused();

    @Message("拿出手机，扫二维码")
    String pickUp();

    @Message("或打开")
    String orOpen();

    @Message("输入六位数字")
    String thenType();

    @Message("等大家加入…")
    String nobodyYet();

    @Message("并列第 {place} 名")
    String shared(String place);

    @Message("第 {place} 名")
    String nth(String place);

    @Message("等 {n} 人")
    String more(String n);

    @Message("答对 {n} 题")
    String rightN(String n);

    @Message("这一场还没有人答对")
    String nobodyRight();

    @Message("选一个")
    String single();

    @Message("多选题：可以选几个")
    String multiple();

    @Message("判断题")
    String trueFalse();

    @Message("主持人：空格或翻页笔 下一步 · P 暂停 · ＋ 加时 · S 跳过 · Esc 结束")
    String lobbyKeys();

    @Message("刚进来的在最前面。名字不合适，就请他出去。")
    String newestFirst();

    @Message("现在的名次")
    String standingsTitle();
}
