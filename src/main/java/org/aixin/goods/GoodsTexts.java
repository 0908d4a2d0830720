package org.aixin.goods;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on goods, shops and stock, in Chinese; English stands in messages/goods_en.properties. */
@MessageBundle("goods")
public interface GoodsTexts {
    @Message("物品和积分")
    String goods();

    @Message("超市管理员提出新物品，管理员定积分后上架。改积分不影响已经预留的。")
    String goodsAbout();

    @Message("加一种物品")
    String add();

    @Message("提出一种新物品")
    String propose();

    @Message("物品名称")
    String name();

    @Message("如：大米 5 公斤")
    String nameHint();

    @Message("单位")
    String unit();

    @Message("如：袋、瓶、块")
    String unitHint();

    @Message("积分")
    String points();

    @Message("建议积分")
    String suggested();

    @Message("每人每月最多")
    String monthlyLimit();

    @Message("空着就是不限")
    String noLimitHint();

    @Message("不限")
    String noLimit();

    @Message("{most} {unit}")
    String limited(int most, String unit);

    @Message("{points} 分")
    String costs(int points);

    @Message("状态")
    String status();

    @Message("待定积分")
    String PROPOSED();

    @Message("在架")
    String ACTIVE();

    @Message("已停换")
    String PAUSED();

    @Message("修改")
    String change();

    @Message("保存")
    String save();

    @Message("上架")
    String offer();

    @Message("停换")
    String pause();

    @Message("定好积分，上架")
    String approve();

    @Message("还没有物品。加上第一种，居民就能看到。")
    String noGoods();

    @Message("已保存。")
    String saved();

    @Message("已提出，等管理员定积分。")
    String proposed();

    @Message("超市")
    String shops();

    @Message("固定超市和流动超市（车）。预留的物品过了保留时间会自动退回。")
    String shopsAbout();

    @Message("加一个超市")
    String addShop();

    @Message("超市名称")
    String shopName();

    @Message("如：郭家庄爱心超市")
    String shopNameHint();

    @Message("种类")
    String kind();

    @Message("固定超市")
    String FIXED();

    @Message("流动超市")
    String MOBILE();

    @Message("所属组织")
    String shopUnit();

    @Message("为哪里的居民服务，包括下面的村和组")
    String shopUnitHint();

    @Message("预留保留几天")
    String keepDays();

    @Message("活动结束日（流动超市）")
    String eventEnds();

    @Message("保留 {days} 天")
    String keeps(int days);

    @Message("保留到 {day}")
    String keepsUntil(String day);

    @Message("营业")
    String open();

    @Message("暂停营业")
    String paused();

    @Message("恢复营业")
    String reopen();

    @Message("还没有超市。加上第一个，就能进货和兑换。")
    String noShops();

    @Message("库存")
    String stock();

    @Message("换一个超市")
    String otherShop();

    @Message("现有")
    String onHand();

    @Message("已预留")
    String held();

    @Message("可换")
    String available();

    @Message("这个超市还没有货。用下面的单子登记进货。")
    String noStock();

    @Message("写一张出入库单")
    String slip();

    @Message("进货")
    String IN();

    @Message("出库（退回、送出）")
    String OUT();

    @Message("盘点差额（多了写正数，少了写负数）")
    String ADJUST();

    @Message("调到别的超市")
    String TRANSFER();

    @Message("做什么")
    String what();

    @Message("调到哪个超市")
    String toShop();

    @Message("只有调货才选")
    String toShopHint();

    @Message("数量")
    String quantity();

    @Message("原因")
    String reason();

    @Message("如：电力公司捐赠，11 月 20 日送到")
    String reasonHint();

    @Message("选物品")
    String choose();

    @Message("登记")
    String write();

    @Message("已登记。")
    String written();

    @Message("最近的单子")
    String slips();

    @Message("还没有单子。在上面登记第一张，就会出现在这里。")
    String noSlips();

    @Message("您还没有可管的超市，请联系管理员。")
    String noShopOfMine();

    @Message("→ {shop}")
    String to(String shop);

    @Message("开业时登记")
    String atSetUp();

    @Message("在最近的单子里可以查到。数量不填的行不算。")
    String slipAbout();

    @Message("每月最多")
    String monthlyShort();

    @Message("条码（EAN-13）")
    String ean();

    @Message("包装上的 13 位条码，可不填")
    String eanHint();

    @Message("货架号")
    String label();

    @Message("打印货架签")
    String labels();

    @Message("为什么停换")
    String pauseReason();

    @Message("如：这一批受潮，等厂家换货")
    String pauseReasonHint();

    @Message("停换，不再上架")
    String pauseSure();

    @Message("停了以后没人能预留或领取新的，已经预留的还在。居民会看到原因。")
    String pauseShopAbout();

    @Message("如：盘点，明天恢复")
    String pauseShopHint();

    @Message("暂停这个超市")
    String pauseShopSure();

    @Message("照片")
    String photo();

    @Message("选一张照片")
    String photoChoose();

    @Message("JPEG、PNG 或 WebP，最大 10 MB。居民在换物品时会看到，旧照片会被换掉。")
    String photoAbout();

    @Message("放上照片")
    String photoKeep();

    @Message("去掉照片")
    String photoRemove();

    @Message("选物品和张数。一张 A4 纸印 24 个，裁开贴在货架上，兑换台用扫码枪一扫就认得。")
    String labelsAbout();

    @Message("每种几个")
    String copies();

    @Message("打印")
    String toPrint();

    @Message("全部物品都印")
    String labelsAll();

    @Message("返回")
    String back();

    @Message("用 A4 纸打印，缩放选 100%。")
    String labelsHow();

    @Message("分")
    String pointsUnit();

