# What only people on Telegram read.

# Stands in an empty chat before the first message; at most 512 characters.
telegram-description =
    Send me a selfie or a short round video and a song you are into. I answer with five tracks for your mood, and say why. No camera at hand? /mood works without.

    Software estimates emotion from your face; it may be wrong. I ask before the first face, and keep no pictures.

# Stands on the profile page of the bot; at most 120 characters.
telegram-short-description = A selfie and a song in, five tracks for your mood and the reason out.
