package org.aixin.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the notices, in Chinese; English stands in messages/notice_en.properties. */
@MessageBundle("notice")
public interface NoticeTexts {
    @Message("积分公示")
    String notices();

    @Message("准备入账的积分先在这里公示。有异议，可以在公示期内提出。")
    String about();

    @Message("还没有公示。")
    String none();

    @Message("{count} 条")
    String rows(int count);

    @Message("公示中，到 {day}")
    String openUntil(String day);

    @Message("公示已结束")
    String over();

    @Message("{day} 审核通过的申报")
    String approvedOn(String day);

    @Message("公示到 {day}")
    String until(String day);

    @Message("序号")
    String number();

    @Message("姓名")
    String name();

    @Message("事项")
    String reason();

    @Message("得分")
    String points();

    @Message("公示中")
    String PENDING();

    @Message("有异议，正在核实")
    String OBJECTED();

    @Message("已入账")
    String CREDITED();

    @Message("有异议，已撤下")
    String WITHDRAWN();

    @Message("过期未入账")
    String LAPSED();

    @Message("异议答复：{reply}")
    String reply(String reply);

    @Message("提异议")
    String object();

    @Message("有异议请在 {day}前提出（含当天）")
    String objectUntil(String day);

    @Message("登录后在这张公示的那一行点“提异议”，或找村里的工作人员。姓名已隐去部分文字。")
    String objectHow();

    @Message("打印用浏览器的打印功能，纸张选 A3 或 A4。")
    String print();

    @Message("已收到您的异议。由另一位审核员核实，答复会写在这张公示上。")
    String objected();

    @Message("第 {number} 份防改凭证")
    String sealed(long number);

    @Message("核对：打开 {address}，扫这个码")
    String sealHow(String address);

    @Message("防改凭证一分钟内做好，做好后再打印。")
    String unsealed();

    @Message("{stored}")
    String title(String stored, String village, String day);

    @Message("某户一名成员")
    String unnamed();

    @Message("对第 {number} 行提异议")
    String objectTo(int number);

    @Message("哪里不对")
    String why();

    @Message("只有审核员能看到您说的话和您的名字。公示上只写答复。")
    String whyAbout();

    @Message("提交异议")
    String send();

    @Message("返回公示")
    String back();

    @Message("公示异议")
    String objections();

    @Message("没有等答复的异议。")
    String noObjections();

    @Message("已答复，答复写在公示上。")
    String decided();

    @Message("异议成立，撤下这一行")
    String uphold();

    @Message("异议不成立，照常入账")
    String dismiss();

    @Message("答复（会写在公示上，不要写人名）")
    String answer();

    @Message("{name} 提出 · {at}")
    String by(String name, String at);

    @Message("答复")
    String decide();

    @Message("第 {number} 行 · {name} · {reason} · {points} 分")
    String rowOf(int number, String name, String reason, int points);
}
