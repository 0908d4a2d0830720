package org.aixin.expiry;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of expiry, in Chinese; English stands in messages/expiry_en.properties. */
@MessageBundle("expiry")
public interface ExpiryTexts {
    @Message("您有 {points} 分将在 {day}到期，请早些来爱心超市兑换。")
    String soon(long points, String day);

    @Message("积分有效期")
    String title();

    @Message("积分能用多久，由各单位自己定；没有定的，按上级的来。服务时长和先锋积分永不到期。")
    String about();

    @Message("不到期")
    String none();

    @Message("年底清零")
    String yearEnd();

    @Message("{count} 个月")
    String months(int count);

    @Message("积分一直有效。")
    String noneAbout();

    @Message("当年得的积分，用到当年 12 月 31 日。")
    String yearEndAbout();

    @Message("从得分那个月的月底算起，再用 {count} 个月；先得的先到期。")
    String monthsAbout(int count);

    @Message("比如今天得的积分，可以用到 {day}。")
    String example(String day);

    @Message("从 {day} 起执行，在这以前不会有积分到期。")
    String firstDay(String day);

    @Message("{unit} 定的")
    String by(String unit);

    @Message("还没有谁定过，积分不到期")
    String nobody();

    @Message("现在的规定")
    String present();

    @Message("改一改")
    String change();

    @Message("几个月有效")
    String monthsChoice();

    @Message("月数（1 到 60）")
    String monthsCount();

    @Message("从哪一天起执行（最早 {day}，好让大家有 30 天准备）")
    String firstChoice(String day);

    @Message("看看会怎样")
    String look();

    @Message("请确认")
    String confirm();

    @Message("{day} 零点：{people} 人共 {points} 分到期")
    String expected(String day, int people, long points);

    @Message("按现在的积分，没有谁的积分会到期。")
    String nothingExpected();

    @Message("以上按现在还没用的积分算；大家在那以前用掉的，不会到期。30 天前，手机上会提醒。")
    String expectedAbout();

    @Message("人多，只看了前 {most} 人。")
    String part(int most);

    @Message("确定这样改")
    String confirmed();

    @Message("先不改")
    String back();

    @Message("已经改好。")
    String done();

    @Message("历次规定")
    String history();

    @Message("{day} 定")
    String madeOn(String day);

    @Message("已经到期的积分")
    String expired();

    @Message("还没有积分到期。到期以后，每一天的人数和分数都列在这里。")
    String noneExpired();

    @Message("到期日")
    String day();

    @Message("人数")
    String people();

    @Message("积分")
    String points();

    @Message("姓名")
    String name();

    @Message("单位")
    String unit();

    @Message("{day}到期的积分")
    String dayTitle(String day);
}
