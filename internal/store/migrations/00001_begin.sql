-- +goose Up
-- One text for SQLite and PostgreSQL. Times are unix seconds. Notes and bundles
-- are kept as they were signed. Nothing here is about who reads.

CREATE TABLE agency (
	id         TEXT PRIMARY KEY,
	name       TEXT NOT NULL,
	capability TEXT NOT NULL UNIQUE, -- the unguessable part of its feed's address
	head_key   BYTEA NOT NULL,       -- sealed
	created    BIGINT NOT NULL
);

CREATE TABLE member (
	id       TEXT PRIMARY KEY,
	agency   TEXT NOT NULL REFERENCES agency (id),
	login    TEXT NOT NULL UNIQUE, -- in small letters
	name     TEXT NOT NULL,
	role     TEXT NOT NULL CHECK (role IN ('author', 'reviewer', 'administrator')),
	password TEXT NOT NULL,        -- argon2id, in its PHC form; '' before it is set
	totp     BYTEA NOT NULL,       -- sealed; empty before it is set up
	totp_at  BIGINT NOT NULL,      -- the last step that was used: none is taken twice
	active   BOOLEAN NOT NULL,
	created  BIGINT NOT NULL
);
CREATE INDEX member_agency ON member (agency);

CREATE TABLE session (
	hash    TEXT PRIMARY KEY, -- SHA-256 of the cookie
	member  TEXT NOT NULL REFERENCES member (id) ON DELETE CASCADE,
	created BIGINT NOT NULL,
	used    BIGINT NOT NULL,
	expires BIGINT NOT NULL
);
CREATE INDEX session_member ON session (member);

CREATE TABLE token (
	hash    TEXT PRIMARY KEY, -- SHA-256 of what was handed out
	purpose TEXT NOT NULL,    -- "first", "invite", "reset"
	agency  TEXT NOT NULL,    -- '' of "first"
	member  TEXT NOT NULL,    -- '' where there is none yet
	role    TEXT NOT NULL,
	created BIGINT NOT NULL,
	expires BIGINT NOT NULL
);

CREATE TABLE working (
	agency   TEXT NOT NULL REFERENCES agency (id),
	path     TEXT NOT NULL,
	text     TEXT NOT NULL,
	revision BIGINT NOT NULL, -- counts up with each edit
	editor   TEXT NOT NULL,   -- id of a member
	edited   BIGINT NOT NULL,
	PRIMARY KEY (agency, path)
);

CREATE TABLE blob (
	agency TEXT NOT NULL REFERENCES agency (id),
	hash   TEXT NOT NULL, -- SHA-256
	bytes  BYTEA NOT NULL,
	PRIMARY KEY (agency, hash)
);

CREATE TABLE proof (
	agency TEXT NOT NULL REFERENCES agency (id),
	bundle TEXT NOT NULL, -- hash
	engine TEXT NOT NULL, -- hash of the engine.wasm that made it
	ok     BOOLEAN NOT NULL,
	report BYTEA NOT NULL, -- JSON
	made   BIGINT NOT NULL,
	PRIMARY KEY (agency, bundle, engine)
);

CREATE TABLE proposal (
	agency  TEXT NOT NULL REFERENCES agency (id),
	number  BIGINT NOT NULL, -- 1, 2, …
	state   TEXT NOT NULL CHECK (state IN ('open', 'approved', 'published', 'withdrawn')),
	bundle  TEXT NOT NULL, -- hash of a blob
	editor  TEXT NOT NULL, -- id of the member who edited last
	changes TEXT NOT NULL, -- lines, for people
	draft   BYTEA NOT NULL, -- the .rbundle that is being signed; empty before
	made    BIGINT NOT NULL,
	PRIMARY KEY (agency, number)
);

CREATE TABLE review (
	agency   TEXT NOT NULL,
	proposal BIGINT NOT NULL,
	member   TEXT NOT NULL REFERENCES member (id),
	approves BOOLEAN NOT NULL,
	note     TEXT NOT NULL,
	made     BIGINT NOT NULL,
	PRIMARY KEY (agency, proposal, member),
	FOREIGN KEY (agency, proposal) REFERENCES proposal (agency, number)
);

CREATE TABLE root (
	agency  TEXT NOT NULL REFERENCES agency (id),
	version BIGINT NOT NULL,
	note    BYTEA NOT NULL,
	PRIMARY KEY (agency, version)
);

CREATE TABLE release (
	agency    TEXT NOT NULL REFERENCES agency (id),
	seq       BIGINT NOT NULL,
	hash      TEXT NOT NULL,
	note      BYTEA NOT NULL,
	bundle    TEXT NOT NULL, -- hash; the blob of one that came by restore may be missing
	published BIGINT NOT NULL,
	PRIMARY KEY (agency, seq),
	UNIQUE (agency, hash)
);

CREATE TABLE head (
	agency TEXT PRIMARY KEY REFERENCES agency (id),
	seq    BIGINT NOT NULL,
	issued BIGINT NOT NULL,
	note   BYTEA NOT NULL
);

CREATE TABLE audit (
	agency TEXT NOT NULL REFERENCES agency (id),
	number BIGINT NOT NULL,
	at     BIGINT NOT NULL,
	member TEXT NOT NULL, -- id; '' of the server itself
	what   TEXT NOT NULL, -- a short word, such as "publish"
	about  TEXT NOT NULL,
	PRIMARY KEY (agency, number)
);
