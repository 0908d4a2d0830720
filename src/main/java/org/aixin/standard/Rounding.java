package org.aixin.standard;

import java.math.RoundingMode;

/** How the points of a part of an hour become whole ones. */
public enum Rounding {
    /** 舍去. */
    DOWN(RoundingMode.DOWN),
    /** 四舍五入. */
    NEAREST(RoundingMode.HALF_UP),
    /** 进一. */
    UP(RoundingMode.UP);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
