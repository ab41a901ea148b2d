# What only people on Telegram read.

telegram-description =
    Mándame un selfie o un video redondo corto y una canción que te guste ahora mismo. Te respondo con cinco canciones para tu ánimo y te cuento por qué. ¿Sin cámara a mano? /mood funciona sin ella.

    Un software estima la emoción de tu cara; puede equivocarse. Pregunto antes de la primera cara y no guardo imágenes.

telegram-short-description = Entran un selfie y una canción; salen cinco canciones para tu ánimo y el porqué.

## Commands

telegram-mood-unknown = No conozco esa palabra para un ánimo. Elige lo que más se acerque.
telegram-private-only = Eso es solo para tus ojos, así que pídemelo en privado, por favor.
telegram-private-button = Escríbeme en privado
telegram-preparing = Un momento …
telegram-settings-back = ← Volver

## Groups

telegram-hello = Hola, soy moodmix: entran un selfie y una canción, salen cinco canciones para el ánimo y el porqué. Aquí solo leo comandos y respuestas a mis mensajes. Escribe /moodmix con una canción, o mándame un selfie con /moodmix en el texto; /mood funciona sin cámara. Pregunto a cada persona antes de mirar una cara.

## Sharing a list in any chat

telegram-share-title = Tu lista del { $day }
telegram-share-title-mood = Tu lista del { $day }, con tu ánimo
telegram-shared = { $seed ->
        [song] Cinco canciones para { $song }, hechas con moodmix
       *[none] Cinco canciones para un ánimo, hechas con moodmix
    }
telegram-shared-mood = Para cuando te sientes { $mood }. { list-aim }.
telegram-share-button = Hacer otra lista con moodmix
