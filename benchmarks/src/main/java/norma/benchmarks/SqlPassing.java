package norma.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SQL is asked again, about all deals. */
final class SqlPassing implements Passing {

    private final Connection connection;
    private final Standard standard;
    private @Nullable PreparedStatement query;
    private List<Finding> standing = List.of();

    SqlPassing(Connection connection, Standard standard) {
        this.connection = connection;
        this.standard = standard;
    }

    @Override
    public void prepare(long now) throws SQLException {
        if (query != null) query.close();
        query = connection.prepareStatement(Sql.judge(standard, now));
    }

    @Override
    public void pass(long now) throws SQLException {
        standing = Sql.findings(Objects.requireNonNull(query));
    }

    @Override
    public List<Finding> standing() {
        return standing;
    }
}
