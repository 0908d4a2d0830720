package org.aixin.identity;

/** What there is to take from a member or a household; answered by the package that keeps households' points. */
public interface Belongings {
    /** Whether the people of a household may spend one another's points. */
    boolean isShared(long household);

    /** Whether a member has, had or is about to have points of their own, or may spend those of others. */
    boolean hasPoints(long member);
}
