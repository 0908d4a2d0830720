package org.aixin.redemption;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk and a resident's shop say, in Chinese; English stands in messages/redemption_en.properties. */
@MessageBundle("redemption")
public interface RedemptionTexts {
    @Message("兑换台")
    String desk();

    @Message("今日已兑 {count} 单")
    String today(int count);

    @Message("换超市")
    String otherShop();

    @Message("网络正常")
    String online();

    @Message("网络断了，请稍等")
    String offline();

    @Message("首页")
    String home();

    @Message("扫码或输入数字")
    String scanLabel();

    @Message("扫码，或输入码下面的数字")
    String scanHere();

    @Message("查码")
    String look();

    @Message("拍照")
    String photo();

    @Message("找人")
    String findPerson();

    @Message("输入法没有关。请切换到英文输入，再扫一次。")
    String composing();

    @Message("请扫码")
    String ready();

    @Message("原因：{reason}")
    String closedBecause(String reason);

    @Message("扫居民手机上的码、兑换单或积分卡；没有扫码枪可以拍照，或输入码下面的数字。")
    String readyHow();

    @Message("实时扫码")
    String camera();

    @Message("这里的网页没有加密，浏览器不让开实时摄像头：请用“拍照”。")
    String noCamera();

    @Message("摄像头打不开。请允许使用摄像头，或者用“拍照”。")
    String cameraFailed();

    @Message("打印指令码")
    String commands();

    @Message("兑换台指令码")
    String commandsTitle();

    @Message("打印一张贴在柜台边，扫码枪扫它就不用碰键盘。")
    String commandsHow();

    @Message("确认")
    String commandConfirm();

    @Message("取消")
    String commandCancel();

    @Message("下一位")
    String commandNext();

    @Message("和按回车一样")
    String commandConfirmHow();

    @Message("不要屏幕上这一单")
    String commandCancelHow();

    @Message("回到“请扫码”")
    String commandNextHow();

    @Message("刚扫的东西要几件")
    String commandTimesHow();

    @Message("× {times}")
    String commandTimes(int times);

    @Message("可以交付")
    String mayHandOver();

    @Message("兑换单 {code}")
    String orderCode(String code);

    @Message("合计，领取后余 {left} 分")
    String totalLeft(long left);

    @Message("{count} 件")
    String pieces(int count);

    @Message("确认交付")
    String handOver();

    @Message("（回车）")
    String enter();

    @Message("先不领")
    String notNow();

    @Message("可用积分 {points}")
    String hasPoints(long points);

    @Message("货架是空的。请先到库存页登记进货。")
    String shelfEmpty();

    @Message("物品")
    String goods();

    @Message("每件积分")
    String each();

    @Message("可换")
    String stock();

    @Message("数量")
    String quantity();

    @Message("积分")
    String points();

    @Message("看合计")
    String showTotal();

    @Message("请居民输入自己的密码")
    String secret();

    @Message("已交付")
    String handedOver();

    @Message("用去 {points} 分，还有 {left} 分。")
    String paid(long points, long left);

    @Message("扫下一个")
    String next();

    @Message("撤销")
    String undo();

    @Message("已撤销")
    String undone();

    @Message("已撤销")
    String undoneTag();

    @Message("退回 {points} 分，现有 {left} 分。东西请放回货架。")
    String givenBack(long points, long left);

    @Message("物品：{words}")
    String tookAway(String words);

    @Message("知道了，扫下一个")
    String understood();

    @Message("查看这一单")
    String seeOrder();

    @Message("刚才")
    String recent();

    @Message("今天还没有交付。扫第一个码试试。")
    String nothingYet();

    @Message("今日日清")
    String day();

    @Message("打印小票")
    String receipt();

    @Message("{name}还没办完")
    String unfinished(String name);

    @Message("接着办")
    String goOn();

    @Message("当班中，{since} 开始")
    String onDuty(String since);

    @Message("结束当班")
    String endDuty();

    @Message("您在别的超市当班，在这里开始会结束那边的。")
    String dutyElsewhere();

    @Message("还没有开始当班")
    String offDuty();

    @Message("开始当班")
    String beginDuty();

    @Message("库存和出入库")
    String stockAndSlips();

    @Message("回兑换台")
    String backToDesk();

    @Message("姓名、拼音、手机号或卡号")
    String findHow();

