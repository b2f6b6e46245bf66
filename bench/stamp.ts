/** What stands in a message before its time of sending, in nanoseconds of the machine's own clock and 20 digits. */
export const SENT_AT = 'sent-at-';
