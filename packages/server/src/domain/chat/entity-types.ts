/*
 * Kinds of outside objects that a chat can belong to, where a rule depends on one. Programs name them when they make a
 * chat, so they are data and keep the spelling they come in; any other word is as good and has no rule.
 */

/** An open channel: customers on one side, operators and bots on the other. */
export const OPEN_CHANNEL = 'LINES';
/** A telephone call, in the chat that telephony made for it. */
export const TELEPHONY = 'CALL';
/** A workgroup or project. */
export const WORKGROUP = 'SONET_GROUP';
/** A record of the customer base. */
export const CRM_RECORD = 'CRM';
