# What goes wrong for whoever runs moodmix, on the command line and in the log: English only.
# Each error says what happened, and under the same name with -next what to do about it.

error-engine-unavailable = The emotion engine { $engine } cannot be used: { $reason }.
error-engine-unavailable-next = Set MOODMIX_EMOTION_ENGINE=moodnet to use the built-in one.

error-detector-unavailable = The face detector { $detector } cannot be used: { $reason }.
error-detector-unavailable-next = Set MOODMIX_FACE_DETECTOR=haar to use the built-in one.

error-song-doubtful = I am not sure which song you mean.
error-song-doubtful-next = Is it one of these: { $songs }? Please write it as "artist - title", or paste its link.

error-weights-broken = The network { $name } cannot be used: { $reason }.
error-weights-broken-next = Please install moodmix again.

error-weights-not-fetched = The network { $name } could not be fetched: { $reason }.
error-weights-not-fetched-next = Please try "moodmix weights fetch { $name }" again, which goes on where it stopped; or download { $address } by other means and put the file as { $file } into { $folder }; or set MOODMIX_WEIGHTS_URL to a mirror.

error-database-too-new = The database is of version { $found }, this moodmix knows only { $known }.
error-database-too-new-next = Please install the newer moodmix again, or choose another MOODMIX_DATA_DIR.

error-database-unusable = The database cannot be used: { $reason }.
error-database-unusable-next = Please check MOODMIX_DATA_DIR and who may write there.

error-migration-failed = The database could not be brought up to date: { $file } failed ({ $reason }).
error-migration-failed-next = It was left as it was; please report this.

error-data-key-lost = What people told moodmix is sealed, and { $place } does not hold the key to { $database }.
error-data-key-lost-next = Please put the right key back, from your backup or into MOODMIX_DATA_KEY. Nothing was changed. If the key is gone for good, so is what people told: move { $database } away to begin anew.

error-data-key-unusable = The key in { $place } cannot be used: { $reason }.
error-data-key-unusable-next = Please put the right key back, or mend who may read and write there.

error-data-key-exposed = Others on this machine may read the key in { $path }.
error-data-key-exposed-next = Please run "chmod 600 { $path }", and consider a new key: "moodmix keys rotate".

error-data-key-given = The key is given by { $place }, which moodmix cannot change.
error-data-key-given-next = Please make a new key with: python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())". Put it in front of the old one, with a comma between them, and try again; after that the old one can go.

error-telegram-refused = Telegram refused the bot token.
error-telegram-refused-next = Please check MOODMIX_TELEGRAM_TOKEN; @BotFather shows the right one with /token.

error-nothing-to-serve = The chat page is switched off and no bot token is set, so there is nothing to run.
error-nothing-to-serve-next = Set MOODMIX_TELEGRAM_TOKEN or MOODMIX_DISCORD_TOKEN, or remove MOODMIX_WEB_ENABLED.

error-settings-invalid = Some settings are wrong.
error-settings-invalid-next =
    Please correct these in the environment or in .env:
    { $problems }
    The file .env.example explains each.

error-discord-refused = Discord does not accept the bot token.
error-discord-refused-next = Please copy it again from the Bot page of your app at https://discord.com/developers/applications into MOODMIX_DISCORD_TOKEN.

error-discord-intent-refused = Discord does not let your app read messages in servers.
error-discord-intent-refused-next = Please switch on "Message Content Intent" on the Bot page of your app at https://discord.com/developers/applications, or set MOODMIX_DISCORD_MESSAGE_CONTENT=false.

error-voice-packages-missing = MOODMIX_DISCORD_VOICE is on, but this is not installed: { $packages }.
error-voice-packages-missing-next = Please install it with pip install "discord.py[voice]", or set MOODMIX_DISCORD_VOICE=false.

error-file-not-readable = { $path } cannot be read: { $reason }.
error-file-not-readable-next = Please check the name and the permissions.

# $process: the number of the process, as text
error-already-running = moodmix already runs with the data in { $folder } (process { $process }).
error-already-running-next = Stop that one first, or set MOODMIX_DATA_DIR to another folder.

error-nothing-to-back-up = There is nothing in { $folder } to back up yet.
error-nothing-to-back-up-next = Please check MOODMIX_DATA_DIR.

error-backup-unusable = { $path } cannot be restored: { $reason }.
error-backup-unusable-next = Nothing was changed; please take another backup.

# $what: names of files
error-restore-would-overwrite = There is something in { $folder } already: { $what }.
error-restore-would-overwrite-next = With --force it is kept in a folder aside, and the backup takes its place.

error-address-in-use = Another program, perhaps another moodmix, already uses port { NUMBER($port, useGrouping: 0) } of { $host }.
error-address-in-use-next = Stop it, or set { $setting } to another port (0 takes a free one).

error-address-unusable = I cannot listen on { $host }, port { NUMBER($port, useGrouping: 0) }: { $reason }.
error-address-unusable-next = Please check { $setting }.

error-network-unavailable = The network { $name } cannot be measured here: { $reason }.
error-network-unavailable-next = To mend it: { $mend }.

error-split-unknown = There is no split { $split } in that data.
error-split-unknown-next = Please choose one of these: { $known }.

error-data-unusable = { $path } holds no labelled faces that I can use: { $reason }.
error-data-unusable-next = Please give me a folder or zip with one sub-folder of pictures per expression (angry, disgust, fear, happy, sad, surprise, neutral), with or without a folder per split above, or labels.csv beside mosaic_00.webp and so on.

error-table-unusable = { $path } cannot be measured on: { $reason }.
error-table-unusable-next = Please give me a CSV file with a mood, valence, and arousal or energy for each song.

error-not-in-library = Nothing of { $path } is in the library.
error-not-in-library-next = Please look at what "moodmix library list" shows, or scan the folder first.

error-file-not-writable = { $path } cannot be written: { $reason }.
error-file-not-writable-next = Please choose another place.

error-catalogue-unknown = { $path } has columns that I do not know: { $found }.
error-catalogue-unknown-next =
    Please name them as one of these has them; others may stand beside them:
    { $known }.

error-catalogue-unusable = { $path } cannot be imported: { $reason }.
error-catalogue-unusable-next = What was imported before is unchanged; please choose another file.

error-imports-changed = Another import ended while this one was under way, so I kept that one.
error-imports-changed-next = Please run this command again.

error-imports-damaged = The imported songs in { $folder } cannot be read: { $reason }.
error-imports-damaged-next = Please delete that folder and import the files again.

error-not-imported = Nothing was imported under the name { $name }.
error-not-imported-next = "moodmix catalog list" shows the names.
