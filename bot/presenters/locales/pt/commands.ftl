command-moodmix = Cinco músicas para o seu humor: uma selfie e uma música
command-mood = Dizer como você está se sentindo, sem câmera
command-history = Seu humor nas últimas semanas
command-week = Sua semana: o humor e as músicas de que você gostou
command-settings = Idiomas, ocasiões e os artistas que você não quer ouvir
command-export = Tudo o que está guardado sobre você, em arquivos
command-help = Como o moodmix funciona
command-privacy = O que fica guardado sobre você, e por quanto tempo
command-forget = Apagar tudo sobre você

message-command = Mood mix desta foto

photo-option = Uma foto ou um vídeo curto do seu rosto
song-option = Uma música que você anda curtindo: artista - título, ou um link
audio-option = Ou a própria música, como arquivo de áudio
intent-option = O que a lista deve fazer; se você não disser, decido pelo rosto e pela música
