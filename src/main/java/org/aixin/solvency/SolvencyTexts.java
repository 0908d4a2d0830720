package org.aixin.solvency;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about cover and funds, in Chinese; English stands in messages/solvency_en.properties. */
@MessageBundle("solvency")
public interface SolvencyTexts {
    @Message("积分保障")
    String solvency();

    @Message("居民手里的积分值多少钱，货架上的物品和公益资金够不够兑付。所有数字都取自同一时刻。")
    String about();

    @Message("哪个组织")
    String unit();

    @Message("查看")
    String show();

    @Message("积分有保障")
    String covered();

    @Message("积分缺口")
    String uncovered();

    @Message("居民积分折合")
    String liability();

    @Message("物品折合")
    String stock();

    @Message("公益资金")
    String fund();

    @Message("可兑付合计")
    String cover();

    @Message("缺口")
    String missing();

    @Message("项目")
    String what();

    @Message("积分")
    String points();

    @Message("元")
    String yuan();

    @Message("居民可用积分")
    String free();

    @Message("已预留的积分")
    String held();

    @Message("居民积分合计")
    String outstanding();

    @Message("居民欠的积分（另计，以后得的积分会先补上）")
    String owed();

    @Message("货架上的物品")
    String goods();

    @Message("按兑换积分折算。已预留的物品也算在内，因为居民为它预留的积分也算在积分里。")
    String goodsAbout();

    @Message("物品")
    String name();

    @Message("在架")
    String onHand();

    @Message("其中已预留")
    String reserved();

    @Message("每件积分")
    String price();

    @Message("合计")
    String sum();

    @Message("这个组织的超市货架上还没有物品。")
    String noGoods();

    @Message("一分值多少")
    String worth();

    @Message("改了以后从现在起算，以前的设定都留着。")
    String worthAbout();

    @Message("一分折合（分钱）")
    String fenPerPoint();

    @Message("改为这样")
    String setWorth();

    @Message("以前的设定")
    String history();

    @Message("没有设定过，按一分折合 1 元算。")
    String usual();

    @Message("积分与保障对照图")
    String chart();

    @Message("用数字看")
    String asNumbers();

    @Message("公益资金")
    String funds();

    @Message("谁捐了多少、买物品花了多少，每一笔都进账本，可以更正，不能删除。")
    String fundsAbout();

    @Message("记一笔")
    String write();

    @Message("收入还是支出")
    String kind();

    @Message("收到捐款")
    String DONATION();

    @Message("买物品支出")
    String EXPENSE();

    @Message("捐款人，或买了什么")
    String words();

    @Message("金额（元）")
    String amount();

    @Message("哪一天")
    String day();

    @Message("记下")
    String save();

    @Message("经手人")
    String by();

    @Message("还没有资金记录。收到捐款后在上面记一笔。")
    String none();

    @Message("已经记下。")
    String done();

    @Message("更正")
    String reverse();

    @Message("这一笔会由一笔反向记录抵消，两笔都看得见。")
    String reverseAbout();

    @Message("原因")
    String reason();

    @Message("确认更正")
    String reverseNow();

    @Message("公益资金记录")
    String toFund();

    @Message("还缺 {yuan} 元")
    String uncoveredBy(String yuan);

    @Message("居民积分值 {points} 元，物品和资金只有 {cover} 元。请补货、募捐，或少发积分。")
    String uncoveredAbout(String points, String cover);

    @Message("居民积分值 {points} 元，物品和资金有 {cover} 元。")
    String coveredAbout(String points, String cover);

    @Message("{at} 时的数字")
    String atOneMoment(String at);

    @Message("{count} 人手里有积分")
    String members(long count);

    @Message("{at} 起，{by} 设定")
    String since(String at, String by);

    @Message("{at} 已更正：{reason}")
    String reversedOn(String at, String reason);

    @Message("一分折合 {fen} 分钱")
    String worthOf(int fen);

    @Message("上面一条是居民积分，值 {points} 元；下面一条是保障：物品值 {stock} 元，资金 {fund} 元。")
    String describe(String points, String stock, String fund);
}
