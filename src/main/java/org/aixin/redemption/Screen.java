package org.aixin.redemption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aixin.goods.Level;
import org.aixin.goods.Shop;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;

import org.jspecify.annotations.Nullable;

/**
 * What stands on the desk's screen.
 *
 * @param count orders handed over today in this shop
 * @param recent what this clerk did last
 * @param session the clerk's open session, here or in another shop
 * @param closed why nothing can be handed over here now, null where it can
 * @param unfinished whom the clerk began to serve and did not finish, where the screen shows nobody
 */
record Screen(Shop shop, String clerk, int count, List<Recent> recent, @Nullable Session session, @Nullable String closed,
        List<Unfinished> unfinished, Result result) {
    /** Somebody who is still being served: the visit, and whose it is. */
    record Unfinished(long visit, Member member) {
    }

    /** What a scanned sheet says for Enter. */
    public String confirmCode() {
        return CommandCode.CONFIRM.digits();
    }

    /** An order that was just handed over, and whether it can still be taken back here. */
    record Recent(Order order, boolean mayUndo) {
        public boolean isReversed() {
            return order.status() == Order.Status.REVERSED;
        }
    }

    /**
     * The large field: green, crimson, or empty and ready.
     *
     * @param kind READY, ORDER, VISIT, BASKET, DONE, UNDONE or STOP
     * @param left what the member has afterwards
     * @param title what went wrong, empty where nothing did; in a visit the screen then lets the clerk try again
     * @param bearer name of whoever comes for the member
     * @param chosen how many of which goods were typed in, by code
     */
    record Result(String kind, @Nullable Order order, Shown.@Nullable Visitor member, @Nullable String visit, boolean needsSecret,
            List<Level> shelf, long left, String title, String detail, Map<String, Integer> chosen, @Nullable String bearer) {
        static final Result READY = new Result("READY", null, null, null, false, List.of(), 0, "", "", Map.of(), null);

        /** Whether somebody who is served stands on it. */
        boolean showsSomebody() {
            return kind.equals("VISIT") || kind.equals("BASKET");
        }

        static Result order(Order order, Shown.Visitor member) {
            return new Result("ORDER", order, member, null, false, List.of(), member.points() - order.points(), "", "", Map.of(),
                    null);
        }

        static Result visit(Shown.Visitor member, String visit, boolean needsSecret, List<Level> shelf, @Nullable String bearer) {
            return new Result("VISIT", null, member, visit, needsSecret, shelf, member.available(), "", "", Map.of(), bearer);
        }

        static Result basket(Desk.Preview preview) {
            return new Result("BASKET", preview.order(), preview.member(), Long.toString(preview.visit().id()),
                    preview.visit().needsSecret(), List.of(), preview.left(), "", "", Map.of(),
                    preview.bearer());
        }

        /** The same with who comes for the member, in whose visit. */
        Result broughtBy(String name, @Nullable String coming) {
            return new Result(kind, order, member, coming, needsSecret, shelf, left, title, detail, chosen, name);
        }

        static Result after(String kind, Order order, long left) {
            return new Result(kind, order, null, null, false, List.of(), left, "", "", Map.of(), null);
        }

        static Result stop(Map<String, ?> document, @Nullable Order order) {
            return new Result("STOP", order, null, null, false, List.of(), 0, String.valueOf(document.get("title")),
                    String.valueOf(document.get("detail")), Map.of(), null);
        }

        /** The same screen once more, saying why it could not be done, with what was typed in. */
        Result again(Map<String, ?> document, List<Wanted> wanted) {
            return new Result(kind, order, member, visit, needsSecret, shelf, left, String.valueOf(document.get("title")),
                    String.valueOf(document.get("detail")), quantities(wanted), bearer);
        }

        /** The same with the basket as it was scanned. */
        Result with(List<Wanted> wanted) {
            return new Result(kind, order, member, visit, needsSecret, shelf, left, title, detail, quantities(wanted), bearer);
        }

        private static Map<String, Integer> quantities(List<Wanted> wanted) {
            Map<String, Integer> quantities = new LinkedHashMap<>();
            wanted.forEach(line -> quantities.put(line.goods(), line.quantity()));
            return quantities;
        }

        /** The basket for the next scan, in the words of {@link ScannedBasket}. */
        public String basketWords() {
            Map<String, Integer> lines = new LinkedHashMap<>(chosen);
            lines.values().removeIf(quantity -> quantity == null);
            if (lines.isEmpty() && kind.equals("BASKET") && order != null) {
                order.lines().forEach(line -> lines.put(line.goods().code(), line.quantity()));
            }
            return ScannedBasket.words(lines);
        }
    }
}
