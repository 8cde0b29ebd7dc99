package norma.server.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.standard.yaml.Definitions;
import norma.standard.yaml.DefinitionsShape;

class DefinitionsShapeTest extends ShapeAgreement {

    DefinitionsShapeTest() {
        super(DefinitionsShape.file(), "definitions.yaml");
    }

    @Override
    void read(Source source, Problems problems) {
        Definitions.read(List.of(source), Map.of(), problems);
    }

    /** A KPI with periods needs the time that places its cases. */
    @Override
    Set<String> missedByMeaning() {
        return Set.of("kpis.*.at");
    }

    @Override
    int choices() {
        return 15;
    }
}
