export-title = Tudo o que o moodmix guarda sobre você
export-as-of = Situação em { $time } (todos os horários em UTC). O mesmo, para programas, está em { $file }.
export-since = Guardado desde { $day }.
export-nothing = Nada está guardado sobre você.

export-consent = Você concordou com a versão { $version } do aviso em { $time }.
export-consent-withdrawn = Você concordou com a versão { $version } do aviso em { $time } e retirou o consentimento em { $withdrawn }.
export-consent-none = Você não concordou com a leitura de rostos.

export-settings = Suas configurações
export-language = Idioma: { $language }
export-language-platform = Idioma: o do app em que você escreve
export-song-languages = Músicas só em { $languages }
export-occasion = Listas { occasion }
export-help-line = { $on ->
        [yes] Pode aparecer uma mensagem dizendo onde encontrar ajuda.
       *[no] Não aparece mensagem dizendo onde encontrar ajuda.
    }
export-help-shown = Essa mensagem apareceu pela última vez em { $time }.
export-without = Nada de { $artists }
export-like = Mais músicas como { $songs }

export-moods = { $count ->
        [one] Seu humor
       *[other] Seus { $count } registros de humor
    }
export-mood-read = { $time }: { $mood }, pelo seu rosto (valência { $valence }, energia { $arousal })
export-mood-unsure = { $time }: talvez { $mood }, pelo seu rosto, sem certeza (valência { $valence }, energia { $arousal })
export-mood-told = { $time }: { $mood }, como você disse (valência { $valence }, energia { $arousal })
export-mood-corrected = { $time }: { $mood }, como você disse; eu tinha lido: { $read } (valência { $valence }, energia { $arousal })

export-lists = { $count ->
        [one] Sua lista
       *[other] Suas { $count } listas
    }
export-list = { $time }: humor “{ $mood }”, com { $song }. { list-aim }.
export-list-songless = { $time }: humor “{ $mood }”, sem música. { list-aim }.
export-list-verdict = A lista inteira: { $sign }

export-open = Sua última rodada
export-open-mood = Seu humor: { $mood }
export-open-song = Sua música: { $song }
export-open-remembered = Sua música anterior: { $song }
export-open-doubt = Uma música, uma destas: { $songs }
export-open-songless = Sem música

export-elsewhere = { $count ->
        [one] Você também avaliou { $count } música ou lista feita para outra pessoa.
       *[other] Você também avaliou { $count } músicas ou listas feitas para outras pessoas.
    }
export-handed = Aqui está tudo o que guardo sobre você: para ler e para programas. Só você vê isto.

history-none = Ainda não anotei nenhum humor seu. Me mande uma selfie ou me conte como está se sentindo com /mood.
