import { type ControlledWorld, createControlledWorld } from '../controlled.ts';
import type { Handler } from '../world.ts';

export const SECOND = 1_000;
export const HOUR = 3_600_000;
export const BOT = { bot: 'test-bot' };

/** A portal with a bot to which Bob has written once, so that a message is all that it hears of next. */
export interface Mending extends ControlledWorld {
  readonly listener: Handler;
  readonly botId: number;
  /** Writes to the bot, Bob unless it is said; resolves when all that can be delivered is. */
  write(text: string, person?: ControlledWorld['bob']): Promise<void>;
  /** Texts of the messages that have arrived since the bot was mended, or since the beginning. */
  arrived(): string[];
  failWith(status: number): void;
  /** It answers 200 from now on. */
  mend(): void;
  failed(): Promise<ListedEvent[]>;
  newest(): Promise<ListedEvent>;
}

type ListedEvent = Awaited<ReturnType<typeof listEvents>>[number];

const listEvents = async ({ control }: ControlledWorld, isFailed: boolean) =>
  (await control('event.list', { isFailed })).events;

export async function createMending(): Promise<Mending> {
  const world = await createControlledWorld();
  const listener = await world.handler();
  const botId = await world.bot({ handler: listener });
  const mending: Mending = {
    ...world,
    listener,
    botId,
    async write(MESSAGE, person = world.bob) {
      await person.ok('im.message.add', { DIALOG_ID: botId, MESSAGE });
      await world.settled();
    },
    arrived: () => listener.events('ONIMBOTMESSAGEADD').map((body) => body.data.PARAMS.MESSAGE),
    failWith(status) {
      listener.answer = () => ({ status, body: `no: ${status}` });
    },
    mend() {
      listener.answer = () => ({ status: 200 });
      listener.received.length = 0;
    },
    failed: () => listEvents(world, true),
    async newest() {
      const [event] = await listEvents(world, false);
      if (!event) throw new Error('There is no event');
      return event;
    },
  };
  await mending.write('first');
  listener.received.length = 0;
  return mending;
}
