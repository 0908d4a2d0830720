package org.aixin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What one person has before their eyes. Every page that it comes to is held to the rules that hold for all pages. */
final class Screen {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final String BREAKS = """
        () => {
          const all = selector => [...document.querySelectorAll(selector)], found = [];
          const wide = document.documentElement.scrollWidth;
          if (wide > document.documentElement.clientWidth) found.push('scrolls sideways: ' + wide);
          if (!document.documentElement.lang) found.push('names no language');
          if (all('h1').length !== 1) found.push('has ' + all('h1').length + ' h1');
          all('[style]:not([style=""]), style').forEach(one => found.push('inline style: ' + one.outerHTML.slice(0, 80)));
          all('script:not([src])').forEach(one => found.push('inline script: ' + one.outerHTML.slice(0, 80)));
          all('*').filter(one => one.getAttributeNames().some(name => name.startsWith('on')))
            .forEach(one => found.push('inline handler: ' + one.outerHTML.slice(0, 80)));
          all('a[href], button, input:not([type=hidden]), select, textarea').filter(one => one.offsetParent)
            .filter(one => !(one.textContent.trim() || one.value || one.ariaLabel || one.labels?.length || one.placeholder))
            .forEach(one => found.push('nameless: ' + one.outerHTML.slice(0, 80)));
          return found;
        }""";
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Screen(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to an address as typed or followed from elsewhere. */
    Screen open(String path) {
        page.navigate(path);
        return looksRight();
    }

    Screen signIn(String login, String secret) {
        return open("/sign-in").fill("手机号或登录名", login).fill("密码", secret).tap("登录").arrives();
    }

    private Screen arrives() {
        page.waitForURL(url -> !url.contains("/sign-in"));
        return looksRight();
    }

    /** Touches what is called so: a button, a link or what unfolds. */
    Screen tap(String name) {
        Locator named = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)))
                .or(page.locator("summary", new Page.LocatorOptions().setHasText(name)));
        named.first().click();
        return this;
    }

    /** Touches the first that the selector finds. */
    Screen tapOn(String selector) {
        page.locator(selector).first().click();
        return this;
    }

    Screen fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Screen choose(String label, String option) {
        Locator field = field(label);
        field.selectOption(
                field.locator("option", new Locator.LocatorOptions().setHasText(option)).first().getAttribute("value"));
        return this;
    }

    private Locator field(String label) {
        return page.getByLabel(Pattern.compile("^\\s*" + label)).locator("visible=true").first();
    }

    /** Types as a scanner does: fast, into whatever has the focus, and Enter behind it. */
    Screen scan(String code) {
        page.keyboard().type(code);
        return press("Enter");
    }

    Screen press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Waits until all of this can be read, then looks at the page as a whole. */
    Screen sees(String... texts) {
        for (String text : texts) {
            assertThat(page.getByText(text).locator("visible=true").first()).isVisible();
        }
        return looksRight();
    }

    Screen looksRight() {
        page.waitForLoadState();
        assertThat((List<?>) page.evaluate(BREAKS)).as(page.url()).isEmpty();
        assertThat(complaints).isEmpty();
        return this;
    }

    String text(String selector) {
        return page.locator(selector).first().innerText().strip();
    }

    /** The whole number that stands there. */
    long number(String selector) {
        return Long.parseLong(text(selector).replace('－', '-').replaceAll("[^0-9-]", ""));
    }

    /** What a scanner reads off this screen. */
    String code() {
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(seen))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NotFoundException nothing) {
            throw new AssertionError("No code can be read on " + page.url(), nothing);
        }
    }

    /** Keeps a picture of the whole page for people to look at. */
    Screen picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(PICTURES.resolve(page.viewportSize().width + "-" + name + ".png")));
        return this;
    }
}
