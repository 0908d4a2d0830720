package org.aixin.standard;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what waits for another person's decision, deductions above all, in Chinese; English stands in messages/proposal_en.properties. */
@MessageBundle("proposal")
public interface ProposalTexts {
    @Message("待定记分")
    String proposals();

    @Message("提出的人不能自己定。扣分要先听本人说明，再由另一位工作人员定。")
    String about();

    @Message("扣分 {deductions} 条，记分 {awards} 条等人来定。")
    String count(int deductions, int awards);

    @Message("现在没有等人来定的记分。要审核的记分和扣分提出后，会排在这里。")
    String none();

    @Message("已定：照这样记。")
    String confirmed();

    @Message("已定：不记了。")
    String dropped();

    @Message("已撤回。")
    String withdrawn();

    @Message("扣分")
    String deduction();

    @Message("记分")
    String award();

    @Message("原因：{note}")
    String reason(String note);

    @Message("{name} 提出 · {when}")
    String by(String name, String when);

    @Message("{day}的事")
    String onDay(String day);

    @Message("等本人说明，到 {day}")
    String awaits(String day);

    @Message("本人说：{answer}")
    String answered(String answer);

    @Message("本人没有说明")
    String silent();

    @Message("您提出的，要由别人来定")
    String mine();

    @Message("要由另一位工作人员来定")
    String notYours();

    @Message("撤回")
    String withdraw();

    @Message("撤回这一条？")
    String withdrawAsk();

    @Message("来定")
    String decide();

    @Message("告诉本人的话")
    String reply();

    @Message("说明（不记要写原因）")
    String replyOptional();

    @Message("如：看过现场，情况属实")
    String replyHint();

    @Message("扣分 {points}")
    String take(String points);

    @Message("同意记 {points} 分")
    String give(String points);

    @Message("不扣了")
    String leave();

    @Message("不记了")
    String refuse();

    @Message("扣分说明")
    String deductions();

    @Message("要扣分，先告诉您。觉得不对，请在这里说明，工作人员看过再定。")
    String deductionsAbout();

    @Message("已收到您的说明。定了以后，这里会告诉您。")
    String sent();

    @Message("没有扣分。")
    String noDeductions();

    @Message("还没有定")
    String open();

    @Message("请在 {day}前（含当天）说明，只能说一次。")
    String until(String day);

    @Message("说明的时间已过，等工作人员来定。")
    String over();

    @Message("您的说明")
    String yourAnswer();

    @Message("如：那天我不在家")
    String answerHint();

    @Message("送出说明")
    String send();

    @Message("您说：{answer}")
    String youSaid(String answer);

    @Message("已扣 {points} 分")
    String done(int points);

    @Message("没有扣分")
    String notDone();

    @Message("提出的人已撤回，没有扣分")
    String takenBack();

    @Message("答复：{reply}")
    String told(String reply);
}
