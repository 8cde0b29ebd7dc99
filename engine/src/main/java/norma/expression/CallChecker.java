package norma.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norma.calendar.WorkingCalendar;
import norma.expression.Function.Parameter;
import norma.expression.check.UnknownCalendar;
import norma.expression.check.UnknownFunction;
import norma.expression.check.WrongArguments;
import org.jspecify.annotations.Nullable;

/** Checks the calls of functions against the table of functions. */
final class CallChecker {

    private final Checker checker;
    private final Names names;
    private final Report report;
    private final Mismatch mismatch;

    CallChecker(Checker checker, Names names, Report report) {
        this.checker = checker;
        this.names = names;
        this.report = report;
        this.mismatch = new Mismatch(names, report);
    }

    /** The arguments that share a type, which is the result's; empty when the function has none such. */
    Optional<List<Syntax>> alike(Syntax.Call call) {
        Optional<Function> function =
                Functions.named(call.function()).filter(f -> f.result().isEmpty());
        if (function.isEmpty() || function.get().parameters().isEmpty()) return Optional.empty();
        List<Syntax> alike = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            if (function.get().parameter(i).slot().alike())
                alike.add(call.arguments().get(i));
        }
        return Optional.of(alike);
    }

    @Nullable
    Tree call(Syntax.Call call, @Nullable Type hint) {
        Optional<Function> named = Functions.named(call.function());
        if (named.isEmpty()) {
            Syntax name = new Syntax.Word(call.from(), call.nameTo(), call.function());
            report.add(UnknownFunction.of(report.span(name), call.function(), Functions.names()));
            call.arguments().stream().filter(a -> !checker.takesHint(a)).forEach(a -> checker.check(a, (Type) null));
            return null;
        }
        Function function = named.get();
        int given = call.arguments().size();
        if (given < function.least() || given > function.most()) {
            report.add(
                    given < function.least()
                            ? WrongArguments.few(report.span(call), function.signature())
                            : WrongArguments.many(report.span(call), function.signature()));
            return null;
        }
        return fill(call, function, hint);
    }

    private @Nullable Tree fill(Syntax.Call call, Function function, @Nullable Type hint) {
        int first = firstTyped(call);
        Tree typed = first < 0
                ? null
                : argument(function, function.parameter(first), call.arguments().get(first), hint);
        Type shared = typed == null ? hint : typed.type();
        List<@Nullable Tree> trees = new ArrayList<>();
        WorkingCalendar calendar = names.defaultCalendar();
        Optional<String> pattern = Optional.empty();
        for (int i = 0; i < call.arguments().size(); i++) {
            Parameter parameter = function.parameter(i);
            Syntax argument = call.arguments().get(i);
            if (parameter.slot() == Slot.CALENDAR) {
                Optional<WorkingCalendar> found = calendar(argument);
                if (found.isEmpty()) trees.add(null);
                else calendar = found.get();
            } else if (parameter.slot() == Slot.PATTERN) {
                pattern = pattern(argument);
                if (pattern.isEmpty()) trees.add(null);
            } else {
                trees.add(i == first ? typed : argument(function, parameter, argument, shared));
            }
        }
        if (trees.contains(null)) return null;
        Optional<Type> type = function.result().or(() -> shared(call, function, trees));
        if (type.isEmpty()) return null;
        return new Tree.Call(call.from(), call.to(), type.get(), function, List.copyOf(trees), calendar, pattern);
    }

    /** The first of the alike arguments that has a type of its own: bare numbers and words take it; -1 when none has. */
    private int firstTyped(Syntax.Call call) {
        List<Syntax> alike = alike(call).orElse(List.of());
        return alike.stream()
                .filter(argument -> !checker.takesHint(argument))
                .findFirst()
                .map(call.arguments()::indexOf)
                .orElse(-1);
    }

    /** The type of the alike arguments; empty when they are not, and that is reported. */
    private Optional<Type> shared(Syntax.Call call, Function function, List<@Nullable Tree> trees) {
        Type type = null;
        boolean alike = true;
        for (int i = 0; i < trees.size(); i++) {
            Tree tree = trees.get(i);
            if (tree == null || !function.parameter(i).slot().alike()) continue;
            if (type != null && !type.fits(tree.type())) {
                mismatch.unlike(call.arguments().get(i), type, tree.type());
                alike = false;
            } else {
                type = type == null ? tree.type() : Units.common(type, tree.type());
            }
        }
        return alike ? Optional.ofNullable(type) : Optional.empty();
    }

    private @Nullable Tree argument(Function function, Parameter parameter, Syntax argument, @Nullable Type shared) {
        Slot slot = parameter.slot();
        Type hint = slot.alike() ? shared : slot.hint().orElse(null);
        Tree tree = checker.check(argument, hint);
        if (tree == null || slot.accepts(tree.type())) return tree;
        mismatch.argument(argument, function, parameter, tree.type());
        return null;
    }

    private Optional<WorkingCalendar> calendar(Syntax argument) {
        if (!(argument instanceof Syntax.Word word)) {
            report.add(WrongArguments.calendarExpected(report.span(argument)));
            return Optional.empty();
        }
        Optional<WorkingCalendar> found = names.calendar(word.path());
        if (found.isEmpty()) report.add(UnknownCalendar.of(report.span(word), word.path(), names.calendars()));
        return found;
    }

    private Optional<String> pattern(Syntax argument) {
        if (!(argument instanceof Syntax.Quoted quoted)) {
            report.add(WrongArguments.patternExpected(report.span(argument)));
            return Optional.empty();
        }
        try {
            WrittenTime.formatter(quoted.text());
            return Optional.of(quoted.text());
        } catch (IllegalArgumentException e) {
            report.add(WrongArguments.noPattern(report.span(argument)));
            return Optional.empty();
        }
    }
}
