package org.aixin.standard;

/** What a rule counts. */
public enum Basis {
    /** 每次: a deed done. */
    PER_DEED,
    /** 每小时: an hour served; points are rounded to whole ones as the rule states, minutes to the nearest. */
    PER_HOUR,
    /** 每题: a right answer. */
    PER_ANSWER,
    /** 按名次: the quantity is the place, 1 for the first, and each place has points of its own. */
    PER_RANK
}
