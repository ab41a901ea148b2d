# Songs: their names, how they feel and what was heard in them.

# A song inside a sentence; $artist may be several names.
song-by = "{ $title }" by { $artist }
song-alone = "{ $title }"

# $song is a song-by or song-alone, $sources a row of song-source.
song-feels = { $song } feels { feeling } (says { $sources }).
# Who told how a song feels; services keep their own $name.
song-source = { $source ->
        [catalogue] moodmix catalogue
        [library] your library
        [music_network] moodmix music network
        [upload] your audio file
       *[service] { $name }
    }
# $one and $other are song-sources, $first and $second what each says, a feeling.
song-disagreement = { $one } and { $other } disagree: { $one } hears it as { $first }, { $other } as { $second }, so I go between them.

# $words is a row of song-sound.
song-sounds = { $known ->
        [both] It sounds { $words } (about { $bpm } BPM in { song-key }).
        [tempo] It sounds { $words } (about { $bpm } BPM).
        [key] It sounds { $words } ({ song-key }).
       *[nothing] It sounds { $words }.
    }
song-sound = { $sound ->
        [slow] slow
        [fast] fast
        [major] major
        [minor] minor
        [soft] soft
        [loud] loud
        [mellow] mellow
       *[crisp] crisp
    }
song-tempo = It moves at about { $bpm } BPM.
song-key = { $mode ->
        [major] { song-tonic } major
       *[minor] { song-tonic } minor
    }
# The tone that a key is named after.
song-tonic = { $tonic ->
        [C-sharp] C♯
        [D] D
        [E-flat] E♭
        [E] E
        [F] F
        [F-sharp] F♯
        [G] G
        [A-flat] A♭
        [A] A
        [B-flat] B♭
        [B] B
       *[C] C
    }

# $time is a place in the song such as 2:10.
song-turn = { $change ->
        [brighter] It starts { feeling }, and grows brighter from about { $time } on.
        [darker] It starts { feeling }, and grows darker from about { $time } on.
        [energetic] It starts { feeling }, and grows more energetic from about { $time } on.
        [calmer] It starts { feeling }, and grows calmer from about { $time } on.
        [brighter-energetic] It starts { feeling }, and grows brighter and more energetic from about { $time } on.
        [brighter-calmer] It starts { feeling }, and grows brighter and calmer from about { $time } on.
        [darker-energetic] It starts { feeling }, and grows darker and more energetic from about { $time } on.
       *[darker-calmer] It starts { feeling }, and grows darker and calmer from about { $time } on.
    }
