package norma.server.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norma.fact.Catalogue;
import norma.standard.Model;

/**
 * What a firm's definitions say that a mapping has to agree with.
 *
 * @param domains the values of each choice by its name ({@code stage}, {@code segment}); a name that is absent is open,
 *     and takes any value
 * @param currency the base currency; empty when no model names one
 */
public record Terms(Catalogue catalogue, Map<String, List<String>> domains, Optional<String> currency) {

    /** What a model that names no currency says. */
    private static final String NO_CURRENCY = "XXX";

    public Terms {
        Map<String, List<String>> all = new HashMap<>(Catalogue.FIXED_DOMAINS);
        all.putAll(domains);
        domains = Map.copyOf(all);
    }

    public static Terms of(Model model) {
        Optional<String> currency = Optional.of(model.currency()).filter(code -> !code.equals(NO_CURRENCY));
        return new Terms(model.catalogue(), model.domains(), currency);
    }

    /** For a mapping that is read without definitions: only the choices that no firm changes are closed. */
    public static Terms open() {
        return new Terms(new Catalogue(List.of()), Map.of(), Optional.empty());
    }
}
