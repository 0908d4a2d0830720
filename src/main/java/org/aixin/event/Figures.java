package org.aixin.event;

/**
 * An event in numbers. Who took part in several of its parts counts once; nobody is named.
 *
 * @param residents who answered, played, were on a drill's roll or took goods
 * @param guests who played without being known residents
 * @param households of the residents
 * @param listeners of talks, as they were counted
 * @param points that were given and not taken back
 * @param pieces of goods that the shop handed over on its days
 * @param prizes that were taken home without points, by so many people
 */
record Figures(long residents, long guests, long households, long listeners, long points, long pieces, long prizes,
        long prizePeople,
        long booklets) {
}
