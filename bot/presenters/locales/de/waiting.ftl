# When an answer takes longer than usual, or was interrupted.

waiting-in-line = Einen Moment, gerade fragen viele: Du bist in der Schlange auf Platz { $number }.

interrupted = { $count ->
        [one] Entschuldige, ich wurde unterbrochen, während ich daran gearbeitet habe. Falls meine Antwort nicht angekommen ist, schick oder drück es bitte noch einmal.
       *[other] Entschuldige, ich wurde unterbrochen, während ich an deinen letzten { $count } Nachrichten gearbeitet habe. Falls eine Antwort nicht angekommen ist, schick die Nachricht bitte noch einmal.
    }
