package org.aixin.redemption;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the rules of redemption, and of coming for somebody else, in Chinese; English stands in messages/rules_en.properties. */
@MessageBundle("rules")
public interface RuleTexts {
    @Message("兑换规则")
    String title();

    @Message("限量、兑换日和营业时间。规则只加、只停，不改；原来的都留着。限量从定下那一刻起算，以前换的不算。")
    String about();

    @Message("加一条限量")
    String addLimit();

    @Message("定兑换日")
    String addDays();

    @Message("定营业时间")
    String addHours();

    @Message("用在哪里")
    String where();

    @Message("{name}的所有超市")
    String allShopsOf(String name);

    @Message("谁")
    String whose();

    @Message("每人")
    String member();

    @Message("每户")
    String household();

    @Message("多久")
    String span();

    @Message("每天")
    String day();

    @Message("每周")
    String week();

    @Message("每月")
    String month();

    @Message("每季度")
    String quarter();

    @Message("每年")
    String year();

    @Message("什么物品")
    String goods();

    @Message("所有物品合计")
    String allGoods();

    @Message("最多几件")
    String quantity();

    @Message("星期几")
    String weekdays();

    @Message("周一")
    String monday();

    @Message("周二")
    String tuesday();

    @Message("周三")
    String wednesday();

    @Message("周四")
    String thursday();

    @Message("周五")
    String friday();

    @Message("周六")
    String saturday();

    @Message("周日")
    String sunday();

    @Message("每月几号（如：1，15）")
    String monthDays();

    @Message("不是兑换日、不在营业时间，都不能领；居民随时可以预约。同一个地方定几条，符合一条就行；超市自己的规则代替组织的。")
    String timesAbout();

    @Message("几点开")
    String opens();

    @Message("几点关")
    String closes();

    @Message("保存")
    String save();

    @Message("已保存")
    String saved();

    @Message("现在用的和以前用的")
    String list();

    @Message("还没有规则：什么都能换，什么时候都能领。")
    String none();

    @Message("规则")
    String rule();

    @Message("状态")
    String state();

    @Message("在用")
    String inForce();

    @Message("已停")
    String ended();

    @Message("{name} {at} 定")
    String made(String name, String at);

    @Message("{name} {at} 停")
    String endedBy(String name, String at);

    @Message("改数量")
    String change();

    @Message("停用")
    String end();

    @Message("停用这条规则？停用后马上不再限制，记录留着。")
    String endAsk();

    @Message("物品自带的每月限量")
    String monthly();

    @Message("{name}每人每月最多 {limit} {unit}")
    String monthlyLimit(String name, int limit, String unit);

    @Message("在“物品和积分”页改。")
    String monthlyWhere();

    @Message("过了这个时间没来领，预约自动取消，积分退回给您。")
    String forfeit();

    @Message("替别人领")
    String forOther();

    @Message("来的人已经出示了自己的码。请再扫被代领人预约好的兑换单，或者被代领人的卡（用卡要输入被代领人的密码）。用的是被代领人的积分，两个人的名字都会记下。")
    String forOtherHow();

    @Message("被代领人的兑换单或卡号")
    String otherCard();

    @Message("查一查")
    String look();

    @Message("请输入{name}的密码")
    String secretOf(String name);

    @Message("{name}来代领")
    String broughtBy(String name);

    @Message("代领人：{name}")
    String bearer(String name);
}
