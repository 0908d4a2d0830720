package org.aixin.standard;

/** What must happen before a deed earns its points, whether somebody claims it or staff award it. */
public enum Review {
    /** 不用审核: staff who award it have seen it; what is claimed still is reviewed and posted. */
    NONE,
    /** 审核: a reviewer decides. */
    REVIEWER,
    /** 审核并公示: a reviewer decides, and it is posted for objections. */
    NOTICE
}
