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
                .map(limit -> limit.line(inEnglish));
        Stream<Rule.Terms> times = Stream.concat(timetable.days().stream(), timetable.hours().stream());
        return Stream.concat(limits, times.map(one -> one.line(inEnglish))).toList();
    }
}
