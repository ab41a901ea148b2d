error-media-empty = Esse arquivo está vazio.
error-media-empty-next = Mande de novo.

error-media-too-large = Esse arquivo tem mais de { $limit_mb } MB.
error-media-too-large-next = Mande um menor.

error-media-too-many-pixels = Essa imagem tem mais de { $limit_megapixels } megapixels.
error-media-too-many-pixels-next = Mande em um tamanho menor.

error-media-too-long = Essa gravação tem mais de { $limit_s } segundos.
error-media-too-long-next = Mande uma mais curta.

error-media-corrupt = Esse arquivo está danificado e não abre.
error-media-corrupt-next = Mande outro.

error-media-truncated = Esse arquivo acaba antes do fim, como num download interrompido.
error-media-truncated-next = Mande de novo.

error-media-mislabelled = { $claimed ->
        [image] Esse arquivo tem nome de imagem, mas contém outra coisa.
        [video] Esse arquivo tem nome de vídeo, mas contém outra coisa.
       *[audio] Esse arquivo tem nome de música, mas contém outra coisa.
    }
error-media-mislabelled-next = Mande uma foto, um vídeo ou uma música de verdade.

error-media-unsupported = Não consigo abrir esse tipo de arquivo.
error-media-unsupported-next = Eu entendo imagens JPEG, PNG, WebP, HEIC e GIF, vídeos MP4, MOV e WebM, e músicas MP3, M4A, OGG, FLAC e WAV.

error-media-encrypted = Esse arquivo é protegido contra cópia, então não consigo ouvir.
error-media-encrypted-next = Mande um arquivo sem proteção, cole um link ou escreva “artista - título”.

error-media-too-dark = Está escuro demais para ver um rosto aí.
error-media-too-dark-next = Tente de novo com mais luz.

error-media-not-a-face-picture = Isso é um arquivo de som, e eu preciso ver um rosto.
error-media-not-a-face-picture-next = Mande uma foto ou um vídeo curto.

error-media-not-fetched = Não consegui baixar esse arquivo; talvez ele tenha sido apagado.
error-media-not-fetched-next = Mande de novo.

error-audio-too-short = Essa gravação é curta demais para eu sentir o clima dela.
error-audio-too-short-next = Mande pelo menos { $minimum_s } segundos.

error-audio-silent = Só ouço silêncio aí.
error-audio-silent-next = Mande outra gravação.

error-audio-speech-only = Ouço alguém falando, mas nenhuma música.
error-audio-speech-only-next = Mande a gravação de uma música ou escreva “artista - título”.

error-listening-broke = Algo quebrou enquanto eu ouvia esse arquivo, então deixei de lado.
error-listening-broke-next = Talvez ele esteja danificado: toque até o fim em outro programa ou salve de novo.

error-listening-too-slow = Ouvi esse arquivo por { $limit_s } segundos sem chegar ao fim, então deixei de lado.
error-listening-too-slow-next = Talvez ele esteja danificado: salve de novo.

error-no-face = Não encontro um rosto aí.
error-no-face-next = Mande uma foto com o rosto bem visível, de frente para a câmera e com boa luz.

error-several-faces = Vejo mais de um rosto aí.
error-several-faces-next = A imagem deve ser só sua, sem mais ninguém, para eu não guardar o rosto de outra pessoa.

error-face-as-before = Essa imagem é quase igual à anterior, então não guardei.
error-face-as-before-next = Mexa um pouco a cabeça ou mude a luz.

error-faces-enough = Já há { $limit } imagens desse humor, é mais do que suficiente.
error-faces-enough-next = Siga com outro humor.

error-song-empty = Qual música você anda curtindo?
error-song-empty-next = Escreva “artista - título”, cole um link ou mande um arquivo de áudio.

error-song-too-long = Isso é longo demais para o nome de uma música.
error-song-too-long-next = Escreva “artista - título” ou cole um link.

error-song-not-found = Não conheço a música “{ $text }”.
error-song-not-found-next = Confira a grafia, escreva “artista - título”, cole um link ou mande o arquivo de áudio.

