package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visit is between a member and the clerk who scanned; to every other clerk it says nothing. */
@QuarkusTest
class ForeignVisitTest {
    @Inject
    TestPeople people;
    @Inject
    Units units;
    @Inject
    TestShops shops;
    private Shop here;
    private Shop elsewhere;
    private Person stranger;
    private Goods rice;
    private String visit = "";

    @BeforeEach
    void a_visit_in_one_village_and_a_clerk_in_another() {
        Unit village = people.village(), county = units.unit(Objects.requireNonNull(village.parent()));
        Unit other = units.add(county, Unit.Kind.VILLAGE, "邻村");
        here = shops.shop(village);
        elsewhere = shops.shop(other);
        rice = shops.goods(county, 5);
        shops.stock(here, rice, 3);
        Member wang = people.resident(village, "王秀英");
        shops.points(wang, 77);
        Person clerk = people.staff(village, Role.CLERK);
        stranger = people.staff(other, Role.CLERK);
        String code = people.as(wang.id()).get("/api/me/code").jsonPath().getString("code");
        visit = people.as(clerk.id()).body(Map.of("shop", here.code(), "code", code)).post("/api/desk/scan").jsonPath()
                .getString("visit");
    }

    private Response form(String path, Shop shop) {
        return people.as(stranger.id()).contentType("application/x-www-form-urlencoded").accept("text/html")
                .formParam("shop", shop.code()).formParam("visit", visit).formParam("key", key())
                .formParam("n_" + rice.code(), "1").post(path);
    }

    @Test
    void its_basket_is_not_shown_to_another_clerk() {
        assertThat(form("/desk/basket", elsewhere).asString()).doesNotContain("王秀英");
        assertThat(form("/desk/basket", here).statusCode()).isEqualTo(403);
    }

    @Test
    void its_basket_is_not_handed_over_by_another_clerk() {
        assertThat(form("/desk/redemptions", elsewhere).statusCode()).isEqualTo(403);
        assertThat(form("/desk/redemptions", here).statusCode()).isEqualTo(403);
        shops.has(here, rice, 3, 0);
    }
}
