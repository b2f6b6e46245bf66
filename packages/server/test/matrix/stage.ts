import { BOT_TOKEN_LENGTH } from '#domain/application/application.ts';
import { workgroup } from '../scenes/people.ts';
import { createWorld, type World } from '../world.ts';
import { type Door, result, through } from './calls.ts';
import type { Case } from './case.ts';
import { ELSEWHERE, openElsewhere } from './elsewhere.ts';
import { makeThings } from './make-things.ts';
import { newField } from './new-field.ts';
import { EVERY_SCOPE, newWebhook } from './new-webhook.ts';
import { lineOpener } from './open-line.ts';
import { programsOfBob, type Theirs } from './programs-of-bob.ts';
import { type ShutDoor, shutSessionDoors, shutTokenDoors, shutWebhookDoors } from './shut-doors.ts';
import type { added } from './snapshot.ts';
import type { Owner, Proof, Things } from './things.ts';

/** Carol, who tries; Alice, who may more, as an administrator; Bob, whose things are none of her business; Eve, who is on another portal; and what each has. */
export interface Stage {
  readonly world: World;
  /** Carol's programs. */
  readonly callers: readonly Caller[];
  /** Alice's. */
  readonly administrators: readonly Caller[];
  /** Bob's programs. */
  readonly theirs: readonly Theirs[];
  readonly elsewhere: Things;
  /** Text that no answer to Carol may show. */
  readonly secrets: readonly string[];
  /** Ways in that are shut. */
  readonly shut: readonly ShutDoor[];
  /** Another program of Carol's or Alice's. */
  newCaller(proof: Proof, name: string, who?: Case['by']): Promise<Owner>;
}

export interface Caller {
  readonly who: string;
  readonly owner: Owner;
  readonly mine: Things;
  /** What was its own until it was deleted. */
  readonly gone: Partial<Things>;
}

/** The number of the workgroup that Alice has on the portal. */
const WORKGROUP = 5;

export async function setStage(): Promise<Stage> {
  const world = await createWorld();
  await workgroup(world, WORKGROUP);
  const here: Door = { url: world.app.url, host: 'here.test' };
  const there: Door = { url: world.app.url, host: ELSEWHERE };
  const { alice, bob, carol } = world;
  const eve = await openElsewhere(world, EVERY_SCOPE);

  const newCaller: Stage['newCaller'] = async (proof, name, by = 'anybody') => {
    const [who, newcomer] = by === 'administrators' ? [alice, bob] : [carol, alice];
    const { id: person } = who;
    const field = await newField(world, world.app.cast.portalId, name, person);
    const place = { department: await firstDepartment(world, world.app.cast.portalId), workgroup: WORKGROUP };
    const as = {
      person,
      newcomer: newcomer.id,
      subordinate: person,
      ...place,
      ...field,
      name,
      email: `${name}@new.example.com`,
      openLine: lineOpener(world, world.app.cast.portalId),
    };
    const firstName = by === 'administrators' ? 'Alice' : 'Carol';
    if (proof !== 'oauth') {
      const credentials = await newWebhook(world, person, { scope: EVERY_SCOPE });
      const behind = { ...as, firstName, proof, clientId: name, send: through(here, credentials) };
      return proof === 'botToken' ? { ...behind, botToken: `token of ${name}`.slice(-BOT_TOKEN_LENGTH) } : behind;
    }
    const { clientId, token } = await world.application({ scope: EVERY_SCOPE, title: name });
    return { ...as, firstName, proof, clientId, send: through(here, '', await token(who)) };
  };
  const caller = async (proof: Proof, by: 'anybody' | 'administrators'): Promise<Caller> => {
    const owner = await newCaller(proof, `${by}${proof}`, by);
    const gone = await makeGone({ ...owner, name: `gone${owner.name}` });
    return { who: `${by} with ${proof}`, owner, mine: await makeThings(owner), gone };
  };

  const bobs = await programsOfBob(world, here);

  const stage = {
    world,
    newCaller,
    callers: [
      await caller('webhook', 'anybody'),
      await caller('oauth', 'anybody'),
      await caller('botToken', 'anybody'),
    ],
    administrators: [await caller('webhook', 'administrators'), await caller('oauth', 'administrators')],
    theirs: bobs.theirs,
    elsewhere: await makeThings({ ...eve.byWebhook, send: through(there, eve.webhook) }),
    shut: [
      ...(await shutWebhookDoors({ world, here, there, eve })),
      ...(await shutTokenDoors({ world, here, there, eve })),
      ...(await shutSessionDoors({ world, here, there, eve })),
    ],
  };
  await world.settled();
  return { ...stage, secrets: [...bobs.secrets, 'elsewhere', ...eve.secrets] };
}

async function firstDepartment({ app }: World, portalId: number): Promise<number | undefined> {
  const [first] = await app.store.read((work) => work.departments.listOfPortal(portalId));
  return first?.id;
}

/** A bot with all that belongs to it, and then none of it. */
async function makeGone(owner: Owner): Promise<Partial<Things>> {
  const { bot, command, message, botMessage, notification } = await makeThings(owner);
  const { send, clientId: CLIENT_ID } = owner;
  await result(send, 'im.message.delete', { MESSAGE_ID: message });
  await result(send, 'imbot.message.delete', { BOT_ID: bot, MESSAGE_ID: botMessage, COMPLETE: 'Y', CLIENT_ID });
  await result(send, 'im.notify.delete', { ID: notification });
  await result(send, 'imbot.unregister', { BOT_ID: bot, CLIENT_ID });
  return { bot, command, message, botMessage, notification };
}

/** Of the rows that were added, those that belong to a thing of somebody else's. */
export function othersTouched({ theirs, elsewhere }: Stage, rows: ReturnType<typeof added>): string[] {
  const things = [...theirs.map((one) => one.things), elsewhere];
  const others: Readonly<Record<string, readonly unknown[]>> = {
    chat_id: things.flatMap(({ chat, botChat, lineChat }) => [chat, botChat, lineChat]),
    bot_id: things.flatMap(({ bot, secondBot }) => [bot, secondBot]),
    user_id: [...things.flatMap(({ bot, secondBot }) => [bot, secondBot]), elsewhere.person],
    author_id: things.flatMap(({ bot, secondBot, person }) => [bot, secondBot, person]),
    message_id: things.flatMap(({ message, botMessage }) => [message, botMessage]),
    command_id: things.map(({ command }) => command),
  };
  return rows.flatMap(([text, row]) =>
    Object.entries(row).some(([column, value]) => others[column]?.includes(value)) ? [text] : [],
  );
}
