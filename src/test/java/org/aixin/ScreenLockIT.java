package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import org.aixin.embedded.RunningService;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A counter that nobody watches locks; what was in the basket is still there when it is unlocked. */
@ExtendWith({ChromiumIsThere.class, DemoVillage.Opened.class})
@ResourceLock(RunningService.NOISE)
class ScreenLockIT {
    private static final String SECRET = "aixin2026", TYPED = "没写完的字";

    @Test
    void what_was_typed_at_a_counter_is_still_there_after_it_was_locked(DemoVillage village) {
        Screen clerk = village.chromium().desk().signIn("clerk", SECRET);
        Page page = clerk.page();
        page.clock().install();
        clerk.open("/admin/goods");
        page.locator("main input:not([type=hidden])").first().evaluate("(one, text) => { one.value = text; }", TYPED);
        page.clock().fastForward("11:00");
        page.locator("#lock").waitFor();
        clerk.picture("screen-lock");
        page.keyboard().type("99");
        assertThat(page.locator("#lock input[type=password]").inputValue()).as("what is typed reaches the lock alone")
                .isEqualTo("99");
        page.locator("#lock input[type=password]").fill("wrong");
        page.locator("#lock button").click();
        page.locator("#lock [role=alert]").waitFor();
        page.locator("#lock input[type=password]").fill(SECRET);
        page.locator("#lock button").click();
        page.locator("#lock").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(page.locator("main input:not([type=hidden])").first().inputValue()).isEqualTo(TYPED);
    }

    @Test
    void the_pages_of_signing_in_look_right_on_phones_and_wide_screens(DemoVillage village) {
        for (Screen staff : new Screen[]{village.chromium().phone(), village.chromium().desk()}) {
            staff.signIn("admin", SECRET).open("/me").picture("me-staff").open("/second-factor").picture("second-factor")
                    .open("/second-factor/units").picture("second-factor-units").open("/sign-in/unlock").picture("unlock")
                    .open("/sign-in/second").picture("second");
            Screen resident = staff.page().viewportSize().width == Chromium.PHONE
                    ? village.chromium().phone()
                    : village.chromium().desk();
            resident.signIn("13800000001", SECRET).open("/me").picture("me-resident");
        }
    }
}
