"""The only place where the stages meet: read and extract (told), resolve (decided), settle, publish."""
