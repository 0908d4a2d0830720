package org.aixin.access;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Departures;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.Sql;

/** Whoever is removed signs in no more, and nothing tells from where they did. */
@ApplicationScoped
class AccessDeparture implements Departures {
    private final Secrets secrets;
    private final SecondFactors seconds;
    private final Sql sql;

    AccessDeparture(Secrets secrets, SecondFactors seconds, Sql sql) {
        this.secrets = secrets;
        this.seconds = seconds;
        this.sql = sql;
    }

    @Override
    public List<String> announced(Member member, Locale language) {
        return List.of(language.getLanguage().equals("en")
                ? "The secret is erased; signing in is over at once."
                : "密码会删掉，马上不能登录。");
    }

    @Override
    public void end(Member member, Person by) {
        secrets.revoke(member.id());
        seconds.forget(member.id());
        sql.update("DELETE FROM screen_pin WHERE member = ?", member.id());
    }

    @Override
    public void erase(Member member, Person by) {
        secrets.forget(member.id());
    }
}
