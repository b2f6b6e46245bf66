import { ApiError } from './api-error.ts';

/** The beginning of an object in JSON, as the name of a field: PHP's forms have `_` where there was white space. */
const JSON_BEGINS = /^\{[\s_]*"/;

const READ_AS_FORM = {
  where: '',
  why: 'the body is JSON, and its header Content-Type says that it is a form: send Content-Type: application/json',
} as const;

/** The same error with what is the matter where JSON was sent as a form, as `curl -d` does by itself: nothing of it was read. */
export function tellMisread(error: ApiError, sent: Readonly<Record<string, unknown>> = {}): ApiError {
  for (const name in sent)
    if (JSON_BEGINS.test(name)) {
      const { code, message, status, argument, dropped } = error;
      return new ApiError(code, message, status, argument).with([...dropped, READ_AS_FORM]);
    }
  return error;
}
