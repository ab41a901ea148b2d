# What moodmix says in the conversation.

row = { $before }; { $after }

greeting = Hola, soy moodmix. Mándame un selfie o un video corto, o dime cómo te sientes, y nombra una canción que te guste ahora mismo. Te respondo con cinco canciones para tu ánimo y te cuento por qué.

welcome-back = Qué bueno verte de nuevo. Mándame un selfie y una canción que te guste ahora mismo.

help =
    Manda una foto o un video corto de tu cara junto con una canción: escribe su nombre al lado («artista - título»), pega un enlace o manda el archivo de audio. También puedes mandarlos uno tras otro. Sin cámara, dime cómo te sientes: /mood alegre. Sin canción, me guío solo por tu ánimo.

    Comparo tu ánimo con el de la canción. Si se parecen, me quedo ahí; si la canción es más luminosa o tiene más energía, te llevo hasta allí paso a paso; y si algo te altera y la canción es tranquila, te llevo hacia la calma. Los botones debajo de una respuesta cambian eso, y aprendo de tus 👍 y 👎; con ellos aparecen también botones para pedir más como una canción o nada más de su artista.

    Cuando no tengo claro qué cara pones, pregunto, y si me equivoco, puedes decírmelo. En una foto de grupo puedo tomar el ánimo de todo el grupo. Cuando termines de escuchar, dime cómo te sientes ahora, y la próxima lista sigue desde ahí.

    /moodmix – empezar un mix
    /mood – decir cómo te sientes, sin cámara
    /history – tus ánimos a lo largo del tiempo
    /week – tu semana en una imagen
    /settings – idioma, canciones y ocasiones
    /privacy – qué se guarda
    /export – todo lo que hay sobre ti en un archivo
    /forget – borrar todo lo que hay sobre ti

## Consent and data

consent-notice =
    Antes de mirar una cara: moodmix usa software que estima una expresión facial. Puede equivocarse, y no sabe cómo te sientes de verdad.

    Tu foto o video se mira en memoria y se descarta al instante. Nunca se guarda nada que muestre o identifique una cara. Lo que guardo, cifrado y bajo un seudónimo, es el ánimo que leo, las canciones y tus 👍 y 👎. { kept-for }

    Puedes retirar tu consentimiento en cualquier momento (/privacy), y no necesitas ninguna cámara: basta con decirme cómo te sientes (/mood).

    Acepta solo si tienes al menos 16 años y la cara es tuya o la persona a quien pertenece está de acuerdo.
kept-for = { $days ->
        [0] Eso se queda hasta que digas /forget.
        [one] Eso se borra después de { $days } día, o en cuanto digas /forget.
       *[other] Eso se borra después de { $days } días, o en cuanto digas /forget.
    }
consent-thanks = Gracias. Ahora mándame un selfie y una canción.
consent-thanks-waiting = Gracias. Estoy mirando lo que mandaste.
consent-noted = Gracias, lo anoté por tu parte. Ahora mándame un selfie tuyo y una canción.

others-face-notice = Esa foto la mandó otra persona. Solo leo una cara si es tuya o si la persona a quien pertenece está de acuerdo.
others-picture = Solo miro imágenes que mandaste tú. Mándame una tuya, por favor.

privacy =
    Qué pasa con tus datos:
    • Las fotos, los videos y los archivos de audio se procesan en memoria y se descartan. Nunca se guardan y nunca se envían a nadie.
    • Un software estima la expresión de una cara. Puede equivocarse, y no reconoce a nadie. No mira ninguna cara antes de que hayas aceptado, ni después de que hayas retirado tu consentimiento. Sin él también funciona todo: dime cómo te sientes con /mood.
    • Se guarda en una base de datos local: que aceptaste y cuándo; tus ánimos, leídos (porcentajes de siete expresiones, en un video momento a momento) o dichos por ti; las canciones de tus listas y lo que oí en la última que mandaste (números, nada de sonido); tus 👍 y 👎, tus ajustes y de quién no quieres oír nada. Lo que dice algo sobre ti está cifrado y se guarda bajo un seudónimo generado con una clave, en lugar de tu identificador de usuario.
    • { kept-for }
    • Tus próximas listas aprenden de tus 👍 y 👎. Donde mucha gente usa este bot, lo que al menos cinco de esas personas opinan de las mismas canciones ayuda a las demás; nadie llega a saber quiénes son.
    • Los nombres y enlaces de las canciones se consultan en servicios de música; sobre ti no llegan a saber nada.
    • /export te entrega todo lo que se guarda sobre ti. /forget lo borra todo de una vez.
withdraw-button = Retirar mi consentimiento
withdrawn = Listo: ya no leo tu cara hasta que vuelvas a aceptar. Tus ánimos y tus listas siguen aquí; /forget los borra. Si quieres, dime cómo te sientes con /mood.

forget-question = ¿Borro todo lo que hay sobre ti: tu consentimiento, tus ánimos, tus mixes y tus valoraciones? Esto no se puede deshacer.
forgotten = Listo: tu consentimiento, tus ánimos, tus mixes y tus valoraciones están borrados. Si vuelves a mandar un selfie, te pediré de nuevo tu consentimiento.
kept = No se borró nada.

## Asking for the next thing

start-mix = Mándame un selfie o un video corto de tu cara y la canción que te guste ahora mismo: su nombre, un enlace o el archivo de audio. En un mensaje o en dos, en cualquier orden.
ask-mood = Elige lo que encaje.
ask-face = { $song }, bien. Ahora mándame un selfie o un video corto de tu cara, o dime cómo te sientes.
ask-face-heard = { $song }, bien. { $heard } Ahora mándame un selfie o un video corto de tu cara, o dime cómo te sientes.
ask-which = No tengo claro qué canción es. ¿Es una de estas? Tócala; si no, escribe «artista - título» o pega un enlace.
ask-whether = No tengo claro qué canción es. ¿Es esta: { $song }? Tócala; si no, escribe «artista - título» o pega un enlace.
answer-by-reply = Escríbelo como respuesta a este mensaje, por favor.
next-by-command = Usa /moodmix otra vez con eso, o mándamelo por mensaje directo.

## While work is under way

working = Mirando y escuchando …
sending-song = Mandando la canción …

## What was noted

rated = { $verdict ->
        [up] Anotado: te gusta { $title }.
        [down] Anotado: { $title } no es para ti.
       *[none] Anotado: ya no opinas nada de { $title }.
    }

wish-noted = { $wish ->
        [more_like] Anotado: tu próxima lista traerá más como { $title }.
        [not_artist] Anotado: nada de { $artist } desde ahora.
       *[anything] Anotado: puede volver a sonar cualquier cosa.
    }

intent-stands = Esta lista ya está hecha así.

## What cannot be done

not-understood = Entiendo fotos, videos cortos y canciones (un nombre, un enlace o un archivo de audio). /help muestra cómo funciona.
unknown-command = No conozco ese comando. /help muestra lo que puedo hacer.
write-as-yourself = Solo puedo hablar con quien escribe con su propio nombre, no como grupo ni como canal.
no-face-in-message = En ese mensaje no hay foto ni video. Elige uno que tenga, por favor.
request-expired = Ya no tengo esa petición. Mándala otra vez, por favor.
others-button = Ese botón es de otra persona.
unreachable = No hay forma de llegar a mí. Mira si moodmix sigue en marcha, inícialo de nuevo si no, y manda tu mensaje otra vez.
incident = Algo falló por mi parte y lo dejé anotado. Inténtalo otra vez; si sigue igual, informa del incidente { $number }.
