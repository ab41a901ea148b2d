settings-title = Suas configurações
settings-name = { $setting ->
        [language] Meu idioma
        [song_languages] Músicas em
        [occasion] Listas para
        [help_line] Dizer onde encontrar ajuda
       *[artists] Artistas a evitar
    }
settings-default = { $setting ->
        [language] o do seu app
        [song_languages] qualquer idioma
        [occasion] nenhuma ocasião em especial
        [artists] ninguém
       *[help_line] sim
    }
settings-default-button = { $setting ->
        [language] O do app
        [song_languages] Qualquer idioma
       *[occasion] Qualquer ocasião
    }
settings-on = sim
settings-off = não
settings-line = { $name }: { $chosen }
settings-saved = Salvo. Sua próxima lista já vai seguir isso.

occasion-name = { $occasion ->
        [focus] Concentração
        [workout] Treino
        [sleep] Pegar no sono
        [party] Festa
        [commute] Ida ao trabalho
        [morning] Manhã
        [evening] Fim do dia
       *[night] Noite
    }

settings-language-unknown = Não conheço um idioma chamado { $language }. Escolha um da lista.
settings-without = Anotado: nada de { $artist } daqui para a frente.
settings-again = { $artist } pode voltar a aparecer.
settings-not-without = { $artist } não estava entre os artistas a evitar.