error-song-no-emotion = Encontrei “{ $title }”, mas nenhuma das minhas fontes sabe dizer o clima dela.
error-song-no-emotion-next = Mande o arquivo de áudio ou escolha outra música.

error-link-not-resolved = Não consegui consultar esse link do { $service }: nenhum serviço de música o conhece ou respondeu.
error-link-not-resolved-next = Escreva “artista - título” ou tente de novo daqui a um minuto.

error-link-is-album = Esse link do { $service } leva a um álbum, não a uma música.
error-link-is-album-next = Abra o álbum, escolha a música que você anda curtindo e cole o link dela, ou escreva “artista - título”.

error-link-is-playlist = Esse link do { $service } leva a uma playlist, não a uma música.
error-link-is-playlist-next = Cole o link de uma música dela ou escreva “artista - título”.

error-link-is-artist = Esse link do { $service } leva a um artista, não a uma música.
error-link-is-artist-next = Cole o link de uma música desse artista ou escreva “artista - título”.

error-link-is-talk = Esse link do { $service } leva a um podcast ou audiolivro, e eu só conheço música.
error-link-is-talk-next = Cole o link de uma música ou escreva “artista - título”.

error-link-not-a-track = Esse link do { $service } não leva a uma música.
error-link-not-a-track-next = Cole o link de uma única faixa ou escreva “artista - título”.

error-link-unsupported = Não consigo ler links de { $host }.
error-link-unsupported-next = Eu entendo Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud e Amazon Music, ou simplesmente “artista - título”.

error-consent-needed = Antes de olhar um rosto, preciso do seu consentimento.
error-consent-needed-next = Leia o aviso e concorde primeiro, ou me conte como está se sentindo.

error-nothing-to-rate = Não lembro mais dessa recomendação.
error-nothing-to-rate-next = Peça um novo mix e avalie esse.

error-nothing-to-change = Ainda não há resposta para mudar.
error-nothing-to-change-next = Primeiro mande uma selfie, ou me conte como está se sentindo, e uma música.

error-nothing-in-doubt = Não lembro mais sobre quais músicas eu perguntei.
error-nothing-in-doubt-next = Mande a música de novo.

error-one-face-only = Só vi um rosto na sua última imagem.
error-one-face-only-next = Primeiro mande uma foto com todo mundo.

error-busy = Muita gente está pedindo ao mesmo tempo.
error-busy-next = Tente de novo daqui a um minuto.

error-timed-out = Demorou demais, então parei.
error-timed-out-next = Tente de novo daqui a um minuto.

error-page-outdated = O moodmix foi reiniciado depois que esta página foi aberta.
error-page-outdated-next = Recarregue a página.

error-request-refused = Esse pedido vem de outra página, então não fiz nada.
error-request-refused-next = Abra o moodmix no endereço que ele mostrou ao iniciar.

error-request-invalid = Não consegui entender esse pedido.
error-request-invalid-next = Recarregue a página e tente de novo.

error-request-unknown = Não há nada neste endereço.
error-request-unknown-next = Volte para a página do chat.

error-song-file-gone = Não tenho mais o arquivo dessa música; talvez ele tenha sido movido ou apagado.
error-song-file-gone-next = Escanear a pasta de novo atualiza a biblioteca.

error-song-file-unreadable = Não consigo ler o arquivo dessa música: { $reason }.
error-song-file-unreadable-next = Tente mais tarde ou escolha outra música.

error-song-file-too-large = O arquivo dessa música tem mais de { $limit_mb } MB, o máximo que posso mandar aqui.
error-song-file-too-large-next = Escolha outra música.

error-song-file-refused = Este chat não aceitou o arquivo dessa música.
error-song-file-refused-next = Escolha outra música ou me peça um mix em um chat privado.

error-library-not-shared = Essa música é da biblioteca de alguém, cujas músicas não tocam mais aqui.
error-library-not-shared-next = Peça um novo mix.
