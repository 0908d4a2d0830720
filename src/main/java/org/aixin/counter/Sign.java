package org.aixin.counter;

/** What an auditor looks at more closely. None of it is wrong in itself; each is a condition on a hand-over {@code o}. */
enum Sign {
    /** The resident's secret was reset by staff within a day before. */
    RESET("EXISTS (SELECT 1 FROM code_reissue r WHERE r.member = o.member_id AND r.at <= o.collected_at"
            + " AND r.at > DATE_SUB(o.collected_at, INTERVAL 1 DAY))"),
    /** Without a live code or an order's code: by a card, or by name. */
    CARD("EXISTS (SELECT 1 FROM visit v WHERE v.id = o.visit_id AND v.needs_secret)"),
    /** At a time of day at which its shop is closed; the hours of the shops stand in its place. */
    AFTER_HOURS("%s"),
    /** Taken back. */
    UNDONE("o.status = 'REVERSED'");

    private final String condition;

    Sign(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
