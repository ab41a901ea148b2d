# What only Discord has: its menus, sharing in servers, and what servers may forbid.

## Menus and options of commands: entries of menus at most 32 characters, options at most 100

user-command = Mix de ánimo con mi avatar

discord-language-option = Solo canciones en este idioma, desde ahora
discord-occasion-option = Para qué son tus listas, desde ahora
discord-feeling-option = Cómo te sientes
discord-mood-song-option = Una canción que te guste, si quieres: artista - título, o un enlace
discord-weeks-option = Cuántas semanas atrás; si no dices nada, 12
discord-speak-option = El idioma en que te hablo
discord-song-language-option = Un idioma para tus canciones; otra vez lo quita
discord-occasions-option = Para qué son tus listas
discord-help-line-option = Si después de días difíciles puede aparecer un aviso de dónde encontrar ayuda
discord-without-option = Un artista de quien no quieres oír nada
discord-again-option = Un artista que dejaste fuera y puede volver a sonar

## Answers

discord-mood-menu = Elige tu ánimo
discord-share-button = 📣 Compartir …
discord-share-question = ¿Publico tu lista aquí, a la vista de quien quiera? Tu ánimo se queda contigo, a menos que compartas también la imagen.
discord-share-list-button = Solo las canciones
discord-share-mood-button = Las canciones y mi ánimo
discord-share-done = Listo, aquí ya puede verla cualquiera. Los 👍 y 👎 de cada persona cuentan para ella.
discord-share-hidden = En este servidor solo tú ves lo que digo, así que nadie más puede verlo.
discord-shared = { $person } comparte una lista de canciones.
discord-shared-mood = { $person } comparte un ánimo y una lista de canciones para él.

## The picture somebody has on Discord

discord-avatar-none = Todavía no tienes una imagen propia en Discord. Mándame un selfie en su lugar, o dime cómo te sientes con /mood.
discord-avatar-others = Solo miro tu propia imagen, porque una cara es de quien la lleva. Esa persona puede hacer lo mismo con la suya, o usar /moodmix.

## In servers

discord-help-server = Aquí respondo a comandos y a mensajes que me mencionan. Con Apps ▸ Mix de ánimo sobre un mensaje tomo la foto que contiene. Lo que traen los comandos solo lo ves tú, hasta que toques «Compartir».
discord-help-server-name = Aquí respondo a comandos y a mensajes que me mencionan o empiezan por «moodmix». Con Apps ▸ Mix de ánimo sobre un mensaje tomo la foto que contiene. Lo que traen los comandos solo lo ves tú, hasta que toques «Compartir».
discord-cannot-write = No puedo escribir en { $place }, así que aquí va lo que quería decir.
discord-no-files = (En este canal no puedo adjuntar imágenes ni archivos. En un mensaje directo sí.)
discord-private-only = Eso es solo para tus ojos. Usa el comando en lugar de un mensaje, por favor: así respondo sin que lo vea nadie más.
