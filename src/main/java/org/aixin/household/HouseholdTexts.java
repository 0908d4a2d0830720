package org.aixin.household;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of household accounts, in Chinese; English stands in messages/household_en.properties. */
@MessageBundle("household")
public interface HouseholdTexts {
    @Message("积分设置")
    String points();

    @Message("组织")
    String units();

    @Message("全家共用积分")
    String pooling();

    @Message("一户人的积分可以一起用：换东西时先用自己的，不够再用家人的。每个人的份照样分开记，谁的就是谁的；服务时长和先锋积分不共用。")
    String poolingAbout();

    @Message("现在：全家共用")
    String nowPooled();

    @Message("现在：各用各的")
    String nowSeparate();

    @Message("由{unit}规定。")
    String decidedBy(String unit);

    @Message("还没有人规定过，按各用各的办。")
    String undecided();

    @Message("这里和下级共 {count} 户。")
    String households(int count);

    @Message("改成")
    String changeTo();

    @Message("全家共用")
    String POOLED();

    @Message("各用各的")
    String SEPARATE();

    @Message("按上级的规定")
    String INHERITED();

    @Message("下一步")
    String next();

    @Message("要改吗？")
    String ask();

    @Message("{unit}的居民从现在起，一户人可以用彼此的积分。已有的积分不动，还是记在各人名下。")
    String askPooled(String unit);

    @Message("{unit}的居民从现在起，只能用自己名下的积分。已经预留的不受影响。")
    String askSeparate(String unit);

    @Message("{unit}不再单独规定，改为跟着上级办。上级没有规定的，按各用各的办。")
    String askInherited(String unit);

    @Message("下级组织自己规定过的，仍按它自己的办。")
    String askBelow();

    @Message("就这样改")
    String yes();

    @Message("不改了")
    String no();

    @Message("已经改好，现在就起作用。")
    String saved();

    @Message("改动记录")
    String changes();

    @Message("{by}改为“{setting}”")
    String change(String by, String setting);

    @Message("还没有改过。")
    String noChanges();

    @Message("一户人还没有共用的，改成共用要另一位工作人员同意，同意以后才起作用。")
    String askSecond();

    @Message("{unit}改为“{setting}”：这里和下级共 {count} 户，一户人可以用彼此的积分")
    String beginsAsk(String unit, String setting, int count);

    @Message("{unit}改为全家共用积分")
    String begunAsk(String unit);

    @Message("从{day}起，您家里人的积分可以一起用，{by}改的。")
    String begunTold(String day, String by);
}
