row = { $before } ; { $after }

greeting = Salut, moi c’est moodmix. Envoie-moi un selfie ou une courte vidéo, ou dis-moi comment tu te sens, et donne-moi une chanson que tu aimes en ce moment. Je te réponds avec cinq titres pour ton humeur, et je te dis pourquoi.

welcome-back = Te revoilà ! Envoie-moi un selfie et une chanson que tu aimes en ce moment.

help =
    Envoie une photo ou une courte vidéo de ton visage avec une chanson : écris son nom en légende (« artiste - titre »), colle un lien ou envoie le fichier audio. Tu peux aussi envoyer l’un après l’autre. Sans caméra, dis-moi comment tu te sens : /mood joie. Sans chanson, je me fie à ton humeur seule.

    Je compare ton humeur à celle de la chanson. Si elles se ressemblent, je reste dans cette humeur ; si la chanson est plus lumineuse ou plus énergique, je t’y emmène pas à pas ; et si tu es à cran et que la chanson est calme, j’apaise les choses. Les boutons sous une réponse changent tout ça, et j’apprends de tes 👍 et 👎 ; ils font aussi apparaître des boutons pour avoir d’autres titres du même genre, ou ne plus entendre l’artiste.

    Quand je ne suis pas sûr de ce que dit ton visage, je demande, et quand je me trompe, tu peux le dire. Sur une photo de groupe, je peux prendre l’humeur de tout le monde. Après l’écoute, dis-moi comment tu te sens : la liste suivante repart de là.

    /moodmix – commencer un mix
    /mood – dire comment tu te sens, sans caméra
    /history – tes humeurs au fil du temps
    /week – ta semaine en une image
    /settings – langue, chansons et occasions
    /privacy – ce qui est conservé
    /export – tout ce qui te concerne, dans un fichier
    /forget – effacer tout ce qui te concerne

consent-notice =
    Avant que je regarde un visage : moodmix utilise un logiciel qui estime l’expression d’un visage. Il peut se tromper, et il ne sait pas ce que tu ressens vraiment.

    Ta photo ou ta vidéo est examinée en mémoire vive et supprimée aussitôt. Rien de ce qui montre ou identifie un visage n’est jamais enregistré. Ce que je garde, chiffré et sous un pseudonyme, c’est l’humeur que j’ai lue, les chansons, et tes 👍 et 👎. { kept-for }

    Tu peux retirer ton consentement à tout moment (/privacy), et tu n’as besoin d’aucune caméra : dis-moi simplement comment tu te sens (/mood).

    N’accepte que si tu as au moins 16 ans et que le visage est le tien, ou que la personne à qui il appartient est d’accord.
kept-for = { $days ->
        [0] Tout cela reste jusqu’à ce que tu dises /forget.
        [one] Tout cela est effacé après { $days } jour, ou dès que tu dis /forget.
       *[other] Tout cela est effacé après { $days } jours, ou dès que tu dis /forget.
    }
consent-thanks = Merci. Envoie-moi maintenant un selfie et une chanson.
consent-thanks-waiting = Merci. Je regarde ce que tu as envoyé.
consent-noted = Merci, c’est noté pour toi. Envoie-moi maintenant ton propre selfie et une chanson.

others-face-notice = Cette photo vient de quelqu’un d’autre. Je ne lis un visage que si c’est le tien ou si la personne est d’accord.
others-picture = Je ne regarde que les images que tu as envoyées toi-même. Envoie-moi la tienne.

