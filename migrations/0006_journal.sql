-- Requests in hand, so that none is lost or answered twice when the process dies.

-- ref: a keyed hash of the platform's id of a message, press or command. sealed: where an answer
-- goes; NULL once it was given.
CREATE TABLE request (
    ref         TEXT NOT NULL PRIMARY KEY CHECK (ref <> ''),
    platform    TEXT NOT NULL CHECK (platform <> ''),
    received_at TEXT NOT NULL CHECK (received_at GLOB '????-??-??T??:??:??.??????+00:00'),
    sealed      BLOB
) STRICT, WITHOUT ROWID;

CREATE INDEX request_by_time ON request (received_at);
CREATE INDEX open_request ON request (platform, received_at) WHERE sealed IS NOT NULL;
