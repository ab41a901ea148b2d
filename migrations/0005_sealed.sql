-- What people told is sealed with a key that lies outside the database (core/storage/vault.py), in
-- columns called sealed; keyed hashes, times, numbers and verdicts stay open.
-- seal(kind, owner, text) and key_in_use() are ours: what older versions of moodmix had stored open
-- is sealed here.

-- The keys that rows may be sealed with, by fingerprint, so that a wrong key is noticed at once.
CREATE TABLE sealing_key (
    fingerprint TEXT NOT NULL PRIMARY KEY CHECK (length(fingerprint) = 16)
) STRICT, WITHOUT ROWID;

INSERT INTO sealing_key (fingerprint) VALUES (key_in_use());

-- given_at stays when a consent is withdrawn.
ALTER TABLE consent ADD COLUMN withdrawn_at TEXT CHECK (
    withdrawn_at GLOB '????-??-??T??:??:??.??????+00:00'
);

-- sealed: core/storage/session_json.py. The old column seed held the song or those that were asked
-- about; whichever it was not is unreadable and left out.
CREATE TABLE sealed_session (
    person     TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    sealed     BLOB NOT NULL,
    updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.??????+00:00')
) STRICT;

INSERT INTO sealed_session (person, sealed, updated_at)
SELECT
    person,
    seal('session', person, json_object(
        'face', CASE WHEN json_valid(face) THEN json(face) END,
        'seed', CASE WHEN json_valid(seed) THEN json(seed) END,
        'doubt', CASE WHEN json_valid(seed) THEN json(seed) END
    )),
    updated_at
FROM session;

DROP TABLE session;
ALTER TABLE sealed_session RENAME TO session;

-- sealed: core/storage/mix_json.py, the whole answer; tracks: how many it has.
CREATE TABLE sealed_mix (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    person     TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????+00:00'),
    tracks     INTEGER NOT NULL CHECK (tracks >= 0),
    sealed     BLOB NOT NULL
) STRICT;

INSERT INTO sealed_mix (id, person, created_at, tracks, sealed)
SELECT
    id,
    person,
    created_at,
    (SELECT count(*) FROM recommendation WHERE mix_id = id),
    seal('mix', person, json_object(
        'label', label,
        'confidence', confidence,
        'valence', face_valence,
        'arousal', face_arousal,
        'seed', json_object(
            'title', seed_title,
            'artists', json(seed_artists),
            'valence', seed_valence,
            'arousal', seed_arousal,
            'identified_by', seed_identified_by,
            'rated_by', seed_rated_by
        ),
        'intent', intent,
        'cause', cause,
        'target_valence', target_valence,
        'target_arousal', target_arousal,
        'tracks', (
            SELECT json_group_array(json_object(
                'title', title,
                'artists', json(artists),
                'valence', valence,
                'arousal', arousal,
                'score', score,
                'library_song', library_song,
                'year', year,
                'genre', genre,
                'language', language
            ))
            FROM (SELECT * FROM recommendation WHERE mix_id = mix.id ORDER BY position)
        )
    ))
FROM mix;

-- the number of an erased mix is not given again
DELETE FROM sqlite_sequence WHERE name = 'sealed_mix';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'sealed_mix', seq FROM sqlite_sequence WHERE name = 'mix';

DROP TABLE recommendation;
DROP TABLE mix;
ALTER TABLE sealed_mix RENAME TO mix;

CREATE INDEX mix_by_person ON mix (person);
CREATE INDEX mix_by_time ON mix (created_at);
CREATE INDEX feedback_by_time ON feedback (created_at);

-- sealed: core/storage/diary_json.py, everything a person asks for beyond one answer.
CREATE TABLE wishes (
    person     TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    sealed     BLOB NOT NULL,
    updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.??????+00:00')
) STRICT;

INSERT INTO wishes (person, sealed, updated_at)
SELECT
    person,
    seal('wishes', person, json_object(
        'not_artists', (
            SELECT json_group_array(json_extract(artists, '$[0]')) FROM (
                SELECT artists FROM wish
                WHERE person = one.person AND kind = 'not_artist' ORDER BY created_at
            )
        ),
        'like', (
            SELECT json_group_array(json_object('title', title, 'artists', json(artists))) FROM (
                SELECT title, artists FROM wish
                WHERE person = one.person AND kind = 'more_like' ORDER BY created_at
            )
        )
    )),
    max(created_at)
FROM wish AS one
GROUP BY person;

DROP TABLE wish;

-- sealed: core/storage/diary_json.py.
CREATE TABLE mood (
    id     INTEGER NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    at     TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.??????+00:00'),
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX mood_by_person ON mood (person, at);
CREATE INDEX mood_by_time ON mood (at);

-- sealed: core/storage/diary_json.py, what a person set.
CREATE TABLE preferences (
    person     TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    sealed     BLOB NOT NULL,
    updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.??????+00:00')
) STRICT;

-- the next opening rebuilds the file, so that no open byte is left in it
INSERT OR IGNORE INTO unfinished_erasure (id) SELECT 1 FROM person LIMIT 1;
