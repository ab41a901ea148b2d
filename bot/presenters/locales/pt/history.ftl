change-from-start = { $brightness ->
        [brighter] { $energy ->
            [livelier] Mais luminoso e mais animado que no início
            [calmer] Mais luminoso e mais calmo que no início
           *[same] Mais luminoso que no início
        }
        [darker] { $energy ->
            [livelier] Mais sombrio e mais agitado que no início
            [calmer] Mais sombrio e mais calmo que no início
           *[same] Mais sombrio que no início
        }
       *[same] { $energy ->
            [livelier] Com mais energia que no início
            [calmer] Mais calmo que no início
           *[same] Mais ou menos como no início
        }
    }
change-from-week = { $brightness ->
        [brighter] { $energy ->
            [livelier] Mais luminoso e mais animado que na semana anterior
            [calmer] Mais luminoso e mais calmo que na semana anterior
           *[same] Mais luminoso que na semana anterior
        }
        [darker] { $energy ->
            [livelier] Mais sombrio e mais agitado que na semana anterior
            [calmer] Mais sombrio e mais calmo que na semana anterior
           *[same] Mais sombrio que na semana anterior
        }
       *[same] { $energy ->
            [livelier] Com mais energia que na semana anterior
            [calmer] Mais calmo que na semana anterior
           *[same] Mais ou menos como na semana anterior
        }
    }

history-title-one = Até agora: { emotion-feel }
history-title-days = { $days ->
        [one] Um dia, em destaque: { emotion-feel }
       *[other] { $days } dias, em destaque: { emotion-feel }
    }
history-title-weeks = { $weeks } semanas, em destaque: { emotion-feel }

history-read = pelo rosto
history-told = por você

history-described = { $count ->
        [one] Seu histórico de humor, um registro ({ $dates }): { $moods }.
       *[other] Seu histórico de humor, { $count } registros ({ $dates }): { $moods }. { $change }.
    }
history-described-told = { $told ->
        [one] Um deles foi dito por você.
       *[other] { $told } deles foram ditos por você.
    }
mood-count = { emotion-feel } { $count }

course-title = { course-mood-from } { course-mood-to }
course-title-same = Sem mudança: { emotion-feel }
course-mood-from = { $from ->
        [angry] Da raiva
        [disgust] Do nojo
        [fear] Do medo
        [happy] Da alegria
        [sad] Da tristeza
        [surprise] Da surpresa
       *[neutral] Do neutro
    }
course-mood-to = { $to ->
        [angry] à raiva
        [disgust] ao nojo
        [fear] ao medo
        [happy] à alegria
        [sad] à tristeza
        [surprise] à surpresa
       *[neutral] ao neutro
    }
course-first = no início
course-now = agora

course-described = O que mudou enquanto você ouvia, num plano do sombrio ao luminoso e do calmo ao enérgico: { $moods }. { $change }.
course-described-mood = { $number } { emotion-feel } ({ feeling-face })

week-title = O humor da semana: { emotion-feel }
week-title-quiet = Uma semana tranquila
week-no-mood = Nenhum humor anotado nestes sete dias
week-moods = { $count ->
        [one] Um registro em sete dias
       *[other] { $count } registros em sete dias
    }
week-lists = { $count ->
        [0] Nenhuma lista
        [one] Uma lista
       *[other] { $count } listas
    }
week-liked = Você gostou de
week-liked-more = { $count ->
        [one] e mais uma
       *[other] e mais { $count }
    }

week-described = { $title } ({ $dates }). { $change }.
week-described-days = { $days }.
week-described-day = { $day }: { $moods }
week-described-lists = { $lists }.
week-described-liked = Você gostou de { $songs }.
