# What went wrong in a conversation.
# Each error says what happened, and under the same name with -next what to do about it.

error-media-empty = Ese archivo está vacío.
error-media-empty-next = Mándalo otra vez, por favor.

error-media-too-large = Ese archivo pesa más de { $limit_mb } MB.
error-media-too-large-next = Manda uno más pequeño, por favor.

error-media-too-many-pixels = Esa imagen tiene más de { $limit_megapixels } megapíxeles.
error-media-too-many-pixels-next = Mándala en un tamaño menor, por favor.

error-media-too-long = Esa grabación dura más de { $limit_s } segundos.
error-media-too-long-next = Manda una más corta, por favor.

error-media-corrupt = Ese archivo está dañado y no se puede abrir.
error-media-corrupt-next = Manda otro, por favor.

error-media-truncated = Ese archivo se corta antes de su final, como tras una descarga interrumpida.
error-media-truncated-next = Mándalo otra vez, por favor.

error-media-mislabelled = { $claimed ->
        [image] Ese archivo se llama como una imagen, pero contiene otra cosa.
        [video] Ese archivo se llama como un video, pero contiene otra cosa.
       *[audio] Ese archivo se llama como una canción, pero contiene otra cosa.
    }
error-media-mislabelled-next = Manda una foto, un video o una canción de verdad, por favor.

error-media-unsupported = No puedo abrir ese tipo de archivo.
error-media-unsupported-next = Entiendo imágenes JPEG, PNG, WebP, HEIC y GIF, videos MP4, MOV y WebM, y canciones MP3, M4A, OGG, FLAC y WAV.

error-media-encrypted = Ese archivo está protegido contra copia, así que no puedo escucharlo.
error-media-encrypted-next = Manda un archivo sin protección, pega un enlace o escribe «artista - título».

error-media-too-dark = Ahí está demasiado oscuro para ver una cara.
error-media-too-dark-next = Inténtalo otra vez con más luz, por favor.

error-media-not-a-face-picture = Eso es un archivo de sonido, y necesito ver una cara.
error-media-not-a-face-picture-next = Manda una foto o un video corto, por favor.

error-media-not-fetched = No pude obtener ese archivo; puede que lo hayan borrado.
error-media-not-fetched-next = Mándalo otra vez, por favor.

error-audio-too-short = Esa grabación es demasiado corta para saber qué transmite.
error-audio-too-short-next = Manda al menos { $minimum_s } segundos, por favor.

error-audio-silent = Ahí solo oigo silencio.
error-audio-silent-next = Manda otra grabación, por favor.

error-audio-speech-only = Ahí oigo a alguien hablar, pero nada de música.
error-audio-speech-only-next = Manda la grabación de una canción, o escribe «artista - título».

error-listening-broke = Algo se rompió mientras escuchaba ese archivo, así que lo dejé fuera.
error-listening-broke-next = Puede estar dañado: reprodúcelo hasta el final en otro programa, o guárdalo de nuevo.

error-listening-too-slow = Escuché ese archivo durante { $limit_s } segundos sin llegar al final, así que lo dejé fuera.
error-listening-too-slow-next = Puede estar dañado: guárdalo de nuevo, por favor.

error-no-face = No encuentro ninguna cara ahí.
error-no-face-next = Manda una foto en la que se vea tu cara entera, mirando a la cámara y con buena luz.

error-several-faces = Ahí veo más de una cara.
error-several-faces-next = Que en la imagen salgas solo tú, por favor, así no guardo la cara de nadie más.

error-face-as-before = Se ve igual que la imagen anterior, así que no la guardé.
error-face-as-before-next = Mueve un poco la cabeza o cambia la luz, por favor.

error-faces-enough = De ese ánimo ya hay { $limit } imágenes, con eso sobra.
error-faces-enough-next = Sigue con otro ánimo, por favor.

error-song-empty = ¿Qué canción te gusta ahora mismo?
error-song-empty-next = Escribe «artista - título», pega un enlace o manda un archivo de audio.

error-song-too-long = Eso es demasiado largo para el nombre de una canción.
error-song-too-long-next = Escribe «artista - título» o pega un enlace, por favor.

