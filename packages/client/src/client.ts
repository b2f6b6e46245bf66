import { CallError } from './call-error.ts';
import type { Methods } from './types.generated.ts';

export type MethodName = keyof Methods;

/** Methods that answer a list in pages. */
export type PagedName = { [N in MethodName]: Methods[N]['isPaged'] extends true ? N : never }[MethodName];

export type ItemOf<N extends PagedName> = Methods[N]['result'] extends readonly (infer Item)[] ? Item : never;

/** Parameters may be left out where none is required. */
type Args<N extends MethodName> =
  Record<never, never> extends Methods[N]['params'] ? [params?: Methods[N]['params']] : [params: Methods[N]['params']];

export type ClientOptions =
  /** The address of an incoming webhook. */
  | { readonly webhook: string }
  /** The address of a portal, and an access token or what gives one: it is asked before each call. */
  | { readonly portal: string; readonly token: string | (() => string | Promise<string>) }
  /** The address of a portal, and the secret of the session that the browser is signed in with: for pages of the portal. */
  | { readonly portal: string; readonly csrf: string };

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  /** Where the next page starts; absent on the last one. */
  readonly next?: number;
}

/** Calls by a name of their own: method and parameters. */
export type BatchCalls = Readonly<
  Record<string, { [N in MethodName]: readonly [method: N, ...params: Args<N>] }[MethodName]>
>;

export type BatchAnswer<C extends BatchCalls> = {
  readonly [K in keyof C]: Methods[C[K][0]]['result'] | CallError;
};

export interface Client {
  /** @throws {CallError} when the call is refused. */
  call<N extends MethodName>(method: N, ...params: Args<N>): Promise<Methods[N]['result']>;
  /** The same of a list, with what stands beside it. */
  page<N extends PagedName>(method: N, ...params: Args<N>): Promise<Page<ItemOf<N>>>;
  /** All items of all pages, one after the other. */
  list<N extends PagedName>(method: N, ...params: Args<N>): AsyncGenerator<ItemOf<N>, void, undefined>;
  /** Up to 50 calls in one request, in their order; one that is refused is answered with its error. */
  batch<const C extends BatchCalls>(calls: C): Promise<BatchAnswer<C>>;
}

interface Answer {
  readonly result?: unknown;
  readonly total?: number;
  readonly next?: number;
  readonly error?: string;
  readonly error_description?: string;
}

interface BatchResult {
  readonly result: Readonly<Record<string, unknown>>;
  readonly result_error: Readonly<Record<string, { readonly error: string; readonly error_description: string }>>;
}

export function createClient(options: ClientOptions): Client {
  const send = async (method: string, params: object = {}): Promise<Answer> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if ('token' in options)
      headers['authorization'] = `Bearer ${typeof options.token === 'string' ? options.token : await options.token()}`;
    if ('csrf' in options) headers['x-bitrix-csrf-token'] = options.csrf;
    const base = 'webhook' in options ? options.webhook : `${options.portal.replace(/\/$/, '')}/rest/`;
    const address = `${base.endsWith('/') ? base : `${base}/`}${method}`;
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(params) });
    if (response.headers.has('content-disposition')) return { result: await response.blob() };
    const answer = await readAnswer(response);
    if (answer.error !== undefined)
      throw new CallError(method, answer.error, answer.error_description ?? '', response.status);
    return answer;
  };
  const page = async (method: string, params?: object) => {
    const { result, total = 0, next } = await send(method, params);
    return { items: result as never[], total, ...(next !== undefined && { next }) };
  };
  return {
    call: async (method, params?: object) => (await send(method, params)).result as never,
    page,
    async *list(method, params?: object) {
      let start: number | undefined = 0;
      while (start !== undefined) {
        const one: Page<never> = await page(method, start === 0 ? params : { ...params, start });
        yield* one.items;
        start = one.next;
      }
    },
    async batch(calls) {
      const entries = Object.entries(calls as BatchCalls);
      const cmd = Object.fromEntries(entries.map(([name, [method, params = {}]]) => [name, { method, params }]));
      const { result, result_error } = (await send('batch', { cmd })).result as BatchResult;
      const answers = entries.map(([name, [method]]) => {
        const refusal = result_error[name];
        return [
          name,
          refusal ? new CallError(method, refusal.error, refusal.error_description, 200) : result[name],
        ] as const;
      });
      return Object.fromEntries(answers) as never;
    },
  };
}

/** What is no answer of a portal (a proxy's page, an empty body) is an error with its status. */
async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // Told below.
  }
  return { error: 'NO_ANSWER', error_description: `Status ${response.status} without an answer of a portal` };
}
