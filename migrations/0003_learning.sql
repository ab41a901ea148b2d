-- What verdicts are learned from, and what people ask for beyond one answer.

-- year, genre, language: of the song, NULL where nobody knew them (or the answer is older than
-- these columns).
ALTER TABLE recommendation ADD COLUMN year INTEGER;
ALTER TABLE recommendation ADD COLUMN genre TEXT;
ALTER TABLE recommendation ADD COLUMN language TEXT;

-- kind: not_artist holds until it is taken back, more_like until a new round begins. title is empty
-- for an artist; artists: a JSON list of names in credit order.
CREATE TABLE wish (
    person     TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('not_artist', 'more_like')),
    title      TEXT NOT NULL CHECK ((title = '') = (kind = 'not_artist')),
    artists    TEXT NOT NULL,
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????+00:00'),
    PRIMARY KEY (person, kind, title, artists)
) STRICT, WITHOUT ROWID;
