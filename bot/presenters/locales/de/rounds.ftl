# How a round goes on after its list: how the person feels now, what moved, and the end.

how-now = Wie fühlst du dich jetzt? Wähl eine Stimmung aus oder schick mir ein neues Selfie, dann mache ich dort weiter. Vor der Liste war deine Stimmung: { $before }.

moved-from-to = Erst { $before }, jetzt { $now }.
moved-not = Deine Stimmung ist etwa da, wo sie war: { $now }.

moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] Das ist heiterer und lebhafter als vor der Liste.
                [calmer] Das ist heiterer und ruhiger als vor der Liste.
               *[same] Das ist heiterer als vor der Liste.
            }
        [darker]
            { $arousal ->
                [livelier] Das ist düsterer und lebhafter als vor der Liste.
                [calmer] Das ist düsterer und ruhiger als vor der Liste.
               *[same] Das ist düsterer als vor der Liste.
            }
       *[same]
            { $arousal ->
                [livelier] Das ist lebhafter als vor der Liste.
               *[calmer] Das ist ruhiger als vor der Liste.
            }
    }

moved-since-start = Ganz am Anfang: { $began }.

farewell = Gut. Ich bin da, wann immer du magst: ein Selfie oder /mood, und wir fangen neu an.

put-away = Was wir angefangen hatten, lag länger als einen Tag da, also habe ich es weggelegt. Wir fangen frisch an.

help-line = Die letzten Tage sehen schwer aus, soweit ich das sehe, und ich kann mich irren. Falls Reden hilft: Auf findahelpline.com findest du Menschen, die zuhören, in den meisten Ländern, kostenlos und vertraulich. Wenn du in Gefahr bist, ruf bitte die örtliche Notrufnummer an. (In /settings lässt sich dieser Hinweis abschalten.)

help-off-button = Nicht mehr anzeigen
help-off = Dieser Hinweis kommt nicht mehr. /settings bringt ihn zurück.

correct-button = Stimmt nicht
other-mood-button = Ich fühle mich anders
last-song-button = Derselbe Song wie zuvor
no-song-button = Kein Song, nur meine Stimmung
onward-button = { $onward ->
        [check_in] Wie fühlst du dich jetzt?
       *[finish] Alles gut, danke
    }

correct-question = Was ist es dann?
song-ways-question = Oder ohne neuen Song weiter
onward-question = Und jetzt?
