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

    @Message("再验证一步")
    String second();

    @Message("密码对了。再打开手机上的验证器，输入现在显示的 6 位数字。")
    String secondAbout();

    @Message("验证码")
    String secondCode();

    @Message("6 位；手机不在身边，就用纸上备用码中的一个（12 位）")
    String secondCodeAbout();

    @Message("手机和备用码都丢了，请找上级或另一位管理员重设。")
    String secondLost();

    @Message("设置第二步验证")
    String enrol();

    @Message("您的组织要求工作人员登录时多验证一步。现在设一次，以后登录时看一眼手机就行。")
    String enrolRequired();

    @Message("1. 在手机上装一个验证器（应用商店搜“验证器”，如微软、谷歌的都行），用它扫这个码：")
    String keyScan();

    @Message("扫不了，就在验证器里选“手动输入”，照样输入：")
    String keyType();

    @Message("2. 验证器显示的 6 位数字")
    String keyCode();

    @Message("数字每 30 秒换一次，填现在的")
    String keyCodeAbout();

    @Message("确认")
    String keyConfirm();

    @Message("备用码")
    String paper();

    @Message("设好了。手机丢了或坏了，就用这些备用码登录，每个只能用一次。请现在抄下来或打印，和身份证放在一起；离开这一页就再也看不到了。")
    String paperAbout();

    @Message("要打印，就用浏览器菜单里的“打印”。")
    String paperPrint();

    @Message("我收好了，继续")
    String paperDone();

    @Message("屏幕锁住了")
    String locked();

    @Message("一会儿没人用，就自动锁上。输入锁屏数字或密码，接着用。")
    String lockedAbout();

    @Message("填了一半的、篮子里的都还在。输入锁屏数字或密码，接着用。")
    String lockedStays();

    @Message("网络断了，连上以后再按一次。")
    String lockedOffline();

    @Message("锁屏数字，或登录密码")
    String pinOrSecret();

    @Message("解锁")
    String unlock();

    @Message("第二步验证")
    String secondFactor();

    @Message("登录时除了密码，再看一眼手机上的验证器。密码被人知道了，也登不进来。")
    String secondFactorAbout();

    @Message("已经设好，登录时会问。")
    String secondIsOn();

    @Message("换一批备用码")
    String newCodes();

    @Message("旧的备用码马上作废。")
    String newCodesAbout();

    @Message("要求第二步验证")
    String requiredTitle();

    @Message("哪些组织的工作人员登录时必须多验证一步。上级要求了，下级也一样。还没设的人，下次登录时会带着设。")
    String requiredAbout();

    @Message("要求")
    String isRequired();

    @Message("要求")
    String require();

    @Message("不再要求")
    String requireNot();

    @Message("这里和下级的工作人员，下次登录时都要设。请先告诉大家准备好手机。")
    String requireAbout();

    @Message("已经设好的人照样会被问；没设的不用再设。")
    String requireNotAbout();

    @Message("没有您管的组织。")
    String noUnits();

    @Message("组织")
    String units();

    @Message("重设第二步验证")
    String lostTitle();

    @Message("手机和备用码都丢了，才需要重设。请当面或打电话确认是本人。")
    String lostAbout();

    @Message("重设")
    String lostReset();

    @Message("他会在所有地方退出，登录时只要密码；要求第二步验证的组织会让他重新设。您的名字会留下记录。")
    String lostAsk();

    @Message("这个人没有设第二步验证。")
    String lostNone();

    @Message("工作时的安全")
    String atWork();

    @Message("已设")
    String isOn();

    @Message("设锁屏数字")
    String setPin();

    @Message("换锁屏数字")
    String changePin();

    @Message("没人用的屏幕会自动锁上，用这几位数字就能解开，不用输长密码。")
    String pinAbout();

    @Message("锁屏数字")
    String pin();

    @Message("4 到 6 位数字，不要 1234 这样的")
    String pinRule();

    @Message("锁屏数字设好了。")
    String pinSet();

    @Message("在哪里登录着")
    String sessions();

    @Message("不认识的，就按“退出”，再改密码。")
    String sessionsAbout();

    @Message("就是这里")
    String thisOne();

    @Message("退出")
    String endIt();

    @Message("退出其他所有地方")
    String endOthers();

    @Message("微信")
    String wechat();

    @Message("苹果手机")
    String iphone();

    @Message("苹果平板")
    String ipad();

    @Message("安卓手机")
    String android();

    @Message("Windows 电脑")
    String windows();

    @Message("苹果电脑")
    String mac();

    @Message("Linux 电脑")
    String linux();

    @Message("其他设备或程序")
    String program();

    @Message("还有 {left} 个备用码。")
    String codesLeft(int left);

    @Message("{at} 登录")
    String since(String at);

    @Message("{day}用过")
    String lastUsed(String day);
}
