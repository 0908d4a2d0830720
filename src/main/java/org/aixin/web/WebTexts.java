package org.aixin.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page frame and the home pages, in Chinese; English stands in messages/web_en.properties. */
@MessageBundle("web")
public interface WebTexts {
    @Message("演示数据，请勿登记真实信息")
    String demoBanner();

    @Message("返回")
    String back();
}
