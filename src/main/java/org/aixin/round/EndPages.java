package org.aixin.round;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.WrittenSheet;
import org.aixin.round.EndList.Became;
import org.aixin.round.EndList.Line;
import org.aixin.round.EndList.Right;
import org.aixin.round.EndList.Sum;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The end list of a round on the screen, on paper and as a workbook. */
@Path("/organizer/rounds/{id}/results")
@RolesAllowed(Role.IS_ORGANIZER)
class EndPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private final Rounds rounds;
    private final EndList list;
    private final Guests guests;
    private final SignedIn signedIn;
    private final BusinessTime time;

    EndPages(Rounds rounds, EndList list, Guests guests, SignedIn signedIn, BusinessTime time) {
        this.rounds = rounds;
        this.list = list;
        this.guests = guests;
        this.signedIn = signedIn;
        this.time = time;
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance results(Round round, Page<Line> page, int waiting, long days);

        static native TemplateInstance paper(Round round, List<Line> lines, Sum sum, boolean posted);
    }

    /** Everybody with their right answers and what became of their points. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance results(@RestPath String id, @RestQuery @Nullable String cursor) {
        Round round = round(id);
        long from = Page.after(cursor);
        Page<Line> page = Page.of(list.of(round, from, Page.MOST + 1), Page.MOST, last -> Long.toString(from + Page.MOST));
        return Templates.results(round, page, guests.waiting(List.of(round.id())).getOrDefault(round.id(), 0),
                round.daysToClaim(time.now()));
    }

    /** The whole list on A4; the copy that is posted has no names but those of the wall. */
    @GET
    @Path("paper")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance paper(@RestPath String id, @RestQuery @Nullable String posted) {
        Round round = round(id);
        List<Line> lines = list.of(round, 0, Players.MOST_PLAYERS);
        return Templates.paper(round, lines, Sum.of(lines), posted != null);
    }

    /** The whole list with a column for each question. */
    @GET
    @Path("sheet.xlsx")
    @Produces(XLSX)
    public Response sheet(@RestPath String id, @Context HttpHeaders headers) {
        Round round = round(id);
        EndTexts texts = MessageBundles.get(EndTexts.class, Localized.Literal.of(Language.of(headers).getLanguage()));
        StreamingOutput file = to -> write(to, round, texts);
        String name = texts.title() + "-" + round.title() + "-" + time.day(round.createdAt()) + ".xlsx";
        return Response.ok(file).header("Content-Disposition", "attachment; filename=\"round.xlsx\"; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")).build();
    }

    private Round round(String id) {
        return rounds.hosted(signedIn.person(), Ids.parse(id));
    }

    private void write(OutputStream to, Round round, EndTexts texts) throws IOException {
        List<String> head = new ArrayList<>(List.of(texts.place(), texts.name(), texts.kind(), texts.person(), texts.household(),
                texts.rightOnes(), texts.pointsGiven(), texts.cappedOnes(), texts.waitingOnes()));
        for (int i = 1; i <= round.questions(); i++) {
            head.add(texts.question(i));
        }
        Stream<List<String>> rows = list.of(round, 0, Players.MOST_PLAYERS).stream().map(line -> row(line, round, texts));
        WrittenSheet.xlsx(to, texts.title(), Stream.concat(Stream.of(head), rows));
    }

    private static List<String> row(Line line, Round round, EndTexts texts) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(line.place()), line.name(), kind(line, texts),
                line.person() == null ? "" : line.person(), line.household() == null ? "" : line.household(),
                Integer.toString(line.right().size()), Integer.toString(line.points()), Long.toString(line.count(Became.CAPPED)),
                Long.toString(line.count(Became.WAITING))));
        for (int i = 1; i <= round.questions(); i++) {
            cells.add(cell(line.at(i), texts));
        }
        return cells;
    }

    private static String kind(Line line, EndTexts texts) {
        return line.person() == null ? texts.guest() : line.claimed() ? texts.claimed() : texts.resident();
    }

    private static String cell(@Nullable Right right, EndTexts texts) {
        return right == null ? "" : switch (right.became()) {
            case CREDITED -> Integer.toString(right.points());
            case CAPPED -> texts.CAPPED();
            case COMING -> texts.COMING();
            case WAITING -> texts.WAITING();
            case LAPSED -> texts.LAPSED();
        };
    }
}
