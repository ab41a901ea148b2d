page-description = Uma selfie e uma música: de volta, cinco músicas para o seu humor, e por quê.
page-skip = Ir para o campo de mensagem
page-conversation = Conversa
page-messages = Mensagens
page-speaker-moodmix = moodmix
page-speaker-you = Você
page-no-start = Não dá para falar com o moodmix. Veja se ele ainda está rodando e recarregue esta página.
page-no-script = A página do chat precisa de JavaScript. Em um terminal, “moodmix mix” faz o mesmo sem ele.
page-still-there = Sua última lista ainda está aqui.
page-in-words = Em palavras
page-close = Fechar
page-cancel = Cancelar

page-menu = Menu
page-menu-help = Ajuda
page-menu-history = Meu humor
page-menu-week = Minha semana
page-menu-settings = Configurações
page-menu-faces = Meus rostos
page-menu-privacy = Privacidade
page-menu-export = Meus dados
page-menu-withdraw = Retirar meu consentimento
page-menu-forget = Me esquecer …

page-your-message = Sua mensagem
page-attached = Arquivos anexados
page-song-label = Música: artista e título, ou um link
page-song-placeholder = artista - título, ou um link
page-song-is-file = a música é o arquivo acima
page-send = Enviar
page-mood-tool = Humor
page-photo-tool = Foto
page-camera-tool = Câmera
page-audio-tool = Áudio
page-drop = Solte aqui uma foto, um vídeo ou uma música
page-remove = Remover
page-remove-file = Remover { $name }
page-hint-agreed = Sua imagem é descartada assim que é lida.
page-hint-not-agreed = Concorde acima para me mostrar o seu rosto. Seu humor e uma música funcionam sem isso.
page-picture-sent = A imagem que você mandou

page-new-tab = { $service }: { $title } (nova aba)
page-like = Gosto de { $title }
page-not-for-me = { $title } não é para mim
page-thumb-up = joinha
page-thumb-down = polegar para baixo
page-timeline-open = Seu rosto ao longo do tempo
page-mood-open = Algo no meio …
page-mood-instead = Prefiro contar meu humor

page-plane-title = Ou algo no meio
page-dark = sombrio
page-bright = luminoso
page-calm = calmo
page-energetic = enérgico
page-brightness = Do sombrio ao luminoso
page-energy = Do calmo ao enérgico
page-feel = Seu humor:
page-mood-take = É isso
page-mood-told = Meu humor: { $mood }

page-mood-unknown = Não conheço essa palavra para um humor. Escolha o que chega mais perto.

page-camera-title = Câmera
page-camera-view = O que a câmera vê
page-camera-close = Parar
page-camera-shoot = Tirar foto
page-camera-ready = Sua imagem fica aqui até você tirar a foto.
page-camera-refused = Não dá para usar a câmera. Escolha uma foto ou me conte o seu humor.
page-observe = Me observe
page-observe-ready = Tire uma foto, ou me deixe observar você por 15 segundos enquanto pensa na sua música.
page-observe-progress = Tempo decorrido
page-observe-bars = Segundos em cada humor
page-observe-searching = Estou procurando o seu rosto …
page-observe-seen = Estou vendo você.
page-observe-so-far = Depois de { $seconds } s, principalmente: { $mood }
page-observe-enough = Já basta
page-observed = Você me observou.
page-seconds = { $seconds } s

page-faces-intro = Me mostre o seu rosto em cada humor, e o moodmix pode aprender a ler você: umas 100 imagens de cada, algumas com a cabeça virada ou com outra luz.
page-faces-question = Qual é o seu humor na imagem?
page-faces-count = { $count } / { $aim }
page-faces-start = Tirar fotos
page-faces-stop = Pausar
page-faces-drop = Remover a última
page-faces-clear = Remover todas
page-faces-clear-question = Remover todas mesmo?
page-faces-cleared = Todas as imagens foram removidas.
page-faces-dropped = { $mood }: a última imagem foi removida.
page-faces-taken = { $mood }: { $count }
page-faces-enough = { $mood }: já basta, valeu. Escolha o próximo humor.
page-faces-shipped = Me ler de novo como antes
page-faces-as-shipped = Voltei a ler o seu rosto como o de todo mundo.
page-faces-learned = O moodmix aprendeu o seu rosto: de { $held_out } imagens que nunca tinha visto, agora ele lê { $after } corretamente; antes eram { $before }.
page-faces-where = As imagens pequenas e cinzentas do seu rosto ficam só nesta máquina, na pasta “own-faces” dos dados do moodmix. Para aprender com elas, rode “moodmix train faces --finetune” em um terminal. “Me esquecer” também apaga essas imagens.

page-privacy-faces = Só aqui, para a pessoa dona desta máquina: as fotos que você tira em “Meus rostos” são imagens pequenas e cinzentas do seu rosto. Elas ficam apenas nesta máquina, até você removê-las ou pedir que eu esqueça você.

page-history = Seu humor nas últimas semanas.
page-history-none = Ainda não conheço nenhum humor seu. Me mostre o seu rosto ou me conte como está se sentindo, e eles vão se somando aqui.
page-week = Sua semana em humor e música.
page-export = Isto é tudo o que guardo sobre você.
page-export-text = Tudo, para ler
page-download = Salvar { $name }

page-settings-song-languages-hint = Sem escolher nenhum, as músicas podem ser em qualquer idioma.
page-settings-add = Adicionar
page-language-remove = Não mais só em { $language }
page-settings-artists-none = Ninguém está de fora. Depois de um polegar para baixo, aparece “Nada de …”.
page-artist-again = { $artist } pode voltar a aparecer
page-settings-save = Salvar

error-observation-over = Não estou mais olhando.
error-observation-over-next = Ligue a câmera de novo.
