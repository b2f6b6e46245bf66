/** A query or form body that goes over a limit. The message names the limit and is meant for the caller. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';
}
