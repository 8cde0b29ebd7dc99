package norma.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.base.base.ClassObjectType;
import org.drools.core.common.InternalFactHandle;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.event.rule.RuleEventListener;
import org.kie.internal.event.rule.RuleEventManager;

/**
 * The Drools session: what is in it, the rules that watch it, and the matches that come and go. One thread.
 *
 * <p>An exception from the conditions of a DRL rule leaves the session half told. The rule is taken out for good, and a new
 * session starts with the same objects.
 */
final class RuleNetwork {

    /** Who is told. */
    interface Listener {

        /** A match came, or was seen again. */
        void matched(Match match);

        void unmatched(Match match);

        /** What a DRL rule does with a match failed; the match stands. */
        void failed(Match match, Throwable e);

        /** The conditions of a DRL rule failed, and it is judged no more. */
        void failed(Rule rule, Throwable e);

        /** Every match that there is will be told again; what is not, is gone. */
        void restarted();
    }

    private final InternalKnowledgeBase base;
    private final Listener listener;
    private final Map<Class<?>, Map<String, FactHandle>> handles = new HashMap<>();
    private final Collection<KiePackage> packages;
    private final List<Rule> drl;
    private KieSession session;

    RuleNetwork(DrlRules rules, Listener listener) {
        this.listener = listener;
        base = KieBaseBuilder.createKieBaseFromModel(List.of());
        packages = rules.packages();
        base.addPackages(packages);
        drl = packages.stream()
                .flatMap(each -> each.getRules().stream())
                .collect(Collectors.toCollection(ArrayList::new));
        session = newSession();
    }

    private KieSession newSession() {
        KieSession started = base.newKieSession();
        ((RuleEventManager) started).addEventListener(new RuleEventListener() {
            @Override
            public void onAfterMatchFire(Match match) {
                listener.matched(match);
            }

            @Override
            public void onUpdateMatch(Match match) {
                listener.matched(match);
            }

            @Override
            public void onDeleteMatch(Match match) {
                listener.unmatched(match);
            }
        });
        return started;
    }

    /** The classes that some rule looks at. */
    Set<Class<?>> watched() {
        Set<Class<?>> classes = new HashSet<>();
        base.getRete().getObjectTypeNodes().forEach(node -> {
            if (node.getObjectType() instanceof ClassObjectType type) classes.add(type.getClassType());
        });
        return classes;
    }

    /** Whether there is no rule at all. */
    boolean isEmpty() {
        return packages.isEmpty();
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
        while (!isEmpty()) {
            try {
                session.fireAllRules();
                return;
            } catch (ConsequenceException e) {
                listener.matched(e.getMatch());
                listener.failed(e.getMatch(), e);
            } catch (RuntimeException e) {
                if (drl.isEmpty()) throw e;
                restartWithoutFailing(e);
            }
        }
    }

    private void restartWithoutFailing(RuntimeException first) {
        Map<Class<?>, Map<String, Object>> objects = new HashMap<>();
        handles.forEach((type, byId) -> byId.forEach((id, handle) -> objects.computeIfAbsent(type, t -> new HashMap<>())
                .put(id, ((InternalFactHandle) handle).getObject())));
        session.dispose();
        List<Object> all = objects.values().stream()
                .flatMap(each -> each.values().stream())
                .toList();
        Map<Rule, Throwable> failing = new LinkedHashMap<>();
        drl.forEach(rule -> trial(rule, all).ifPresent(e -> failing.put(rule, e)));
        if (failing.isEmpty()) drl.forEach(rule -> failing.put(rule, first));
        drl.removeAll(failing.keySet());
        failing.keySet().forEach(rule -> base.removeRule(rule.getPackageName(), rule.getName()));
        session = newSession();
        handles.clear();
        objects.values().forEach(byId -> byId.forEach((id, object) -> insert(object, id)));
        listener.restarted();
        failing.forEach(listener::failed);
    }

    /** Evaluates the conditions of one rule alone, and does nothing: what it throws says that it is the failing one. */
    private Optional<RuntimeException> trial(Rule rule, List<Object> objects) {
        InternalKnowledgeBase alone = KieBaseBuilder.createKieBaseFromModel(List.of());
        alone.addPackages(packages);
        alone.getKiePackages().forEach(each -> each.getRules().stream()
                .filter(other -> !other.equals(rule))
                .toList()
                .forEach(other -> alone.removeRule(other.getPackageName(), other.getName())));
        KieSession trial = alone.newKieSession();
        try {
            objects.forEach(trial::insert);
            trial.fireAllRules(match -> false);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        } finally {
            trial.dispose();
        }
    }

    void close() {
        session.dispose();
    }
}
