package org.aixin.embedded;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.Dependent;

import org.aixin.kernel.Installation;
import org.aixin.kernel.Lan;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.ConfigProvider;

/** When the service is ready: one box that says where it is and how to get in. */
@Dependent
class Welcome implements QuarkusApplication {
    private final Installation installation;
    private final FirstStart firstStart;
    private final Placement placement;

    Welcome(Installation installation, FirstStart firstStart, Placement placement) {
        this.installation = installation;
        this.firstStart = firstStart;
        this.placement = placement;
    }

    @Override
    public int run(String... arguments) {
        Console.say(Box.around(lines()));
        Quarkus.waitForExit();
        return 0;
    }

    private List<String> lines() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        List<String> lines = new ArrayList<>(List.of("爱心超市已启动 · Aixin is running", "",
                "本机 This machine   http://localhost:" + port,
                "局域网 On the LAN    " + Lan.address().map(host -> "http://" + host + ":" + port).orElse("-"),
                "数据 Data            " + placement.name(), ""));
        lines.addAll(signIn("http://localhost:" + port));
        lines.add("");
        lines.add("浏览器只在 HTTPS（或本机）下允许实时摄像头；扫码枪、拍照和手输编号不受影响。");
        lines.add("A live camera needs HTTPS (or this machine); scanner guns, photos and typed codes do not.");
        return lines;
    }

    private List<String> signIn(String address) {
        if (installation.isDemo()) {
            return List.of("演示数据，密码都是 aixin2026 · Demo data, every secret is aixin2026",
                    "居民 Residents   13800000001（王阿姨）… 13800000040",
                    "工作人员 Staff   admin auditor organizer clerk secretary reviewer reviewer2",
                    "                 （只能在本机登录 from this machine only，AIXIN_DEMO_LAN=true 除外 unless set）");
        }
        return firstStart.administratorsCode().map(code -> List.of("第一位管理员 First administrator",
                "登录名 Login                  admin", "一次性密码 One-time code      " + code,
                "请打开这一页，设自己的密码 Set your own secret at", address + "/first-secret",
                "在那以前，每次启动都换一个新的。 Until then every start prints a new one."))
                .orElseGet(() -> List.of("请用自己的账号登录 Sign in with your own account"));
    }
}
