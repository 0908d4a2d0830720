package org.aixin.passbook;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.LedgerCheck;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** 账目核对: the whole ledger checked again, in words. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.IS_AUDITOR, Role.IS_ADMIN})
class AuditPages {
    @CheckedTemplate(basePath = "passbook")
    static class Templates {
        static native TemplateInstance audit(@Nullable LedgerCheck check, Instant at);
    }

    private final Ledger ledger;
    private final BusinessTime time;

    AuditPages(Ledger ledger, BusinessTime time) {
        this.ledger = ledger;
        this.time = time;
    }

    @GET
    public TemplateInstance audit() {
        return Templates.audit(null, time.now());
    }

    @GET
    @Path("/check")
    public TemplateInstance check(@Context HttpHeaders headers) {
        Instant now = time.now();
        return Templates.audit(ledger.check(Language.of(headers)), now);
    }
}
