package org.aixin.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page frame, the menus and the home pages, in Chinese; English stands in messages/web_en.properties. */
@MessageBundle("web")
public interface WebTexts {
    @Message("爱心超市")
    String product();

    @Message("演示数据，请勿登记真实信息")
    String demoBanner();

    @Message("返回")
    String back();

    @Message("再往前")
    String older();

    @Message("首页")
    String home();

    @Message("换物品")
    String shop();

    @Message("答题")
    String quiz();

    @Message("我的")
    String mine();

    @Message("大字")
    String large();

    @Message("小字")
    String normal();

    @Message("主菜单")
    String menu();

    @Message("工作菜单")
    String workMenu();

    @Message("跳到正文")
    String skip();

    @Message("登录")
    String signIn();

    @Message("退出")
    String signOut();

    @Message("兑换台")
    String desk();

    @Message("扫码，交付物品")
    String deskAbout();

    @Message("日清表")
    String daySheet();

    @Message("一天交付了什么，和库存、积分账对一遍")
    String daySheetAbout();

    @Message("兑换规则")
    String redemptionRules();

    @Message("限量、兑换日、营业时间")
    String redemptionRulesAbout();

    @Message("兑换审计")
    String clerkAudit();

    @Message("要留意的")
    String watch();

    @Message("新登记的人、补发的密码、身份变动、特别多的分")
    String watchAbout();

    @Message("补发密码后、只凭卡、下班后的兑换和撤销")
    String clerkAuditAbout();

    @Message("超市管理员")
    String clerks();

    @Message("谁在哪个超市")
    String clerksAbout();

    @Message("库存")
    String stock();

    @Message("入库、出库、盘点")
    String stockAbout();

    @Message("竞答")
    String quizzes();

    @Message("开竞答，管题库")
    String quizzesAbout();

    @Message("活动")
    String events();

    @Message("竞答、演练、讲座放到一起，给捐赠单位出报告")
    String eventsAbout();

    @Message("应急演练")
    String drills();

    @Message("按步骤演练，刷卡点名")
    String drillsAbout();

    @Message("现场竞答")
    String rounds();

    @Message("主持一场，看名单和名次")
    String roundsAbout();

    @Message("点名记分")
    String rollCall();

    @Message("演练、清扫等活动现场记分")
    String rollCallAbout();

    @Message("记分记录")
    String awards();

    @Message("查记分，改正记错的")
    String awardsAbout();

    @Message("居民")
    String residents();

    @Message("登记居民，补发密码")
    String residentsAbout();

    @Message("审核申报")
    String reviews();

    @Message("居民申报的好事，看过再入账")
    String reviewsAbout();

    @Message("替人申报")
    String claimFor();

    @Message("替没有手机的居民申报好事")
    String claimForAbout();

    @Message("评议会")
    String meetings();

    @Message("开会表决一批申报，打印纪要")
    String meetingsAbout();

    @Message("抽查")
    String rechecks();

    @Message("入账的申报每月抽一部分再看")
    String rechecksAbout();

    @Message("公示异议")
    String objections();

    @Message("核实异议，写下答复")
    String objectionsAbout();

    @Message("申报好事")
    String claims();

    @Message("看公示")
    String notices();

    @Message("践诺")
    String pledges();

    @Message("党员兑现承诺记分")
    String pledgesAbout();

    @Message("物品")
    String goods();

    @Message("物品和所需积分")
    String goodsAbout();

    @Message("超市")
    String shops();

    @Message("固定超市和流动车")
    String shopsAbout();

    @Message("人员")
    String people();

    @Message("工作人员和权限")
    String peopleAbout();

    @Message("积分标准")
    String standard();

    @Message("细则、分值和上限")
    String standardAbout();

    @Message("组织")
    String units();

    @Message("县、镇、村和小区")
    String unitsAbout();

    @Message("捐赠")
    String donations();

    @Message("谁捐的、发给了谁、捐赠报告")
    String donationsAbout();

    @Message("捐赠榜")
    String donationBoard();

    @Message("公益资金")
    String fund();

    @Message("捐款和支出，一笔笔记清")
    String fundAbout();

    @Message("积分保障")
    String solvency();

    @Message("积分够不够物品和资金兑付")
    String solvencyAbout();

    @Message("账目核对")
    String audit();

    @Message("从头核对每一笔积分")
    String auditAbout();

    @Message("{name}，您好")
    String hello(String name);

    @Message("出示积分码")
    String showCode();

