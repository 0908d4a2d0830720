package org.aixin.quiz;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Refusals;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where an organizer runs quizzes: make one, open and close it, see who took part. */
@Path("/organizer/quizzes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_ORGANIZER)
class QuizOfficePages {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private final Quizzes quizzes;
    private final QuestionBanks banks;
    private final Attempts attempts;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;
    private final Refusals refusals;

    QuizOfficePages(Quizzes quizzes, QuestionBanks banks, Attempts attempts, Members members, SignedIn signedIn,
            BusinessTime time, Refusals refusals) {
        this.quizzes = quizzes;
        this.banks = banks;
        this.attempts = attempts;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
        this.refusals = refusals;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance organize(Page<Line> page, List<Bank> banks, List<Draw> draws,
                List<String> topics);

        static native TemplateInstance edit(long id, Edited now, boolean live, int of, @Nullable String problem);

        static native TemplateInstance results(long id, String title, int of, Page<Taken> page);
    }

    /** A quiz in the list. */
    public record Line(long id, String title, boolean live, int draw, boolean opened, Quiz.Phase phase, @Nullable Instant opensAt,
            @Nullable Instant closesAt, long takers) {
        /** Whether a live round can be begun. */
        public boolean isPlayable() {
            return live && phase == Quiz.Phase.OPEN;
        }

        /** Whether closing or opening it changes anything: not where its own end has come. */
        public boolean isSwitched() {
            return !opened || phase != Quiz.Phase.OVER;
        }
    }

    /** What stands, or was typed, in the form for changing a quiz. */
    public record Edited(String title, String opensAt, String closesAt, String triesPerDay, String pass) {
    }

    /** A bank in the list. */
    public record Bank(long id, String title, long questions, List<Topic> topics) {
    }

    /** What a quiz can draw from: a bank, or a topic of it. */
    public record Draw(String value, String bank, @Nullable String topic, long questions) {
    }

    /** An attempt in the results. */
    public record Taken(long id, String name, Instant at, boolean answered, boolean over, int correct, int points,
            boolean passed) {
    }

    @GET
    public TemplateInstance organize(@RestQuery @Nullable String cursor) {
        Page<Quiz> page = quizzes.list(signedIn.person(), cursor, Page.DEFAULT);
        Map<Long, Long> takers = attempts.takers(page.items().stream().map(quiz -> quiz.id).toList());
        List<Bank> filled = banks.list(signedIn.person(), null, Page.MOST).items().stream().map(this::bank).toList();
        return Templates.organize(
                page.map(quiz -> new Line(quiz.id, quiz.title, quiz.mode == Quiz.Mode.LIVE, quiz.draw, quiz.opened,
                        quiz.phaseAt(time.now()), quiz.opensAt, quiz.closesAt, takers.getOrDefault(quiz.id, 0L))),
                filled, draws(filled),
                topics(filled));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@RestForm @Nullable String title, @RestForm @Nullable String from, @RestForm @Nullable String draw,
            @RestForm @Nullable String secondsPerQuestion, @RestForm @Nullable String mode,
            @RestForm @Nullable String triesPerDay,
            @RestForm @Nullable String pass, @RestForm @Nullable String opensAt, @RestForm @Nullable String closesAt,
            @RestForm List<String> partTopic, @RestForm List<String> easiest, @RestForm List<String> hardest,
            @RestForm List<String> partCount) {
        String[] source = (from == null ? "" : from).split(":", 2);
        List<NewPart> parts = parts(partTopic, easiest, hardest, partCount);
        quizzes.create(signedIn.person(),
                new NewQuiz(title, source[0], source.length == 2 ? source[1] : null,
                        parts.isEmpty() ? number(draw, "draw") : null, number(secondsPerQuestion, "secondsPerQuestion"), mode,
                        number(triesPerDay, "triesPerDay"), number(pass, "pass"), null, moment(opensAt), moment(closesAt),
                        parts));
        return back();
    }

    @POST
    @Path("{id}/opening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestPath String id) {
        quizzes.open(signedIn.person(), Ids.parse(id), true);
        return back();
    }

    @POST
    @Path("{id}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@RestPath String id) {
        quizzes.open(signedIn.person(), Ids.parse(id), false);
        return back();
    }

    /** The form for what can change while it is open. */
    @GET
    @Path("{id}/edit")
    public TemplateInstance edit(@RestPath String id) {
        Quiz quiz = quizzes.ofOrganizer(signedIn.person(), Ids.parse(id));
        return edit(quiz,
                new Edited(quiz.title, clock(quiz.opensAt), clock(quiz.closesAt), said(quiz.triesPerDay), said(quiz.pass)),
                null);
    }

    private static TemplateInstance edit(Quiz quiz, Edited now, @Nullable String problem) {
        return Templates.edit(quiz.id, now, quiz.mode == Quiz.Mode.LIVE, quiz.draw, problem);
    }

    /** Changes it. */
    @POST
    @Path("{id}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String id, @RestForm @Nullable String title, @RestForm @Nullable String opensAt,
            @RestForm @Nullable String closesAt, @RestForm @Nullable String triesPerDay, @RestForm @Nullable String pass) {
        Quiz quiz = quizzes.ofOrganizer(signedIn.person(), Ids.parse(id));
        try {
            quizzes.change(signedIn.person(), quiz.id, new QuizChange(title, kept(quiz.opensAt, opensAt),
                    kept(quiz.closesAt, closesAt), number(triesPerDay, "triesPerDay"), number(pass, "pass")));
            return back();
        } catch (Problem refused) {
            Edited typed = new Edited(typed(title), typed(opensAt), typed(closesAt), typed(triesPerDay), typed(pass));
            return refusals.answer(refused, sentence -> edit(quiz, typed, sentence));
        }
    }

    /** The moment as it was where the form says the same minute. */
    private @Nullable Instant kept(@Nullable Instant now, @Nullable String text) {
        return typed(text).equals(clock(now)) ? now : moment(text);
    }

    private String clock(@Nullable Instant at) {
        return at == null ? "" : CLOCK.format(at.atZone(time.zone()));
    }

    private static String said(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @GET
    @Path("{id}")
    public TemplateInstance results(@RestPath String id, @RestQuery @Nullable String cursor) {
        Quiz quiz = quizzes.ofOrganizer(signedIn.person(), Ids.parse(id));
        Page<Attempt> page = attempts.results(signedIn.person(), quiz.id, cursor, Page.DEFAULT);
        Map<Long, Member> people = members.members(page.items().stream().map(Attempt::member).toList());
        return Templates.results(quiz.id, quiz.title, quiz.draw, page.map(one -> taken(quiz, one, people)));
    }

    private Taken taken(Quiz quiz, Attempt one, Map<Long, Member> people) {
        Member member = people.get(one.member());
        return new Taken(one.id(), member == null ? "" : member.name(), one.startedAt(), one.isAnswered(),
                one.isOverAt(time.now()),
                one.correct(), one.points(), one.isPassed());
    }

    private Bank bank(QuestionBank bank) {
        List<Topic> topics = banks.topics(bank);
        return new Bank(bank.id, bank.title, topics.stream().mapToLong(Topic::questions).sum(), topics);
    }

    private static List<Draw> draws(List<Bank> banks) {
        List<Draw> draws = new ArrayList<>();
        for (Bank bank : banks) {
            if (bank.questions > 0) {
                draws.add(new Draw(Long.toString(bank.id), bank.title, null, bank.questions));
            }
            bank.topics.stream().filter(topic -> topic.name() != null).forEach(topic -> draws
                    .add(new Draw(bank.id + ":" + topic.name(), bank.title, topic.name(), topic.questions())));
        }
        return draws;
    }

    private static List<String> topics(List<Bank> banks) {
        return banks.stream().flatMap(bank -> bank.topics.stream()).map(Topic::name).filter(Objects::nonNull).distinct().toList();
    }

    /** The rows of the form in which a number was written. */
    private static List<NewPart> parts(List<String> topics, List<String> easiest, List<String> hardest, List<String> counts) {
        if (topics.size() != counts.size() || easiest.size() != counts.size() || hardest.size() != counts.size()) {
            throw Problem.of(400, "request_unreadable");
        }
        List<NewPart> parts = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Integer count = number(counts.get(i), "count");
            if (count != null) {
                parts.add(new NewPart(topics.get(i),
                        Arrays.asList(number(easiest.get(i), "difficulty"), number(hardest.get(i), "difficulty")), count));
            }
        }
        return parts;
    }

    /** What a form's field for day and time says, in the village's time. */
    private @Nullable Instant moment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.strip()).atZone(time.zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("window_unreadable", "opensAt");
        }
    }

    private static @Nullable Integer number(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("[0-9]{1,6}")) {
            throw Problem.invalid("quiz_number_refused", field);
        }
        return Integer.valueOf(text.strip());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/organizer/quizzes")).build();
    }
}
