/** Where a request came in. */
export interface Place {
  /** Lower case, without port. */
  readonly host: string;
  readonly origin: string;
}
