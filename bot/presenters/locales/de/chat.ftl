# What moodmix says in the conversation.

row = { $before }; { $after }

greeting = Hi, ich bin moodmix. Schick mir ein Selfie oder ein kurzes Video, oder sag mir, wie du dich fühlst, und nenn mir einen Song, den du gerade gern hörst. Du bekommst fünf Songs für deine Stimmung und den Grund dafür.

welcome-back = Schön, dass du wieder da bist. Schick mir ein Selfie und einen Song, den du gerade gern hörst.

help =
    Schick ein Foto oder ein kurzes Video von deinem Gesicht zusammen mit einem Song: Schreib seinen Namen dazu („Artist - Titel“), füg einen Link ein oder schick die Audiodatei. Das geht auch nacheinander. Ohne Kamera sagst du mir einfach, wie du dich fühlst: /mood fröhlich. Ohne Song richte ich mich allein nach deiner Stimmung.

    Ich vergleiche deine Stimmung mit der des Songs. Sind sie sich ähnlich, bleibe ich dabei; ist der Song heiterer oder hat mehr Energie, führe ich dich Schritt für Schritt dorthin; und bist du aufgewühlt und der Song ist ruhig, bringe ich dich zur Ruhe. Mit den Buttons unter einer Antwort änderst du das, und aus deinen 👍 und 👎 lerne ich; dort tauchen dann auch Buttons auf für mehr von einem Song oder nichts mehr von diesem Act.

    Wo ich nicht sicher bin, wie du dreinschaust, frage ich, und wo ich falschliege, sag es mir einfach. Bei einem Gruppenfoto kann ich die Stimmung von allen nehmen. Wenn du fertig gehört hast, sag mir, wie du dich jetzt fühlst, und die nächste Liste macht dort weiter.

    /moodmix – einen Mix starten
    /mood – sagen, wie du dich fühlst, ohne Kamera
    /history – deine Stimmungen im Lauf der Zeit
    /week – deine Woche in einem Bild
    /settings – Sprache, Songs und Anlässe
    /privacy – was gespeichert wird
    /export – alles über dich als Datei
    /forget – alles über dich löschen

## Consent and data

consent-notice =
    Bevor ich mir ein Gesicht ansehe: moodmix nutzt Software, die einen Gesichtsausdruck schätzt. Sie kann sich irren, und sie weiß nicht, wie du dich wirklich fühlst.

    Dein Foto oder Video wird nur im Arbeitsspeicher betrachtet und sofort verworfen. Nichts, was ein Gesicht zeigt oder identifiziert, wird jemals gespeichert. Was ich aufbewahre, verschlüsselt und unter einem Pseudonym, sind die Stimmung, die ich ablese, die Songs und deine 👍 und 👎. { kept-for }

    Du kannst deine Einwilligung jederzeit widerrufen (/privacy), und du brauchst überhaupt keine Kamera: Sag mir einfach, wie du dich fühlst (/mood).

    Bitte stimm nur zu, wenn du mindestens 16 bist und das Gesicht deins ist oder die Person, der es gehört, einverstanden ist.
kept-for = { $days ->
        [0] Das bleibt, bis du /forget sagst.
        [one] Das wird nach { $days } Tag gelöscht, oder sobald du /forget sagst.
       *[other] Das wird nach { $days } Tagen gelöscht, oder sobald du /forget sagst.
    }
consent-thanks = Danke dir. Schick mir jetzt ein Selfie und einen Song.
consent-thanks-waiting = Danke dir. Ich sehe mir an, was du geschickt hast.
consent-noted = Danke, für dich notiert. Schick mir jetzt ein Selfie von dir und einen Song.

others-face-notice = Dieses Foto hat jemand anderes geschickt. Ich lese ein Gesicht nur, wenn es deins ist oder die Person, der es gehört, einverstanden ist.
others-picture = Ich sehe mir nur Bilder an, die du selbst geschickt hast. Schick mir bitte ein eigenes.

