import { field } from '../basic/fields.ts';

export const commandId = field.givenId('command', 'Id of the command');
