-- Somebody's own music. A song is known by the hash of its content, so that copies are one song,
-- and a moved file keeps its number and is not listened to again.

-- reading: everything heard, as JSON; valence and arousal stand beside it to search by.
-- network: the version of the network that listened; where it is another one, only the emotion is
-- read again. artists: a JSON list of names in credit order.
CREATE TABLE library_song (
    number       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    content_hash TEXT NOT NULL UNIQUE CHECK (length(content_hash) = 64),
    title        TEXT NOT NULL CHECK (title <> ''),
    artists      TEXT NOT NULL,
    album        TEXT,
    year         INTEGER,
    genre        TEXT,
    duration_s   REAL CHECK (duration_s >= 0),
    network      TEXT NOT NULL,
    valence      REAL NOT NULL CHECK (valence BETWEEN -1 AND 1),
    arousal      REAL NOT NULL CHECK (arousal BETWEEN -1 AND 1),
    reading      TEXT NOT NULL,
    analysed_at  TEXT NOT NULL CHECK (analysed_at GLOB '????-??-??T??:??:??.??????+00:00')
) STRICT;

-- path: the bytes of the name, which need not be text. size_bytes: NULL where it could not be looked
-- at, or for a folder that could not. added_at and seen_at: the first and the last scan that came
-- across it. failure: why it cannot be used, a code and its parameters as JSON; with failed_by the
-- network of that version could not listen to the content, without it nothing could be read.
CREATE TABLE library_file (
    path         BLOB NOT NULL PRIMARY KEY,
    size_bytes   INTEGER,
    modified_ns  INTEGER,
    added_at     TEXT NOT NULL CHECK (added_at GLOB '????-??-??T??:??:??.??????+00:00'),
    seen_at      TEXT NOT NULL CHECK (seen_at GLOB '????-??-??T??:??:??.??????+00:00'),
    content_hash TEXT CHECK (length(content_hash) = 64),
    failure      TEXT,
    failed_by    TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX library_file_by_content ON library_file (content_hash);

-- library_song: the song's number where it came from the library. It refers to nothing, so that an
-- answer outlives the song; numbers are never given again.
ALTER TABLE recommendation ADD COLUMN library_song INTEGER;
