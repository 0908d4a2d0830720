package org.aixin.meeting;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the review meetings, in Chinese; English stands in messages/meeting_en.properties. */
@MessageBundle("meeting")
public interface MeetingTexts {
    @Message("评议会")
    String meetings();

    @Message("评议小组开会，一批申报一起定。先打印清单，会上表决，再把票数填进来。")
    String about();

    @Message("开评议会")
    String call();

    @Message("还没有开过评议会。点“开评议会”，选好人和申报。")
    String none();

    @Message("{size} 份申报")
    String size(int size);

    @Message("待表决")
    String open();

    @Message("正在办理")
    String closing();

    @Message("已结束")
    String closed();

    @Message("在哪个村")
    String unit();

    @Message("下一步")
    String next();

    @Message("哪天开")
    String day();

    @Message("在哪里开")
    String place();

    @Message("例如：村委会会议室")
    String placeHint();

    @Message("评议小组（至少 3 人）")
    String group();

    @Message("一行一位：卡号、手机号或姓名")
    String groupHint();

    @Message("提交评议的申报")
    String claims();

    @Message("这里没有等审核的申报。")
    String noClaims();

    @Message("确定，去打印清单")
    String create();

    @Message("{day} {unit}评议会")
    String title(String day, String unit);

    @Message("主持：{name}")
    String chair(String name);

    @Message("到会 {present} 人，应到 {all} 人")
    String attendance(long present, int all);

    @Message("每份申报要有 {quorum} 人以上表决才有效（过半数）；同意多于反对为通过，票数相同为不通过。本户的、自己代报的必须回避。")
    String rules(int quorum);

    @Message("打印清单")
    String print();

    @Message("到会的人")
    String present();

    @Message("同意")
    String inFavour();

    @Message("反对")
    String against();

    @Message("回避")
    String recused();

    @Message("{name}（必须回避）")
    String bound(String name);

    @Message("保存")
    String save();

    @Message("已保存。")
    String saved();

    @Message("结束会议")
    String end();

    @Message("结束以后，按填好的票数办理：通过的去公示，不通过的退回。票数和纪要不能再改。没有填票数的留着等下次。")
    String endAbout();

    @Message("确定结束")
    String endNow();

    @Message("接着办完")
    String resume();

    @Message("评议清单")
    String batch();

    @Message("评议会纪要")
    String minutes();

    @Message("序号")
    String number();

    @Message("居民")
    String member();

    @Message("申报的事")
    String deed();

    @Message("结果")
    String outcome();

    @Message("签名")
    String signatures();

    @Message("缺席")
    String absent();

    @Message("{name}代报")
    String by(String name);

    @Message("照片 {count} 张")
    String photos(int count);

    @Message("通过")
    String APPROVED();

    @Message("不通过")
    String REJECTED();

    @Message("表决人数不够，留待下次")
    String NO_QUORUM();

    @Message("没有表决，留待下次")
    String NOT_VOTED();

    @Message("会前已由审核员审核")
    String DECIDED_BEFORE();

    @Message("按细则还不能批准（例如缺照片），留待补齐")
    String REFUSED();

    @Message("通过 {approved} 份，不通过 {rejected} 份")
    String counts(long approved, long rejected);

    @Message("打印用浏览器的打印功能，纸张选 A4。")
    String printHow();

    @Message("没有人回避")
    String nobodyRecused();
}
