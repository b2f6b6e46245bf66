/** What webhooks and applications may do unless it is said: enough for a bot, and for a script that acts as a person. */
export const USUAL_SCOPE = ['im', 'imbot', 'user', 'disk'] as const;
