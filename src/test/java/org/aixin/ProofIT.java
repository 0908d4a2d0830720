package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import org.aixin.embedded.RunningService;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A resident's own phone checks that an entry is what was sealed, and sees it when it is not. */
@ExtendWith({ChromiumIsThere.class, DemoVillage.Opened.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(RunningService.NOISE)
class ProofIT {
    private Chromium chromium;

    @BeforeAll
    void open(DemoVillage village) {
        chromium = village.chromium();
    }

    @Test
    void an_entry_is_proved_on_the_phone_and_a_changed_one_is_not() {
        Screen neighbour = chromium.phone().open("/seals");
        for (int seconds = 0; seconds < 90 && !neighbour.text("#page").contains("第 1 份"); seconds++) {
            neighbour.page().waitForTimeout(1000);
            neighbour.open("/seals");
        }
        neighbour.sees("防改凭证", "第 1 份").picture("seals");

        Screen wang = chromium.phone().signIn("13800000001", "aixin2026").open("/passbook");
        wang.tapOn(".book li:last-child .what a").sees("没有改过", "一个字不差").picture("proof");
        Page page = wang.page();
        assertThat(wang.text(".verdict-good p")).matches("这一笔在第 [1-9]\\d* 份防改凭证里.*");
        String proof = page.locator("#proof").inputValue();
        assertThat(proof).contains("\"leaf\"").doesNotContain("王秀英");

        neighbour.tap("核对一笔").fill("凭证内容", proof).tap("开始核对").sees("没有改过").picture("seals-check");
        neighbour.fill("凭证内容", proof.replace("\\\"amount\\\":", "\\\"amount\\\":1")).tap("开始核对").sees("对不上");
        neighbour.fill("凭证内容", proof.substring(9)).tap("开始核对").sees("认不出来");
        assertThat(neighbour.page().getByText("没有改过").isVisible()).isFalse();

        String printed = (String) neighbour.page().evaluate("fetch('/api/seals').then(answer => answer.json()).then(all => {"
                + " const s = all.items[0]; return ['aixin-seal', s.key, s.number, s.size, s.root, s.at, s.signature].join(' '); })");
        neighbour.page().route("**/*", route -> route.abort());
        neighbour.fill("凭证内容", printed).tap("开始核对").sees("凭证是真的", "签名无误").picture("seals-paper");
        neighbour.fill("凭证内容", printed.replaceFirst(" \\d+ ", " 987654 ")).tap("开始核对").sees("对不上");
        neighbour.fill("凭证内容", "");
        neighbour.page().locator("#proof").pressSequentially(printed.replace('a', 'ａ') + "\n");
        neighbour.sees("凭证是真的");
    }
}
