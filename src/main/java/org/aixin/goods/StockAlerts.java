package org.aixin.goods;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import org.aixin.goods.Slip.Status;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.SignedIn;
import org.aixin.kernel.Page;

/** What the shops of the person who is signed in need; templates know it as {@code inject:stockAlerts}. */
@Named
@RequestScoped
public class StockAlerts {
    private static final int MOST_SHOPS = 10;
    private final SignedIn signedIn;
    private final ClerkShops clerkShops;
    private final Stock stock;
    private final Slips slips;
    private final ExpiredBatches expired;

    StockAlerts(SignedIn signedIn, ClerkShops clerkShops, Stock stock, Slips slips, ExpiredBatches expired) {
        this.signedIn = signedIn;
        this.clerkShops = clerkShops;
        this.stock = stock;
        this.slips = slips;
        this.expired = expired;
    }

    /**
     * What one shop needs.
     *
     * @param low goods that are to be filled up
     * @param waiting how many slips wait for this person as the second
     * @param reserved how many pieces past their date are still there since they are reserved
     */
    public record Alert(Shop shop, List<Level> low, int waiting, int reserved) {
        /** The names of what is low. */
        public String lowNames() {
            return low.stream().map(level -> level.goods().shortName()).collect(Collectors.joining("、"));
        }

        boolean isAny() {
            return !low.isEmpty() || waiting > 0 || reserved > 0;
        }
    }

    /** The shops that need anything, of the first ten that this person looks after. */
    public List<Alert> getAll() {
        return signedIn.ifAny().map(this::of).orElse(List.of());
    }

    private List<Alert> of(Person person) {
        return clerkShops.of(person, Role.ADMIN).stream().limit(MOST_SHOPS)
                .map(shop -> new Alert(shop, stock.low(shop), waiting(person, shop), expired.reserved(shop))).filter(Alert::isAny)
                .toList();
    }

    private int waiting(Person person, Shop shop) {
        return (int) slips.of(shop, Status.WAITING, Long.MAX_VALUE, Page.MOST).items().stream()
                .filter(slip -> !slip.isBy(person.id())).count();
    }
}
