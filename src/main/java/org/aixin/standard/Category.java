package org.aixin.standard;

/** Under which heading the standard names a rule. */
public enum Category {
    /** 安全. */
    SAFETY,
    /** 志愿服务. */
    VOLUNTEERING,
    /** 党员. */
    PARTY,
    /** 议事: meetings, proposals, honesty towards everybody. */
    DELIBERATION,
    /** 文明户: yard, waste, customs. */
    HOUSEHOLD,
    /** 邻里. */
    NEIGHBOURS;

    /** Key of its name in the texts. */
    public String heading() {
        return this == HOUSEHOLD ? "HOUSEHOLD_CATEGORY" : name();
    }
}
