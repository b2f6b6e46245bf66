import { field } from '../basic/fields.ts';

export const commandId = field.givenId('Id of the command');
