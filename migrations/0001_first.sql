-- People, what stands open, answers and what people thought of them. A person is a keyed hash;
-- there are no pictures, no audio, no message texts. Times are UTC in ISO 8601 with microseconds,
-- valence and arousal lie in [-1, 1]. Erasing a person erases everything that hangs on them.

CREATE TABLE person (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????+00:00')
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
    person   TEXT    NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    version  INTEGER NOT NULL CHECK (version >= 1),
    given_at TEXT    NOT NULL CHECK (given_at GLOB '????-??-??T??:??:??.??????+00:00')
) STRICT, WITHOUT ROWID;

-- face: seven probabilities and how they were read, as JSON; seed: the song and who rated it.
CREATE TABLE session (
    person     TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    face       TEXT,
    seed       TEXT,
    updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.??????+00:00'),
    CHECK (face IS NOT NULL OR seed IS NOT NULL)
) STRICT;

-- AUTOINCREMENT: an erased mix's number is never given to another, so old buttons hit nothing.
CREATE TABLE mix (
    id                 INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person             TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at         TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????+00:00'),
    label              TEXT NOT NULL CHECK (
        label IN ('angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral')
    ),
    confidence         REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    face_valence       REAL NOT NULL CHECK (face_valence BETWEEN -1 AND 1),
    face_arousal       REAL NOT NULL CHECK (face_arousal BETWEEN -1 AND 1),
    seed_title         TEXT NOT NULL CHECK (seed_title <> ''),
    seed_artists       TEXT NOT NULL,
    seed_valence       REAL NOT NULL CHECK (seed_valence BETWEEN -1 AND 1),
    seed_arousal       REAL NOT NULL CHECK (seed_arousal BETWEEN -1 AND 1),
    seed_identified_by TEXT NOT NULL,
    seed_rated_by      TEXT NOT NULL,
    intent             TEXT NOT NULL,
    cause              TEXT NOT NULL,
    target_valence     REAL NOT NULL CHECK (target_valence BETWEEN -1 AND 1),
    target_arousal     REAL NOT NULL CHECK (target_arousal BETWEEN -1 AND 1)
) STRICT;

CREATE INDEX mix_by_person ON mix (person);

-- artists: a JSON list of names in credit order.
CREATE TABLE recommendation (
    mix_id   INTEGER NOT NULL REFERENCES mix (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    title    TEXT NOT NULL CHECK (title <> ''),
    artists  TEXT NOT NULL,
    valence  REAL NOT NULL CHECK (valence BETWEEN -1 AND 1),
    arousal  REAL NOT NULL CHECK (arousal BETWEEN -1 AND 1),
    score    REAL NOT NULL,
    PRIMARY KEY (mix_id, position)
) STRICT, WITHOUT ROWID;

-- position 0 is the mix as a whole.
CREATE TABLE feedback (
    mix_id     INTEGER NOT NULL REFERENCES mix (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position >= 0),
    person     TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    verdict    TEXT NOT NULL CHECK (verdict IN ('up', 'down')),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????+00:00'),
    PRIMARY KEY (mix_id, position, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_by_person ON feedback (person);

-- ref: a keyed hash of the chat message that carries a mix.
CREATE TABLE message (
    ref    TEXT    NOT NULL PRIMARY KEY CHECK (ref <> ''),
    mix_id INTEGER NOT NULL REFERENCES mix (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX message_by_mix ON message (mix_id);

-- Holds a row from the deletion of a person until their last byte has left the file, so that a
-- start after a crash in between can finish it.
CREATE TABLE unfinished_erasure (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1)
) STRICT;
