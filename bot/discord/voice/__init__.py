"""Playing lists in voice channels of Discord, where the operator switches it on."""
