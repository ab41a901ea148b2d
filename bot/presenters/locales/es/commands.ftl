# Commands and their options in the menus of Telegram and Discord: at most 100 characters each.

command-moodmix = Cinco canciones para tu ánimo: un selfie y una canción
command-mood = Decir cómo te sientes, sin cámara
command-history = Tus ánimos de las últimas semanas
command-week = Tu semana: ánimos y las canciones que te gustaron
command-settings = Idiomas, ocasiones y de quién no quieres oír nada
command-export = Todo lo que se guarda sobre ti, en archivos
command-help = Cómo funciona moodmix
command-privacy = Qué se guarda sobre ti y por cuánto tiempo
command-forget = Borrar todo lo que hay sobre ti

message-command = Mix de ánimo con esta foto

photo-option = Una foto o un video corto de tu cara
song-option = Una canción que te guste: artista - título, o un enlace
audio-option = O la propia canción como archivo de audio
intent-option = Qué debe hacer la lista; si no, decido por la cara y la canción
