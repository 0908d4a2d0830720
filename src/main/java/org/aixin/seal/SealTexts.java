package org.aixin.seal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of seals and proofs, in Chinese; English stands in messages/seal_en.properties. */
@MessageBundle("seal")
public interface SealTexts {
    @Message("防改凭证")
    String seals();

    @Message("每一笔积分都按先后封存，每分钟签一次名。封存以后，改一个字、少一笔、多一笔，都查得出来。")
    String about();

    @Message("第 {number} 份")
    String numbered(long number);

    @Message("共 {size} 笔")
    String covers(long size);

    @Message("还没有凭证。有了第一笔积分，一分钟内就会有第一份。")
    String none();

    @Message("核对一笔")
    String check();

    @Message("核对凭证")
    String checkTitle();

    @Message("把别人给您的凭证粘贴在下面，或用扫码枪扫公示上的二维码，就在您自己的手机上核对，不经过我们的服务器。")
    String checkAbout();

    @Message("凭证内容")
    String proof();

    @Message("公钥")
    String keys();

    @Message("镇里或审计留存的公钥也可以粘贴在这里，不必相信本站给的。")
    String keysAbout();

    @Message("开始核对")
    String start();

    @Message("核对需要浏览器运行脚本。请换一部手机，或把凭证交给别人核对。")
    String needsScript();

    @Message("没有改过")
    String good();

    @Message("这一笔在第 ＃ 份防改凭证里，和封存时一个字不差。")
    String goodAbout();

    @Message("凭证是真的")
    String signed();

    @Message("这是第 ＃ 份防改凭证，封存了前 ＊ 笔明细，签名无误。请把它留好：以后谁改了账，一对就知道。")
    String signedAbout();

    @Message("对不上")
    String bad();

    @Message("内容和凭证对不上：被改过，或者不是这把公钥签的。请保留好，交给审计人员。")
    String badAbout();

    @Message("认不出来")
    String unreadable();

    @Message("这里没有完整的凭证。请把凭证从头到尾粘贴进来。")
    String unreadableAbout();

    @Message("这一笔的凭证")
    String mine();

    @Message("保存凭证")
    String save();

    @Message("看全部内容")
    String whole();

    @Message("回到存折")
    String back();

    @Message("最近的凭证")
    String newest();

    @Message("怎样留存")
    String keep();

    @Message("请镇里和审计定期存下 /api/seals 和 /api/seals/key 的内容。以后谁把账目整个改写，一对就知道。")
    String keepAbout();

    @Message("账目和上一次封存的对不上：有人动过数据库，或者恢复过旧备份。请马上告诉县里的管理员，弄清之前不再封存。")
    String notWhole();
}
