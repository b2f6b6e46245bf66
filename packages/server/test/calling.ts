import { request } from 'undici';

/*
 * Calls as real requests.
 */

/** What came back over HTTP. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the documentation says is there; a wrong guess fails the test.
  readonly body: any;
}

/** Somebody or something that calls methods; `call` is a real request. */
export interface Calling {
  call(method: string, params?: Record<string, unknown>): Promise<Answer>;
  /** The result, or a failed test. */
  ok(method: string, params?: Record<string, unknown>): Promise<Answer['body']>;
}

/** Whoever calls that way. */
export function calling(call: Calling['call']): Calling {
  return {
    call,
    async ok(method, params) {
      const { status, body } = await call(method, params);
      if (status !== 200 || 'error' in body) throw new Error(`${method} answered ${status} ${JSON.stringify(body)}`);
      return body.result;
    },
  };
}

/** One request as a JSON body; a file that comes back is the result. */
export async function post(url: string, params: unknown): Promise<Answer> {
  const { statusCode, headers, body } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const isFile = headers['content-disposition'] !== undefined;
  return { status: statusCode, body: isFile ? { result: await body.text() } : await body.json() };
}

/** What a refusal says, without the times around it. */
export function seen({ status, body }: Answer) {
  return { status, error: body.error, error_description: body.error_description };
}
