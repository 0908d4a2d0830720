package org.aixin.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;

/** What a member is told for a month on the phone's first page and above the passbook; templates know it as {@code inject:tellings}. */
@Named
@ApplicationScoped
public class Tellings {
    private static final Duration FOR = Duration.ofDays(31);
    private final List<Telling> subjects;
    private final Members members;
    private final SignedIn signedIn;
    private final BusinessTime time;
    private final RoutingContext request;

    Tellings(@All List<Telling> subjects, Members members, SignedIn signedIn, BusinessTime time, RoutingContext request) {
        this.subjects = subjects;
        this.members = members;
        this.signedIn = signedIn;
        this.time = time;
        this.request = request;
    }

    /** What the person who is signed in is told. */
    public List<String> getMine() {
        return signedIn.ifAny().map(person -> of(members.member(person.id()))).orElse(List.of());
    }

    /** What this member is told. */
    public List<String> of(Member member) {
        Instant since = time.now().minus(FOR);
        Locale language = Language.of(request.request());
        return subjects.stream().flatMap(subject -> subject.of(member, since, language).stream()).toList();
    }
}
