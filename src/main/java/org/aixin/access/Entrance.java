package org.aixin.access;

import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;

import org.aixin.kernel.Tokens;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** From where the present request comes, and the cookie by which its browser is known the next time. */
@RequestScoped
class Entrance {
    private static final int BYTES = 32;
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");
    private final RoutingContext request;
    private final Origin origin;

    Entrance(RoutingContext request, Origin origin) {
        this.request = request;
        this.origin = origin;
    }

    /** From where it comes, with the device that it names, if any. */
    From from() {
        return from(known());
    }

    /** From where it comes, with the device that it names or one that is new. */
    From fromDevice() {
        String known = known();
        return from(known == null ? Tokens.fresh(BYTES) : known);
    }

    /** The cookie that keeps the device. */
    NewCookie device(From from) {
        return Cookies.of(request.request(), Cookies.DEVICE, from.device() == null ? "" : from.device(), Devices.LASTS);
    }

    private From from(@Nullable String device) {
        return new From(origin.address(), device, origin.isHere(),
                Screens.of(request.request().getHeader(HttpHeaders.USER_AGENT)));
    }

    private @Nullable String known() {
        String token = Cookies.read(request.request(), Cookies.DEVICE);
        return token != null && OURS.matcher(token).matches() ? token : null;
    }
}
