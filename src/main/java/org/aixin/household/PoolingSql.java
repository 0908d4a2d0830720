package org.aixin.household;

/** The words of SQL that find what a unit's households do: the nearest of the unit and those above it that says something. */
final class PoolingSql {
    /** From the narrowest kind of unit to the widest there are five; see {@code Unit.Kind}. */
    private static final int LEVELS = 5;
    /** Whether they pool; needs {@link #joins}. */
    static final String POOLED = "COALESCE(s0.pooled, s1.pooled, s2.pooled, s3.pooled, s4.pooled, FALSE)";

    private PoolingSql() {
    }

    /** Joins the unit with this id as {@code u0}, those above it as {@code u1} and so on, and what each says as {@code s0} to {@code s4}. */
    static String joins(String unit) {
        StringBuilder joins = new StringBuilder();
        String id = unit;
        for (int i = 0; i < LEVELS; i++) {
            joins.append(" LEFT JOIN unit u%1$d ON u%1$d.id = %2$s LEFT JOIN household_pooling s%1$d ON s%1$d.unit = u%1$d.id"
                    .formatted(i, id));
            id = "u" + i + ".parent";
        }
        return joins.toString();
    }
}
