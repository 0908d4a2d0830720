package org.aixin.identity;

import java.util.Locale;
import java.util.stream.Stream;

import org.aixin.kernel.Problem;

import org.jspecify.annotations.Nullable;

/** What a person may do at a unit and everything below it. The names are those that {@code @RolesAllowed} uses. */
public enum Role {
    /** 居民: earns and spends. */
    RESIDENT,
    /** 超市管理员: scans and hands over. */
    CLERK,
    /** 活动组织者: runs quizzes and drills, adds people. */
    ORGANIZER,
    /** 支部书记: confirms kept pledges. */
    SECRETARY,
    /** 审核员: reviews claims. */
    REVIEWER,
    /** 审计员: reads everything, changes nothing. */
    AUDITOR,
    /** 管理员: units, people, shops, prices. */
    ADMIN;

    /** For {@code @RolesAllowed}. */
    public static final String IS_RESIDENT = "RESIDENT", IS_CLERK = "CLERK", IS_ORGANIZER = "ORGANIZER",
            IS_SECRETARY = "SECRETARY",
            IS_REVIEWER = "REVIEWER", IS_AUDITOR = "AUDITOR", IS_ADMIN = "ADMIN";

    /** Everybody who works here: all roles but the resident's. */
    public static Role[] staff() {
        return new Role[]{CLERK, ORGANIZER, SECRETARY, REVIEWER, AUDITOR, ADMIN};
    }

    /** The name that programs see, such as {@code clerk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this name in any case; refused 422 {@code role_unknown}. */
    static Role named(@Nullable String name) {
        return Stream.of(values()).filter(role -> role.name().equalsIgnoreCase(name == null ? "" : name.strip())).findFirst()
                .orElseThrow(() -> Problem.invalid("role_unknown", "role"));
    }
}
