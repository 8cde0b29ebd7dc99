-- Which installation this is: what it tells others can be told apart from what another one tells.
CREATE TABLE installation (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id  TEXT NOT NULL
);
INSERT INTO installation (one, id) VALUES (1, '${fresh}');

-- Up to which event the routes have been gone through.
CREATE TABLE routed (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    event BIGINT NOT NULL
);

-- One thing that one recipient of one route is to be told. It waits for others of its group until due.
CREATE TABLE notice (
    number    ${key},
    route     TEXT   NOT NULL,
    recipient TEXT   NOT NULL,
    part      TEXT   NOT NULL,
    event     BIGINT NOT NULL REFERENCES event (seq),
    deviation BIGINT,
    at        BIGINT NOT NULL,
    due       BIGINT NOT NULL,
    message   BIGINT
);
CREATE INDEX notice_waiting ON notice (message, due);
CREATE INDEX notice_of_deviation ON notice (deviation, route, recipient);

-- What was made of notices, and how far it has come on its way. The id stays the same however often it is sent.
CREATE TABLE message (
    number    ${key},
    id        TEXT    NOT NULL UNIQUE,
    route     TEXT    NOT NULL,
    recipient TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    made_at   BIGINT  NOT NULL,
    attempts  INTEGER NOT NULL DEFAULT 0,
    next_at   BIGINT,
    state     TEXT    NOT NULL,
    state_at  BIGINT  NOT NULL,
    reason    TEXT
);
CREATE INDEX message_waiting ON message (state, next_at);

-- Who is told nothing more by a route: it answered that it is gone, or asked for it.
CREATE TABLE silenced (
    route     TEXT   NOT NULL,
    recipient TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    reason    TEXT   NOT NULL,
    PRIMARY KEY (route, recipient)
);

-- When each digest was told last.
CREATE TABLE digest (
    route   TEXT   PRIMARY KEY,
    told_at BIGINT NOT NULL
);
CREATE INDEX event_in_time ON event (at);

-- When facts of each type came last, and since when they are late; null while they are not.
CREATE TABLE arrival (
    type       TEXT   PRIMARY KEY,
    first_at   BIGINT NOT NULL,
    last_at    BIGINT NOT NULL,
    late_since BIGINT
);

-- The longest time between two arrivals, of those that ended on one day (days since the epoch, UTC).
CREATE TABLE arrival_gap (
    type    TEXT   NOT NULL,
    day     BIGINT NOT NULL,
    longest BIGINT NOT NULL,
    PRIMARY KEY (type, day)
);

-- The rules that cannot be judged at present.
CREATE TABLE failing (
    rule   TEXT   PRIMARY KEY,
    since  BIGINT NOT NULL,
    cases  BIGINT NOT NULL,
    reason TEXT   NOT NULL
);
