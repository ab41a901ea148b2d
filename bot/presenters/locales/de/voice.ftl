# Playing a list aloud in a voice channel of Discord.

voice-play-button = 🔊 Hier abspielen

voice-button = { $control ->
        [pause] ⏸ Pause
        [resume] ▶ Weiter
        [skip] ⏭ Überspringen
       *[stop] ⏹ Stopp
    }

command-play = Deine letzte Liste in dem Sprachkanal abspielen, in dem du bist
command-stop = Das Abspielen im Sprachkanal beenden

voice-begun = Los geht’s: Ich spiele deine Liste in { $room }.
voice-stopped = Gestoppt.

voice-now = { $state ->
        [paused] ⏸ Pause in { $room }, Song { $position } von { $length }: **{ $song }**
       *[playing] 🔊 Läuft in { $room }, Song { $position } von { $length }: **{ $song }**
    }
voice-song = { $title } von { $artist }
voice-silent = Ausgelassen, weil ich keine Aufnahme zum Abspielen gefunden habe: { $songs }.
voice-ended = { $ending ->
        [done] Das war die Liste. Danke fürs Zuhören in { $room }.
        [stopped] Gestoppt in { $room }.
        [alone] In { $room } war niemand mehr, also habe ich aufgehört.
        [lost] Ich wurde aus { $room } entfernt, also ist die Musik aus. Drück unter der Liste auf „Hier abspielen“, um sie wieder zu hören.
        [closing] Ich muss kurz weg, also ist die Musik in { $room } aus. Drück unter der Liste auf „Hier abspielen“, sobald ich wieder da bin.
       *[broken] Bei mir ist etwas schiefgegangen, also ist die Musik in { $room } aus. Drück unter der Liste auf „Hier abspielen“, um es noch einmal zu versuchen.
    }

## What cannot be done

error-list-gone = Diese Liste habe ich nicht mehr.
error-list-gone-next = Lass dir bitte eine neue machen.

error-no-list-yet = Du hast noch keine Liste.
error-no-list-yet-next = Lass dir mit /moodmix eine machen, und spiel sie dann ab.

error-voice-off = Das Abspielen in Sprachkanälen ist hier ausgeschaltet.
error-voice-off-next = Die Links unter jedem Song führen weiterhin zu ihm.

error-voice-not-there = Ich bin auf diesem Server kein Mitglied, deshalb kann ich nicht in seine Sprachkanäle kommen.
error-voice-not-there-next = Wer den Server verwaltet, kann mich hinzufügen.

error-voice-not-joined = Du bist in keinem Sprachkanal.
error-voice-not-joined-next = Tritt bitte einem bei, und versuch es noch einmal.

error-voice-on-stage = Auf einer Bühne (Stage-Kanal) kann ich nichts abspielen.
error-voice-on-stage-next = Tritt bitte einem Sprachkanal bei, und drück noch einmal.

error-voice-forbidden = { $permission ->
        [view_channel] Ich darf { $room } nicht sehen.
        [connect] Ich darf { $room } nicht beitreten.
       *[speak] Ich darf in { $room } nicht sprechen.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] Bitte frag, wer den Server verwaltet, nach der Berechtigung „Kanal ansehen“ für mich.
        [connect] Bitte frag, wer den Server verwaltet, nach der Berechtigung „Verbinden“ für mich.
       *[speak] Bitte frag, wer den Server verwaltet, nach der Berechtigung „Sprechen“ für mich.
    }

error-voice-room-full = { $room } ist voll.
error-voice-room-full-next = Versuch es bitte noch einmal, wenn Platz für mich ist, oder geh in einen anderen Kanal.

error-voice-taken = Ich spiele gerade schon eine Liste in { $room }.
error-voice-taken-next = Komm bitte dort dazu, oder drück dort erst auf „Stopp“.

error-voice-unreachable = Ich bin nicht bis zu { $room } durchgekommen.
error-voice-unreachable-next = Versuch es bitte gleich noch einmal; falls es bleibt, hilft vielleicht eine andere Region in den Einstellungen des Kanals.

error-voice-nothing-to-hear = Zu keinem Song dieser Liste habe ich eine Aufnahme zum Abspielen gefunden.
error-voice-nothing-to-hear-next = Die Links unter jedem Song führen zu ihm; oder lass dir eine andere Liste machen.

error-voice-not-playing = Auf diesem Server läuft gerade nichts.
error-voice-not-playing-next = Drück unter einer Liste auf „Hier abspielen“, um anzufangen.

error-voice-listeners-only = Das können nur Leute, die in { $room } zuhören.
error-voice-listeners-only-next = Tritt dem Kanal bitte erst bei.
