mood-words = { $emotion ->
        [angry] en colère, colère, fâché, fâchée, furieux, furieuse, énervé, énervée, agacé, agacée, irrité, irritée, vénère, véner, en rage, rage, enragé, enragée, frustré, frustrée, frustration, contrarié, contrariée, remonté, remontée, à cran, excédé, excédée, saoulé, saoulée, soûlé, soûlée
        [disgust] dégoûté, dégoûtée, dégoût, écœuré, écœurée, ecoeuré, ecoeurée, écœurement, ecoeurement, beurk, révulsé, révulsée, ras le bol
        [fear] peur, j’ai peur, apeuré, apeurée, effrayé, effrayée, terrifié, terrifiée, anxieux, anxieuse, angoissé, angoissée, angoisse, inquiet, inquiète, inquiétude, nerveux, nerveuse, stressé, stressée, stress, paniqué, paniquée, panique, tendu, tendue, flippé, flippée
        [happy] heureux, heureuse, joyeux, joyeuse, joie, content, contente, bien, super, super bien, très bien, génial, au top, gai, gaie, ravi, ravie, de bonne humeur, bonne humeur, en forme, la pêche, amoureux, amoureuse, comblé, comblée, enchanté, enchantée, enthousiaste
        [sad] triste, tristesse, malheureux, malheureuse, déprimé, déprimée, déprime, mal, pas bien, pas top, bof bof, cafard, le cafard, mélancolique, mélancolie, abattu, abattue, seul, seule, cœur brisé, le cœur brisé, coeur brisé, le coeur brisé, au fond du trou, down, le moral à zéro, nul, nulle, le blues, blues
        [surprise] surpris, surprise, étonné, étonnée, étonnement, stupéfait, stupéfaite, épaté, épatée, ébahi, ébahie, bluffé, bluffée, sidéré, sidérée, excité, excitée, sous le choc, choqué, choquée
       *[neutral] neutre, normal, normale, ok, okay, ça va, tranquille, calme, serein, sereine, rien de spécial, rien de particulier, comme ci comme ça, bof, moyen, moyenne, posé, posée, pas mal
    }
