-- Songs of the library found by their titles.

-- title_key, bare_key: the title as match_title and as bare_title make spellings of it alike. They
-- are NULL in songs scanned before there were keys, and wherever a migration has emptied them
-- because keys are made otherwise now; the first question about a song fills them in.
ALTER TABLE library_song ADD COLUMN title_key TEXT;
ALTER TABLE library_song ADD COLUMN bare_key TEXT;

CREATE INDEX library_song_by_title ON library_song (title_key);
CREATE INDEX library_song_by_bare_title ON library_song (bare_key);
