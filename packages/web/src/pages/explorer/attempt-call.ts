import { session } from '../../session.ts';

/** What a call was answered that somebody tried by hand. */
export interface Attempted {
  readonly status: number;
  readonly isRefused: boolean;
  readonly text: string;
  readonly ms: number;
}

/** Makes a call as the reader, whatever comes back: an explorer shows errors as they are. */
export async function attemptCall(method: string, params: string): Promise<Attempted> {
  const began = performance.now();
  const response = await fetch(`/rest/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bitrix-csrf-token': session.csrf },
    body: params,
  });
  const text = await response.text();
  return { status: response.status, isRefused: !response.ok, text, ms: performance.now() - began };
}