error-song-not-found = No conozco la canción «{ $text }».
error-song-not-found-next = Revisa cómo está escrita, pon «artista - título», pega un enlace o manda el propio archivo de audio.

error-song-no-emotion = Encontré «{ $title }», pero ninguna de mis fuentes sabe qué transmite.
error-song-no-emotion-next = Manda el propio archivo de audio, o elige otra canción.

error-link-not-resolved = No pude consultar ese enlace de { $service }: ningún servicio de música lo conocía o respondió.
error-link-not-resolved-next = Escribe «artista - título» en su lugar, o inténtalo otra vez en un minuto.

error-link-is-album = Ese enlace de { $service } lleva a un álbum, no a una sola canción.
error-link-is-album-next = Ábrelo, elige la canción que te gusta y pega el enlace de esa, o escribe «artista - título».

error-link-is-playlist = Ese enlace de { $service } lleva a una lista de reproducción, no a una sola canción.
error-link-is-playlist-next = Pega el enlace de una de sus canciones, o escribe «artista - título».

error-link-is-artist = Ese enlace de { $service } lleva a un artista, no a una sola canción.
error-link-is-artist-next = Pega el enlace de una de sus canciones, o escribe «artista - título».

error-link-is-talk = Ese enlace de { $service } lleva a un pódcast o audiolibro, y yo solo sé de música.
error-link-is-talk-next = Pega el enlace de una canción, o escribe «artista - título».

error-link-not-a-track = Ese enlace de { $service } no lleva a una canción.
error-link-not-a-track-next = Pega el enlace de una sola canción, o escribe «artista - título».

error-link-unsupported = No puedo leer enlaces de { $host }.
error-link-unsupported-next = Entiendo Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud y Amazon Music, o simplemente «artista - título».

error-consent-needed = Antes de mirar una cara necesito tu consentimiento.
error-consent-needed-next = Lee primero el aviso y acepta, o solo dime cómo te sientes.

error-nothing-to-rate = Ya no tengo esa recomendación.
error-nothing-to-rate-next = Pide un mix nuevo y valora ese, por favor.

error-nothing-to-change = Todavía no hay ninguna respuesta que cambiar.
error-nothing-to-change-next = Manda primero un selfie, o dime cómo te sientes, y una canción.

error-nothing-in-doubt = Ya no sé por qué canciones te pregunté.
error-nothing-in-doubt-next = Mándame la canción otra vez, por favor.

error-one-face-only = En tu última imagen vi una sola cara.
error-one-face-only-next = Manda primero una foto en la que salga todo el grupo.

error-busy = Mucha gente está preguntando a la vez.
error-busy-next = Inténtalo otra vez en un minuto, por favor.

error-timed-out = Eso tardó demasiado, así que lo dejé.
error-timed-out-next = Inténtalo otra vez en un minuto, por favor.

error-page-outdated = moodmix se reinició después de que abrieras esta página.
error-page-outdated-next = Recarga la página, por favor.

error-request-refused = Esa petición viene de otra página, así que no la atendí.
error-request-refused-next = Abre moodmix en la dirección que mostró al iniciarse.

error-request-invalid = No pude entender esa petición.
error-request-invalid-next = Recarga la página e inténtalo otra vez.

error-request-unknown = En esta dirección no hay nada.
error-request-unknown-next = Vuelve a la página del chat, por favor.

error-song-file-gone = Ya no tengo el archivo de esa canción; puede que lo hayan movido o borrado.
error-song-file-gone-next = Al volver a explorar la carpeta, la biblioteca se pone al día.

error-song-file-unreadable = No puedo leer el archivo de esa canción: { $reason }.
error-song-file-unreadable-next = Inténtalo más tarde, o elige otra canción.

error-song-file-too-large = El archivo de esa canción pesa más de { $limit_mb } MB, lo máximo que puedo mandar aquí.
error-song-file-too-large-next = Elige otra canción, por favor.

error-song-file-refused = Este chat no aceptó el archivo de esa canción.
error-song-file-refused-next = Elige otra canción, o pídeme un mix en un chat privado.

error-library-not-shared = Esa canción es de una biblioteca personal, cuyas canciones ya no suenan aquí.
error-library-not-shared-next = Pide un mix nuevo, por favor.
