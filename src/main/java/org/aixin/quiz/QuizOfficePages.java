package org.aixin.quiz;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    private final Quizzes quizzes;
    private final QuestionBanks banks;
    private final Attempts attempts;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;

    QuizOfficePages(Quizzes quizzes, QuestionBanks banks, Attempts attempts, Members members, SignedIn signedIn,
            BusinessTime time) {
        this.quizzes = quizzes;
        this.banks = banks;
        this.attempts = attempts;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance organize(Page<Line> page, List<Bank> banks, List<Draw> draws);

        static native TemplateInstance results(long id, String title, int of, Page<Taken> page);
    }

    /** A quiz in the list. */
    public record Line(long id, String title, int draw, @Nullable Integer triesPerDay, boolean open, long takers) {
    }

    /** A bank in the list. */
    public record Bank(long id, String title, long questions, List<Topic> topics) {
    }

    /** What a quiz can draw from: a bank, or a topic of it. */
    public record Draw(String value, String bank, @Nullable String topic, long questions) {
    }

    /** An attempt in the results. */
    public record Taken(String name, Instant at, boolean answered, boolean over, int correct, int points, boolean passed) {
    }

    @GET
    public TemplateInstance organize(@RestQuery @Nullable String cursor) {
        Page<Quiz> page = quizzes.list(signedIn.person(), cursor, Page.DEFAULT);
        Map<Long, Long> takers = attempts.takers(page.items().stream().map(quiz -> quiz.id).toList());
        List<Bank> filled = banks.list(signedIn.person(), null, Page.MOST).items().stream().map(this::bank).toList();
        return Templates.organize(page.map(quiz -> new Line(quiz.id, quiz.title, quiz.draw, quiz.triesPerDay, quiz.opened,
                takers.getOrDefault(quiz.id, 0L))), filled, draws(filled));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@RestForm @Nullable String title, @RestForm @Nullable String from, @RestForm @Nullable String draw,
            @RestForm @Nullable String secondsPerQuestion, @RestForm @Nullable String triesPerDay,
            @RestForm @Nullable String pass) {
        String[] source = (from == null ? "" : from).split(":", 2);
        quizzes.create(signedIn.person(),
                new NewQuiz(title, source[0], source.length == 2 ? source[1] : null, number(draw, "draw"),
                        number(secondsPerQuestion, "secondsPerQuestion"), "SELF", number(triesPerDay, "triesPerDay"),
                        number(pass, "pass"), null));
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
        return new Taken(member == null ? "" : member.name(), one.startedAt(), one.isAnswered(), one.isOverAt(time.now()),
                one.correct(), one.points(), quiz.isPassedWith(one.correct()));
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
