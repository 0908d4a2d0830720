package org.aixin.identity;

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
}
