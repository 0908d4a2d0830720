package org.aixin.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** With what somebody signed in, in a word for the machine and one for the program on it, such as {@code android wechat}. */
final class Screens {
    static final String PROGRAM = "program";
    private static final Map<String, List<String>> MACHINES = Map.of("iphone", List.of("iphone"), "ipad", List.of("ipad"),
            "android", List.of("android", "harmony"), "windows", List.of("windows"), "mac", List.of("macintosh"), "linux",
            List.of("linux"));
    /** In this order: an iPad calls itself a Macintosh, Android a Linux. */
    private static final List<String> ORDER = List.of("iphone", "ipad", "android", "windows", "mac", "linux");

    private Screens() {
    }

    /** The words for what calls itself so. */
    static String of(@Nullable String agent) {
        String said = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        String machine = ORDER.stream().filter(one -> MACHINES.getOrDefault(one, List.of()).stream().anyMatch(said::contains))
                .findFirst().orElse(PROGRAM);
        return said.contains("micromessenger") ? machine + " wechat" : machine;
    }
}
