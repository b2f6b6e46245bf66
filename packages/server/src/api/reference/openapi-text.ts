import { events } from '../events.generated.ts';
import { methods } from '../methods.generated.ts';
import { documentedOf } from './documented.ts';
import { openApiOf } from './openapi.ts';

let text: string | undefined;

/** The document as it is served; made when somebody asks for it for the first time. */
export function openApiText(): string {
  text ??= JSON.stringify(openApiOf(documentedOf(methods, events)));
  return text;
}
