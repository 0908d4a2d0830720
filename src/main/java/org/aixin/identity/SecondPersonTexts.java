package org.aixin.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what waits for a second person, in Chinese; English stands in messages/second_en.properties. */
@MessageBundle("second")
public interface SecondPersonTexts {
    @Message("等第二个人")
    String title();

    @Message("这些事一个人不能办，要另一位工作人员同意。请问清楚再定。")
    String about();

    @Message("没有要您定的事。")
    String none();

    @Message("{by}提出 · {at}")
    String askedBy(String by, String at);

    @Message("您提出的，等另一位工作人员同意")
    String mine();

    @Message("您家里的事，或者不归您管，请换一位工作人员")
    String notYours();

    @Message("同意")
    String yes();

    @Message("不同意")
    String no();

    @Message("为什么不同意？（对方会看到）")
    String why();

    @Message("不办了，收回")
    String withdraw();

    @Message("收回以后，要办就得重新提出。")
    String withdrawAsk();

    @Message("已经同意，办好了。")
    String doneConfirmed();

    @Message("已经记下：不同意。")
    String doneRefused();

    @Message("已经收回。")
    String doneWithdrawn();

    @Message("已经提出，等另一位工作人员同意。")
    String doneAsked();

    @Message("您提出过的")
    String decided();

    @Message("同意了")
    String CONFIRMED();

    @Message("没同意")
    String REFUSED();

    @Message("收回了")
    String WITHDRAWN();

    @Message("原因：{reason}")
    String reason(String reason);

    @Message("打开密码单，交给本人")
    String toSlip();

    @Message("有 {count} 件事等您这第二个人来定")
    String waits(int count);

    @Message("把“{name}”登记到{home}家里。这家共用积分，新来的人公示期过后也能用。")
    String joinAsk(String name, String home);

    @Message("把一个人登记到{home}家里")
    String joinedAsk(String home);

    @Message("给{name}换一个一次性密码。拿到密码的人能用{name}的积分和身份。")
    String codeAsk(String name);

    @Message("{name}登记到了您家，{by}办的。从 {day}起可以用你们全家的积分。不认识，请马上告诉村里。")
    String joined(String name, String by, String day);

    @Message("{name}登记到了您家，{by}办的，现在可以用你们全家的积分。不认识，请马上告诉村里。")
    String joinedNow(String name, String by);

    @Message("{name}登记到了您家，{by}办的。不认识，请马上告诉村里。")
    String joinedApart(String name, String by);

    @Message("您从 {day}起可以和家里人一起用积分。")
    String joinedSelf(String day);

    @Message("{day}给您换过一次性密码，{by}办的。不是您要的，请马上告诉村里。")
    String codeTold(String day, String by);

    @Message("登记到别人家里的人")
    String watchJoinings();

    @Message("登记到“{household}”，没有别人同意过（这家不共用积分）")
    String watchJoined(String household);

    @Message("登记到“{household}”，家里人当面同意的")
    String watchJoinedConsent(String household);

    @Message("登记到“{household}”，第二个人同意的")
    String watchJoinedSecond(String household);

    @Message("等第二个人的事")
    String watchSecond();

    @Message("换一次性密码")
    String watchNewCode();

    @Message("登记到共用积分的家里")
    String watchJoin();

    @Message("开始全家共用积分")
    String watchOther();

    @Message("{what}：{by}同意了")
    String watchConfirmed(String what, String by);

    @Message("{what}：{by}没同意")
    String watchRefused(String what, String by);

    @Message("{name}是{day}才登记的，{by}办的。请看清是本人，再交东西。")
    String newcomer(String name, String day, String by);
}
