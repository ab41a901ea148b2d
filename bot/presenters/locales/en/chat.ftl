# What moodmix says in the conversation.
