-- What came in, in the order of arrival: nothing here is ever changed.
CREATE TABLE journal (
    seq      ${key},
    type     TEXT   NOT NULL,
    id       TEXT   NOT NULL,
    at       BIGINT NOT NULL,
    fields   TEXT   NOT NULL,
    taken_at BIGINT NOT NULL
);
CREATE INDEX journal_in_time ON journal (at, seq);

-- How far time had passed when the last of it was kept.
CREATE TABLE moment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    now BIGINT NOT NULL
);

-- How far it has come with each rule and subject: what the engine recalls.
CREATE TABLE course (
    rule     TEXT NOT NULL,
    type     TEXT NOT NULL,
    id       TEXT NOT NULL,
    episodes TEXT NOT NULL,
    PRIMARY KEY (rule, type, id)
);

-- One row for each episode of a deviation; a return soon after the end is the same row.
CREATE TABLE deviation (
    number       ${key},
    id           TEXT   NOT NULL,
    rule         TEXT   NOT NULL,
    subject_type TEXT   NOT NULL,
    subject_id   TEXT   NOT NULL,
    owner        TEXT,
    team         TEXT,
    head         TEXT,
    client       TEXT,
    segment      TEXT,
    severity     TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    since        BIGINT NOT NULL,
    raised_at    BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    cleared_at   BIGINT,
    regressions  INTEGER NOT NULL DEFAULT 0,
    stake        BIGINT,
    review       TEXT   NOT NULL,
    review_by    TEXT,
    review_at    BIGINT,
    review_until BIGINT,
    review_reason TEXT,
    unattended   BIGINT,
    version      TEXT   NOT NULL,
    body         TEXT   NOT NULL
);
CREATE INDEX deviation_by_id ON deviation (id, number);
CREATE INDEX deviation_open ON deviation (cleared_at, severity, number);

-- What is to be done, and what became of it.
CREATE TABLE decision (
    number      ${key},
    id          TEXT    NOT NULL,
    deviation   BIGINT  NOT NULL REFERENCES deviation (number),
    rule        TEXT    NOT NULL,
    phase       TEXT    NOT NULL,
    action      TEXT    NOT NULL,
    assignee    TEXT,
    due         BIGINT,
    step        INTEGER NOT NULL,
    mode        TEXT    NOT NULL,
    decided_at  BIGINT  NOT NULL,
    called      INTEGER NOT NULL DEFAULT 1,
    state       TEXT    NOT NULL,
    state_by    TEXT,
    state_at    BIGINT,
    reason      TEXT,
    check_at    BIGINT,
    effect      TEXT
);
CREATE INDEX decision_of_deviation ON decision (deviation, id);
CREATE INDEX decision_open ON decision (state, due, number);

-- Everything that happened, in order: feeds replay from here.
CREATE TABLE event (
    seq       ${key},
    at        BIGINT NOT NULL,
    kind      TEXT   NOT NULL,
    deviation BIGINT,
    decision  BIGINT,
    body      TEXT   NOT NULL
);
CREATE INDEX event_of_deviation ON event (deviation, seq);

-- What people did. Each row holds the hash of the one before it: a row that is changed or lost breaks the chain.
CREATE TABLE audit (
    seq      ${key},
    at       BIGINT NOT NULL,
    who      TEXT   NOT NULL,
    act      TEXT   NOT NULL,
    target   TEXT   NOT NULL,
    body     TEXT   NOT NULL,
    previous TEXT   NOT NULL,
    hash     TEXT   NOT NULL
);

-- Every version of the definitions that was ever in force, as files.
CREATE TABLE definitions (
    version ${key},
    at      BIGINT NOT NULL,
    author  TEXT   NOT NULL,
    digest  TEXT   NOT NULL,
    files   TEXT   NOT NULL
);

-- Requests that were answered, so that the same one again gets the same answer, for a week.
CREATE TABLE request (
    key    TEXT   PRIMARY KEY,
    at     BIGINT NOT NULL,
    answer TEXT   NOT NULL
);
CREATE INDEX request_in_time ON request (at);
