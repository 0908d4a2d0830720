package org.aixin.redemption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.aixin.goods.Wanted;

import org.jspecify.annotations.Nullable;

/** What was scanned into a basket so far, what came last at the end; between scans the page keeps it as {@code rice:2 soy:1}. */
record ScannedBasket(Map<String, Integer> quantities) {
    private static final int LONGEST = 4000, MOST_DIGITS = 6;

    /** The basket in these words; what is none of ours in them is left out. */
    static ScannedBasket of(@Nullable String words) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        if (words != null && words.length() <= LONGEST) {
            for (String word : words.strip().split(" ")) {
                if (word.matches("[A-Za-z0-9_-]{1,32}:[0-9]{1," + MOST_DIGITS + "}")) {
                    int colon = word.indexOf(':');
                    put(quantities, word.substring(0, colon), Integer.parseInt(word.substring(colon + 1)));
                }
            }
        }
        return new ScannedBasket(quantities);
    }

    /** The same with one more of these goods. */
    ScannedBasket withOneMore(String goods) {
        return with(goods, quantities.getOrDefault(goods, 0) + 1);
    }

    /** The same with so many of what came last; unchanged where nothing is in it. */
    ScannedBasket withLast(int quantity) {
        String last = quantities.keySet().stream().reduce("", (before, goods) -> goods);
        return last.isEmpty() ? this : with(last, quantity);
    }

    private ScannedBasket with(String goods, int quantity) {
        Map<String, Integer> changed = new LinkedHashMap<>(quantities);
        put(changed, goods, quantity);
        return new ScannedBasket(changed);
    }

    private static void put(Map<String, Integer> quantities, String goods, int quantity) {
        quantities.remove(goods);
        if (quantity > 0) {
            quantities.put(goods, quantity);
        }
    }

    boolean isEmpty() {
        return quantities.isEmpty();
    }

    List<Wanted> lines() {
        return quantities.entrySet().stream().map(line -> new Wanted(line.getKey(), line.getValue())).toList();
    }

    /** The words that {@link #of} reads. */
    static String words(Map<String, Integer> quantities) {
        return quantities.entrySet().stream().map(line -> line.getKey() + ":" + line.getValue()).collect(Collectors.joining(" "));
    }
}
