# Words that people may write for how they feel, as after /mood, separated by commas.

mood-words = { $emotion ->
        [angry] wütend, sauer, zornig, böse, verärgert, ärgerlich, genervt, gereizt, stinksauer, angepisst, aufgebracht, aggressiv, frustriert, wuetend, veraergert, Wut, Zorn, Ärger, Frust
        [disgust] angewidert, angeekelt, eklig, ekelig, abgestoßen, igitt, Ekel, Abscheu
        [fear] ängstlich, aengstlich, verängstigt, besorgt, nervös, nervoes, unruhig, panisch, gestresst, stress, angespannt, furchtsam, erschrocken, unsicher, ich habe angst, Angst, Furcht, Sorge, Sorgen, Panik
        [happy] fröhlich, froehlich, glücklich, gluecklich, froh, gut, sehr gut, super, toll, prima, heiter, vergnügt, zufrieden, gut gelaunt, gute laune, begeistert, verliebt, erfreut, selig, Freude, Glück
        [sad] traurig, niedergeschlagen, bedrückt, deprimiert, unglücklich, ungluecklich, schlecht, nicht gut, mies, einsam, allein, down, melancholisch, betrübt, enttäuscht, herzschmerz, liebeskummer, trüb, Trauer, Traurigkeit, Kummer
        [surprise] überrascht, ueberrascht, erstaunt, verblüfft, baff, sprachlos, aufgeregt, perplex, verwundert, staunend, Überraschung, Staunen
       *[neutral] neutral, okay, ok, geht so, geht, so lala, normal, mittel, ganz okay, nichts besonderes, ruhig, gelassen, entspannt, ausgeglichen, passt schon
    }
