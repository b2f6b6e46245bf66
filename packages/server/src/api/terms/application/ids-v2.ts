import { field } from '../basic/fields.ts';

export const botToken = field.optionalText('Webhook calls only: the token that the bot was registered with');
