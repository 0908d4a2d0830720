package org.aixin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * The machine's own Chromium. It reaches the service by a name that is not this machine's, since a browser treats localhost as
 * if it were encrypted and a village network is not.
 */
final class Chromium implements AutoCloseable {
    static final int PHONE = 360, DESK = 1280;
    /** How long a page may take, in milliseconds: services are started beside it. */
    private static final int PATIENCE = 30_000;
    private static final String VILLAGE = "village.test";
    private static final List<String> ARGUMENTS = List.of("--headless=new", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-extensions",
            "--disable-sync", "--no-first-run", "--no-default-browser-check", "--mute-audio",
            "--host-resolver-rules=MAP " + VILLAGE + " 127.0.0.1");
    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    Chromium(int port) {
        this("http://" + VILLAGE + ":" + port, List.of());
    }

    /** One whose camera shows this film, on the machine itself: only there, or encrypted, does a browser open a camera. */
    static Chromium withCamera(int port, Path film) {
        return new Chromium("http://localhost:" + port, List.of("--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film));
    }

    private Chromium(String address, List<String> more) {
        this.address = address;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(program().orElseThrow())
                .setChromiumSandbox(false)
                .setArgs(Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    }

    /** Where Chromium is installed. */
    static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** Whether there are letters for Chinese; other systems than Linux bring them. */
    static boolean writesChinese() {
        Path fonts = Path.of("/usr/share/fonts");
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return true;
        }
        try (Stream<Path> files = Files.exists(fonts) ? Files.walk(fonts) : Stream.empty()) {
            return files.map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
                    .anyMatch(name -> name.contains("cjk") || name.contains("wqy"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A resident's phone, in Chinese, touched by fingers. */
    Screen phone() {
        return screen(phoneOptions());
    }

    /** A phone whose browser runs no scripts. */
    Screen phoneWithoutScripts() {
        return screen(phoneOptions().setJavaScriptEnabled(false));
    }

    /** The wide screen of an office or a counter. */
    Screen desk() {
        return screen(new Browser.NewContextOptions().setViewportSize(DESK, 800).setLocale("zh-CN"));
    }

    /** What a projector shows. */
    Screen projector() {
        return screen(new Browser.NewContextOptions().setViewportSize(1920, 1080).setLocale("zh-CN"));
    }

    private static Browser.NewContextOptions phoneOptions() {
        return new Browser.NewContextOptions().setViewportSize(PHONE, 740).setDeviceScaleFactor(2).setIsMobile(true)
                .setHasTouch(true).setLocale("zh-CN");
    }

    private Screen screen(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setBaseURL(address).setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE);
        return new Screen(context);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
