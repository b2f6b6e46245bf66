import { events } from '#api/events.generated.ts';
import { methods } from '#api/methods.generated.ts';
import { documentedOf } from '#api/reference/documented.ts';
import { openApiOf } from '#api/reference/openapi.ts';

/** The document as the definitions say now. */
export function openApiText(): string {
  return JSON.stringify(openApiOf(documentedOf(methods, events)));
}
