"""oEmbed: what a link's page is called, for links whose service has no open search."""
