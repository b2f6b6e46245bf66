import type { Touched } from '#api/kernel/call/call-trace.ts';
import type { CallerKind } from '#api/kernel/call/noted-caller.ts';
import type { OpenDelivery } from './open-deliveries.ts';

/** Who called, as it is kept: names are looked up when it is shown. */
export interface KeptCaller {
  readonly kind: CallerKind;
  /** 0: nobody that is known. */
  readonly userId: number;
  /** 0: none that owned anything. */
  readonly applicationId: number;
  /** The bots of the application at that time, and their receivers in the same order. */
  readonly bots: readonly number[];
  readonly receivers: readonly number[];
  /** What a stranger showed, in words. */
  readonly shown: string;
}

export interface KeptText {
  readonly text: string;
  readonly isCut: boolean;
}

/** A call as it is kept, but for what was sent and answered. */
export interface KeptCall extends Touched {
  readonly id: number;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  readonly durationMs: number;
  readonly method: string;
  readonly status: number;
  readonly caller: KeptCaller;
  readonly error: { readonly code: string; readonly message: string } | undefined;
  /** What was wrong or left out, in words. */
  readonly details: readonly string[];
  /** Open when it began. */
  readonly deliveries: readonly OpenDelivery[];
  readonly inBatch: boolean;
  readonly isRepeat: boolean;
}

/** With JSON of what was sent and answered; undefined: it could not be read, or is not kept. */
export interface WholeCall extends KeptCall {
  readonly params: KeptText | undefined;
  readonly result: KeptText | undefined;
}

/** Whether a program of these bots made a call, about no other bot: neither a person who names one, nor a stranger. */
export function isMadeBy(call: Pick<KeptCall, 'bots' | 'caller'>, botIds: readonly number[]): boolean {
  return call.caller.bots.some((id) => botIds.includes(id)) && botsOf(call).every((id) => botIds.includes(id));
}

/** The bots that a call is about: those that it names, else all of the program. */
export function botsOf({ bots, caller }: Pick<KeptCall, 'bots' | 'caller'>): readonly number[] {
  return bots.length > 0 ? bots : caller.bots;
}
