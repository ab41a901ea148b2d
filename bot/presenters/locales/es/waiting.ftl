# When an answer takes longer than usual, or was interrupted.

waiting-in-line = Un momento, ahora mismo pregunta mucha gente: tienes el puesto { $number } en la fila.

interrupted = { $count ->
        [one] Perdona, algo me interrumpió mientras trabajaba en esto. Si mi respuesta no llegó, mándalo o tócalo otra vez, por favor.
       *[other] Perdona, algo me interrumpió mientras trabajaba en tus últimos { $count } mensajes. Si alguna respuesta no llegó, manda ese mensaje otra vez, por favor.
    }
