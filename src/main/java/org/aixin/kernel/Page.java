package org.aixin.kernel;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list: its items and the cursor of the next page, null on the last.
 *
 * @param items in the list's order, {@link #DEFAULT} of them unless asked otherwise, {@link #MOST} at most
 * @param next what to send as {@code cursor} for the page after this
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** How many items a page has when nothing is asked. */
    public static final int DEFAULT = 20;
    /** The most items that a page can have. */
    public static final int MOST = 100;

    /** Makes a page of {@code limit} out of up to {@code limit + 1} rows; the extra row only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** The same page with each item shown in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), next);
    }

    /** The limit that was asked for; outside 1 to {@link #MOST} it is refused 422 {@code limit_out_of_range}. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1 || asked > MOST) {
            throw Problem.invalid("limit_out_of_range", "limit", MOST);
        }
        return asked;
    }

    /** A cursor that is an id; for none the largest, so that a list newest first begins at its top. */
    public static long before(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : id(cursor);
    }

    /** A cursor that is an id; for none zero, so that a list oldest first begins at its top. */
    public static long after(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty() ? 0 : id(cursor);
    }

    private static long id(String cursor) {
        try {
            return Ids.parse(cursor);
        } catch (Problem notAnId) {
            throw Problem.invalid("cursor_unknown", "cursor");
        }
    }
}
