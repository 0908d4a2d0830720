package org.aixin.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Catalogue;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Stock;
import org.aixin.identity.Grants;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.identity.Units;

/** What the administrator of a new installation has to do before the first bag of rice is handed over. */
@ApplicationScoped
class FirstSteps {
    private final Units units;
    private final Grants grants;
    private final Shops shops;
    private final Catalogue catalogue;
    private final Stock stock;

    FirstSteps(Units units, Grants grants, Shops shops, Catalogue catalogue, Stock stock) {
        this.units = units;
        this.grants = grants;
        this.shops = shops;
        this.catalogue = catalogue;
        this.stock = stock;
    }

    /**
     * One of them.
     *
     * @param path of the page where it is done
     * @param text key of its sentence in the web texts
     */
    record Step(String path, String text, boolean done) {
    }

    /** The steps in their order, for whoever administers everything; none when all are done. */
    List<Step> of(Person person) {
        List<Unit> reached = units.reachedBy(person, Role.ADMIN);
        if (reached.stream().noneMatch(unit -> unit.parent() == null)) {
            return List.of();
        }
        List<Shop> opened = shops.reachedBy(person, Role.ADMIN);
        List<Step> steps = List.of(new Step("/admin/units", "stepUnits", reached.size() > 1),
                new Step("/admin/people", "stepPeople", grants.ofOthers(person).containsAll(List.of(Role.CLERK, Role.ORGANIZER))),
                new Step("/admin/shops", "stepShops", !opened.isEmpty()),
                new Step("/admin/goods", "stepGoods", !catalogue.onOffer(0, 1).items().isEmpty()),
                new Step("/stock", "stepStock", opened.stream().anyMatch(shop -> !stock.levels(shop, 0, 1).items().isEmpty())));
        return steps.stream().allMatch(Step::done) ? List.of() : steps;
    }
}
