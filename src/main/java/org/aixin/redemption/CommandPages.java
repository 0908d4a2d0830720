package org.aixin.redemption;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.aixin.identity.Role;
import org.aixin.kernel.QrSvg;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The sheet of commands that hangs beside the counter: with it a scanner does all that a keyboard does. */
@Path("/desk/commands")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_CLERK)
class CommandPages {
    @CheckedTemplate(basePath = "redemption")
    static class Templates {
        static native TemplateInstance commands(List<Printed> commands);
    }

    /** One command; the picture holds the digits. */
    record Printed(CommandCode command, String picture) {
    }

    /** The sheet. */
    @GET
    public TemplateInstance sheet() {
        return Templates.commands(Stream.of(CommandCode.values())
                .map(command -> new Printed(command, QrSvg.of(command.digits()))).toList());
    }
}
