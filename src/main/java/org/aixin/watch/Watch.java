package org.aixin.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Noteworthy;
import org.aixin.identity.Noteworthy.Noted;
import org.aixin.identity.Person;
import org.aixin.identity.Reach;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Period;
import org.aixin.kernel.Problem;

import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** Gathers what features find noteworthy, for auditors and administrators of the place. */
@ApplicationScoped
class Watch {
    private final List<Noteworthy> features;
    private final Members members;
    private final BusinessTime time;

    Watch(@All List<Noteworthy> features, Members members, BusinessTime time) {
        this.features = features;
        this.members = members;
        this.time = time;
    }

    /** Somebody by number and name. */
    record Who(long id, String name) {
    }

    /**
     * One thing to look at.
     *
     * @param by who did it, null where nobody or several did
     */
    record Thing(Instant at, Who member, @Nullable Who by, String sentence) {
    }

    /** What there is of one kind. */
    record Things(String kind, String title, Page<Thing> page) {
    }

    /** The first of each kind in these days; a feature that found nothing answers an empty page. Refused 403 {@code not_allowed}. */
    List<Things> all(Person person, Period period, Locale language, int most) {
        return features.stream().map(feature -> things(feature, person, period, null, most, language)).toList();
    }

    /** One kind page by page; refused 404 {@code not_found} for a kind that there is not, 403 {@code not_allowed}. */
    Things of(String kind, Person person, Period period, @Nullable String cursor, int most, Locale language) {
        return things(features.stream().filter(feature -> feature.kind().equals(kind)).findFirst().orElseThrow(Problem::notFound),
                person, period, cursor, most, language);
    }

    private Things things(Noteworthy feature, Person person, Period period, @Nullable String cursor, int most, Locale language) {
        Reach reach = Reach.of(person, Role.AUDITOR, Role.ADMIN);
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        Page<Noted> found = Page.of(
                feature.noted(new Noteworthy.Asked(reach, Ids.first(period.begins(time)), Ids.first(period.ends(time)),
                        Page.before(cursor), most + 1, language)),
                most, noted -> Long.toString(noted.id()));
        Map<Long, Who> named = named(found.items());
        return new Things(feature.kind(), feature.title(language), found.map(noted -> thing(noted, named)));
    }

    private Map<Long, Who> named(Collection<Noted> found) {
        return members
                .members(found.stream().flatMap(noted -> Stream.of(noted.member(), noted.actor())).filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .values().stream().collect(Collectors.toMap(Member::id, member -> new Who(member.id(), member.name())));
    }

    private static Thing thing(Noted noted, Map<Long, Who> named) {
        Long actor = noted.actor();
        return new Thing(noted.at(), Objects.requireNonNull(named.get(noted.member())), actor == null ? null : named.get(actor),
                noted.sentence());
    }
}
