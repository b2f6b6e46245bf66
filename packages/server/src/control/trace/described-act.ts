import type { Message } from '#domain/message/message.ts';
import { isMadeBy } from '#live/call-log/kept-call.ts';
import { nameOf } from '#live/receiver-name.ts';
import type { StoredEvent } from '#storage/stores/stored-event.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import type { Told } from '../definition.ts';
import { callsIn, type Sight } from '../sight.ts';
import { presentWhole } from '../terms/call.ts';
import { presentSummary, triesOf } from '../terms/event.ts';
import { presentTries } from '../terms/event-try.ts';
import type { tracedAct } from '../terms/trace.ts';
import { callsInReturn } from './returned-calls.ts';
import type { Act } from './traced-acts.ts';

type TracedAct = Told<typeof tracedAct>;
type What = TracedAct['what'];

const MOST_TRIES = 50;

export async function describeAct(
  portal: ControlledPortal,
  sight: Sight,
  message: Message,
  act: Act,
): Promise<TracedAct> {
  const { call, events } = act;
  const told = [];
  for (const event of events) told.push(await describeEvent(portal, sight, event));
  const { madeBy } = callsIn(sight);
  const isCallSeen = call && (!madeBy || isMadeBy(call, madeBy));
  const [shownCall = null] = isCallSeen ? await presentWhole(portal, [call]) : [];
  const telling = events.find(({ event }) => event.type !== 'botJoinedChat') ?? events[0];
  const about = telling && 'message' in telling.event ? telling.event.message.id : message.id;
  const written = [about, ...told.flatMap(({ calls }) => calls.flatMap(({ messages }) => messages))];
  const userId =
    telling?.event.userId ??
    (call?.caller.bots.includes(message.authorId) ? message.authorId : (call?.caller.userId ?? 0));
  return {
    what: whatOf(telling),
    at: act.at,
    userId,
    user: await portal.store.read((work) => nameOf(work, userId)),
    text: await portal.store.read((work) => textOf(work, telling, message)),
    messageId: about,
    call: shownCall,
    events: told,
    // Who has which pages open is for administrators.
    shown: sight.kind === 'everything' ? await shownOf(portal, written, act.at) : [],
  };
}

async function describeEvent(portal: ControlledPortal, sight: Sight, event: StoredEvent) {
  const returned = await callsInReturn(portal, sight, event);
  const calls = await presentWhole(
    portal,
    returned.map(({ call }) => call),
  );
  const marks = ({ id }: { readonly id: number }) => returned.find(({ call }) => call.id === id);
  return {
    event: await presentSummary(portal, event),
    isFetched: event.state === 'kept',
    tries: presentTries(event, await triesOf(portal, event.id, MOST_TRIES)),
    calls: calls.map((call) => ({
      ...call,
      isDuring: marks(call)?.isDuring ?? false,
      isStray: marks(call)?.isStray ?? false,
    })),
  };
}

const BY_TYPE: Readonly<Partial<Record<StoredEvent['event']['type'], What>>> = {
  messageAdded: 'wrote',
  messageChanged: 'changed',
  messageDeleted: 'deleted',
  botJoinedChat: 'joined',
};
const BY_CONTEXT = { textarea: 'command', keyboard: 'pressed', menu: 'menu' } as const;

function whatOf(telling: StoredEvent | undefined): What {
  if (!telling) return 'called';
  if (telling.variant?.isTest) return 'test';
  if (telling.resentFrom !== null) return 'sent again';
  const { event } = telling;
  return event.type === 'commandInvoked' ? BY_CONTEXT[event.context] : (BY_TYPE[event.type] ?? 'called');
}

async function textOf(work: Reading, telling: StoredEvent | undefined, message: Message): Promise<string> {
  const event = telling?.event;
  if (event?.type !== 'commandInvoked') return event && 'message' in event ? event.message.text : message.text;
  const typed = `/${event.command} ${event.params}`.trim();
  if (event.context === 'textarea') return typed;
  const buttons = (await work.messages.findMessage(event.message.id))?.params.keyboard?.BUTTONS ?? [];
  const pressed = buttons.find(
    (one) => 'TEXT' in one && one.COMMAND === event.command && (one.COMMAND_PARAMS ?? '') === event.params,
  );
  return pressed && 'TEXT' in pressed ? pressed.TEXT : typed;
}

async function shownOf({ shown, store }: ControlledPortal, messageIds: readonly number[], since: number) {
  const found = [...new Set(messageIds)].flatMap((messageId) =>
    shown.of(messageId).map((one) => ({ messageId, ...one })),
  );
  const described = [];
  for (const { userIds, ...one } of found.filter(({ at }) => at >= Math.floor(since))) {
    const people = await store.read((work) => Promise.all(userIds.map((id) => nameOf(work, id))));
    described.push({ ...one, people });
  }
  return described.sort((one, other) => one.at - other.at);
}
