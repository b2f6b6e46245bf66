import { field } from '../basic/fields.ts';

export const chatAppId = field.givenId('chatApp', 'Id of the button');
