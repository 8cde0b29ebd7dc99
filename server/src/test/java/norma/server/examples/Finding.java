package norma.server.examples;

/** One deviation, from either side. */
record Finding(String rule, String subject, String severity) {}
