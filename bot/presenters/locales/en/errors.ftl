# What went wrong in a conversation.
# Each error says what happened, and under the same name with -next what to do about it.

error-media-empty = That file is empty.
error-media-empty-next = Please send it again.

error-media-too-large = That file is larger than { $limit_mb } MB.
error-media-too-large-next = Please send a smaller one.

error-media-too-many-pixels = That picture has more than { $limit_megapixels } megapixels.
error-media-too-many-pixels-next = Please send it scaled down.

error-media-too-long = That recording is longer than { $limit_s } seconds.
error-media-too-long-next = Please send a shorter one.

error-media-corrupt = That file is damaged and cannot be opened.
error-media-corrupt-next = Please send another one.

error-media-truncated = That file breaks off before its end, as after a cut-off download.
error-media-truncated-next = Please send it again.

error-media-mislabelled = { $claimed ->
        [image] That file is named like a picture, but holds something else.
        [video] That file is named like a video, but holds something else.
       *[audio] That file is named like a song, but holds something else.
    }
error-media-mislabelled-next = Please send a real photo, video or song.

error-media-unsupported = I cannot open that kind of file.
error-media-unsupported-next = I understand JPEG, PNG, WebP, HEIC and GIF pictures, MP4, MOV and WebM videos, and MP3, M4A, OGG, FLAC and WAV songs.

error-media-encrypted = That file is copy-protected, so I cannot listen to it.
error-media-encrypted-next = Please send an unprotected file, paste a link, or write "artist - title".

error-media-too-dark = It is too dark to see a face there.
error-media-too-dark-next = Please try again with more light.

error-media-not-a-face-picture = That is a sound file, and I need to see a face.
error-media-not-a-face-picture-next = Please send a photo or a short video.

error-media-not-fetched = I could not fetch that file; it may have been deleted.
error-media-not-fetched-next = Please send it again.

error-audio-too-short = That recording is too short to tell how it feels.
error-audio-too-short-next = Please send at least { $minimum_s } seconds.

error-audio-silent = I hear nothing but silence there.
error-audio-silent-next = Please send another recording.

error-audio-speech-only = I hear somebody talking there, and no music.
error-audio-speech-only-next = Please send a recording of a song, or write "artist - title".

error-listening-broke = Something broke while I listened to that file, so I left it out.
error-listening-broke-next = It may be damaged: please play it to the end in another program, or save it again.

error-listening-too-slow = I listened to that file for { $limit_s } seconds without coming to an end, so I left it out.
error-listening-too-slow-next = It may be damaged: please save it again.

error-no-face = I cannot find a face there.
error-no-face-next = Please send a photo with your face in full view, looking at the camera, in good light.

error-several-faces = I see more than one face there.
error-several-faces-next = Please be alone in the picture, so that I keep nobody else's face.

error-face-as-before = That looks just like the picture before it, so I did not keep it.
error-face-as-before-next = Please move your head a little, or change the light.

error-faces-enough = There are { $limit } pictures of that mood already, which is plenty.
error-faces-enough-next = Please go on with another mood.

error-song-empty = Which song are you into?
error-song-empty-next = Write "artist - title", paste a link or send an audio file.

error-song-too-long = That is too long for the name of a song.
error-song-too-long-next = Please write "artist - title" or paste a link.

error-song-not-found = I do not know the song "{ $text }".
error-song-not-found-next = Please check the spelling, write "artist - title", paste a link, or send the audio file itself.

error-song-no-emotion = I found "{ $title }", but none of my sources can tell how it feels.
error-song-no-emotion-next = Please send the audio file itself, or choose another song.

error-link-not-resolved = I could not look up that { $service } link: no music service knew it or answered.
error-link-not-resolved-next = Please write "artist - title" instead, or try again in a minute.

error-link-is-album = That { $service } link leads to an album, not to one song.
error-link-is-album-next = Please open it, choose the song you are into, and paste the link of that one, or write "artist - title".

error-link-is-playlist = That { $service } link leads to a playlist, not to one song.
error-link-is-playlist-next = Please paste the link of one song of it, or write "artist - title".

error-link-is-artist = That { $service } link leads to an artist, not to one song.
error-link-is-artist-next = Please paste the link of a song of theirs, or write "artist - title".

error-link-is-talk = That { $service } link leads to a podcast or audiobook, and I know music only.
error-link-is-talk-next = Please paste the link of a song, or write "artist - title".

error-link-not-a-track = That { $service } link does not lead to a song.
error-link-not-a-track-next = Please paste the link of a single track or write "artist - title".

error-link-unsupported = I cannot read links of { $host }.
error-link-unsupported-next = I understand Spotify, YouTube, Apple Music, Deezer, Tidal, SoundCloud and Amazon Music, or simply "artist - title".

error-consent-needed = Before I look at a face I need your consent.
error-consent-needed-next = Please read the notice and agree first, or just tell me how you feel.

error-nothing-to-rate = I no longer know that recommendation.
error-nothing-to-rate-next = Please ask for a new mix and rate that one.

error-nothing-to-change = There is no answer to change yet.
error-nothing-to-change-next = Please send a selfie, or tell me how you feel, and a song first.

error-nothing-in-doubt = I no longer know which songs I asked you about.
error-nothing-in-doubt-next = Please send me the song again.

error-one-face-only = I saw only one face in your last picture.
error-one-face-only-next = Please send a photo with everybody in it first.

error-busy = Many people are asking at once.
error-busy-next = Please try again in a minute.

error-timed-out = That took too long, so I stopped.
error-timed-out-next = Please try again in a minute.

error-page-outdated = moodmix was started again since this page was opened.
error-page-outdated-next = Please reload the page.

error-request-refused = That request comes from another page, so I did not follow it.
error-request-refused-next = Please open moodmix at the address it printed when it started.

error-request-invalid = I could not make sense of that request.
error-request-invalid-next = Please reload the page and try again.

error-request-unknown = There is nothing at this address.
error-request-unknown-next = Please go back to the chat page.

error-song-file-gone = I do not have the file of that track any more; it may have been moved or deleted.
error-song-file-gone-next = Scanning the folder again brings the library up to date.

error-song-file-unreadable = I cannot read the file of that track: { $reason }.
error-song-file-unreadable-next = Please try again later, or choose another track.

error-song-file-too-large = The file of that track is larger than { $limit_mb } MB, the most I can send here.
error-song-file-too-large-next = Please choose another track.

error-song-file-refused = This chat did not take the file of that track.
error-song-file-refused-next = Please choose another track, or ask me for a mix in a private chat.

error-library-not-shared = That track is from somebody's own library, whose songs are not played here any more.
error-library-not-shared-next = Please ask for a new mix.
