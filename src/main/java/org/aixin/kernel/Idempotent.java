package org.aixin.kernel;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers a keyed request once: the decision runs in a transaction of its own, its answer is kept in that transaction, and
 * whoever sends the same again gets the same status and body.
 */
@ApplicationScoped
public class Idempotent {
    private static final int CONFLICT = 409;
    private final AgroalDataSource database;
    private final Idempotency idempotency;
    private final ObjectMapper json;
    private final SecurityIdentity person;
    private final RoutingContext request;
    private final ClockWatch clock;

    Idempotent(AgroalDataSource database, Idempotency idempotency, ObjectMapper json, SecurityIdentity person,
            RoutingContext request, ClockWatch clock) {
        this.database = database;
        this.idempotency = idempotency;
        this.json = json;
        this.person = person;
        this.request = request;
        this.clock = clock;
    }

    /** The key of the present request, its path and its person; see {@link KeyedRequest#of} for refusals. */
    public KeyedRequest keyed(@Nullable String key, @Nullable Object body) {
        return KeyedRequest.of(person.getPrincipal().getName(), request.normalizedPath(), key, body);
    }

    /** The answer of the decision, or the one that was given the first time. A 409 is remembered, other refusals are not. */
    public Response answer(@Nullable String key, @Nullable Object body, Callable<Answer> decision) {
        KeyedRequest asked = keyed(key, body);
        try {
            return response(Transactions.run(() -> once(asked, decision)));
        } catch (Problem refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
            Answer document = new Answer(CONFLICT, Sentences.document(refused, language()));
            return response(Transactions.run(() -> once(asked, () -> document)));
        }
    }

    /** As {@link #answer} where a key was sent; without one the decision is made as often as it is asked for. */
    public Response answerIfKeyed(@Nullable String key, @Nullable Object body, Callable<Answer> decision) {
        if (key != null) {
            return answer(key, body, decision);
        }
        Answer answer = Transactions.run(decision);
        return Response.status(answer.status()).entity(answer.body()).build();
    }

    /** For a page's form: acts once, however often it is sent. A refusal is thrown and leaves the key free. */
    public void act(@Nullable String key, Object body, Runnable act) {
        KeyedRequest asked = keyed(key, body);
        Transactions.run(() -> once(asked, () -> {
            act.run();
            return Answer.ok(Map.of());
        }));
    }

    /** A stored answer as a response. */
    public static Response response(StoredAnswer answer) {
        String type = answer.status() == CONFLICT ? "application/problem+json" : MediaType.APPLICATION_JSON;
        return Response.status(answer.status()).type(type).entity(answer.body()).build();
    }

    private StoredAnswer once(KeyedRequest asked, Callable<Answer> decision) throws Exception {
        try (Connection connection = database.getConnection()) {
            StoredAnswer earlier = idempotency.claim(connection, List.of(asked)).get(asked.id());
            if (earlier != null) {
                return earlier.orRefuse(asked);
            }
            StoredAnswer answer = stored(asked, decision.call());
            clock.mustBeBelieved(); // it may have jumped in the middle: what was decided by it is neither done nor kept
            idempotency.store(connection, Map.of(asked, answer));
            return answer;
        }
    }

    /** An answer in the form in which it is kept. */
    public StoredAnswer stored(KeyedRequest asked, Answer answer) throws JsonProcessingException {
        return new StoredAnswer(asked.hash(), answer.status(), json.writeValueAsString(answer.body()));
    }

    private Locale language() {
        return Language.of(request.request());
    }
}
