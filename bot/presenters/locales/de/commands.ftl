# Commands and their options in the menus of Telegram and Discord: at most 100 characters each.

command-moodmix = Fünf Songs für deine Stimmung: ein Selfie und ein Song
command-mood = Sagen, wie du dich fühlst, ohne Kamera
command-history = Deine Stimmungen der letzten Wochen
command-week = Deine Woche: Stimmungen und die Songs, die du mochtest
command-settings = Sprachen, Anlässe und von wem du nichts hören willst
command-export = Alles, was über dich gespeichert ist, als Dateien
command-help = Wie moodmix funktioniert
command-privacy = Was über dich gespeichert wird und wie lange
command-forget = Alles über dich löschen

message-command = Stimmungsmix aus diesem Foto

photo-option = Ein Foto oder kurzes Video von deinem Gesicht
song-option = Ein Song, den du gern hörst: Artist - Titel, oder ein Link
audio-option = Oder der Song selbst als Audiodatei
intent-option = Was die Liste tun soll; sonst entscheide ich nach Gesicht und Song
