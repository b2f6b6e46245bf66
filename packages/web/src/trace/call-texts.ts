import { session } from '../session.ts';
import { curlLine } from '../text/curl.ts';

/** A call of the log as a line for a shell; who runs it puts the address of a webhook in. */
export function curlOfCall({
  method,
  params,
}: {
  readonly method: string;
  readonly params: { readonly text: string } | null;
}): string {
  const url = `${session.origins[0] ?? location.origin}/rest/USER_ID/CODE/${method}`;
  return curlLine(url, params?.text ?? '{}', [{ name: 'Content-Type', value: 'application/json' }]);
}
