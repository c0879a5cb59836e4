package sh.inference.console.profile;

/** What a profile points at. It decides the colour, word and icon of the frame and how strictly dialogs ask. */
public enum ProfileKind {
    PRODUCTION, STAGING, DEVELOPMENT, SANDBOX
}
