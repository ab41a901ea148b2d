command-moodmix = Cinq titres pour ton humeur : un selfie et une chanson
command-mood = Dire comment tu te sens, sans caméra
command-history = Tes humeurs des dernières semaines
command-week = Ta semaine : tes humeurs et les chansons que tu as aimées
command-settings = Langues, occasions, et les artistes que tu ne veux pas entendre
command-export = Tout ce qui est conservé sur toi, en fichiers
command-help = Comment marche moodmix
command-privacy = Ce qui est conservé sur toi, et pendant combien de temps
command-forget = Effacer tout ce qui te concerne

message-command = Mood mix de cette photo

photo-option = Une photo ou une courte vidéo de ton visage
song-option = Une chanson que tu aimes en ce moment : artiste - titre, ou un lien
audio-option = Ou la chanson elle-même, en fichier audio
intent-option = Ce que la liste doit faire ; sinon je décide d’après ton visage et ta chanson
