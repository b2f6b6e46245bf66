import type { ApiCaller } from '../definition/api-caller.ts';
import { toText } from '../wire/read.ts';
import { sentAs } from '../wire/sent-as.ts';
import { systemErrors } from './api-error.ts';

/** Characters of what a program calls itself, and of the name of a queue. A bot token is compared, and kept nowhere. */
const NAME_LENGTH = 255;

/** Refuses names that are too long, whether or not the method has such a parameter. */
export function checkNames({ clientId, application }: ApiCaller, sent: Readonly<Record<string, unknown>>): void {
  if (clientId !== undefined) checkName('CLIENT_ID', clientId);
  if (application) checkName('auth_connector', toText(sentAs('auth_connector', sent)) ?? '');
}

function checkName(name: string, { length }: string): void {
  if (length <= NAME_LENGTH) return;
  const why = `has ${length} characters, and ${NAME_LENGTH} is the most`;
  throw systemErrors.tooLarge(name).with([{ where: name, why }]);
}
