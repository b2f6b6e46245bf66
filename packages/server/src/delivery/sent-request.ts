import { isSecretName, MASK, maskedUrl } from '#kit/secret-texts.ts';
import type { KeptRequest } from '#storage/stores/attempts.ts';

/** Characters of a body that are kept; an event with the longest message that there can be is longer. */
const BODY_LIMIT = 32 * 1024;

/** In a form: whatever is called a secret. */
const SECRET_FIELD = /((?:token|secret|password|passwd|signature|auth)(?:%5D)?)=[^&#]+/gi;

/** A request as it went out. What is secret in it is in no property: whoever writes it down gets {@link masked}. */
export class SentRequest {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #body: string;

  constructor(url: string, headers: Readonly<Record<string, string>>, body: string) {
    this.#url = url;
    this.#headers = headers;
    this.#body = body;
  }

  /** Without tokens, secrets and signatures. */
  masked(): Omit<KeptRequest, 'connectMs' | 'firstByteMs'> {
    const headers = Object.entries(this.#headers).map(
      ([name, value]) => [name, isSecretName(name) ? MASK : value] as const,
    );
    return { url: maskedUrl(this.#url), headers, body: maskedBody(this.#body) };
  }
}

/** Of a form, also one that was cut off. */
function maskedBody(body: string): string {
  // A little more than is kept is looked at, so that the end of a secret is not what is cut off.
  const masked = body.slice(0, 2 * BODY_LIMIT).replace(SECRET_FIELD, `$1=${MASK}`);
  return masked.length <= BODY_LIMIT ? masked : `${masked.slice(0, BODY_LIMIT)}…`;
}
