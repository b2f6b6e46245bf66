import { field } from '../basic/fields.ts';

export const configId = field.requiredId('line', 'Id of the open channel');
