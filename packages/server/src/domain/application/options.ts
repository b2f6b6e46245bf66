/** What a program keeps by name: a text, or a document of its own. */
export type Options = Readonly<Record<string, unknown>>;

/** Whose they are: 0 is the application itself, which shows them to everybody who uses it. */
export const OF_APPLICATION = 0;
