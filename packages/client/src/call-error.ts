/** A call that was refused. */
export class CallError extends Error {
  readonly method: string;
  /** As in the error table of the method. */
  readonly code: string;
  readonly description: string;
  /** Of the HTTP answer; 200 of a call within a batch. */
  readonly status: number;

  constructor(method: string, code: string, description: string, status: number) {
    super(`${method}: ${code} ${description}`);
    this.name = 'CallError';
    this.method = method;
    this.code = code;
    this.description = description;
    this.status = status;
  }
}
