package norma.server.cli;

/** How a command that has no table of things writes its outcome. */
enum TextOrJson {
    table,
    json
}
