list-follows-all = Esta lista segue uma mistura de tudo o que eu vejo.

list-intent = { list-aim }: { list-cause }.
list-intent-unsure = { list-aim }, se eu entendi bem: { list-cause }.
list-aim = { $intent ->
        [modulate] Vamos ficar nesse clima
        [enhance] Vamos levantar o astral
       *[soothe] Vamos acalmar as coisas
    }
list-cause = { $cause ->
        [alike] seu humor e sua música combinam, então a lista fica por aí
        [brighter] sua música é mais luminosa que o seu humor, então a lista te leva até lá, passo a passo
        [more_energetic] sua música tem mais energia que o seu humor, então a lista te leva até lá, passo a passo
        [brighter_and_more_energetic] sua música é mais luminosa e tem mais energia que o seu humor, então a lista te leva até lá, passo a passo
        [darker_or_calmer] sua música é mais sombria ou mais calma que o seu humor, então a lista fica onde você está
        [calmer] seu humor está tenso e sua música é calma, então a lista te leva até lá, passo a passo
        [tense_mood] seu humor está tenso, então a lista vai acalmando passo a passo
        [dark_mood] seu humor está sombrio, então a lista vai clareando passo a passo
        [mood_alone] não há música puxando para outro lado, então a lista fica com você
       *[chosen] foi o que você escolheu
    }
list-doubt = { $intent ->
        [modulate] Se estiver mais para { $moods }, prefiro ficar nesse clima.
        [enhance] Se estiver mais para { $moods }, prefiro levantar o astral.
       *[soothe] Se estiver mais para { $moods }, prefiro acalmar as coisas.
    }
list-baseline = Pelo método básico: as músicas mais parecidas com o seu rosto, seja qual for a intenção.

list-occasion = Uma lista { $occasions }.
occasion = { $occasion ->
        [focus] para se concentrar
        [workout] para malhar
        [sleep] para pegar no sono
        [party] para uma festa
        [commute] para ir ao trabalho
        [morning] para a manhã
        [evening] para o fim do dia
       *[night] para a noite
    }
list-languages = Só em { $languages }.
list-without = Nada de { $artists }.

list-decided = O que contou: { $parts }.
list-weight = { $kind ->
        [mood] o humor ({ $share })
        [artist] o artista ({ $share })
        [genre] o gênero ({ $share })
        [era] a época ({ $share })
        [language] o idioma ({ $share })
        [sound] o som ({ $share })
        [wish] seus pedidos ({ $share })
        [context] a ocasião ({ $share })
        [learned] seus 👍 e 👎 ({ $share })
       *[novelty] a variedade ({ $share })
    }

list-too-short = Não conheço mais músicas que combinem.
list-empty = Não conheço nenhuma música que junte tudo isso. Tente pedir um pouco menos.

track-mood = { $near ->
        [right-end] { feeling }, bem onde a lista quer chegar
        [right-way] { feeling }, bem no caminho até lá
        [close-end] { feeling }, pertinho de onde a lista quer chegar
        [close-way] { feeling }, pertinho do caminho até lá
        [off-end] { feeling }, não exatamente onde a lista quer chegar
        [off-way] { feeling }, um pouco fora do caminho até lá
        [far-end] { feeling }, longe de onde a lista quer chegar
       *[far-way] { feeling }, bem longe do caminho até lá
    }
track-wish = no estilo de { $name }, como você pediu
track-occasion = boa { $occasions }
track-new = uma novidade para variar

track-like-song = como a sua música: { $parts }
track-common = { $kind ->
        [artist] também de { $value }
        [genre] { $value }
        [era] dos anos { $value }
        [language] em { $value }
        [unnamed_language] no mesmo idioma
       *[sound] com som parecido
    }
track-learned = { $kind ->
        [artist] artista de que você gosta
        [genre] você gosta de { $value }
        [genre_family] você gosta de { $value }
        [decade] você gosta de músicas dos anos { $value }
        [language] você gosta de músicas em { $value }
        [crowd] gente com o seu gosto curte
       *[likeness] bem parecida com o que ganhou o seu 👍
    }
