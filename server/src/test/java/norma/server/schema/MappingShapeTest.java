package norma.server.schema;

import java.util.Set;
import norma.diagnostics.Problems;
import norma.diagnostics.Source;
import norma.server.intake.Mapping;
import norma.server.intake.MappingShape;
import norma.server.intake.Terms;

class MappingShapeTest extends ShapeAgreement {

    MappingShapeTest() {
        super(MappingShape.file(), "mapping.yaml");
    }

    @Override
    void read(Source source, Problems problems) {
        Mapping.read(source, Terms.open(), problems);
    }

    /** Only a file of fixed columns needs them. */
    @Override
    Set<String> missedByMeaning() {
        return Set.of("sources.columns");
    }

    @Override
    int choices() {
        return 8;
    }
}
