package org.aixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import org.aixin.Operations.Operation;
import org.aixin.identity.Role;
import org.aixin.kernel.Sql;

import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

/** One village at which all nonsense is thrown, and whether it still stands as it did. */
@Singleton
class TriedVillage {
    /** What may grow without anything having happened: who tried what and when, and the seals that are made by the minute. */
    private static final String ASIDE = "'session','idempotency','wrong_secret','wrong_secret_day','trusted_address','visit','code_key',"
            + "'batch_sweep','second_factor','seal','seal_head','seal_key','seal_log','seal_node'";
    private final Village villages;
    private final Sql sql;
    private Village.@Nullable Furnished furnished;
    private String order = "", card = "";
    private Map<String, String> before = Map.of();

    TriedVillage(Village villages, Sql sql) {
        this.villages = villages;
        this.sql = sql;
    }

    Village.Furnished furnished() {
        if (furnished == null) {
            Village.Furnished fresh = villages.furnished(20, 100);
            order = fresh.done(Role.RESIDENT, "/api/orders", fresh.wish(1)).getString("code");
            card = fresh.done(Role.ADMIN, "/api/members/" + fresh.wang().id() + "/cards", Map.of()).getString("card");
            furnished = fresh;
        }
        return furnished;
    }

    String order() {
        return order;
    }

    String card() {
        return card;
    }

    /** As somebody who may, with the first role that is named. */
    Wire to(Operation operation, String path) {
        return Wire.of(operation.method(), path,
                operation.roles().isEmpty() ? null : furnished().tokens().get(Role.valueOf(operation.roles().get(0))));
    }

    void remember() {
        furnished();
        before = everything();
    }

    void mustBeAsItWas() {
        assertThat(everything()).isEqualTo(before);
        Response check = furnished().as(Role.AUDITOR).get("/api/ledger/check");
        assertThat(check.jsonPath().getBoolean("ok")).as(check.asString()).isTrue();
    }

    /** Every table with a mark of all that stands in it. */
    Map<String, String> everything() {
        Map<String, String> found = new LinkedHashMap<>();
        sql.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                + " AND table_name NOT IN (" + ASIDE + ") ORDER BY table_name", row -> row.getString(1))
                .forEach(table -> found.put(table,
                        sql.first("CHECKSUM TABLE " + table, row -> row.getString(2)).orElse("")));
        return found;
    }
}
