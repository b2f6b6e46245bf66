import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import type { ApiError } from './api-error.ts';
import type { CallAnswer } from './call-answer.ts';
import type { CallTrace } from './call-trace.ts';
import type { ApiRequest, DispatcherOptions } from './dispatcher-options.ts';
import { failure, success } from './envelope.ts';
import { tellMisread } from './misread-body.ts';
import { NotedCall } from './noted-call.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { Shown } from './stranger.ts';
import type { Measured } from './time-block.ts';

/** A call from its beginning to its answer: one object, to which is added what is found out on the way. */
export interface CallInHand {
  readonly name: string;
  /** undefined: there is no such method. */
  readonly method: Method | undefined;
  from: ApiCaller | Shown;
  /** undefined: it could not be read. */
  readonly sent: Readonly<Record<string, unknown>> | undefined;
  readonly request: Partial<Pick<ApiRequest, 'bytes' | 'instead' | 'onGone' | 'credentials' | 'place'>>;
  readonly stopwatch: Stopwatch;
  /** undefined: it did not come as far as its method. */
  trace: CallTrace | undefined;
  /** The answer of an earlier one is given once more. */
  readonly isRepeat?: true;
}

type Watchers = Pick<DispatcherOptions, 'onMeasured' | 'onNoted' | 'isNoted'>;

/** The answer to a call that did what it was to do. */
export function succeeded(watchers: Watchers, call: CallInHand, result: unknown, measured: Measured): CallAnswer {
  const { method, trace } = call;
  const dropped = trace?.dropped;
  watchers.onMeasured?.(method?.name ?? '', '', measured.durationMs);
  return noted(watchers, call, success(result, measured, dropped), measured);
}

/** The answer to a call that was refused. */
export function failed(watchers: Watchers, call: CallInHand, error: ApiError, measured: Measured): CallAnswer {
  watchers.onMeasured?.(call.method?.name ?? '', error.code, measured.durationMs);
  const told = tellMisread(error, call.sent);
  return noted(watchers, call, failure(told, measured), measured, told);
}

/** Notes that an answer was given once more; what it is does not change. */
export function repeated(watchers: Watchers, call: CallInHand, answer: CallAnswer): void {
  noted(watchers, { ...call, isRepeat: true }, { ...answer }, call.stopwatch.stop());
}

function noted(
  { onNoted, isNoted }: Watchers,
  call: CallInHand,
  answer: CallAnswer,
  measured: Measured,
  error?: ApiError,
): CallAnswer {
  if (!onNoted) return answer;
  const isPlain = error === undefined && call.trace?.dropped === undefined;
  if (isPlain && isNoted && !isNoted()) return answer;
  const one = new NotedCall(call, answer, measured, error);
  answer.noted = one;
  onNoted(one);
  return answer;
}
