package org.aixin.standard;

/** What a rule counts. */
public enum Basis {
    /** 每次: a deed done. */
    PER_DEED,
    /** 每小时: an hour served; decimals are fine, points round down to whole ones, minutes to the nearest. */
    PER_HOUR,
    /** 每题: a right answer. */
    PER_ANSWER
}
