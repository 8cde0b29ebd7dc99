package norma.judge;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.reactOn;
import static org.drools.model.PatternDSL.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import norma.fact.Fact;
import org.drools.base.base.ClassObjectType;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.event.rule.RuleEventListener;
import org.kie.internal.event.rule.RuleEventManager;

/** The Drools session: what is in it, the rules that watch it, and the matches that come and go. One thread. */
final class RuleNetwork {

    private static final String PACKAGE = "norma.watched.";

    private final InternalKnowledgeBase base;
    private final KieSession session;
    private final Map<Class<?>, Map<String, FactHandle>> handles = new HashMap<>();

    /** @param matches told of each match that came, was seen again (true) or went (false) */
    RuleNetwork(DrlRules drl, BiConsumer<Match, Boolean> matches) {
        base = KieBaseBuilder.createKieBaseFromModel(List.of());
        base.addPackages(drl.packages());
        session = base.newKieSession();
        ((RuleEventManager) session).addEventListener(new RuleEventListener() {
            @Override
            public void onAfterMatchFire(Match match) {
                matches.accept(match, true);
            }

            @Override
            public void onUpdateMatch(Match match) {
                matches.accept(match, true);
            }

            @Override
            public void onDeleteMatch(Match match) {
                matches.accept(match, false);
            }
        });
    }

    /** One package for each watched rule, so that one can be replaced while the facts stay. */
    <T> void watch(String id, Class<T> type, Predicate<Object> concerns, String[] properties) {
        Variable<T> subject = declarationOf(type, "$subject");
        ModelImpl model = new ModelImpl()
                .addRule(rule(PACKAGE + id, id)
                        .build(
                                pattern(subject).expr(id, concerns::test, reactOn(properties)),
                                on(subject).execute(seen -> {})));
        base.addPackages(KieBaseBuilder.createKieBaseFromModel(model).getKiePackages());
    }

    void unwatch(String id) {
        base.removeKiePackage(PACKAGE + id);
    }

    /** The classes that some rule looks at. */
    Set<Class<?>> watched() {
        Set<Class<?>> classes = new HashSet<>();
        base.getRete().getObjectTypeNodes().forEach(node -> {
            if (node.getObjectType() instanceof ClassObjectType type) classes.add(type.getClassType());
        });
        return classes;
    }

    boolean contains(Object object, String id) {
        return handles.getOrDefault(object.getClass(), Map.of()).containsKey(id);
    }

    void insert(Object object, String id) {
        handles.computeIfAbsent(object.getClass(), type -> new HashMap<>()).put(id, session.insert(object));
    }

    /** @param properties those that changed, as Drools calls them; never empty */
    void update(Object object, String id, String... properties) {
        session.update(handle(object, id), object, properties);
    }

    void delete(Object object, String id) {
        session.delete(handle(object, id));
        Objects.requireNonNull(handles.get(object.getClass())).remove(id);
    }

    private FactHandle handle(Object object, String id) {
        return Objects.requireNonNull(
                handles.getOrDefault(object.getClass(), Map.of()).get(id), id);
    }

    void fire() {
        session.fireAllRules();
    }

    void close() {
        session.dispose();
    }

    static String idOf(Object subject) {
        return subject instanceof Fact fact ? fact.id() : subject.toString();
    }
}
