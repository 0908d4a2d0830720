package org.aixin.passbook;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Members;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Language;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import org.jspecify.annotations.Nullable;

/** A person's own passbook for paper. */
@Path("/passbook/print")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class PrintPages {
    @CheckedTemplate(basePath = "passbook")
    static class Templates {
        static native TemplateInstance print(PrintedStatement statement, String back);
    }

    private final PrintedStatements statements;
    private final Members members;
    private final SignedIn signedIn;

    PrintPages(PrintedStatements statements, Members members, SignedIn signedIn) {
        this.statements = statements;
        this.members = members;
        this.signedIn = signedIn;
    }

    @GET
    public TemplateInstance print(@QueryParam("kind") @Nullable String kind, @QueryParam("month") @Nullable String month,
            @Context HttpHeaders headers) {
        Excerpt excerpt = Excerpt.of(kind, month);
        return Templates.print(statements.of(members.member(signedIn.person().id()), excerpt, Language.of(headers)),
                "/passbook" + excerpt.getQuery());
    }
}
