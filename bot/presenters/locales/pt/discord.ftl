user-command = Mood mix do meu avatar

discord-language-option = Só músicas neste idioma, daqui para a frente
discord-occasion-option = Para que servem as suas listas, daqui para a frente
discord-feeling-option = Como você está se sentindo
discord-mood-song-option = Uma música que você anda curtindo, se quiser: artista - título, ou um link
discord-weeks-option = Quantas semanas para trás; se você não disser, 12
discord-speak-option = O idioma que eu falo com você
discord-song-language-option = Um idioma para as suas músicas; escolher de novo tira
discord-occasions-option = Para que servem as suas listas
discord-help-line-option = Se pode aparecer uma mensagem dizendo onde encontrar ajuda depois de dias difíceis
discord-without-option = Um artista que você não quer ouvir
discord-again-option = Um artista que ficou de fora e pode voltar

discord-mood-menu = Escolha o seu humor
discord-share-button = 📣 Compartilhar …
discord-share-question = Publico a sua lista aqui, para todo mundo? Seu humor fica só com você, a não ser que você compartilhe a imagem junto.
discord-share-list-button = Só as músicas
discord-share-mood-button = As músicas e o meu humor
discord-share-done = Pronto, todo mundo aqui pode ver. Os 👍 e 👎 de cada pessoa contam para ela.
discord-share-hidden = Este servidor só mostra a você o que eu digo, então mais ninguém consegue ver.
discord-shared = { $person } compartilhou uma lista de músicas.
discord-shared-mood = { $person } compartilhou um humor e uma lista de músicas para ele.

discord-avatar-none = Você ainda não tem uma imagem sua no Discord. Me mande uma selfie, ou me conte como está se sentindo com /mood.
discord-avatar-others = Só olho a sua própria imagem, porque um rosto pertence à pessoa que aparece nele. A pessoa pode fazer o mesmo com a dela, ou dizer /moodmix.

discord-help-server = Aqui respondo a comandos e a mensagens que me mencionam. Com Apps ▸ Mood mix em uma mensagem, uso a foto que está nela. O que os comandos trazem só você vê, até tocar em Compartilhar.
discord-help-server-name = Aqui respondo a comandos e a mensagens que me mencionam ou que começam com “moodmix”. Com Apps ▸ Mood mix em uma mensagem, uso a foto que está nela. O que os comandos trazem só você vê, até tocar em Compartilhar.
discord-cannot-write = Não tenho permissão para escrever em { $place }, então aqui vai o que eu queria dizer.
discord-no-files = (Não tenho permissão para anexar imagens ou arquivos neste canal. Em uma mensagem direta, consigo.)
discord-private-only = Isso é só para você ver. Use o comando em vez de uma mensagem: eu respondo sem que mais ninguém veja.
