package norma.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import norma.deviation.Deviation;
import norma.deviation.Wording;
import norma.diagnostics.Text;
import norma.expression.Type;
import norma.expression.Value;
import norma.fact.Money;
import norma.measure.Period;
import norma.standard.Lapse;
import norma.standard.Model;

/** How a page says counts, dates, amounts and names, in the language of its reader. */
public final class Prose {

    private static final long THOUSAND = 1_000 * Money.UNIT;
    private static final long MILLION = 1_000 * THOUSAND;
    private static final long MILLIARD = 1_000 * MILLION;
    private static final char NO_BREAK = '\u00a0';

    /** English for one and many, Russian for one, two and five. */
    private record Noun(String one, String many, String odin, String dva, String pyat) {}

    private static final Noun SUBJECT = new Noun("subject", "subjects", "объект", "объекта", "объектов");
    private static final Map<String, Noun> NOUNS = Map.of(
            "company", new Noun("company", "companies", "компания", "компании", "компаний"),
            "sale", new Noun("sale", "sales", "продажа", "продажи", "продаж"),
            "deal", new Noun("deal", "deals", "сделка", "сделки", "сделок"),
            "client", new Noun("client", "clients", "клиент", "клиента", "клиентов"),
            "employee", new Noun("person", "people", "сотрудник", "сотрудника", "сотрудников"),
            "team", new Noun("team", "teams", "команда", "команды", "команд"),
            "lead", new Noun("lead", "leads", "лид", "лида", "лидов"),
            "product", new Noun("product", "products", "товар", "товара", "товаров"));

    private final Model model;
    private final Locale locale;
    private final Wording wording;

    public Prose(Model model, Locale locale) {
        this.model = model;
        this.locale = locale;
        this.wording = new Wording(model, locale);
    }

    public String say(String en, String ru) {
        return wording.russian() ? ru : en;
    }

    public String say(Text text) {
        return text.in(locale);
    }

    public boolean russian() {
        return wording.russian();
    }

    public String value(Value value) {
        return wording.of(value);
    }

    /** A number with its noun: {@code 3 сделки}. */
    public String count(long n, String one, String many, String odin, String dva, String pyat) {
        return number(n) + " " + wording.plural((double) n, one, many, odin, dva, pyat);
    }

    /** Subjects of a type, counted. */
    public String count(long n, String subjectType) {
        Noun noun = NOUNS.getOrDefault(subjectType, SUBJECT);
        return count(n, noun.one, noun.many, noun.odin, noun.dva, noun.pyat);
    }

    /** The same in the genitive, as after a preposition: {@code для 3 сделок}. */
    String countOf(long n, String subjectType) {
        Noun noun = NOUNS.getOrDefault(subjectType, SUBJECT);
        return count(n, noun.one, noun.many, noun.dva, noun.pyat, noun.pyat);
    }

    /** What a deviation says, without its subject's title, which stands above. */
    String message(Deviation deviation) {
        String said = say(deviation.message());
        String title = deviation.subject().title() + ": ";
        return said.startsWith(title) ? said.substring(title.length()) : said;
    }

    public String number(long n) {
        return wording.decimal((double) n, 0);
    }

    public String number(double n) {
        return wording.decimal(n, 2);
    }

    String lapse(Lapse lapse) {
        Type unit =
                switch (lapse.unit()) {
                    case WORKING_DAYS -> Type.WORKING_DAYS;
                    case DAYS -> Type.DAYS;
                    case HOURS -> Type.HOURS;
                };
        return value(new Value(unit, (double) lapse.amount()));
    }

    /** A date without its time of day. */
    public String date(long epochMilli) {
        return date(Instant.ofEpochMilli(epochMilli).atZone(zone()).toLocalDate());
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(russian() ? "dd.MM.yyyy" : "yyyy-MM-dd", Locale.ROOT)
                .format(date);
    }

    /** The dates of a reading, as a person names them; empty for all of them. */
    public String period(Period period) {
        LocalDate from = period.from();
        String name = period.name();
        if (name.startsWith("rolling ")) {
            int days = Integer.parseInt(name.substring("rolling ".length(), name.length() - 1));
            return russian() ? "за " + count(days, "", "", "день", "дня", "дней") : "last " + days + " days";
        }
        if (from == null || name.equals("all")) return "";
        return switch (name) {
            case "day" -> date(from);
            case "week" -> say("week ", "неделя ") + from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "month" -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(from);
            case "quarter" ->
                (russian() ? "" : "Q") + from.get(IsoFields.QUARTER_OF_YEAR) + say(" ", " квартал ") + from.getYear();
            default -> Integer.toString(from.getYear());
        };
    }

    public String moment(long epochMilli) {
        return wording.time(epochMilli);
    }

    public ZoneId zone() {
        return model.calendar().zone();
    }

    /** An amount to three digits or so, for a column that is read at a glance. */
    public String glance(long amount) {
        long size = Math.abs(amount);
        if (size < 10 * THOUSAND) return wording.money(Math.round(amount / (double) Money.UNIT) * Money.UNIT);
        if (size < MILLION) return scaled(amount, THOUSAND, 0, "K", "тыс.");
        if (size < MILLIARD) return scaled(amount, MILLION, 1, "M", "млн");
        return scaled(amount, MILLIARD, 1, "B", "млрд");
    }

    private String scaled(long amount, long unit, int digits, String en, String ru) {
        String number = wording.decimal(amount / (double) unit, digits);
        String sign = wording.money(0).substring(1).replace(NO_BREAK, ' ').strip();
        String scaled = russian() ? number + NO_BREAK + ru : number + en;
        return sign.isEmpty() ? scaled : scaled + NO_BREAK + sign;
    }

    public String action(String action) {
        return say(model.title("action", action));
    }

    /** The subject's title and, since commands ask for it, its identifier. */
    String subject(Deviation.About about, int width) {
        if (about.title().isEmpty()) return Sheet.fit(say("the whole company", "вся компания"), width);
        if (about.title().contains(about.id())) return Sheet.fit(about.title(), width);
        int room = Math.max(8, width - about.id().length() - 3);
        return Sheet.fit(Sheet.fit(about.title(), room) + " · " + about.id(), width);
    }

    /** The first letter in upper case. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
