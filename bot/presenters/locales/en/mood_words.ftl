# Words that people may write for how they feel, as after /mood, separated by commas. These are read
# and never shown: please write as many as people really use, in all forms (such as male and female),
# not only those that English has here. Capitals and accents make no difference.

mood-words = { $emotion ->
        [angry] angry, mad, furious, annoyed, irritated, frustrated, rage, anger
        [disgust] disgusted, disgust, grossed out, sick of it, repelled
        [fear] frightened, afraid, scared, anxious, nervous, worried, fearful, panicky, fear, stressed
        [happy] happy, glad, joyful, cheerful, good, great, content, delighted, in love, joy
        [sad] sad, down, blue, unhappy, low, gloomy, lonely, heartbroken, depressed, bad, sadness
        [surprise] surprised, amazed, astonished, excited, stunned, surprise
       *[neutral] neutral, okay, ok, fine, so so, normal, nothing special, calm, even
    }
