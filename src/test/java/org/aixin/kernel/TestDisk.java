package org.aixin.kernel;

import io.quarkus.test.junit.QuarkusMock;

/** A disk with as much room as a test says. */
public final class TestDisk {
    private static final long LEAST = 300L << 20;

    private TestDisk() {
    }

    /** Only for the test that asks: so many megabytes are left, of which 300 are to stay. */
    public static void hasMegabytes(long left) {
        QuarkusMock.installMockForType(new DiskRoom(true, () -> left << 20, LEAST), DiskRoom.class);
    }
}
