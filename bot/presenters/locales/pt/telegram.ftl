telegram-description =
    Me mande uma selfie ou um vídeo redondo curto e uma música que você anda curtindo. Eu respondo com cinco músicas para o seu humor e digo por quê. Sem câmera por perto? /mood funciona sem ela.

    Um software estima a emoção a partir do seu rosto; ele pode errar. Peço o seu consentimento antes do primeiro rosto e não guardo nenhuma imagem.

telegram-short-description = Uma selfie e uma música: de volta, cinco músicas para o seu humor, e por quê.

telegram-mood-unknown = Não conheço essa palavra para um humor. Toque no que chega mais perto.
telegram-private-only = Isso é só para você ver, então me peça no privado.
telegram-private-button = Falar comigo no privado
telegram-preparing = Um momento …
telegram-settings-back = ← Voltar

telegram-hello = Oi, eu sou o moodmix: você manda uma selfie e uma música, e eu devolvo cinco músicas para o seu humor e digo por quê. Aqui só leio comandos e respostas às minhas mensagens. Escreva /moodmix com uma música, ou me mande uma selfie com /moodmix na legenda; /mood funciona sem câmera. Peço o consentimento de cada pessoa antes de olhar o rosto dela.

telegram-share-title = Sua lista de { $day }
telegram-share-title-mood = Sua lista de { $day }, com o seu humor
telegram-shared = { $seed ->
        [song] Cinco músicas para { $song }, um mix do moodmix
       *[none] Cinco músicas para um humor, um mix do moodmix
    }
telegram-shared-mood = Meu humor: { $mood }. { list-aim }.
telegram-share-button = Fazer uma lista nova com o moodmix
