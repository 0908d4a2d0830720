package org.aixin.quiz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two texts that are nearly the same: by Dice's measure over pairs of neighbouring letters.
 *
 * @param first place of one among the texts, from 0
 * @param second place of the other, later one
 * @param percent how much of them they share
 */
record Alike(int first, int second, int percent) {
    private static final int LEAST = 75;

    /** The pairs among these texts, the most alike first. */
    static List<Alike> among(List<String> texts, int most) {
        Map<Integer, List<Integer>> having = new HashMap<>();
        List<Integer> sizes = new ArrayList<>();
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Set<Integer> pairs = pairs(Twins.key(texts.get(i)));
            sizes.add(pairs.size());
            int[] shared = new int[i];
            for (int pair : pairs) {
                List<Integer> others = having.computeIfAbsent(pair, none -> new ArrayList<>());
                others.forEach(other -> shared[other]++);
                others.add(i);
            }
            for (int other = 0; other < i; other++) {
                int percent = 200 * shared[other] / (sizes.get(other) + pairs.size());
                if (percent >= LEAST) {
                    alike.add(new Alike(other, i, percent));
                }
            }
        }
        return alike.stream().sorted(Comparator.comparing(Alike::percent).reversed()).limit(most).toList();
    }

    private static Set<Integer> pairs(String text) {
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            pairs.add((i == 0 ? 0 : text.charAt(i - 1)) << Character.SIZE | text.charAt(i));
        }
        return pairs;
    }
}
