package org.aixin.standard;

/** What must happen before a deed that somebody claims earns its points. What staff award themselves they have seen. */
public enum Review {
    /** 不用审核: staff saw it. */
    NONE,
    /** 审核: a reviewer decides. */
    REVIEWER,
    /** 审核并公示: a reviewer decides, and it is posted for objections. */
    NOTICE
}
