package org.aixin.passbook;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.seal.PublicSealKey;
import org.aixin.seal.Seals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One line of a person's own passbook with what proves it, checked by their own browser. */
@Path("/passbook/{id}")
@Produces(MediaType.TEXT_HTML)
@Authenticated
class ProofPages {
    @CheckedTemplate(basePath = "passbook")
    static class Templates {
        static native TemplateInstance proof(String id, List<Line> lines, String proof, List<PublicSealKey> keys);
    }

    private final Passbooks passbooks;
    private final Seals seals;
    private final SignedIn signedIn;
    private final ObjectMapper json;

    ProofPages(Passbooks passbooks, Seals seals, SignedIn signedIn, ObjectMapper json) {
        this.passbooks = passbooks;
        this.seals = seals;
        this.signedIn = signedIn;
        this.json = json;
    }

    @GET
    public TemplateInstance proof(@PathParam("id") String id, @Context HttpHeaders headers) throws JsonProcessingException {
        Line line = passbooks.line(signedIn.person().id(), Ids.parse(id), Language.of(headers));
        return Templates.proof(id, List.of(line), json.writeValueAsString(seals.proof(line.id())), seals.keys());
    }
}
