row = { $before }; { $after }

greeting = Oi, eu sou o moodmix. Me mande uma selfie ou um vídeo curto, ou me conte como você está se sentindo, e diga uma música que você anda curtindo. Eu respondo com cinco músicas para o seu humor e explico por quê.

welcome-back = Que bom te ver de novo! Me mande uma selfie e uma música que você anda curtindo.

help =
    Mande uma foto ou um vídeo curto do seu rosto junto com uma música: escreva o nome na legenda (“artista - título”), cole um link ou envie o arquivo de áudio. Também dá para mandar um depois do outro. Sem câmera, me conte como você está se sentindo: /mood alegria. Sem música, eu sigo só o seu humor.

    Eu comparo o seu humor com o clima da música. Se combinam, fico nesse clima; se a música é mais luminosa ou tem mais energia, levo você até lá, passo a passo; e se você está com os nervos à flor da pele e a música é calma, acalmo as coisas. Os botões embaixo da resposta mudam isso, e eu aprendo com os seus 👍 e 👎; eles também trazem botões para pedir mais músicas parecidas ou nada daquele artista.

    Quando não tenho certeza do que o seu rosto diz, eu pergunto, e quando erro, você pode me corrigir. Numa foto de grupo, posso usar o clima de todo mundo. Depois de ouvir, me conte como está se sentindo, e a próxima lista continua daí.

    /moodmix – começar um mix
    /mood – dizer como você está, sem câmera
    /history – seu humor ao longo do tempo
    /week – sua semana em uma imagem
    /settings – idioma, músicas e ocasiões
    /privacy – o que fica guardado
    /export – tudo sobre você em um arquivo
    /forget – apagar tudo sobre você

consent-notice =
    Antes de eu olhar um rosto: o moodmix usa um software que estima a expressão facial. Ele pode errar, e não sabe como você realmente se sente.

    Sua foto ou seu vídeo é analisado na memória e descartado na hora. Nada que mostre ou identifique um rosto é armazenado, nunca. O que eu guardo, criptografado e sob um pseudônimo, é o humor que li, as músicas e os seus 👍 e 👎. { kept-for }

    Você pode retirar o seu consentimento a qualquer momento (/privacy), e não precisa de câmera nenhuma: basta me contar como está se sentindo (/mood).

    Só concorde se você tiver pelo menos 16 anos e se o rosto for seu ou a pessoa dona dele concordar.
kept-for = { $days ->
        [0] Isso fica guardado até você dizer /forget.
        [one] Isso é apagado depois de { $days } dia, ou assim que você disser /forget.
       *[other] Isso é apagado depois de { $days } dias, ou assim que você disser /forget.
    }
consent-thanks = Valeu! Agora me mande uma selfie e uma música.
consent-thanks-waiting = Valeu! Estou olhando o que você mandou.
consent-noted = Valeu, anotei para você. Agora me mande a sua própria selfie e uma música.

others-face-notice = Essa foto foi mandada por outra pessoa. Só leio um rosto se ele for seu ou se a pessoa dona dele concordar.
others-picture = Só olho imagens mandadas por você. Mande uma sua.

privacy =
    O que acontece com os seus dados:
    • Fotos, vídeos e arquivos de áudio são processados na memória e descartados. Nunca são armazenados nem enviados a ninguém.
    • Um software estima a expressão de um rosto. Ele pode errar, e não reconhece ninguém. Não olha nenhum rosto antes de você concordar, nem depois de você retirar o consentimento. Sem ele tudo também funciona: me conte como está se sentindo com /mood.
    • O que fica guardado em um banco de dados local: que você concordou e quando; seu humor, lido (porcentagens de sete expressões; de um vídeo, momento a momento) ou contado por você; as músicas das suas listas e o que ouvi na última (números, nenhum som); os seus 👍 e 👎, as suas configurações e os artistas de quem você não quer ouvir nada. O que diz respeito a você fica criptografado e registrado sob um pseudônimo com chave, em vez do seu ID de usuário.
    • { kept-for }
    • Suas próximas listas aprendem com os seus 👍 e 👎. Onde muita gente usa este bot, o que pelo menos cinco pessoas acham das mesmas músicas ajuda as outras; ninguém fica sabendo quem são.
    • Nomes e links de músicas são consultados em serviços de música; eles não ficam sabendo nada sobre você.
    • /export entrega tudo o que está guardado sobre você. /forget apaga tudo de uma vez.
withdraw-button = Retirar meu consentimento
withdrawn = Pronto: não leio mais nenhum rosto seu até você concordar de novo. Seu histórico de humor e suas listas continuam aqui; /forget apaga tudo. Se quiser, me conte como está se sentindo com /mood.

forget-question = Apago tudo sobre você: seu consentimento, seu histórico de humor, seus mixes e suas avaliações? Não dá para desfazer.
forgotten = Pronto: seu consentimento, seu histórico de humor, seus mixes e suas avaliações foram apagados. Se você mandar outra selfie, vou pedir o seu consentimento de novo.
kept = Nada foi apagado.

start-mix = Me mande uma selfie ou um vídeo curto do seu rosto e a música que você anda curtindo: o nome, um link ou o arquivo de áudio. Em uma mensagem ou duas, em qualquer ordem.
ask-mood = Toque no que combina com você.
ask-face = { $song }, beleza. Agora me mande uma selfie ou um vídeo curto do seu rosto, ou me conte como está se sentindo.
ask-face-heard = { $song }, beleza. { $heard } Agora me mande uma selfie ou um vídeo curto do seu rosto, ou me conte como está se sentindo.
ask-which = Não tenho certeza de qual é a música. É uma destas? Toque nela; se não, escreva “artista - título” ou cole um link.
ask-whether = Não tenho certeza de qual é a música. Seria { $song }? Toque nela; se não, escreva “artista - título” ou cole um link.
answer-by-reply = Escreva como resposta a esta mensagem.
next-by-command = Use /moodmix de novo com isso, ou me mande em uma mensagem direta.

working = Olhando e ouvindo …
sending-song = Enviando a música …

rated = { $verdict ->
        [up] Anotado: você gosta de { $title }.
        [down] Anotado: { $title } não é para você.
       *[none] Anotado: você não tem mais opinião sobre { $title }.
    }

wish-noted = { $wish ->
        [more_like] Anotado: sua próxima lista vai ter mais músicas como { $title }.
        [not_artist] Anotado: nada de { $artist } daqui para a frente.
       *[anything] Anotado: tudo pode voltar a aparecer.
    }

intent-stands = Esta lista já é assim.

not-understood = Eu entendo fotos, vídeos curtos e músicas (um nome, um link ou um arquivo de áudio). /help mostra como funciona.
unknown-command = Não conheço esse comando. /help mostra o que eu sei fazer.
write-as-yourself = Só consigo conversar com pessoas que escrevem em nome próprio, não como grupo ou canal.
no-face-in-message = Não há foto nem vídeo nessa mensagem. Escolha uma que tenha.
request-expired = Não tenho mais esse pedido. Mande mais uma vez.
others-button = Esse botão é de outra pessoa.
unreachable = Não dá para falar comigo agora. Veja se o moodmix ainda está rodando, inicie de novo se for preciso e mande a sua mensagem mais uma vez.
incident = Algo deu errado do meu lado, e eu anotei. Tente de novo; se continuar, informe o incidente { $number }.
