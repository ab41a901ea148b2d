# Songs: their names, how they feel and what was heard in them.

song-by = „{ $title }“ von { $artist }
song-alone = „{ $title }“

song-feels = { $song } wirkt { feeling } (so { $sources }).
# In the nominative, never at the beginning of a sentence.
song-source = { $source ->
        [catalogue] der moodmix-Katalog
        [library] deine Bibliothek
        [music_network] das moodmix-Musiknetz
        [upload] deine Audiodatei
       *[service] { $name }
    }
song-disagreement = Hier sind sich { $one } und { $other } nicht einig: { $first } (so { $one }) oder { $second } (so { $other }). Ich nehme die Mitte.

song-sounds = { $known ->
        [both] Er klingt { $words } (etwa { $bpm } BPM in { song-key }).
        [tempo] Er klingt { $words } (etwa { $bpm } BPM).
        [key] Er klingt { $words } ({ song-key }).
       *[nothing] Er klingt { $words }.
    }
song-sound = { $sound ->
        [slow] langsam
        [fast] schnell
        [major] nach Dur
        [minor] nach Moll
        [soft] leise
        [loud] laut
        [mellow] weich
       *[crisp] klar
    }
song-tempo = Er läuft mit etwa { $bpm } BPM.
# Minor keys are written small, and some go by another name of the same tone than major ones.
song-key = { $mode ->
        [major] { song-tonic }-Dur
       *[minor] { $tonic ->
            [C-sharp] cis-Moll
            [D] d-Moll
            [E-flat] es-Moll
            [E] e-Moll
            [F] f-Moll
            [F-sharp] fis-Moll
            [G] g-Moll
            [A-flat] gis-Moll
            [A] a-Moll
            [B-flat] b-Moll
            [B] h-Moll
           *[C] c-Moll
        }
    }
# Of major keys.
song-tonic = { $tonic ->
        [C-sharp] Des
        [D] D
        [E-flat] Es
        [E] E
        [F] F
        [F-sharp] Fis
        [G] G
        [A-flat] As
        [A] A
        [B-flat] B
        [B] H
       *[C] C
    }

song-turn = { $change ->
        [brighter] Er beginnt { feeling } und wird etwa ab { $time } heiterer.
        [darker] Er beginnt { feeling } und wird etwa ab { $time } düsterer.
        [energetic] Er beginnt { feeling } und bekommt etwa ab { $time } mehr Energie.
        [calmer] Er beginnt { feeling } und wird etwa ab { $time } ruhiger.
        [brighter-energetic] Er beginnt { feeling }, wird etwa ab { $time } heiterer und bekommt mehr Energie.
        [brighter-calmer] Er beginnt { feeling } und wird etwa ab { $time } heiterer und ruhiger.
        [darker-energetic] Er beginnt { feeling }, wird etwa ab { $time } düsterer und bekommt mehr Energie.
       *[darker-calmer] Er beginnt { feeling } und wird etwa ab { $time } düsterer und ruhiger.
    }
