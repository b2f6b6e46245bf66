import { field } from '../basic/fields.ts';

export const messageId = field.requiredId('Id of the message');