    @Message("损坏（坏了、脏了、潮了）")
    String DAMAGE();

    @Message("坏了几{unit}")
    String damaged(String unit);

    @Message("怎么坏的")
    String damagedHow();

    @Message("登记损坏")
    String damage();

    @Message("过期下架")
    String EXPIRED();

    @Message("盘点")
    String count();

    @Message("数一样填一样，没数的空着。保存时和账面比，多少都写进一张盘点单；数的时候有人领走，会请您把那几样再数一遍。")
    String countAbout();

    @Message("打印盘点表")
    String countSheet();

    @Message("实点")
    String counted();

    @Message("账面")
    String booked();

    @Message("差额")
    String difference();

    @Message("谁数的")
    String countedBy();

    @Message("记下盘点")
    String countSave();

    @Message("您数的时候，下面标出的几样有进出，账面变了。请把这几样再数一遍，别的不用。")
    String countOvertaken();

    @Message("有进出，再数一遍")
    String countAgain();

    @Message("盘点时间")
    String countDay();

    @Message("账面数没有印在表上，数到多少写多少。")
    String countBlind();

    @Message("盘点人签字")
    String signCounter();

    @Message("复核人签字")
    String signSecond();

    @Message("装车、调货")
    String carry();

    @Message("从 {from} 到 {to}。出发前写一张，回来把剩下的再调回去。")
    String carryAbout(String from, String to);

    @Message("调到")
    String carryTo();

    @Message("换一个")
    String carryChange();

    @Message("那边现有")
    String there();

    @Message("装多少")
    String carryQuantity();

    @Message("如：11 月 21 日下乡")
    String carryHint();

    @Message("写调货单")
    String carryWrite();

    @Message("这里没有可以调走的货。")
    String nothingToCarry();

    @Message("您只管这一个超市，没有别的超市可调。")
    String noOtherShop();

    @Message("等另一个人确认的单子")
    String waiting();

    @Message("数量大的单子要两个人：另一位超市管理员或管理员确认以后才动库存。")
    String waitingAbout();

    @Message("您写的，等另一个人确认")
    String waitsForOther();

    @Message("确认，动库存")
    String confirmSlip();

    @Message("作废")
    String drop();

    @Message("为什么作废")
    String dropReason();

    @Message("作废这张单子")
    String dropSure();

    @Message("等确认")
    String WAITING();

    @Message("已作废：{reason}")
    String dropped(String reason);

    @Message("{who} 确认")
    String secondBy(String who);

    @Message("打印")
    String printSlip();

    @Message("到几个提醒")
    String low();

    @Message("空着就不提醒")
    String lowHint();

    @Message("设提醒")
    String lowSet();

    @Message("该补货了")
    String isLow();

    @Message("{shop}：{names} 快没了，该补货了。")
    String lowAlert(String shop, String names);

    @Message("{shop}：有 {count} 张单子等您确认。")
    String waitingAlert(String shop, int count);

    @Message("出入库单")
    String slipTitle();

    @Message("单号")
    String slipNumber();

    @Message("时间")
    String time();

    @Message("写单人")
    String writer();

    @Message("第二个人")
    String secondPerson();

    @Message("交货人签字")
    String signGiver();

    @Message("收货人签字")
    String signTaker();

    @Message("等第二个人确认，还没有动库存。")
    String slipWaits();

    @Message("已作废，没有动库存：{reason}")
    String slipDropped(String reason);

    @Message("用 A4 纸打印，双方签字后留底。")
    String slipHow();

    @Message("货架号")
    String shelfNumber();

    @Message("备注")
    String remark();

    @Message("批次和保质期")
    String batches();

    @Message("进货时填了保质期的、捐来的，各是一批。先到期的先发，到期的每天早上自动下架。")
    String batchesAbout();

    @Message("有 {count} 件过了保质期，因为已经被预留还在架上。请联系居民，不要发出去。")
    String reservedExpired(int count);

    @Message("还没有批次。进货时填上保质期，就会出现在这里。")
    String noBatches();

    @Message("保质期到")
    String bestBefore();

    @Message("保质期到（进货才填）")
    String bestBeforeIn();

    @Message("本店还剩")
    String batchLeft();

    @Message("来了 {count}")
    String ofCame(int count);

    @Message("批次号")
    String batchLabel();

    @Message("打印批次签")
    String batchLabels();

    @Message("已过期")
    String expired();

    @Message("今天最后一天")
    String lastDay();

    @Message("还有 {days} 天")
    String daysLeft(Long days);

    @Message("没有保质期")
    String noDate();

    @Message("{shop}：有 {count} 件过期的东西还被预留着，请不要发出去。")
    String reservedAlert(String shop, int count);

    @Message("哪个单位")
    String whichUnit();

    @Message("查看")
    String show();

    @Message("下级最低可定")
    String least();

    @Message("下级最高可定")
    String most();

    @Message("空着就是统一积分")
    String rangeHint();

    @Message("两个都填，下级单位可以在这个范围里自己定积分；两个都空着，下级和这里一样。")
    String rangeAbout();

    @Message("这里的积分")
    String hereCosts();

    @Message("空着就和上级一样")
    String asAbove();

    @Message("这里先不兑换")
    String herePaused();

    @Message("加在“{unit}”名下，它和下级的超市都可以兑换。")
    String ownedBy(String unit);

    @Message("{unit}的物品")
    String of(String unit);

    @Message("下级可定 {least} 到 {most} 分")
    String range(int least, int most);

    @Message("{unit}怎么定")
    String here(String unit);

    @Message("{owner}允许定 {least} 到 {most} 分。")
    String hereAbout(String owner, int least, int most);

    @Message("积分由{owner}统一定，这里不能改。")
    String fixedAbout(String owner);
}
