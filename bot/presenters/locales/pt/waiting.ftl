waiting-in-line = Um momento, tem muita gente pedindo agora: seu lugar na fila é o { $number }.

interrupted = { $count ->
        [one] Desculpe, fui interrompido enquanto cuidava disto. Se a minha resposta não chegou, mande ou toque mais uma vez.
       *[other] Desculpe, fui interrompido enquanto cuidava das suas últimas { $count } mensagens. Se faltou alguma resposta, mande essa mensagem mais uma vez.
    }
