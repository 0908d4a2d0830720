package org.aixin.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of people and units, in Chinese; English stands in messages/identity_en.properties. */
@MessageBundle("identity")
public interface IdentityTexts {
    @Message("密码")
    String secret();

    @Message("一次性密码")
    String oneTimeCode();

    @Message("保存")
    String save();

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

    @Message("党员")
    String partyShort();

    @Message("未成年人（名字不上公示）")
    String child();

    @Message("未成年人")
    String childShort();

    @Message("标为未成年人")
    String markChild();

    @Message("标上以后，公示和各种榜单上都不出现他的名字，积分照记。")
    String markChildAbout();

    @Message("去掉未成年人标记")
    String unmarkChild();

    @Message("去掉以后，新的公示上会出现隐去部分文字的名字。")
    String unmarkChildAbout();

    @Message("居民")
    String people();

    @Message("查找、登记居民，发一次性密码和积分卡。")
    String peopleAbout();

    @Message("人员与身份")
    String peopleAndRoles();

    @Message("登记人员，决定谁在哪里做什么。")
    String peopleAndRolesAbout();

    @Message("查找")
    String find();

    @Message("姓名、手机号、卡号或拼音")
    String findHint();

    @Message("姓名")
    String name();

    @Message("还没有人。在“登记新人”里填好姓名，就会出现在这里。")
    String nobodyYet();

    @Message("登记新人")
    String addPerson();

    @Message("没有手机可以不填")
    String phoneAbout();

    @Message("有卡就填 6 到 20 位卡号；没手机也没卡的，会自动编一个卡号")
    String cardAbout();

    @Message("登录名")
    String login();

    @Message("只给没有手机号的工作人员，小写字母开头")
    String loginAbout();

    @Message("登记")
    String add();

    @Message("新人自成一户。要加到已有的户里，先点开那一家的人，再点“添加家人”。")
    String householdAbout();

    @Message("不是一家人，另成一户")
    String notKin();

    @Message("添加家人")
    String addToHousehold();

    @Message("资料")
    String facts();

    @Message("已设置")
    String isSet();

    @Message("还没有设置")
    String isNotSet();

    @Message("同户家人")
    String household();

    @Message("没有登记其他人")
    String alone();

    @Message("重新发一次性密码")
    String reissue();

    @Message("现在的密码马上失效，所有手机和电脑上都会退出。确定是本人再发。")
    String reissueAbout();

    @Message("{at}由{by}补发过一次性密码。")
    String reissued(String at, String by);

    @Message("确定重新发")
    String reissueNow();

    @Message("打印积分卡")
    String printCard();

    @Message("发积分卡")
    String giveCard();

    @Message("挂失换卡")
    String replaceCard();

    @Message("已有实体卡就填卡号；不填就自动编一个，可以打印")
    String cardNumberAbout();

    @Message("身份")
    String roles();

    @Message("还没有身份。在下面选好，再按“增加身份”。")
    String noRoles();

    @Message("及其下级")
    String andBelow();

    @Message("身份")
    String role();

    @Message("在哪里")
    String roleUnit();

    @Message("增加身份")
    String giveRole();

    @Message("收回")
    String takeRole();

    @Message("确定收回")
    String takeRoleNow();

    @Message("一次性密码")
    String slip();

    @Message("用手机打开，或扫这里的码：")
    String slipOpen();

    @Message("手机号或卡号填")
    String slipLogin();

    @Message("填上面的一次性密码，再设自己的密码")
    String slipSet();

    @Message("7 天内有效，只能用一次。离开这一页就看不到了，请当面交给本人，或打印后交给本人。")
    String slipAbout();

    @Message("再登记一位")
    String addAnother();

    @Message("用浏览器的“打印”，按实际大小（100%）打印，剪下后过塑。")
    String printAbout();

    @Message("爱心超市积分卡")
    String cardTitle();

    @Message("领取物品时请出示，并输入自己的密码")
    String cardFoot();

    @Message("组织")
    String units();

    @Message("县、乡镇、村、组和党支部。身份在上级，下级也管得到。")
    String unitsAbout();

