package org.aixin.watch;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what an auditor should look at, in Chinese; English stands in messages/watch_en.properties. */
@MessageBundle("watch")
public interface WatchTexts {
    @Message("要留意的")
    String watch();

    @Message("一个人说了就算的事，都列在这里，请另一个人看一眼：新登记的人、补发的密码、身份变动、一天记得特别多的分。")
    String about();

    @Message("从")
    String from();

    @Message("到")
    String to();

    @Message("查看")
    String show();

    @Message("这些日子没有。")
    String none();

    @Message("全部看完")
    String more();

    @Message("时间")
    String at();

    @Message("谁")
    String who();

    @Message("什么事")
    String what();

    @Message("经办人")
    String by();
}
