package org.aixin.scan;

/** Says at which pixel a place of a code lies. */
@FunctionalInterface
interface Place {
    /**
     * @param moduleX in modules from the code's left edge
     * @param moduleY in modules from its upper edge
     * @param pixel where the answer is put, x and y
     */
    void place(double moduleX, double moduleY, double[] pixel);
}
