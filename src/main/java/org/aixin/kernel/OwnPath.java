package org.aixin.kernel;

import java.net.URI;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Where a page sends people on to, when the address of the page says so: only ever within this site. */
public final class OwnPath {
    private static final Pattern PATH = Pattern.compile("/[^/\\\\\\s\\p{Cntrl}][^\\\\\\s\\p{Cntrl}]*");

    private OwnPath() {
    }

    /** The path, or the home page where it is missing, leads elsewhere or is none. */
    public static URI of(@Nullable String path) {
        if (path == null || !PATH.matcher(path).matches()) {
            return URI.create("/");
        }
        try {
            return URI.create(path);
        } catch (IllegalArgumentException notAPath) {
            return URI.create("/");
        }
    }
}
