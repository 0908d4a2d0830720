package org.aixin.identity;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Said;

import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a clerk, who is the second person to see somebody new, when and by whom they were registered, for as many days as a notice hangs;
 * templates know it as {@code inject:newcomerHint}.
 */
@Named
@ApplicationScoped
public class NewcomerHint {
    private final Entries entries;
    private final Members members;
    private final BusinessTime time;
    private final RoutingContext request;
    private final int days;

    NewcomerHint(Entries entries, Members members, BusinessTime time, RoutingContext request,
            @ConfigProperty(name = "aixin.notice.days", defaultValue = "5") int days) {
        this.entries = entries;
        this.members = members;
        this.time = time;
        this.request = request;
        this.days = days;
    }

    /** The sentence about the member with this id, be it a number or its text; empty for people who have been here longer. */
    public String of(Object member) {
        long id = Ids.parse(member.toString());
        Entries.Entry entry = entries.of(id);
        return Optional.ofNullable(entry.by()).filter(by -> time.now().isBefore(entry.at().plus(Duration.ofDays(days))))
                .map(by -> Words.in(Language.of(request.request())).newcomer(Words.name(members, id),
                        Said.saidDay(entry.at(), Language.of(request.request())), Words.name(members, by)))
                .orElse("");
    }
}