    @Message("怎么得积分、怎么用")
    String ways();

    @Message("做好事")
    String deeds();

    @Message("待领取")
    String waiting();

    @Message("{points} 分 · 请在 {day}前到{shop}领取")
    String waitingUntil(long points, String day, String shop);

    @Message("爱心存折")
    String passbook();

    @Message("还没有记分。去答题，或看看做什么好事能得积分。")
    String noLines();

    @Message("看全部明细")
    String allLines();

    @Message("今天做什么")
    String workToday();

    @Message("先做这几件事")
    String firstSteps();

    @Message("按这个顺序做完，就可以开始记分、换物品了。居民由活动组织者登记。")
    String firstStepsAbout();

    @Message("建组织：给“本县”改名，再建镇、村和小区")
    String stepUnits();

    @Message("登记工作人员，给他们角色：超市管理员、活动组织者、支部书记")
    String stepPeople();

    @Message("建爱心超市")
    String stepShops();

    @Message("添物品，定多少积分")
    String stepGoods();

    @Message("写第一张进货单")
    String stepStock();

    @Message("已完成")
    String stepDone();

    @Message("做好事，得积分，换物品")
    String welcome();

    @Message("参加安全学习、演练和志愿服务，得到爱心积分；到爱心超市换大米、酱油等日用品。每一分都记在爱心存折里，谁也改不了。")
    String welcomeAbout();

    @Message("积分能换什么")
    String whatFor();

    @Message("{points} 分")
    String pointsOf(int points);

    @Message("怎么得积分")
    String howToEarn();

    @Message("看全部")
    String allDeeds();

    @Message("回首页")
    String toHome();

    @Message("我自己的")
    String ofMine();

    @Message("现在没有要您办的事。需要办什么，请管理员在“人员”里给您加上身份。")
    String noWork();

    @Message("等第二个人")
    String secondPerson();

    @Message("一个人不能办、要您同意的事")
    String secondPersonAbout();

    @Message("待定记分")
    String proposals();

    @Message("别人提出的扣分和要审核的记分")
    String proposalsAbout();

    @Message("待说明")
    String deductionWaits();

    @Message("有一条扣分待您说明")
    String oneDeduction();

    @Message("有 {count} 条扣分待您说明")
    String deductionsWait(int count);

    @Message("核对时间")
    String clock();

    @Message("本机的时间待核对，核对好之前不能记分和兑换。")
    String clockDoubted();

    @Message("现在是 {now}，对吗？")
    String clockAsk(String now);

    @Message("核对时间要由最上一级单位的管理员来做，请告诉他们。")
    String clockNotYours();

    @Message("现在是这个时间，对吗？")
    String clockShows();

    @Message("应在 {known} 前后。")
    String clockKnown(String known);

    @Message("这比上次运行的时间还早。")
    String BEHIND();

    @Message("这比上次运行的时间晚了四十天以上。")
    String AHEAD();

    @Message("时间突然往后跳了一段。")
    String JUMPED();

    @Message("本机的时间和数据库的时间不一致。")
    String APART();

    @Message("核对好之前，积分不会到期，预留不会取消，也不能记分和兑换；登录和查看照常。")
    String clockRests();

    @Message("对，时间没有错")
    String clockRight();

    @Message("请看墙上的日历或您的手机，写下今天的日期。")
    String clockRightAbout();

    @Message("时间没有错，继续使用")
    String clockRightNow();

    @Message("不对，时间错了")
    String clockWrong();

    @Message("请在运行本系统的电脑上改正日期和时间（最好打开“自动设置时间”）。改好后这里自己恢复，不用再按。")
    String clockWrongAbout();

    @Message("请改正这台电脑或数据库那台电脑的日期和时间（最好都打开“自动设置时间”）。改好后这里自己恢复。")
    String clockApartAbout();

    @Message("改好了，再看一次")
    String clockLookAgain();

    @Message("时间没有问题，一切照常。")
    String clockGood();

    @Message("年")
    String year();

    @Message("月")
    String month();

    @Message("日")
    String dayOfMonth();

    @Message("再试一次")
    String sendAgain();

    @Message("填写的内容都还在。")
    String sendAgainAbout();

    @Message("磁盘快满了：只剩 {left} MB，暂时不能登记新的内容，查看不受影响。请让管服务器的人删掉不要的文件，空出 {wanted} MB 以上就会自己恢复。")
    String diskAlmostFull(long left, long wanted);
}
