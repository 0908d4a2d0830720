package org.aixin.quiz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A resident's attempts as programs see them. What is right appears only once the attempt was answered. */
@Path("/api/attempts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.IS_RESIDENT)
class AttemptsResource {
    private final Attempts attempts;
    private final Certificates certificates;
    private final SignedIn signedIn;

    AttemptsResource(Attempts attempts, Certificates certificates, SignedIn signedIn) {
        this.attempts = attempts;
        this.certificates = certificates;
        this.signedIn = signedIn;
    }

    /** What is asked, and the result once it was answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaperView(String id, String quiz, String title, List<QuestionView> questions, Instant deadline,
            @Nullable ResultView result) {
        static PaperView of(Paper paper) {
            return new PaperView(Long.toString(paper.attempt().id()), Long.toString(paper.quiz().id), paper.quiz().title,
                    paper.questions().stream().map(one -> QuestionView.of(paper, one)).toList(), paper.attempt().deadline(),
                    paper.attempt().isAnswered() ? ResultView.of(paper) : null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(String id, String text, Kind kind, List<OptionView> options, @Nullable String picture) {
        static QuestionView of(Paper paper, Question question) {
            return new QuestionView(Long.toString(question.id), question.text, question.kind, paper.options(question).stream()
                    .map(option -> new OptionView(Long.toString(option.id), option.text)).toList(),
                    QuestionPictures.address(question.picture));
        }
    }

    record OptionView(String id, String text) {
    }

    /** How it went. */
    record ResultView(int correct, int of, int points, boolean passed, List<Review> review) {
        static ResultView of(Paper paper) {
            List<Review> review = new ArrayList<>();
            for (int i = 0; i < paper.marked().size(); i++) {
                review.add(Review.of(paper.questions().get(i), paper.marked().get(i)));
            }
            return new ResultView(paper.attempt().correct(), paper.questions().size(), paper.attempt().points(),
                    paper.attempt().isPassed(), review);
        }
    }

    record Review(String question, List<String> right, List<String> chosen, boolean correct, @Nullable String explanation,
            @Nullable String source) {
        static Review of(Question question, Asked.Marked marked) {
            return new Review(Long.toString(question.id), texts(question.right()), texts(marked.chosen()), marked.correct(),
                    question.explanation, question.source);
        }

        private static List<String> texts(Set<Long> ids) {
            return ids.stream().map(String::valueOf).toList();
        }
    }

    record Answers(@Nullable List<@Nullable Given> answers) {
        /** The chosen options by question; refused 422 where a question is named twice or an id cannot be one. */
        Map<Long, Set<Long>> byQuestion() {
            if (answers == null) {
                throw Problem.invalid("answers_required", "answers");
            }
            Map<Long, Set<Long>> byQuestion = new HashMap<>();
            for (Given given : answers) {
                if (given == null || byQuestion.put(id(given.question, "question_unknown"), given.chosen()) != null) {
                    throw Problem.invalid("question_twice", "answers");
                }
            }
            return byQuestion;
        }
    }

    record Given(@Nullable String question, @Nullable List<@Nullable String> options) {
        Set<Long> chosen() {
            Set<Long> chosen = new HashSet<>();
            if (options != null) {
                options.forEach(option -> chosen.add(id(option, "option_unknown")));
            }
            return chosen;
        }
    }

    @GET
    @Path("{id}")
    public PaperView attempt(@RestPath String id) {
        return PaperView.of(attempts.paper(signedIn.person(), Ids.parse(id)));
    }

    @POST
    @Path("{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@RestPath String id, @Nullable Answers answers) {
        if (answers == null) {
            throw Problem.of(400, "request_unreadable");
        }
        Paper paper = attempts.answer(signedIn.person(), Ids.parse(id), answers.byQuestion());
        return Response.status(201).entity(ResultView.of(paper)).build();
    }

    /** That one's own attempt passed; organizers see those at their quizzes. */
    @GET
    @Path("{id}/certificate")
    @RolesAllowed({Role.IS_RESIDENT, Role.IS_ORGANIZER})
    public Certificates.Certificate certificate(@RestPath String id) {
        return certificates.of(signedIn.person(), Ids.parse(id));
    }

    private static long id(@Nullable String text, String code) {
        return Ids.of(text).orElseThrow(() -> Problem.invalid(code, "answers"));
    }
}
