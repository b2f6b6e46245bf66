import { botToken } from '../application/ids-v2.ts';
import { field } from '../basic/fields.ts';

/** Which bot acts, and what shows that it is the caller's. */
export const actingBot = { botId: field.givenId('bot', 'Id of the bot'), botToken } as const;
