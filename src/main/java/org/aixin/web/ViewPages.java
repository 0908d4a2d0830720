package org.aixin.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.Language;
import org.aixin.kernel.OwnPath;

import org.jspecify.annotations.Nullable;

/** How a person wants to see the pages: large or normal letters, Chinese or English. Kept in cookies, for people not signed in too. */
@Path("/view")
class ViewPages {
    static final String LARGE = "large";
    private static final int A_YEAR = 365 * 24 * 3600;

    /** Changes what is named and goes back to the page it came from. */
    @GET
    @PermitAll
    public Response change(@QueryParam("large") @Nullable String large, @QueryParam("lang") @Nullable String language,
            @QueryParam("to") @Nullable String to) {
        Response.ResponseBuilder back = Response.seeOther(OwnPath.of(to)).header("Cache-Control", "no-store");
        if (large != null) {
            back.cookie(cookie(LARGE, "1", large.equals("1") ? A_YEAR : 0));
        }
        if (language != null) {
            back.cookie(cookie(Language.COOKIE, Language.named(language).getLanguage(), A_YEAR));
        }
        return back.build();
    }

    private static NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name).value(value).path("/").maxAge(seconds).httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX).build();
    }
}
