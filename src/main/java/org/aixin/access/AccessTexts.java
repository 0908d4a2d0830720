package org.aixin.access;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing in and of one's own page, in Chinese; English stands in messages/access_en.properties. */
@MessageBundle("access")
public interface AccessTexts {
    @Message("登录")
    String signIn();

    @Message("手机号或登录名")
    String phoneOrLogin();

    @Message("密码")
    String secret();

    @Message("第一次用？设置密码")
    String firstTime();

    @Message("忘了密码，请找村里的工作人员重新发一次性密码。")
    String forgotten();

    @Message("密码设好了，请登录。")
    String secretSet();

    @Message("设置密码")
    String setSecret();

    @Message("用工作人员给您的一次性密码，换成自己记得住的密码。")
    String setSecretAbout();

    @Message("手机号（没有手机号的填卡号）")
    String phoneOrCard();

    @Message("一次性密码")
    String oneTimeCode();

    @Message("8 位数字，工作人员给的纸条上有")
    String oneTimeCodeAbout();

    @Message("新密码")
    String newSecret();

    @Message("6 位数字，不要用 123456、生日和手机尾号；也可以用至少 8 个字符")
    String newSecretAbout();

    @Message("再输一遍新密码")
    String again();

    @Message("保存")
    String save();

    @Message("返回登录")
    String backToSignIn();

    @Message("我的")
    String mine();

    @Message("密码改好了，其他地方已退出登录。")
    String changed();

    @Message("所属")
    String unit();

    @Message("手机号")
    String phone();

    @Message("积分卡号")
    String card();

    @Message("政治面貌")
    String party();

    @Message("党员")
    String partyMember();

    @Message("资料有变动，请告诉村里的工作人员。")
    String factsAbout();

    @Message("字号和语言")
    String readability();

    @Message("换成大字")
    String largeSize();

    @Message("换回标准字号")
    String normalSize();

    @Message("修改密码")
    String changeSecret();

    @Message("现在的密码")
    String oldSecret();

    @Message("退出登录")
    String signOut();

    @Message("在所有手机和电脑上退出")
    String signOutEverywhere();

    @Message("手机丢了或在别人的手机上登录过，就用这个。")
    String signOutEverywhereAbout();

    @Message("我有一次性密码")
    String haveCode();
}
