package org.aixin.standard;

/** Under which heading the standard names a rule. */
public enum Category {
    /** 安全. */
    SAFETY,
    /** 志愿服务. */
    VOLUNTEERING,
    /** 村务和环境. */
    VILLAGE,
    /** 邻里. */
    NEIGHBOURS,
    /** 党员. */
    PARTY
}