    @Message("改名")
    String rename();

    @Message("积分设置")
    String pointsSettings();

    @Message("名称")
    String unitName();

    @Message("类型")
    String unitKind();

    @Message("上级")
    String unitParent();

    @Message("增加组织")
    String addUnit();

    @Message("增加")
    String addUnitNow();

    @Message("居民")
    String RESIDENT();

    @Message("超市管理员")
    String CLERK();

    @Message("活动组织者")
    String ORGANIZER();

    @Message("支部书记")
    String SECRETARY();

    @Message("审核员")
    String REVIEWER();

    @Message("审计员")
    String AUDITOR();

    @Message("管理员")
    String ADMIN();

    @Message("县")
    String COUNTY();

    @Message("乡镇")
    String TOWN();

    @Message("村")
    String VILLAGE();

    @Message("社区")
    String COMMUNITY();

    @Message("村民组、小区")
    String COMPOUND();

    @Message("党支部")
    String BRANCH();

    @Message("没有找到“{text}”。换个写法再找，或在“登记新人”里登记。")
    String nobodyFound(String text);

    @Message("登记{name}的家人")
    String addKin(String name);

    @Message("{name}已登记好")
    String slipDone(String name);

    @Message("查看{name}")
    String toPerson(String name);

    @Message("看爱心存折")
    String passbookOf();

    @Message("可以做的事")
    String whatToDo();

    @Message("电话")
    String phoneShort();

    @Message("卡号")
    String cardShort();

    @Message("注销会做这些事")
    String removalWhat();

    @Message("积分账本里的每一笔都留着，只是不再知道是谁的；防改凭证照样对得上。")
    String removalStays();

    @Message("注销以后不能恢复。")
    String removalForGood();

    @Message("再输入一遍姓名")
    String removalName();

    @Message("原因")
    String removalReason();

    @Message("会一直留下记录，请不要写姓名和电话。")
    String removalReasonAbout();

    @Message("确认注销")
    String removeNow();

    @Message("不注销")
    String removeNot();

    @Message("注销记录")
    String removals();

    @Message("谁在什么时候、为什么注销了一位居民。被注销的人的资料不在这里，也不在别处。")
    String removalsAbout();

    @Message("已经注销。")
    String removed();

    @Message("还没有注销过任何人。要注销，在这个人的页面上办。")
    String noRemovals();

    @Message("时间")
    String removedAt();

    @Message("经办人")
    String removedBy();

    @Message("注销这个人")
    String removeMember();

    @Message("注销 {name}")
    String removal(String name);

    @Message("请照样输入：{name}")
    String removalNameAbout(String name);

    @Message("身份变动")
    String roleChanges();

    @Message("给了“{role}”，管{unit}和下级")
    String watchRoleGiven(String role, String unit);

    @Message("取消了“{role}”（{unit}）")
    String watchRoleTaken(String role, String unit);

    @Message("。这个人同时还管着本该由别人管的事，是上级管理员特许的")
    String watchRoleApart();

    @Message("工作人员的身份变动")
    String watchRoles();

    @Message("新登记的居民")
    String watchNewcomers();

    @Message("新登记在{unit}")
    String watchNewcomer(String unit);

    @Message("补发的一次性密码")
    String watchReissues();

    @Message("补发了一次性密码，原来的密码作废")
    String watchReissue();

    @Message("给的卡")
    String watchCards();

    @Message("拿到一张新卡，原来的卡作废")
    String watchCard();

    @Message("家里人同意了吗？")
    String consentKin();

    @Message("这家共用积分。有一位大人在场同意，马上能办；没有，要等另一位工作人员同意。")
    String consentKinAbout();

    @Message("卡号（可不填）")
    String consentCode();

    @Message("扫卡，或者输入卡号。")
    String consentCodeAbout();

    @Message("密码")
    String consentSecret();

    @Message("请本人输入。")
    String consentSecretAbout();

    @Message("这个人有积分，或者在这里工作。本人在场同意，马上能换；没有，要等另一位工作人员同意。")
    String reissueYes();
}