privacy =
    Ce que deviennent tes données :
    • Les photos, les vidéos et les fichiers audio sont traités en mémoire vive puis supprimés. Ils ne sont jamais enregistrés ni transmis à qui que ce soit.
    • Un logiciel estime l’expression d’un visage. Il peut se tromper, et il ne reconnaît personne. Il ne regarde aucun visage avant que tu aies accepté, ni après que tu as retiré ton accord. Tout fonctionne aussi sans lui : dis-moi comment tu te sens avec /mood.
    • Ce qui est conservé dans une base de données locale : que tu as accepté, et quand ; tes humeurs, lues (les pourcentages de sept expressions, instant par instant pour une vidéo) ou dites par toi ; les chansons de tes listes, et ce que j’ai entendu dans la dernière (des nombres, aucun son) ; tes 👍 et 👎, tes réglages, et les artistes dont tu ne veux rien entendre. Ce qui te concerne est chiffré et rangé sous un pseudonyme à clé au lieu de ton identifiant.
    • { kept-for }
    • Tes prochaines listes apprennent de tes 👍 et 👎. Là où beaucoup de gens utilisent ce bot, ce qu’au moins cinq d’entre eux pensent des mêmes chansons aide les autres ; personne n’apprend qui ils sont.
    • Les noms et les liens des chansons sont recherchés auprès de services de musique ; ils n’apprennent rien sur toi.
    • /export te remet tout ce qui est conservé sur toi. /forget efface tout d’un coup.
withdraw-button = Retirer mon consentement
withdrawn = C’est fait : je ne lis plus aucun visage de ta part, jusqu’à ce que tu acceptes à nouveau. Tes humeurs et tes listes sont toujours là ; /forget les efface. Si tu veux, dis-moi comment tu te sens avec /mood.

forget-question = J’efface tout ce qui te concerne : ton consentement, tes humeurs, tes mix et tes avis ? C’est irréversible.
forgotten = C’est fait : ton consentement, tes humeurs, tes mix et tes avis sont effacés. Si tu renvoies un selfie, je te redemanderai ton consentement.
kept = Rien n’a été effacé.

start-mix = Envoie-moi un selfie ou une courte vidéo de ton visage, et la chanson que tu aimes en ce moment : son nom, un lien ou le fichier audio. En un message ou deux, dans l’ordre que tu veux.
ask-mood = Choisis ce qui te correspond.
ask-face = { $song }, très bien. Envoie-moi maintenant un selfie ou une courte vidéo de ton visage, ou dis-moi comment tu te sens.
ask-face-heard = { $song }, très bien. { $heard } Envoie-moi maintenant un selfie ou une courte vidéo de ton visage, ou dis-moi comment tu te sens.
ask-which = Je ne suis pas sûr de la chanson. C’est l’une de celles-ci ? Appuie dessus ; sinon, écris « artiste - titre » ou colle un lien.
ask-whether = Je ne suis pas sûr de la chanson. C’est bien { $song } ? Appuie dessus ; sinon, écris « artiste - titre » ou colle un lien.
answer-by-reply = Écris-le en réponse à ce message.
next-by-command = Relance /moodmix avec, ou envoie-le-moi en message privé.

working = Je regarde, j’écoute …
sending-song = J’envoie la chanson …

rated = { $verdict ->
        [up] C’est noté : tu aimes { $title }.
        [down] C’est noté : { $title }, ce n’est pas pour toi.
       *[none] C’est noté : tu n’as plus d’avis sur { $title }.
    }

wish-noted = { $wish ->
        [more_like] C’est noté : ta prochaine liste aura davantage de titres comme { $title }.
        [not_artist] C’est noté : tu n’entendras plus { $artist }.
       *[anything] C’est noté : tout peut revenir.
    }

intent-stands = La liste est déjà faite comme ça.

not-understood = Je comprends les photos, les courtes vidéos et les chansons (un nom, un lien ou un fichier audio). /help explique comment ça marche.
unknown-command = Je ne connais pas cette commande. /help montre ce que je sais faire.
write-as-yourself = Je ne peux parler qu’avec des personnes qui écrivent en leur nom, pas au nom d’un groupe ou d’un canal.
no-face-in-message = Il n’y a ni photo ni vidéo dans ce message. Choisis-en un qui en contient.
request-expired = Je n’ai plus cette demande. Envoie-la encore une fois.
others-button = Ce bouton est à quelqu’un d’autre.
unreachable = Impossible de me joindre. Vérifie que moodmix tourne toujours, relance-le si besoin, puis renvoie ton message.
incident = Quelque chose s’est mal passé de mon côté, et je l’ai noté. Réessaie ; si ça continue, signale l’incident { $number }.
