package org.aixin.standard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.WrittenSheet;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The standard as a spreadsheet. */
@Path("/api/standard")
class StandardSheetResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final StandardSheets sheets;
    private final SignedIn signedIn;
    private final BusinessTime time;

    StandardSheetResource(StandardSheets sheets, SignedIn signedIn, BusinessTime time) {
        this.sheets = sheets;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** The standard of today as a workbook. */
    @GET
    @Path("sheet.xlsx")
    @Produces(XLSX)
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Response xlsx() {
        return file(WrittenSheet.xlsx("积分标准", sheets.table(time.today())), "standard.xlsx");
    }

    /** The standard of today as CSV. */
    @GET
    @Path("sheet.csv")
    @Produces("text/csv")
    @RolesAllowed({Role.IS_ADMIN, Role.IS_AUDITOR})
    public Response csv() {
        return file(WrittenSheet.csv(sheets.table(time.today())), "standard.csv");
    }

    /**
     * Takes a sheet in, in force from a day (today unless said); which kind of file it is, is seen from the file. All rows or none:
     * where something is wrong with one, the report says what and nothing was changed.
     */
    @POST
    @Path("sheet")
    @Consumes({"text/csv", "text/plain", "application/vnd.ms-excel", "application/octet-stream", XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.IS_ADMIN)
    public Response fill(byte @Nullable [] file, @RestQuery @Nullable String since, @Context HttpHeaders headers) {
        if (file == null) {
            throw Problem.invalid("standard_sheet_empty", "file");
        }
        StandardSheets.Report report = sheets.fill(signedIn.person(), file,
                since == null ? time.today() : Text.day(since, "since"), Language.of(headers));
        return Response.status(report.wrong().isEmpty() ? 200 : 422).entity(report).build();
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content).header("Content-Disposition", "attachment; filename=" + name).build();
    }
}
