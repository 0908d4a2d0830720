package org.aixin.counter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.goods.Shop;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.kernel.Problem;
import org.aixin.kernel.WrittenSheet;
import org.aixin.redemption.Session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

/** 日清 and 领取登记表: a shop's day, on the screen, on paper and as a workbook. */
@Path("/desk/day")
@RolesAllowed({Role.IS_CLERK, Role.IS_ADMIN, Role.IS_AUDITOR})
class DayPages {
    private static final String COOKIE = "shop";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @CheckedTemplate(basePath = "counter")
    static class Templates {
        static native TemplateInstance day(List<Shop> shops, Shop shop, On on, DaySheet sheet,
                List<Session> sessions, boolean clerk, boolean admin);

        static native TemplateInstance register(Shop shop, LocalDate day, List<HandOver> handOvers, boolean posted);

        static native TemplateInstance none();
    }

    /** A day and those around it; the one after is null for today. */
    record On(LocalDate day, LocalDate before, @Nullable LocalDate after, LocalDate today) {
        static On of(LocalDate day, LocalDate today) {
            return new On(day, day.minusDays(1), day.isBefore(today) ? day.plusDays(1) : null, today);
        }
    }

    private final DaySheets sheets;
    private final SignedIn signedIn;
    private final BusinessTime time;

    DayPages(DaySheets sheets, SignedIn signedIn, BusinessTime time) {
        this.sheets = sheets;
        this.signedIn = signedIn;
        this.time = time;
    }

    /** The day by clerk and goods, and whether stock and ledger say the same. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance day(@QueryParam("shop") @Nullable String asked, @QueryParam("day") @Nullable String on,
            @CookieParam(COOKIE) @Nullable String chosen) {
        List<Shop> shops = sheets.shops(signedIn.person());
        LocalDate day = sheets.day(on);
        if (shops.isEmpty()) {
            return Templates.none();
        }
        Shop shop = one(shops, asked, chosen);
        return Templates.day(shops, shop, On.of(day, time.today()), sheets.of(shop, day), sheets.sessions(shop, day),
                signedIn.person().may(shop.path(), Role.CLERK), signedIn.person().may(shop.path(), Role.ADMIN));
    }

    /** The list on which people sign for what they took; names are masked on the copy that is posted. */
    @GET
    @Path("/register")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance register(@QueryParam("shop") @Nullable String asked, @QueryParam("day") @Nullable String on,
            @QueryParam("posted") @Nullable String posted, @CookieParam(COOKIE) @Nullable String chosen) {
        List<Shop> shops = sheets.shops(signedIn.person());
        LocalDate day = sheets.day(on);
        if (shops.isEmpty()) {
            return Templates.none();
        }
        Shop shop = one(shops, asked, chosen);
        return Templates.register(shop, day, sheets.of(shop, day).out(), posted != null);
    }

    /** The same day as a workbook. */
    @GET
    @Path("/sheet.xlsx")
    @Produces(XLSX)
    public Response sheet(@QueryParam("shop") @Nullable String asked, @QueryParam("day") @Nullable String on,
            @CookieParam(COOKIE) @Nullable String chosen, @Context HttpHeaders headers) {
        List<Shop> shops = sheets.shops(signedIn.person());
        LocalDate day = sheets.day(on);
        if (shops.isEmpty()) {
            throw Problem.notFound();
        }
        Shop shop = one(shops, asked, chosen);
        CounterTexts texts = MessageBundles.get(CounterTexts.class, Localized.Literal.of(Language.of(headers).getLanguage()));
        return file(WrittenSheet.xlsx(texts.day(), DayTable.of(sheets.of(shop, day), texts, time)),
                texts.day() + "-" + shop.name() + "-" + day + ".xlsx");
    }

    /** The shop that was asked for, else the one chosen before, else the first; refused 404 where the one asked for is not among them. */
    private static Shop one(List<Shop> shops, @Nullable String asked, @Nullable String chosen) {
        if (asked != null && !asked.isBlank()) {
            return shops.stream().filter(shop -> shop.code().equals(asked)).findFirst().orElseThrow(Problem::notFound);
        }
        return shops.stream().filter(shop -> shop.code().equals(chosen)).findFirst().orElse(shops.get(0));
    }

    static Response file(byte[] bytes, String name) {
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=\"sheet.xlsx\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")).build();
    }
}
