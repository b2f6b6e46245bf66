import type { FastifyRequest } from 'fastify';
import type { Asker } from '#control/asker.ts';
import type { LineStream } from '#control/line-stream.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import type { Happening } from '#live/happening.ts';
import type { Hub } from '#live/hub.ts';
import { askerOf, type GuardOptions } from './guard.ts';

export interface OpenStreamsOptions {
  readonly hub: Pick<Hub<Happening>, 'subscribe'>;
  readonly guard: GuardOptions;
  readonly onError: (error: unknown) => void;
}

interface Asked {
  readonly asker: Asker;
  readonly request: FastifyRequest;
}

/**
 * Answers that go on line by line. What somebody may see was looked at when they began: one ends when its person is signed
 * out or dismissed, or is an administrator no more, or only now.
 */
export class OpenStreams {
  readonly #options: OpenStreamsOptions;
  readonly #open = new Map<LineStream<unknown>, Asked>();
  readonly #end: () => void;

  constructor(options: OpenStreamsOptions) {
    this.#options = options;
    this.#end = options.hub.subscribe((happening) => {
      if (happening.kind !== 'change' || happening.change.type !== 'accessChanged') return;
      this.#lookAgainAt(happening.change.userId).catch(options.onError);
    });
  }

  add(stream: LineStream<unknown>, asked: Asked): void {
    this.#open.set(stream, asked);
    stream.onClose(() => this.#open.delete(stream));
  }

  close(): void {
    this.#end();
    for (const stream of this.#open.keys()) stream.end();
  }

  async #lookAgainAt(userId: number): Promise<void> {
    for (const [stream, { asker, request }] of [...this.#open]) {
      if (asker.kind !== 'person' || asker.user.id !== userId) continue;
      const now = await askerOf(request, this.#options.guard);
      if ('code' in now || !seesAsMuch(asker, now)) stream.end();
    }
  }
}

function seesAsMuch(before: Asker, now: Asker): boolean {
  return before.kind === 'person' && now.kind === 'person' && canAdminister(before.user) === canAdminister(now.user);
}
