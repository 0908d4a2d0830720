package org.aixin.redemption;

import java.time.Duration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.MemberCodes;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.QrSvg;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The resident's live code on the phone. */
@Path("/code")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_RESIDENT)
class CodePages {
    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance code(String digits, String picture, long seconds, long available);
    }

    private final MemberCodes codes;
    private final Ledger ledger;
    private final BusinessTime time;
    private final SignedIn signedIn;

    CodePages(MemberCodes codes, Ledger ledger, BusinessTime time, SignedIn signedIn) {
        this.codes = codes;
        this.ledger = ledger;
        this.time = time;
        this.signedIn = signedIn;
    }

    /** The code of this half minute; the page fetches the next by itself. */
    @GET
    public TemplateInstance code() {
        long me = signedIn.person().id();
        MemberCodes.Live live = codes.of(me);
        long seconds = Math.max(1, Duration.between(time.now(), live.renewsAt()).toSeconds() + 1);
        return Templates.code(live.getGrouped(), QrSvg.of(live.code()), seconds,
                ledger.spendable(Owner.member(me)));
    }
}
