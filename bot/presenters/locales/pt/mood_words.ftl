mood-words = { $emotion ->
        [angry] com raiva, raiva, bravo, brava, furioso, furiosa, irritado, irritada, puto, puta, puto da vida, puta da vida, zangado, zangada, com ódio, ódio, revoltado, revoltada, indignado, indignada, frustrado, frustrada, frustração, pistola, estressado, estressada, de saco cheio, aborrecido, aborrecida
        [disgust] com nojo, nojo, enojado, enojada, repulsa, eca, asco, repugnância, com repulsa
        [fear] com medo, medo, nervoso, nervosa, assustado, assustada, apavorado, apavorada, ansioso, ansiosa, ansiedade, preocupado, preocupada, preocupação, angustiado, angustiada, angústia, tenso, tensa, em pânico, pânico, aflito, aflita, inseguro, insegura, receoso, receosa
        [happy] feliz, alegre, alegria, contente, bem, muito bem, ótimo, ótima, bom, boa, legal, animado, animada, de bom humor, felicidade, radiante, apaixonado, apaixonada, de boa com a vida, satisfeito, satisfeita, maravilhoso, maravilhosa, feliz da vida, numa boa, empolgado, empolgada
        [sad] triste, tristeza, pra baixo, para baixo, mal, na bad, bad, deprimido, deprimida, deprê, infeliz, melancólico, melancólica, melancolia, chateado, chateada, sozinho, sozinha, solitário, solitária, solidão, de coração partido, coração partido, desanimado, desanimada, na fossa, arrasado, arrasada, ruim, péssimo, péssima, com saudade, saudade
        [surprise] surpreso, surpresa, com surpresa, espantado, espantada, espanto, pasmo, pasma, chocado, chocada, em choque, impressionado, impressionada, boquiaberto, boquiaberta, admirado, admirada, de queixo caído
       *[neutral] neutro, neutra, normal, ok, okay, tudo bem, tranquilo, tranquila, calmo, calma, sereno, serena, nada de mais, nada demais, mais ou menos, de boa, indiferente, sei lá, suave
    }