privacy =
    Was mit deinen Daten passiert:
    • Fotos, Videos und Audiodateien werden im Arbeitsspeicher verarbeitet und verworfen. Sie werden nie gespeichert und nie an jemanden geschickt.
    • Software schätzt den Ausdruck eines Gesichts. Sie kann sich irren, und sie erkennt niemanden als Person. Sie sieht sich kein Gesicht an, bevor du zugestimmt hast, und keins mehr, nachdem du das widerrufen hast. Auch ohne sie geht alles: Sag mir mit /mood, wie du dich fühlst.
    • In einer lokalen Datenbank gespeichert: dass du zugestimmt hast und wann; deine Stimmungen, abgelesen (Prozente von sieben Ausdrücken, bei einem Video von Moment zu Moment) oder von dir gesagt; die Songs deiner Listen und was ich im letzten gehört habe (Zahlen, kein Ton); deine 👍 und 👎, deine Einstellungen und von wem du nichts hören willst. Was etwas über dich aussagt, ist verschlüsselt, und es steht unter einem mit Schlüssel gebildeten Pseudonym statt unter deiner Nutzer-ID.
    • { kept-for }
    • Deine nächsten Listen lernen aus deinen 👍 und 👎. Wo viele Menschen diesen Bot nutzen, hilft den anderen, was mindestens fünf von ihnen über dieselben Songs denken; wer sie sind, erfährt niemand.
    • Namen und Links von Songs werden bei Musikdiensten nachgeschlagen; über dich erfahren die nichts.
    • /export gibt dir alles, was über dich gespeichert ist. /forget löscht alles davon auf einmal.
withdraw-button = Einwilligung widerrufen
withdrawn = Erledigt: Ich lese kein Gesicht mehr von dir, bis du wieder zustimmst. Deine Stimmungen und Listen sind noch da; /forget löscht sie. Wenn du magst, sag mir mit /mood, wie du dich fühlst.

forget-question = Soll ich alles über dich löschen: deine Einwilligung, deine Stimmungen, deine Mixe und deine Bewertungen? Das lässt sich nicht rückgängig machen.
forgotten = Erledigt: Deine Einwilligung, deine Stimmungen, deine Mixe und deine Bewertungen sind gelöscht. Wenn du wieder ein Selfie schickst, frage ich dich neu um deine Einwilligung.
kept = Es wurde nichts gelöscht.

## Asking for the next thing

start-mix = Schick mir ein Selfie oder ein kurzes Video von deinem Gesicht und den Song, den du gerade gern hörst: seinen Namen, einen Link oder die Audiodatei. In einer Nachricht oder in zweien, egal in welcher Reihenfolge.
ask-mood = Wähl aus, was passt.
ask-face = { $song }, gut. Schick mir jetzt ein Selfie oder ein kurzes Video von deinem Gesicht, oder sag mir, wie du dich fühlst.
ask-face-heard = { $song }, gut. { $heard } Schick mir jetzt ein Selfie oder ein kurzes Video von deinem Gesicht, oder sag mir, wie du dich fühlst.
ask-which = Ich bin nicht sicher, welchen Song du meinst. Ist es einer von diesen? Dann tipp ihn an, sonst schreib „Artist - Titel“ oder füg einen Link ein.
ask-whether = Ich bin nicht sicher, welchen Song du meinst. Ist es dieser: { $song }? Dann tipp ihn an, sonst schreib „Artist - Titel“ oder füg einen Link ein.
answer-by-reply = Schreib das bitte als Antwort auf diese Nachricht.
next-by-command = Ruf damit noch einmal /moodmix auf, oder schick es mir als Direktnachricht.

## While work is under way

working = Ich schaue und höre …
sending-song = Ich schicke den Song …

## What was noted

rated = { $verdict ->
        [up] Notiert: Du magst { $title }.
        [down] Notiert: { $title } ist nichts für dich.
       *[none] Notiert: Zu { $title } hast du keine Meinung mehr.
    }

wish-noted = { $wish ->
        [more_like] Notiert: In deiner nächsten Liste kommt mehr wie { $title }.
        [not_artist] Notiert: ab jetzt nichts mehr von { $artist }.
       *[anything] Notiert: Alles darf wieder kommen.
    }

intent-stands = So ist diese Liste schon gemacht.

## What cannot be done

not-understood = Ich verstehe Fotos, kurze Videos und Songs (Name, Link oder Audiodatei). /help zeigt, wie es geht.
unknown-command = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.
write-as-yourself = Ich kann nur mit Leuten reden, die als sie selbst schreiben, nicht als Gruppe oder Kanal.
no-face-in-message = In dieser Nachricht ist kein Foto oder Video. Wähl bitte eine aus, die eins enthält.
request-expired = Diese Anfrage habe ich nicht mehr. Schick sie bitte noch einmal.
others-button = Dieser Button gehört jemand anderem.
unreachable = Ich bin nicht zu erreichen. Schau bitte, ob moodmix noch läuft, starte es sonst neu und schick deine Nachricht noch einmal.
incident = Bei mir ist etwas schiefgegangen, und ich habe es festgehalten. Versuch es bitte noch einmal; falls es bleibt, melde den Vorfall { $number }.
