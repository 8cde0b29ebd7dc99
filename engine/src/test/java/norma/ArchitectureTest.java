package norma;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which room may use which, and what stays outside the engine altogether. */
class ArchitectureTest {

    /** The rooms of the engine from the ground up: each may use those below it and its neighbours, without cycles. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("diagnostics"),
            Set.of("calendar", "document"),
            Set.of("expression"),
            Set.of("fact"),
            Set.of("standard"),
            Set.of("measure", "judge", "deviation", "decide"),
            Set.of("norma"),
            Set.of("trial"));

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("norma");

    @Test
    void roomsUseTheRoomsBelow() {
        classes().should(useOnlyTheFloorsBelow()).check(ENGINE);
    }

    @Test
    void roomsDoNotUseEachOtherInACircle() {
        slices().matching("norma.(*)..").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void everyRoomHasItsFloor() {
        Set<String> known = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<String> unknown = ENGINE.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
        unknown.removeAll(known);

        assertEquals(Set.of(), unknown, "a new room gets its floor in this test");
    }

    @Test
    void onlyDocumentReadsYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("norma.document..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml..")
                .check(ENGINE);
    }

    @Test
    void onlyJudgeKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("norma.judge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel..", "org.mvel2..")
                .check(ENGINE);
    }

    @Test
    void timeZoneAndLocaleAreGivenFromOutside() {
        noClasses()
                .should()
                .accessTargetWhere(
                        describe("asks the machine for the time, a zone or a locale", ArchitectureTest::asksTheMachine))
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(ENGINE);
    }

    @Test
    void filesSocketsAndThreadsBelongToTheServer() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.sql..", "javax.sql..", "java.nio.file..")
                        .or(resideInAnyPackage("java.nio.channels.."))
                        .or(describe(
                                "are files", type -> type.getName().matches("java\\.io\\.(File.*|RandomAccessFile)")))
                        .or(assignableTo(Thread.class))
                        .or(assignableTo(java.util.concurrent.Executor.class))
                        .or(assignableTo(java.util.Timer.class)))
                .check(ENGINE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Base|Common|Misc)")
                .check(ENGINE);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        List<String> silent = ENGINE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !isNullMarked(room))
                .map(JavaPackage::getName)
                .toList();

        assertEquals(List.of(), silent, "packages without a package-info.java that is @NullMarked");
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    private static ArchCondition<JavaClass> useOnlyTheFloorsBelow() {
        return new ArchCondition<>("use only the floors below their own and their neighbours") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith("norma"))
                        .filter(use -> floor(use.getTargetClass()) > floor(user))
                        .map(Dependency::getDescription)
                        .forEach(description -> events.add(SimpleConditionEvent.violated(user, description)));
            }
        };
    }

    private static int floor(JavaClass type) {
        String room = room(type);
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) return floor;
        }
        return FLOORS.size();
    }

    /** The first package under {@code norma}, or {@code norma} itself. */
    private static String room(JavaClass type) {
        String[] names = type.getPackageName().split("\\.", 3);
        return names.length > 1 ? names[1] : names[0];
    }
}
