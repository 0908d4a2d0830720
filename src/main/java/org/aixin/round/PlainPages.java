package org.aixin.round;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.round.Round.State;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The answer pad of a phone that runs no scripts: one form, and a page that loads itself again. */
@Path("/rounds/{id}/plain")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class PlainPages {
    /** Refusals after which the page itself shows how things stand. */
    private static final Set<String> SEEN = Set.of("already_answered", "too_late", "round_paused", "question_unknown");
    private static final int OFTEN_SECONDS = 5, MOST_OPTIONS = 10;
    private final Rounds rounds;
    private final Scenes scenes;
    private final Mine mine;
    private final Answers answers;
    private final Players players;
    private final BusinessTime time;

    PlainPages(Rounds rounds, Scenes scenes, Mine mine, Answers answers, Players players, BusinessTime time) {
        this.rounds = rounds;
        this.scenes = scenes;
        this.mine = mine;
        this.answers = answers;
        this.players = players;
        this.time = time;
    }

    /** Numbers as the sentences of the pad take them. */
    record Said(String left, String place, String right, String points) {
        static Said of(Mine.View me, long left) {
            return new Said(Long.toString(left), Integer.toString(me.place()), Integer.toString(me.right()),
                    String.valueOf(me.points()));
        }
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance plain(Round round, Scene scene, List<Letter> letters, Mine.View me, Said said, long left,
                long again);
    }

    /** How it stands for the player whose phone this is; nobody's phone goes back to the door. */
    @GET
    public Response pad(@RestPath String id, @CookieParam(JoinPages.COOKIE) @Nullable String token) {
        Round round = rounds.round(Ids.parse(id));
        if (token == null || players.known(token, round.id()).isEmpty()) {
            return JoinPages.door(round);
        }
        Scene scene = scenes.of(round);
        Mine.View me = mine.of(round, token);
        long left = left(round);
        boolean thinking = left > 0 && me.chosen() == null && round.state() == State.QUESTION;
        return Response
                .ok(Templates.plain(round, scene, Letter.of(scene), me, Said.of(me, left), left,
                        thinking ? left + 1 : OFTEN_SECONDS))
                .build();
    }

    /** The seconds that are left of the present question, 0 when none takes answers. */
    private long left(Round round) {
        return round.deadline() == null ? 0 : Math.max(0, Duration.between(time.now(), round.deadline()).toSeconds());
    }

    /** Keeps the answer; whether it came in time or not, the page says how it stands. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Uni<Response> answer(@RestPath String id, @CookieParam(JoinPages.COOKIE) @Nullable String token,
            @RestForm @Nullable String question, @RestForm List<String> option) {
        long asked = Ids.of(question).orElseThrow(() -> Problem.invalid("question_unknown", "question"));
        if (token == null || option.size() > MOST_OPTIONS) {
            throw Problem.of(401, "player_unknown");
        }
        Set<Long> chosen = option.stream()
                .map(one -> Ids.of(one).orElseThrow(() -> Problem.invalid("option_unknown", "option")))
                .collect(Collectors.toSet());
        return answers.answer(token, Ids.parse(id), asked, chosen).onFailure(PlainPages::isSeen).recoverWithNull()
                .map(kept -> Response.seeOther(URI.create("/rounds/" + Ids.parse(id) + "/plain")).build());
    }

    private static boolean isSeen(Throwable refused) {
        return refused instanceof Problem problem && SEEN.contains(problem.code());
    }
}
