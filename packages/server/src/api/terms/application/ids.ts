import { field } from '../basic/fields.ts';

export const clientId = field.optionalText('Webhook calls only: the CLIENT_ID that the bot was registered with');
