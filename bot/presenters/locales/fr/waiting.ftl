waiting-in-line = Un instant, il y a du monde : tu es numéro { $number } dans la file.

interrupted = { $count ->
        [one] Désolé, j’ai été interrompu pendant que je m’en occupais. Si ma réponse n’est pas arrivée, renvoie ton message ou appuie encore une fois.
       *[other] Désolé, j’ai été interrompu pendant que je m’occupais de tes { $count } derniers messages. S’il manque une réponse, renvoie le message encore une fois.
    }
