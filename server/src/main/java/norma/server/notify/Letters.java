package norma.server.notify;

import java.util.List;
import java.util.Locale;
import norma.server.report.Prose;
import norma.standard.Model;

/** Writes e-mails, each in its reader's language. */
final class Letters {

    private final Routes routes;
    private final Model model;
    private final Stop stop;
    private final String root;

    /** @param root of all addresses, without a slash at its end */
    Letters(Routes routes, Model model, Stop stop, String root) {
        this.routes = routes;
        this.model = model;
        this.stop = stop;
        this.root = root;
    }

    Letter of(Route route, String recipient, List<News> news) {
        Prose prose = prose(recipient);
        List<Line> lines = news.stream().map(each -> Line.of(each, prose, root)).toList();
        LetterPaper paper = new LetterPaper(prose);
        paper.lines(lines);
        String many = prose.say("Norma: news, ", "Норма: новости, ") + prose.number(lines.size());
        String subject = lines.size() == 1
                ? prose.say("Norma: ", "Норма: ") + lines.get(0).title()
                : many;
        return paper.letter(subject, prose.say(route.title()), stop.address(route.id(), recipient));
    }

    Letter digest(Route route, String recipient, Digest digest) {
        Prose prose = prose(recipient);
        LetterPaper paper = new LetterPaper(prose);
        section(paper, prose.say("New", "Новое"), digest.fresh(), prose);
        section(paper, prose.say("Overdue", "Просрочено"), digest.overdue(), prose);
        section(paper, prose.say("Still standing", "Остаётся в силе"), digest.standing(), prose);
        paper.link(prose.say("All of them", "Все отклонения"), root + "/" + digest.query());
        String subject = prose.say("Norma: new ", "Норма: новых ")
                + prose.number(digest.fresh().total())
                + prose.say(", overdue ", ", просрочено ")
                + prose.number(digest.overdue().total())
                + prose.say(", standing ", ", остаётся ")
                + prose.number(digest.standing().total());
        return paper.letter(subject, prose.say(route.title()), stop.address(route.id(), recipient));
    }

    private void section(LetterPaper paper, String title, Digest.Section section, Prose prose) {
        if (section.total() == 0) return;
        int shown = section.items().size();
        paper.heading(title + ": " + prose.number(section.total()));
        paper.lines(section.items().stream().map(item -> item.line(prose, root)).toList());
        if (shown < section.total())
            paper.link(prose.say("and more: ", "и ещё: ") + prose.number(section.total() - shown), root + "/");
    }

    private Prose prose(String recipient) {
        Routes.Person person = routes.people().get(Recipient.id(recipient));
        Locale language = person == null ? routes.language() : person.language();
        return new Prose(model, language);
    }
}
