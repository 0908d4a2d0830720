package org.aixin.redemption;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules that hold in a shop.
 *
 * @param all of them, in the order of their series
 */
record HouseRules(List<Rule> all, Timetable timetable) {
    /** The limits in words, then the days and the hours. */
    List<String> words(boolean inEnglish) {
        Stream<String> limits = all.stream().map(Rule::terms).filter(Rule.Limit.class::isInstance)
                .map(limit -> limit.words(inEnglish));
        return Stream.concat(limits, Stream.of(timetable.days(inEnglish), timetable.hours(inEnglish)))
                .filter(words -> !words.isEmpty()).toList();
    }
}
