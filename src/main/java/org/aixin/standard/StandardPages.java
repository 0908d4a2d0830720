package org.aixin.standard;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.ledger.Asset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where administrators change the standard: one rule by its form, all of it by a sheet. */
@Path("/standard/edit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ADMIN)
class StandardPages {
    private static final Map<String, String> FIELDS = fields();
    private static final Terms NEW = new Terms("", Category.SAFETY, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, 1, List.of(),
            BigDecimal.ONE, List.of(), Set.of(Role.ORGANIZER), false, Review.NONE, true);

    @CheckedTemplate(basePath = "standard")
    static class Templates {
        static native TemplateInstance edit(List<Rule> rules, List<Budgets.Budget> budgets, LocalDate today,
                @Nullable String saved, boolean withdrawn, boolean mayEdit);

        static native TemplateInstance editRule(@Nullable String code, Terms form, List<Rule> versions, int base, LocalDate today,
                LocalDate first,
                List<Category> categories, List<Role> roles, List<Span> spans, List<Cap.Scope> scopes, List<Span> budgetSpans,
                List<Budgets.Budget> used, boolean mayEdit);

        static native TemplateInstance filled(StandardSheets.Report report, LocalDate since);
    }

    private final Rules rules;
    private final Standard standard;
    private final StandardSheets sheets;
    private final Budgets budgets;
    private final SignedIn signedIn;
    private final BusinessTime time;

    StandardPages(Rules rules, Standard standard, StandardSheets sheets, Budgets budgets, SignedIn signedIn, BusinessTime time) {
        this.rules = rules;
        this.standard = standard;
        this.sheets = sheets;
        this.budgets = budgets;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** Every rule as its last version has it, those to come and those out of force among them. */
    @GET
    public TemplateInstance edit(@RestQuery @Nullable String saved, @RestQuery @Nullable String withdrawn) {
        return Templates.edit(rules.latest(LocalDate.of(9999, 1, 1)), budgets.of(signedIn.person()), time.today(), saved,
                withdrawn != null, Standard.isOfAll(signedIn.person()));
    }

    /** The form of a rule, or of a new one where no code is said. */
    @GET
    @Path("rule")
    public TemplateInstance rule(@RestQuery @Nullable String code) {
        List<Rule> versions = code == null ? List.of() : rules.versions(code);
        if (code != null && versions.isEmpty()) {
            throw Problem.notFound();
        }
        int base = versions.stream().mapToInt(Rule::version).max().orElse(0);
        return Templates.editRule(code, versions.isEmpty() ? NEW : versions.get(0).terms(), versions, base, time.today(),
                code == null ? time.today() : time.today().plusDays(1),
                List.of(Category.values()), List.of(Role.ORGANIZER, Role.SECRETARY, Role.CLERK, Role.ADMIN),
                List.of(Span.values()), Cap.Scope.ofCaps(), Cap.ofBudgets(),
                code == null ? List.of() : used(versions), Standard.isOfAll(signedIn.person()));
    }

    private List<Budgets.Budget> used(List<Rule> versions) {
        return versions.stream().filter(rule -> !rule.since().isAfter(time.today())).findFirst()
                .map(rule -> budgets.of(signedIn.person(), rule)).orElse(List.of());
    }

    /** Adds a version; a second press finds it there and is told so. */
    @POST
    @Path("rule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> form) {
        Map<String, String> cells = new LinkedHashMap<>();
        FIELDS.forEach((field, column) -> cells.put(column, Objects.requireNonNullElse(form.getFirst(field), "")));
        cells.put(RuleSheet.ROLES, String.join("、", form.getOrDefault("role", List.of())));
        String base = Objects.requireNonNullElse(form.getFirst("base"), "");
        if (!base.matches("[0-9]{1,6}")) {
            throw Problem.invalid("value_refused", "base");
        }
        Standard.mustBeOfAll(signedIn.person());
        Rule rule = standard.change(signedIn.person().id(), Text.required(form.getFirst("code"), "code", 40),
                since(form.getFirst("since")), RuleSheet.terms(cells), Integer.parseInt(base));
        return Response.seeOther(URI.create("/standard/edit?saved=" + rule.code())).build();
    }

    /** Removes a version that has not begun. */
    @POST
    @Path("rule/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@FormParam("code") @Nullable String code, @FormParam("version") @Nullable String version) {
        String rule = Text.required(code, "code", 40);
        if (version == null || !version.matches("[0-9]{1,6}")) {
            throw Problem.invalid("value_refused", "version");
        }
        standard.withdraw(signedIn.person(), rule, Integer.parseInt(version));
        return Response.seeOther(URI.create("/standard/edit?withdrawn=1")).build();
    }

    /** Takes a sheet in, or says line by line what is wrong with it. */
    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance fill(@RestForm @Nullable FileUpload file, @RestForm @Nullable String since,
            @Context HttpHeaders headers) throws IOException {
        if (file == null || file.size() == 0) {
            throw Problem.invalid("standard_sheet_empty", "file");
        }
        LocalDate from = since(since);
        return Templates.filled(sheets.fill(signedIn.person(), Files.readAllBytes(file.uploadedFile()), from,
                Language.of(headers)), from);
    }

    private static LocalDate since(@Nullable String since) {
        return Text.day(Text.required(since, "since", 10), "since");
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", RuleSheet.TITLE);
        fields.put("category", RuleSheet.CATEGORY);
        fields.put("asset", RuleSheet.ASSET);
        fields.put("basis", RuleSheet.BASIS);
        fields.put("rounding", RuleSheet.ROUNDING);
        fields.put("points", RuleSheet.POINTS);
        fields.put("most", RuleSheet.MOST);
        fields.put("evidence", RuleSheet.EVIDENCE);
        fields.put("review", RuleSheet.REVIEW);
        fields.put("state", RuleSheet.STATE);
        fields.put("budget", RuleSheet.BUDGET);
        fields.put("budgetSpan", RuleSheet.BUDGET_SPAN);
        for (Cap.Scope scope : Cap.Scope.ofCaps()) {
            for (Span span : Span.values()) {
                fields.put(span + "_" + scope, RuleSheet.capColumn(span, scope));
            }
        }
        return fields;
    }
}
