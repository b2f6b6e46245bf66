import { field } from '../basic/fields.ts';

export const messageId = field.requiredId('message', 'Id of the message');
