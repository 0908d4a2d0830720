package org.aixin.standard;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.KeptPhoto;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;

import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into the form for a claim.
 *
 * @param member whose deed it was, null for one's own
 */
record ClaimForm(@Nullable String member, @Nullable String rule, @Nullable String day, @Nullable String quantity,
        @Nullable String note) {
    static final ClaimForm EMPTY = new ClaimForm(null, null, null, null, null);
    private static final int NOON = 12 * 3600;

    /** The claim; refused 422 {@code value_refused}, {@code quantity_refused}. */
    NewClaim wanted(BusinessTime time) {
        return new NewClaim(member == null ? null : Ids.parse(member), rule, number(), at(time), note);
    }

    private @Nullable BigDecimal number() {
        if (quantity == null || quantity.isBlank()) {
            return null;
        }
        if (!quantity.strip().matches("[0-9]{1,4}(\\.[0-9]{1,4})?")) {
            throw Problem.invalid("quantity_refused", "quantity");
        }
        return new BigDecimal(quantity.strip());
    }

    private @Nullable Instant at(BusinessTime time) {
        if (day == null || day.isBlank()) {
            return null;
        }
        LocalDate said = Text.day(day, "day");
        return said.equals(time.today()) ? time.now() : time.startOf(said).plusSeconds(NOON);
    }

    /** The photos that came with it, read before anything is kept. */
    static List<KeptPhoto> pictures(@Nullable List<FileUpload> files) throws IOException {
        List<KeptPhoto> pictures = new ArrayList<>();
        for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
            if (file.size() > 0) {
                if (pictures.size() == ClaimPhotos.MOST) {
                    throw Problem.conflict("too_many_photos", ClaimPhotos.MOST);
                }
                pictures.add(KeptPhoto.of(Files.readAllBytes(file.uploadedFile())));
            }
        }
        return pictures;
    }
}
