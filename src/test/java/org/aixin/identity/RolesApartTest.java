package org.aixin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.aixin.kernel.Sql;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gathers in one hand the work that should check itself, and every grant and loss of a role stays on record. */
@QuarkusTest
class RolesApartTest {
    @Inject
    TestPeople people;
    @Inject
    RoleChanges changes;
    @Inject
    Removals removals;
    @Inject
    Sql sql;

    private Unit village;
    private Person admin;
    private Member li;

    @BeforeEach
    void a_village_with_an_administrator_and_a_resident() {
        village = people.village();
        admin = people.staff(village, Role.ADMIN);
        li = people.resident(village, "李小明");
    }

    @Test
    void an_administrator_does_not_gather_all_work_in_a_second_account() {
        give(admin, Role.ORGANIZER, village).statusCode(201);
        for (Role other : List.of(Role.CLERK, Role.REVIEWER, Role.AUDITOR, Role.ADMIN)) {
            give(admin, other, village).statusCode(409).body("code", equalTo("roles_kept_apart")).body("role",
                    equalTo("organizer"));
        }
        give(admin, Role.SECRETARY, village).statusCode(201);
        assertThat(changes.of(li.id())).extracting(RoleChanges.Change::role).containsExactly(Role.SECRETARY, Role.ORGANIZER,
                Role.RESIDENT);
    }

    @Test
    void nor_piece_by_piece_in_parts_of_the_village() {
        Unit compound = unit("一组");
        give(admin, Role.CLERK, compound).statusCode(201);
        give(admin, Role.ORGANIZER, village).statusCode(409);
        give(admin, Role.ORGANIZER, compound).statusCode(409);
        give(admin, Role.ORGANIZER, unit("二组")).statusCode(409);
    }

    @Test
    void an_administrator_above_both_may_and_it_stands_on_record() {
        Unit county = people.county(village);
        Person above = people.staff(county, Role.ADMIN);
        give(admin, Role.ORGANIZER, village).statusCode(201);
        give(above, Role.CLERK, village).statusCode(201);
        assertThat(changes.of(li.id()).get(0)).matches(change -> change.apart() && change.role() == Role.CLERK);
        give(above, Role.REVIEWER, county).statusCode(409);
    }

    @Test
    void nobody_gives_work_to_their_own_household() {
        Member wife = people.resident(village, "赵大姐", Objects.requireNonNull(li.household()));
        people.grant(li.id(), Role.ADMIN, village);
        people.as(li.id()).body(Map.of("role", "clerk", "unit", Long.toString(village.id())))
                .post("/api/members/{id}/roles", wife.id()).then().statusCode(403).body("code", equalTo("own_household"));
    }

    @Test
    void a_role_that_is_taken_and_one_that_goes_with_a_removal_leave_a_trace_that_nobody_edits() {
        give(admin, Role.CLERK, village).statusCode(201);
        give(admin, Role.CLERK, village).statusCode(201);
        people.as(admin.id()).delete("/api/members/{id}/roles/clerk/{unit}", li.id(), village.id()).then().statusCode(204);
        removals.remove(admin, li.id(), "李小明", "搬走了");
        assertThat(changes.of(li.id())).extracting(RoleChanges.Change::role, RoleChanges.Change::given).containsExactly(
                tuple(Role.RESIDENT, false), tuple(Role.CLERK, false),
                tuple(Role.CLERK, true), tuple(Role.RESIDENT, true));
        assertThatThrownBy(() -> sql.update("UPDATE role_change SET given = TRUE WHERE member = ?", li.id()));
        assertThatThrownBy(() -> sql.update("DELETE FROM role_change WHERE member = ?", li.id()));
    }

    @Test
    void the_person_s_page_tells_an_administrator_what_became_of_the_roles() {
        give(admin, Role.CLERK, village).statusCode(201);
        people.as(admin.id()).delete("/api/members/{id}/roles/clerk/{unit}", li.id(), village.id()).then().statusCode(204);
        assertThat(people.as(admin.id()).accept("text/html").get("/admin/people/{id}", li.id()).then().statusCode(200).extract()
                .asString()).contains("给了“超市管理员”", "取消了“超市管理员”");
    }

    @Test
    void programs_read_what_there_is_to_look_at() {
        give(admin, Role.CLERK, village).statusCode(201);
        people.as(admin.id()).get("/api/watch/role_change").then().statusCode(200).body("items.member.name", hasItem("李小明"));
    }

    private ValidatableResponse give(Person by, Role role, Unit unit) {
        return people.as(by.id()).body(Map.of("role", role.code(), "unit", Long.toString(unit.id())))
                .post("/api/members/{id}/roles", li.id()).then();
    }

    private Unit unit(String name) {
        String id = people.as(admin.id()).body(Map.of("name", name, "kind", "COMPOUND", "parent", Long.toString(village.id())))
                .post("/api/units").then().statusCode(201).extract().path("id");
        return new Unit(Long.parseLong(id), village.id(), Unit.Kind.COMPOUND, name, village.path() + id + "/");
    }
}
