# The chat page in a browser. Buttons are short: on a phone two or three of them share a line.

## The frame

page-description = Entran un selfie y una canción; salen cinco canciones para tu ánimo y el porqué.
page-skip = Saltar al campo del mensaje
page-conversation = Conversación
page-messages = Mensajes
page-speaker-moodmix = moodmix
page-speaker-you = Tú
page-no-start = No hay forma de llegar a moodmix. Mira si sigue en marcha y recarga esta página.
page-no-script = La página del chat necesita JavaScript. En una terminal, «moodmix mix» hace lo mismo sin él.
page-still-there = Tu última lista sigue ahí.
page-in-words = En palabras
page-close = Cerrar
page-cancel = Cancelar

## The menu

page-menu = Menú
page-menu-help = Ayuda
page-menu-history = Mis ánimos
page-menu-week = Mi semana
page-menu-settings = Ajustes
page-menu-faces = Mis propias caras
page-menu-privacy = Privacidad
page-menu-export = Mis datos
page-menu-withdraw = Retirar mi consentimiento
page-menu-forget = Borrar todo …

## Writing a message

page-your-message = Tu mensaje
page-attached = Archivos adjuntos
page-song-label = Canción: artista y título, o un enlace
page-song-placeholder = artista - título, o un enlace
page-song-is-file = la canción es el archivo de arriba
page-send = Enviar
page-mood-tool = Ánimo
page-photo-tool = Foto
page-camera-tool = Cámara
page-audio-tool = Audio
page-drop = Suelta una foto, un video o una canción
page-remove = Quitar
page-remove-file = Quitar { $name }
page-hint-agreed = Tu imagen se descarta en cuanto se lee.
page-hint-not-agreed = Acepta arriba para mostrarme tu cara. Con tu ánimo y una canción funciona sin ella.
page-picture-sent = La imagen que mandaste

## A reply

page-new-tab = { $service }: { $title } (pestaña nueva)
page-like = Me gusta { $title }
page-not-for-me = { $title } no es para mí
page-thumb-up = pulgar arriba
page-thumb-down = pulgar abajo
page-timeline-open = Cómo cambió tu cara
page-mood-open = En algún punto intermedio …
page-mood-instead = Mejor te digo mi ánimo

## Saying how one feels

page-plane-title = O en algún punto intermedio
page-dark = sombrío
page-bright = luminoso
page-calm = tranquilo
page-energetic = enérgico
page-brightness = De sombrío a luminoso
page-energy = De tranquilo a enérgico
page-feel = Te sientes:
page-mood-take = Así estoy
page-mood-told = Me siento así: { $mood }

page-mood-unknown = No conozco esa palabra para un ánimo. Elige lo que más se acerque.

## The camera

page-camera-title = Cámara
page-camera-view = Lo que ve la cámara
page-camera-close = Detener
page-camera-shoot = Tomar foto
page-camera-ready = Tu imagen se queda aquí hasta que la tomes.
page-camera-refused = No se puede usar la cámara. Elige una foto en su lugar, o dime tu ánimo.
page-observe = Obsérvame
page-observe-ready = Toma una foto, o deja que te observe 15 segundos mientras piensas en tu canción.
page-observe-progress = Tiempo transcurrido
page-observe-bars = Segundos en cada ánimo
page-observe-searching = Busco tu cara …
page-observe-seen = Ya te veo.
page-observe-so-far = Tras { $seconds } s, sobre todo: { $mood }
page-observe-enough = Ya basta
page-observed = Me observaste.
page-seconds = { $seconds } s

## My own faces

page-faces-intro = Muéstrame qué cara pones en cada ánimo, y moodmix puede aprender tu propia cara: unas 100 imágenes de cada uno, algunas con la cabeza girada o con otra luz.
page-faces-question = ¿Qué cara pones ahora?
page-faces-count = { $count } / { $aim }
page-faces-start = Tomar imágenes
page-faces-stop = Pausa
page-faces-drop = Quitar la última
page-faces-clear = Quitar todas
page-faces-clear-question = ¿Quitarlas todas de verdad?
page-faces-cleared = Todas las imágenes están borradas.
page-faces-dropped = { $mood }: la última imagen está borrada.
page-faces-taken = { $mood }: { $count }
page-faces-enough = { $mood }: ya es suficiente, gracias. Elige el siguiente ánimo.
page-faces-shipped = Vuelve a leerme como antes
page-faces-as-shipped = Vuelvo a leer tu cara como la de cualquiera.
page-faces-learned = moodmix aprendió tu cara: de { $held_out } imágenes que no había visto antes, ahora lee bien { $after }; antes eran { $before }.
page-faces-where = Las pequeñas imágenes grises de tu cara están solo en este equipo, en la carpeta «own-faces» de los datos de moodmix. Para que aprenda de ellas, ejecuta «moodmix train faces --finetune» en una terminal. «Borrar todo» las borra también.

page-privacy-faces = Solo aquí, para la persona a quien pertenece este equipo: lo que tomas en «Mis propias caras» son pequeñas imágenes grises de tu cara. Están únicamente en este equipo, hasta que las quites o hagas borrar todo lo que hay sobre ti.

## Moods over time, and the copy of one's data

page-history = Tus ánimos de las últimas semanas.
page-history-none = Todavía no conozco ningún ánimo tuyo. Muéstrame tu cara o dime cómo te sientes, y empezarán a sumarse.
page-week = Tu semana en ánimos y música.
page-export = Esto es todo lo que guardo sobre ti.
page-export-text = Todo para leer
page-download = Guardar { $name }

## Settings

page-settings-song-languages-hint = Sin ninguno, las canciones pueden estar en cualquier idioma.
page-settings-add = Añadir
page-language-remove = Ya no solo { $language }
page-settings-artists-none = Nadie queda fuera. Después de un pulgar abajo encuentras «Nada de …».
page-artist-again = { $artist } puede volver a sonar
page-settings-save = Guardar

## What cannot be done

error-observation-over = Ya no estoy mirando.
error-observation-over-next = Inicia la cámara otra vez, por favor.
