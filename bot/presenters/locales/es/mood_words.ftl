# Words that people may write for how they feel, as after /mood, separated by commas.

mood-words = { $emotion ->
        [angry] enojo, enojado, enojada, enfado, enfadado, enfadada, furioso, furiosa, molesto, molesta, irritado, irritada, cabreado, cabreada, bravo, brava, frustrado, frustrada, indignado, indignada, harto, harta, rabia, ira, furia, bronca, coraje
        [disgust] asco, asqueado, asqueada, me da asco, qué asco, repugnancia, repulsión, disgusto, náuseas
        [fear] miedo, tengo miedo, asustado, asustada, temeroso, temerosa, ansioso, ansiosa, nervioso, nerviosa, preocupado, preocupada, inquieto, inquieta, angustiado, angustiada, agobiado, agobiada, estresado, estresada, tenso, tensa, temor, pánico, ansiedad, nervios, angustia, estrés, inseguro, insegura
        [happy] alegre, alegría, feliz, contento, contenta, bien, muy bien, genial, animado, animada, de buen humor, satisfecho, satisfecha, encantado, encantada, enamorado, enamorada, felicidad, dichoso, dichosa, radiante
        [sad] triste, tristeza, mal, muy mal, bajoneado, bajoneada, bajón, decaído, decaída, deprimido, deprimida, desanimado, desanimada, infeliz, solo, sola, melancólico, melancólica, melancolía, abatido, abatida, apenado, apenada, desilusionado, desilusionada, con el corazón roto, pena, nostalgia
        [surprise] sorpresa, sorprendido, sorprendida, asombrado, asombrada, atónito, atónita, impresionado, impresionada, emocionado, emocionada, flipando, alucinado, alucinada, boquiabierto, boquiabierta, asombro
       *[neutral] neutral, neutro, neutra, normal, ok, okay, vale, más o menos, así así, ni bien ni mal, regular, nada especial, tranquilo, tranquila, en calma, calma, sereno, serena, relajado, relajada, equilibrado, equilibrada
    }
