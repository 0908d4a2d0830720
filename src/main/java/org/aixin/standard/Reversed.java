package org.aixin.standard;

/**
 * What taking an award back took.
 *
 * @param points that were there and went back, from the member or, of a deduction, to the member
 * @param shortfall points that were gone; later ones settle it first
 */
public record Reversed(long points, long shortfall) {
}
