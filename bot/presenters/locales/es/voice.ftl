# Playing a list aloud in a voice channel of Discord.

voice-play-button = 🔊 Reproducir aquí

voice-button = { $control ->
        [pause] ⏸ Pausa
        [resume] ▶ Seguir
        [skip] ⏭ Saltar
       *[stop] ⏹ Detener
    }

command-play = Reproducir tu última lista en el canal de voz donde estás
command-stop = Dejar de reproducir en el canal de voz

voice-begun = Allá vamos: reproduzco tu lista en { $room }.
voice-stopped = Reproducción detenida.

voice-now = { $state ->
        [paused] ⏸ En pausa en { $room }, canción { $position } de { $length }: **{ $song }**
       *[playing] 🔊 Sonando en { $room }, canción { $position } de { $length }: **{ $song }**
    }
voice-song = { $title } de { $artist }
voice-silent = Quedó fuera, porque no encontré grabación que reproducir: { $songs }.
voice-ended = { $ending ->
        [done] Esa fue la lista. Gracias por escuchar en { $room }.
        [stopped] Reproducción detenida en { $room }.
        [alone] No quedaba nadie en { $room }, así que me detuve.
        [lost] Me sacaron de { $room }, así que la música se detuvo. Toca «Reproducir aquí» debajo de la lista para oírla otra vez.
        [closing] Tengo que irme un momento, así que la música en { $room } se detuvo. Toca «Reproducir aquí» debajo de la lista cuando vuelva.
       *[broken] Algo falló por mi parte, así que la música en { $room } se detuvo. Toca «Reproducir aquí» debajo de la lista para intentarlo otra vez.
    }

## What cannot be done

error-list-gone = Ya no tengo esa lista.
error-list-gone-next = Pide una nueva, por favor.

error-no-list-yet = Todavía no tienes ninguna lista.
error-no-list-yet-next = Pide una con /moodmix y reprodúcela después.

error-voice-off = La reproducción en canales de voz está desactivada aquí.
error-voice-off-next = Los enlaces debajo de cada canción siguen llevando a ella.

error-voice-not-there = No soy miembro de este servidor, así que no puedo entrar en sus canales de voz.
error-voice-not-there-next = Quien administre el servidor puede añadirme.

error-voice-not-joined = No estás en un canal de voz.
error-voice-not-joined-next = Únete a uno e inténtalo otra vez.

error-voice-on-stage = No puedo reproducir en un canal de escenario.
error-voice-on-stage-next = Únete a un canal de voz y toca otra vez.

error-voice-forbidden = { $permission ->
        [view_channel] No tengo permiso para ver { $room }.
        [connect] No tengo permiso para unirme a { $room }.
       *[speak] No tengo permiso para hablar en { $room }.
    }
error-voice-forbidden-next = { $permission ->
        [view_channel] Pide a quien administre el servidor que me dé ahí el permiso «Ver canal».
        [connect] Pide a quien administre el servidor que me dé ahí el permiso «Conectar».
       *[speak] Pide a quien administre el servidor que me dé ahí el permiso «Hablar».
    }

error-voice-room-full = No hay sitio en { $room }.
error-voice-room-full-next = Inténtalo otra vez cuando haya lugar para mí, o únete a otro canal.

error-voice-taken = Ya estoy reproduciendo una lista en { $room }.
error-voice-taken-next = Únete allí, o toca primero «Detener» allí.

error-voice-unreachable = No logré llegar a { $room }.
error-voice-unreachable-next = Inténtalo otra vez en un momento; si sigue igual, quizá ayude otra región en los ajustes del canal.

error-voice-nothing-to-hear = No encontré grabación que reproducir para ninguna canción de esa lista.
error-voice-nothing-to-hear-next = Los enlaces debajo de cada canción llevan a ella; o pide otra lista.

error-voice-not-playing = En este servidor no suena nada.
error-voice-not-playing-next = Toca «Reproducir aquí» debajo de una lista para empezar.

error-voice-listeners-only = Eso solo puede hacerlo quien escucha en { $room }.
error-voice-listeners-only-next = Únete primero, por favor.
