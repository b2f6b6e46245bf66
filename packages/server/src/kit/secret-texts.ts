/*
 * What may not be kept or shown of what programs send and are answered.
 */

/** What stands for something secret. */
export const MASK = '***';

/** Names, of parameters, fields and headers, whose values are secret: AUTH_ID and REFRESH_ID are the tokens of a placement. */
const SECRET_NAME =
  /token|secret|passw|pwd|signature|cookie|authori[sz]ation|credential|(?:api|private)[_-]?key|client[_-]?id$|^(?:auth|auth_id|refresh_id|sessid|pass|hash)$/i;

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** In an address, the code of a webhook, and a name with a password. */
const WEBHOOK = /((?:\/|%2F)rest(?:\/|%2F)\d{1,15}(?:\/|%2F))[^/%\s"'?&#]+/gi;
const LOGIN = /(:\/\/)[^/\s"'@]{1,200}@/g;
/** `name=value` and `"name": "value"` in a text, also where the name is written as in a form. */
const FIELD =
  /((?:token|secret|passw(?:or)?d|pwd|signature|sessid|client_?id|refresh_id|cookie|authorization|api_?key|(?<![a-z])auth)[\w%[\]]{0,40}\\?["']?\s{0,3}[=:]\s{0,3}(?:(?:basic|bearer) )?\\?["']?)[^&\s"'#,;}\\]+/gi;
/** Codes and tokens of this portal are letters and digits without end. So is much else, of which nothing is lost here. */
const CODE = /(?<![a-z0-9])(?=[a-z]{0,200}\d)(?=\d{0,200}[a-z])[a-z0-9]{24,}(?![a-z0-9])/gi;
/** In an address all that is behind a name may be secret: people put there what opens their handler. */
const QUERY_VALUE = /=[^&#]*/g;
const WHOLE_ADDRESS = /^\s*https?:\/\/\S+$/i;

/** An address whose query keeps its names alone. */
export function maskedUrl(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query) + url.slice(query).replace(QUERY_VALUE, `=${MASK}`);
}

/** A text without what is, or is called, a secret in it. */
export function maskedText(text: string): string {
  const plain = WHOLE_ADDRESS.test(text) ? maskedUrl(text) : text;
  return plain
    .replace(WEBHOOK, `$1${MASK}`)
    .replace(LOGIN, `$1${MASK}@`)
    .replace(FIELD, `$1${MASK}`)
    .replace(CODE, MASK);
}
