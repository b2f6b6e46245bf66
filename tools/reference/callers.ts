import type { DocumentedMethod } from '../../packages/server/src/api/reference/documented.ts';

/*
 * Who may call a method, and how such a call looks.
 */

/** Only an application can call it: one with a token, or one that a webhook names. Those of generation 2 have a token of their own for that. */
function isOfApplication({ method, errors }: DocumentedMethod): boolean {
  if (method.generation === 'v2') return false;
  return errors.some(({ row }) => [row.refused ?? []].flat().includes('no_client_id'));
}

export function callersOf(documented: DocumentedMethod): string {
  const { method, errors } = documented;
  if (method.forApplications) return 'applications, with a token';
  if (isOfApplication(documented)) return 'webhooks that send a `CLIENT_ID`; applications, with a token';
  const refused = errors.flatMap(({ row: { auth = [] } }) => [auth].flat());
  const callers = {
    webhook: 'webhooks',
    oauth: 'applications, with a token',
    session: 'people in pages of the portal',
  };
  return Object.entries(callers)
    .flatMap(([kind, name]) => (refused.some((one) => one === kind) ? [] : [name]))
    .join('; ');
}

/** As it is pasted into a terminal. */
export function curl(documented: DocumentedMethod): string {
  const { method } = documented;
  const isNamed = 'CLIENT_ID' in method.example.params;
  const needsToken = method.forApplications || (isOfApplication(documented) && !isNamed);
  const address = needsToken ? 'https://portal.example/rest/' : 'https://portal.example/rest/1/code/';
  const token = needsToken ? '?auth=TOKEN' : '';
  const body = JSON.stringify(method.example.params).replaceAll("'", "'\\''");
  return `curl '${address}${method.name}${token}' \\\n  -H 'content-type: application/json' \\\n  -d '${body}'`;
}
