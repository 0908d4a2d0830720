package org.aixin.quiz;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A resident's way through a quiz: what is open, begin, answer, see what was right. Works without scripts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.IS_RESIDENT)
class QuizPages {
    private final Quizzes quizzes;
    private final Attempts attempts;
    private final Certificates certificates;
    private final Earnings earnings;
    private final SignedIn signedIn;
    private final BusinessTime time;

    QuizPages(Quizzes quizzes, Attempts attempts, Certificates certificates, Earnings earnings, SignedIn signedIn,
            BusinessTime time) {
        this.quizzes = quizzes;
        this.attempts = attempts;
        this.certificates = certificates;
        this.earnings = earnings;
        this.signedIn = signedIn;
        this.time = time;
    }

    @CheckedTemplate(basePath = "quiz")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance list(Page<Shown.Card> page, int perAnswer);

        static native TemplateInstance start(Shown.Card one, int perAnswer);

        static native TemplateInstance attempt(long id, String title, List<Shown.Item> items, long secondsLeft, Instant deadline);

        static native TemplateInstance over(long quiz, String title, boolean again);

        static native TemplateInstance result(Result result, List<Shown.Review> reviews);

        static native TemplateInstance certificate(Certificates.Certificate one, String back);
    }

    /**
     * How an attempt went.
     *
     * @param capped whether a cap or the event's budget took some of the points
     * @param overBudget whether it was the event's budget
     * @param again whether another attempt may be begun today
     */
    public record Result(long id, long quiz, String title, Instant at, int correct, int of, int points, boolean passed,
            boolean capped, boolean overBudget, boolean again) {
    }

    @GET
    @Path("quizzes")
    public TemplateInstance list(@RestQuery @Nullable String cursor, @Context HttpHeaders headers) {
        Page<Quiz> page = quizzes.openFor(signedIn.person(), cursor, Page.DEFAULT);
        return Templates.list(page.map(quiz -> card(quiz, headers)), earnings.perAnswer());
    }

    @GET
    @Path("quizzes/{id}")
    public TemplateInstance quiz(@RestPath String id, @Context HttpHeaders headers) {
        return Templates.start(card(quizzes.seenBy(signedIn.person(), Ids.parse(id)), headers), earnings.perAnswer());
    }

    @POST
    @Path("quizzes/{id}/attempts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@RestPath String id) {
        return to(attempts.start(signedIn.person(), Ids.parse(id)).attempt().id());
    }

    @GET
    @Path("attempts/{id}")
    public TemplateInstance attempt(@RestPath String id) {
        Paper paper = attempts.paper(signedIn.person(), Ids.parse(id));
        Quiz quiz = paper.quiz();
        Attempt attempt = paper.attempt();
        if (attempt.isAnswered()) {
            return result(paper);
        }
        if (attempt.isOverAt(time.now())) {
            return Templates.over(quiz.id, quiz.title, mayStart(quiz));
        }
        long left = Math.max(0, Duration.between(time.now(), attempt.deadline()).toSeconds());
        return Templates.attempt(attempt.id(), quiz.title, Shown.Item.of(paper), left, attempt.deadline());
    }

    /** Takes the answers: a field for each question, {@code q} and its id, with the ids of the chosen options. */
    @POST
    @Path("attempts/{id}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@RestPath String id, MultivaluedMap<String, String> form) {
        long attempt = Ids.parse(id);
        try {
            attempts.answer(signedIn.person(), attempt, answers(form));
        } catch (Problem refused) {
            // the page of the attempt says the same and shows what counts
            if (refused.status() != 409) {
                throw refused;
            }
        }
        return to(attempt);
    }

    /** The certificate of an attempt that passed, for whoever took it and for organizers of the quiz. */
    @GET
    @Path("attempts/{id}/certificate")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER})
    public TemplateInstance certificate(@RestPath String id) {
        Certificates.Certificate one = certificates.of(signedIn.person(), Ids.parse(id));
        return Templates.certificate(one, one.own() ? "/attempts/" + one.id() : "/organizer/quizzes/" + one.quizId());
    }

    private TemplateInstance result(Paper paper) {
        Attempt attempt = paper.attempt();
        Result result = new Result(attempt.id(), paper.quiz().id, paper.quiz().title,
                attempt.answeredAt() == null ? attempt.deadline() : attempt.answeredAt(), attempt.correct(),
                paper.questions().size(), attempt.points(), attempt.isPassed(),
                attempt.points() < attempt.correct() * earnings.perAnswer(), earnings.isOverBudget(attempt),
                mayStart(paper.quiz()));
        return Templates.result(result, Shown.Review.of(paper));
    }

    private boolean mayStart(Quiz quiz) {
        return quiz.phaseAt(time.now()) == Quiz.Phase.OPEN && attempts.triesLeft(signedIn.person(), quiz).orElse(1) > 0;
    }

    private Shown.Card card(Quiz quiz, HttpHeaders headers) {
        Person person = signedIn.person();
        return new Shown.Card(quiz.id, quiz.title, quiz.draw, said(quiz.time(), headers), quiz.pass, quiz.phaseAt(time.now()),
                quiz.opensAt, quiz.closesAt,
                attempts.triesLeft(person, quiz).orElse(null), attempts.running(person, quiz).map(Attempt::id).orElse(null));
    }

    private static String said(Duration time, HttpHeaders headers) {
        QuizTexts texts = MessageBundles.get(QuizTexts.class, Localized.Literal.of(Language.of(headers).getLanguage()));
        long minutes = time.toMinutes();
        int seconds = time.toSecondsPart();
        if (minutes == 0) {
            return texts.seconds(seconds);
        }
        return seconds == 0 ? texts.minutes(minutes) : texts.minutesAndSeconds(minutes, seconds);
    }

    private static Map<Long, Set<Long>> answers(MultivaluedMap<String, String> form) {
        Map<Long, Set<Long>> answers = new HashMap<>();
        form.forEach((name, values) -> {
            if (name.matches("q[0-9]{1,19}")) {
                answers.put(Ids.parse(name.substring(1)), values.stream().map(Ids::parse).collect(Collectors.toSet()));
            }
        });
        return answers;
    }

    private static Response to(long attempt) {
        return Response.seeOther(URI.create("/attempts/" + attempt)).build();
    }
}
