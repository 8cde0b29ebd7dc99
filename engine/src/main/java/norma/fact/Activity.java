package norma.fact;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contact with a client: a meeting, call, letter, message or event. Money, times and numbers may be undefined. */
public record Activity(
        String id,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String direction,
        @Nullable String place,
        long atMillis,
        double minutes,
        @Nullable String owner,
        @Nullable String client,
        @Nullable String deal,
        @Nullable String contact,
        @Nullable String product,
        Map<String, Object> attributes)
        implements Fact {

    public static final FactType TYPE = FactType.named("activity", Activity.class, "Activity", "Контакт с клиентом")
            .choice("kind", "activity.kind", Activity::kind, "kind", "вид")
            .choice("direction", "activity.direction", Activity::direction, "direction", "направление")
            .choice("place", "activity.place", Activity::place, "place", "место")
            .time("at", Activity::atMillis, "time", "время")
            .number("minutes", Activity::minutes, "minutes", "минут")
            .reference("owner", "employee", Activity::owner, "seller", "продавец")
            .reference("client", "client", Activity::client, "client", "клиент")
            .reference("deal", "deal", Activity::deal, "deal", "сделка")
            .reference("contact", "contact", Activity::contact, "contact", "контактное лицо")
            .reference("product", "product", Activity::product, "product", "продукт")
            .made(v -> new Activity(
                    v.id(),
                    v.words("title"),
                    v.words("kind"),
                    v.words("direction"),
                    v.words("place"),
                    v.whole("at"),
                    v.number("minutes"),
                    v.words("owner"),
                    v.words("client"),
                    v.words("deal"),
                    v.words("contact"),
                    v.words("product"),
                    v.attributes()));

    @Override
    public FactType type() {
        return TYPE;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public @Nullable String getDirection() {
        return direction;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public @Nullable Instant getAt() {
        return Values.instant(atMillis);
    }

    public double getMinutes() {
        return minutes;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public @Nullable String getClient() {
        return client;
    }

    public @Nullable String getDeal() {
        return deal;
    }

    public @Nullable String getContact() {
        return contact;
    }

    public @Nullable String getProduct() {
        return product;
    }
}
