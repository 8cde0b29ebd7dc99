-- Who may ask. A name is given once: what somebody did stays signed by it.
CREATE TABLE account (
    name       TEXT   PRIMARY KEY,
    employee   TEXT,
    role       TEXT   NOT NULL,
    password   TEXT,
    created_at BIGINT NOT NULL,
    removed_at BIGINT
);

-- What programs show instead of a password. Only its hash is kept.
CREATE TABLE token (
    number     ${key},
    account    TEXT   NOT NULL REFERENCES account (name),
    title      TEXT   NOT NULL,
    hash       TEXT   NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    ends_at    BIGINT,
    revoked_at BIGINT
);

-- Who is signed in with a browser. Only the hash of what the browser shows is kept.
CREATE TABLE sign_in (
    hash       TEXT   PRIMARY KEY,
    account    TEXT   NOT NULL REFERENCES account (name),
    begun_at   BIGINT NOT NULL,
    used_at    BIGINT NOT NULL
);
CREATE INDEX sign_in_of_account ON sign_in (account);

-- Whoever adds to the audit trail takes this row first: the chain has one end, however many processes write.
CREATE TABLE audit_turn (
    one INTEGER PRIMARY KEY CHECK (one = 1)
);
INSERT INTO audit_turn (one) VALUES (1);

-- By whom rows are narrowed for those who do not see everything.
CREATE INDEX deviation_of_owner ON deviation (owner, number);
CREATE INDEX deviation_of_head ON deviation (head, number);
CREATE INDEX decision_of_assignee ON decision (assignee, deviation);
