package org.aixin.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Draws questions part by part, none twice. Parts may overlap: one that could take any question gives way to one that can take few, so
 * that a drawing comes short only where no other would do.
 */
final class Drawing {
    private final List<List<Candidate>> takes = new ArrayList<>();
    /** By drawn question: the place, one of so many in a part, that took it. */
    private final Map<Candidate, Integer> taken = new HashMap<>();

    /** A question that can be drawn. */
    record Candidate(long id, @Nullable String topic, int difficulty) {
    }

    private Drawing() {
    }

    /** The ids drawn for each of the parts; fewer than it asks for where there are too few. */
    static List<List<Long>> of(List<Part> parts, List<Candidate> candidates, Random random) {
        Drawing drawing = new Drawing();
        List<Integer> partOf = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            List<Candidate> shuffled = new ArrayList<>(candidates.stream().filter(parts.get(part)::takes).toList());
            Collections.shuffle(shuffled, random);
            for (int i = 0; i < parts.get(part).questions(); i++) {
                drawing.takes.add(shuffled);
                partOf.add(part);
            }
        }
        for (int place = 0; place < partOf.size(); place++) {
            drawing.fill(place, new HashSet<>());
        }
        return drawing.drawn(parts.size(), partOf, random);
    }

    /** Gives this place a question that is free, or that another place can spare. */
    private boolean fill(int place, Set<Candidate> tried) {
        for (Candidate one : takes.get(place)) {
            if (!taken.containsKey(one)) {
                taken.put(one, place);
                return true;
            }
        }
        for (Candidate one : takes.get(place)) {
            if (tried.add(one) && fill(Objects.requireNonNull(taken.get(one)), tried)) {
                taken.put(one, place);
                return true;
            }
        }
        return false;
    }

    private List<List<Long>> drawn(int parts, List<Integer> partOf, Random random) {
        List<List<Long>> drawn = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            drawn.add(new ArrayList<>());
        }
        taken.forEach((question, place) -> drawn.get(partOf.get(place)).add(question.id));
        drawn.forEach(one -> Collections.sort(one));
        drawn.forEach(one -> Collections.shuffle(one, random));
        return drawn;
    }
}