    @Message("查找")
    String find();

    @Message("居民没带手机也没带卡时，用名字找。领取时要居民输入自己的密码。")
    String findWhy();

    @Message("没有找到“{text}”。请核对名字，或输入完整的手机号、卡号。没有登记过的，请先找工作人员登记。")
    String nobody(String text);

    @Message("尾号 {digits}")
    String phoneEnds(String digits);

    @Message("是这位")
    String thisPerson();

    @Message("要撤销这一单吗？")
    String undoAsk();

    @Message("请先收回东西。撤销后退回 {points} 分，货架加回。")
    String undoWhat(long points);

    @Message("交付超过 5 分钟，只有管理员能撤销。")
    String undoLate();

    @Message("为什么撤销？")
    String undoWhy();

    @Message("别的原因")
    String undoOther();

    @Message("写一写是什么原因")
    String undoOtherHow();

    @Message("拿错了东西")
    String wrongThing();

    @Message("扫错了人")
    String wrongPerson();

    @Message("居民不要了")
    String notWanted();

    @Message("收回东西，撤销")
    String undoYes();

    @Message("不撤销")
    String undoNo();

    @Message("您在哪个超市？")
    String whichShop();

    @Message("还没有您能管的超市。请管理员在超市页添加。")
    String noShop();

    @Message("积分码")
    String myCode();

    @Message("返回")
    String back();

    @Message("屏幕请调亮一些")
    String brighter();

    @Message("请让超市管理员扫这个码")
    String showToClerk();

    @Message("秒后自动换新码，截图无效")
    String renews();

    @Message("可用积分")
    String canSpend();

    @Message("换物品")
    String shopTitle();

    @Message("可用积分 {points}")
    String youHave(long points);

    @Message("您这里还没有爱心超市。请问问村里的工作人员。")
    String noShopForYou();

    @Message("{shop}现在不开放，请换一个超市或过些时候再来。")
    String closed(String shop);

    @Message("{points} 分一{unit}")
    String costs(int points, String unit);

    @Message("每月最多 {limit} 件")
    String aMonth(int limit);

    @Message("换完了")
    String soldOut();

    @Message("还差 {points} 分")
    String missing(long points);

    @Message("选好了")
    String chosen();

    @Message("我的兑换单")
    String myOrders();

    @Message("看看对不对")
    String confirmTitle();

    @Message("合计")
    String total();

    @Message("这些要 {points} 分，您有 {available} 分。请减少一些。")
    String tooDear(long points, long available);

    @Message("重新选")
    String chooseAgain();

    @Message("预约后还有 {left} 分。")
    String leftAfter(long left);

    @Message("请在 {when} 前来领。")
    String keptUntil(String when);

    @Message("预约")
    String reserve();

    @Message("兑换单")
    String orderTitle();

    @Message("已预留，等您来领")
    String reserved();

    @Message("已领取")
    String collected();

    @Message("已取消，积分已退回")
    String cancelled();

    @Message("过期未领，积分已退回")
    String expired();

    @Message("已更正，积分已退回")
    String reversed();

    @Message("已预留")
    String reservedShort();

    @Message("已领取")
    String collectedShort();

    @Message("已取消")
    String cancelledShort();

    @Message("已过期")
    String expiredShort();

    @Message("已更正")
    String reversedShort();

    @Message("不要了，取消预约")
    String cancelThis();

    @Message("要取消预约吗？")
    String cancelAsk();

    @Message("取消后 {points} 分退回给您，东西留给别人。")
    String cancelWhat(long points);

    @Message("取消预约")
    String cancelYes();

    @Message("不取消，到时来领")
    String cancelNo();

    @Message("还没有兑换单。到超市选东西，预约后在这里看。")
    String noOrders();

    @Message("去换物品")
    String toShop();

    @Message("请问要换什么？填上数量，或者直接扫货架标签、包装上的条码。")
    String askWhat();

    @Message("回首页")
    String toHome();

    @Message("{points} 分")
    String sum(long points);

    @Message("现在还没有能换的东西。过些日子再来看看。")
    String nothingToChoose();

    @Message("积分还不够，或者都换完了。答题、做好事，攒够了再来换。")
    String notYetEnough();

    @Message("看看怎样得积分")
    String toDeeds();
}
