how-now = Como você está se sentindo agora? Toque em um humor ou me mande uma nova selfie, e eu sigo daí. Seu humor antes da lista: { $before }.

moved-from-to = Seu humor antes: { $before }. Agora: { $now }.
moved-not = Seu humor está mais ou menos onde estava: { $now }.

moved-how =
    { $valence ->
        [brighter]
            { $arousal ->
                [livelier] Está mais luminoso e com mais energia do que antes da lista.
                [calmer] Está mais luminoso e mais calmo do que antes da lista.
               *[same] Está mais luminoso do que antes da lista.
            }
        [darker]
            { $arousal ->
                [livelier] Está mais sombrio e com mais energia do que antes da lista.
                [calmer] Está mais sombrio e mais calmo do que antes da lista.
               *[same] Está mais sombrio do que antes da lista.
            }
       *[same]
            { $arousal ->
                [livelier] Está com mais energia do que antes da lista.
               *[calmer] Está mais calmo do que antes da lista.
            }
    }

moved-since-start = E lá no começo: { $began }.

farewell = Combinado. Estou aqui quando você quiser: uma selfie ou /mood, e a gente recomeça.

put-away = O que a gente tinha começado ficou parado por mais de um dia, então deixei de lado. Vamos começar do zero.

help-line = Os últimos dias parecem pesados, até onde consigo perceber, e posso estar enganado. Se conversar ajuda: em findahelpline.com você encontra pessoas que escutam, de graça e com sigilo, na maioria dos países. Se você está em perigo, por favor, ligue para o número de emergência da sua região. (/settings desativa esta mensagem.)

help-off-button = Não mostrar mais
help-off = Essa mensagem não vai aparecer de novo. /settings traz ela de volta.

correct-button = Não é isso
other-mood-button = Sinto outra coisa
last-song-button = A mesma música de antes
no-song-button = Sem música, só o meu humor
onward-button = { $onward ->
        [check_in] Como você está agora?
       *[finish] Estou bem, valeu
    }

correct-question = O que é, então?
song-ways-question = Ou continue sem uma música nova
onward-question = E agora?
