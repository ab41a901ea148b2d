voice-play-button = 🔊 Tocar aqui

voice-button = { $control ->
        [pause] ⏸ Pausar
        [resume] ▶ Continuar
        [skip] ⏭ Pular
       *[stop] ⏹ Parar
    }

command-play = Tocar sua última lista no canal de voz em que você está
command-stop = Parar de tocar no canal de voz

voice-begun = Vamos lá: estou tocando a sua lista em { $room }.
voice-stopped = Parei.

voice-now = { $state ->
        [paused] ⏸ Em pausa em { $room }, música { $position } de { $length }: **{ $song }**
       *[playing] 🔊 Tocando em { $room }, música { $position } de { $length }: **{ $song }**
    }
voice-song = { $title } – { $artist }
voice-silent = Ficaram de fora, porque não achei gravação para tocar: { $songs }.
voice-ended = { $ending ->
        [done] Essa foi a lista. Valeu por ouvir em { $room }.
        [stopped] Parei em { $room }.
        [alone] Não ficou ninguém em { $room }, então parei.
        [lost] Me tiraram de { $room }, então a música parou. Toque em “Tocar aqui” embaixo da lista para ouvir de novo.
        [closing] Preciso sair um instante, então a música em { $room } parou. Toque em “Tocar aqui” embaixo da lista quando eu voltar.
       *[broken] Algo deu errado do meu lado, então a música em { $room } parou. Toque em “Tocar aqui” embaixo da lista para tentar de novo.
    }

error-list-gone = Não tenho mais essa lista.
error-list-gone-next = Peça uma nova.

error-no-list-yet = Você ainda não tem uma lista.
error-no-list-yet-next = Peça uma com /moodmix e depois toque.

error-voice-off = Tocar em canais de voz está desativado aqui.
error-voice-off-next = Os links embaixo de cada música ainda levam a ela.

error-voice-not-there = Não sou membro deste servidor, então não posso entrar nos canais de voz dele.
error-voice-not-there-next = Alguém que gerencia o servidor pode me adicionar.

error-voice-not-joined = Você não está em um canal de voz.
error-voice-not-joined-next = Entre em um e tente de novo.

error-voice-on-stage = Não consigo tocar em um palco.
error-voice-on-stage-next = Entre em um canal de voz e toque no botão de novo.

error-voice-forbidden = { $permission ->
        [view_channel] Não tenho permissão para ver { $room }.
        [connect] Não tenho permissão para entrar em { $room }.
       *[speak] Não tenho permissão para falar em { $room }.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] Peça a quem gerencia o servidor para me dar a permissão “Ver canal” lá.
        [connect] Peça a quem gerencia o servidor para me dar a permissão “Conectar” lá.
       *[speak] Peça a quem gerencia o servidor para me dar a permissão “Falar” lá.
    }

error-voice-room-full = Não cabe mais ninguém em { $room }.
error-voice-room-full-next = Tente de novo quando houver lugar para mim, ou entre em outro canal.

error-voice-taken = Já estou tocando uma lista em { $room }.
error-voice-taken-next = Venha ouvir lá, ou toque primeiro em “Parar” lá.

error-voice-unreachable = Não consegui chegar a { $room }.
error-voice-unreachable-next = Tente de novo daqui a pouco; se continuar, outra região nas configurações do canal pode ajudar.

error-voice-nothing-to-hear = Não achei gravação para tocar de nenhuma música dessa lista.
error-voice-nothing-to-hear-next = Os links embaixo de cada música levam a ela; ou peça outra lista.

error-voice-not-playing = Nada está tocando neste servidor.
error-voice-not-playing-next = Toque em “Tocar aqui” embaixo de uma lista para começar.

error-voice-listeners-only = Só quem está ouvindo em { $room } pode fazer isso.
error-voice-listeners-only-next = Entre lá primeiro.
