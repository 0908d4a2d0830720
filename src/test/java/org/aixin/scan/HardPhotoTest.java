package org.aixin.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aixin.scan.HardPhoto.Flaw;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A sample of what PhotoBench measures. */
@Execution(ExecutionMode.CONCURRENT)
class HardPhotoTest {
    /** Of each flaw, one that is hard but can be read. */
    private static final int[] SAMPLE = {3, 0, 2, 2, 0, 1, 1, 1, 1, 0, 3, 0, 0, 0, 0, 0};
    private final PhotoReader photos = new PhotoReader(() -> 0); // all the time it wants: this is what can be read, PhotoBench is how fast

    @Test
    void photos_with_every_flaw_are_read_whichever_way_up() {
        List<String> missed = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            HardPhoto photo = new HardPhoto(flaw, SAMPLE[flaw.ordinal()]);
            if (!photos.read(photo.jpeg(flaw.ordinal() % 4)).equals(Optional.of(photo.text()))) {
                missed.add(flaw + " " + SAMPLE[flaw.ordinal()]);
            }
        }
        assertThat(missed).isEmpty();
    }
}
