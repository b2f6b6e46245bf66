import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';
import { methods } from '#api/methods.generated.ts';
import { hasEmbeddedWorlds, keepWorldsEmbedded } from '../databases.ts';
import type { Answer } from '../world.ts';
import { type Attempts, attemptsOn, NO_APPLICATION, NO_CHANGE } from './attempts.ts';
import { type Case, fill, pathsOf } from './case.ts';
import { cases } from './cases/index.ts';
import { makeThings } from './make-things.ts';
import { NOWHERE } from './nowhere.ts';
import { othersTouched, type Stage, setStage } from './stage.ts';
import { type Kind, mark, type Owner, type Proof, type Things } from './things.ts';

/*
 * Nobody gets or changes what is not theirs: every method there is, called with things of other applications, other
 * people and another portal, with things that are gone, and through every door that is shut.
 */

/** Of so many calls one is tried on the embedded PostgreSQL, too; `npm run test:all` tries all of them on a server. */
const ONE_IN = 40;

const calls = methods.flatMap((method) =>
  (cases[method.name] ?? []).map((one, i) => [i === 0 ? method.name : `${method.name} ${i + 1}`, method, one] as const),
);

describe('the matrix', () => attackWith(calls));

if (hasEmbeddedWorlds)
  describe('the matrix on PostgreSQL', () => {
    keepWorldsEmbedded();
    attackWith(calls.filter((_, index) => index % ONE_IN === ONE_IN / 2));
  });

function attackWith(calls: readonly (readonly [title: string, method: Method, one: Case])[]): void {
  /** Where nothing succeeds that changes anything of weight, and where everything does that should. */
  let stage: Stage;
  let playground: Stage;
  let attempts: Attempts;
  beforeAll(async () => {
    stage = await setStage();
    playground = await setStage();
    attempts = await attemptsOn(stage);
  });
  afterAll(async () => {
    await stage.world.close();
    await playground.world.close();
  });

  const owners = new Map<string, Promise<{ readonly me: Owner; readonly mine: Things }>>();
  /** Somebody with things of their own; there is one of each name, so that calls that only read can share it. */
  const ownerOnPlayground = (name: string, proof: Proof, { by, params }: Case, isShared: boolean) => {
    const named = new Set(pathsOf(params).map(({ kind }) => kind));
    const make = async () => {
      const me = await playground.newCaller(proof, name, by);
      return { me, mine: await makeThings(me, (...kinds) => isShared || kinds.some((kind) => named.has(kind))) };
    };
    const owner = owners.get(name) ?? make();
    owners.set(name, owner);
    return owner;
  };

  it('looks for what the owner does see', async () => {
    const { world, theirs } = stage;
    for (const [i, name] of ['theirs', 'tokened', 'bottokened'].entries()) {
      const seen = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: theirs[i]?.things.dialog });
      expect(attempts.secretsIn(seen)).toEqual([mark({ name })]);
    }
  });

  describe.each(calls)('%s', (title, method, one) => {
    const { name } = method;
    const paths = pathsOf(one.params);

    it('is shut to those who are not let in', async () => {
      const [{ owner, mine } = nobody()] = callersFor(stage, method, one);
      const { change } = await attempts.watch(async () => {
        for (const { why, send, answer, except } of stage.shut) {
          if (except === 'basic' && [method.scope].flat().includes(BASIC_SCOPE)) continue;
          if (except === 'answers dismissed' && method.answersDismissed) continue;
          const { status, body } = await send(name, callOf(owner, one, mine));
          expect({ why, status, error: body.error }).toEqual({ why, ...answer });
        }
      });
      expect(change).toEqual(NO_CHANGE);
    });

    it('neither shows nor changes what is not the caller’s', async () => {
      for (const { who, owner, mine, gone } of callersFor(stage, method, one)) {
        const send = (path: string, thing: Things[Kind]) =>
          owner.send(
            name,
            callOf(owner, one, mine, (at) => (at === path ? thing : undefined)),
          );
        for (const { path, kind } of paths) {
          const may = one.may?.[path];
          const attempt = (whose: string, thing: Things[Kind], expected?: unknown) =>
            attempts.expectHarmless(method, `${path} ${whose}, ${who}`, () => send(path, thing), {
              expected,
              meets: one.meets,
              isOwn: (row) => isTheirOwn(one, owner, row) || isConversation(one, mine, row),
            });
          for (const { things } of stage.theirs)
            if (things[kind] !== undefined) await attempt('theirs', things[kind], may?.theirs);
          if (gone[kind] !== undefined) await attempt('gone', gone[kind], may?.gone);
          const answer = await attempt('elsewhere', stage.elsewhere[kind], may?.elsewhere);
          // What is on another portal is as unknown as what is nowhere.
          const { answer: nowhere } = await attempts.watch(() => send(path, NOWHERE[kind]));
          expect(refusalOf(answer, stage.elsewhere[kind])).toEqual(refusalOf(nowhere, NOWHERE[kind]));
        }
      }
    });

    if (paths.length === 0) {
      it('keeps to what is the caller’s', async () => {
        const [{ mine } = nobody()] = callersFor(stage, method, one);
        // What an application keeps is its own, whoever uses it; what people see is theirs, whatever they use.
        const others = /^(?:app|event|user\.option)\b/.test(name) ? stage.theirs.flatMap((one) => one.others) : [];
        const callers = callersFor(stage, method, one).map(({ who, owner }) => ({ who, ...owner }));
        for (const { who, send, ...names } of [...callers, ...others]) {
          const { answer, change } = await attempts.watch(() => send(name, callOf(names, one, mine)));
          // What this test has left behind on its way may go.
          const gone = change.lost.filter((row) => attempts.wasThere(row) && !isTheirOwn(one, names, row));
          expect({ who, secrets: attempts.secretsIn(answer.body), gone }).toEqual({ who, secrets: [], gone: [] });
          expect({ who, touched: othersTouched(stage, change.added) }).toEqual({ who, touched: [] });
        }
      });
    }

    const botPaths = paths.filter(({ kind }) => ['bot', 'secondBot', 'code', 'command'].includes(kind));
    if (one.servesVisitor || (name.startsWith('imbot.') && botPaths.length > 0)) {
      it('serves no application but the one whose bots and commands it is given', async () => {
        for (const { things, others } of stage.theirs)
          for (const { who, send, ...names } of others)
            await attempts.expectHarmless(method, who, () => send(name, callOf(names, one, things)), {
              expected: botPaths.map(({ path }) => one.may?.[path]?.theirs).find((may) => may !== undefined),
            });
      });
    }

    if (one.by === 'administrators') {
      it('is for administrators', async () => {
        for (const { who, owner, mine } of stage.callers)
          await attempts.expectHarmless(method, who, () => owner.send(name, callOf(owner, one, mine)));
      });
    }

    it.each(method.generation === 'v2' ? (['webhook', 'oauth', 'botToken'] as const) : (['webhook', 'oauth'] as const))(
      'serves those who show a proof of the kind %s, or says why not',
      async (proof) => {
        const isShared = method.kind !== 'write';
        const caller = isShared ? (one.by === 'administrators' ? 'admin' : 'reader') : title.replace(/\W/g, '');
        const { me, mine } = await ownerOnPlayground(`${caller}${proof}`, proof, one, isShared);
        const { status, body } = await me.send(name, callOf(me, one, mine));
        expect(attempts.secretsIn(body)).toEqual([]);
        const refusing = method.errors.find(
          ({ auth, code }) =>
            [auth].flat().includes(proof === 'botToken' ? 'webhook' : proof) ||
            (proof === 'webhook' && code === NO_BOT_TOKEN),
        );
        if (method.forApplications && proof !== 'oauth') expect(body.error).toBe(NO_APPLICATION);
        else if (refusing) expect(body.error).toBe(refusing.code);
        else if (one.refused !== undefined) expect(body.error).toBe(one.refused);
        else expect({ status, error: body.error }).toEqual({ status: 200 });
      },
    );
  });
}

/** What those hear behind a webhook who show none. */
const NO_BOT_TOKEN = 'BOT_TOKEN_NOT_SPECIFIED';

/** A bot token is looked at in generation 2 alone. */
function callersFor(stage: Stage, { generation }: Method, { by }: Case): Stage['callers'] {
  if (by === 'administrators') return stage.administrators;
  return stage.callers.filter(({ owner }) => owner.proof !== 'botToken' || generation === 'v2');
}

function nobody(): never {
  throw new Error('The stage is empty');
}

function callOf(
  { clientId, botToken }: { readonly clientId?: string | undefined; readonly botToken?: string | undefined },
  one: Case,
  things: Things,
  instead: (path: string) => Things[Kind] | undefined = () => undefined,
): Record<string, unknown> {
  const params = fill(one.params, (path, kind) => instead(path) ?? things[kind]) as Record<string, unknown>;
  return { ...params, CLIENT_ID: clientId, botToken };
}

/** What was named may be named again. */
function refusalOf({ status, body: { error, error_description } }: Answer, thing: Things[Kind]): object {
  return { status, error, error_description: error_description?.replace(String(thing), 'it') };
}

/** Who is in the chat of their visitor, and who is asked to answer there. */
function isConversation({ servesVisitor }: Case, { lineChat }: Things, row: string): boolean {
  return servesVisitor === true && /^(?:member|line_session) /.test(row) && row.includes(`"chat_id":${lineChat},`);
}

/**
 * Somebody's own place in a chat, or what they were told, where the call moves how far they have read; they themselves,
 * where it changes them.
 */
function isTheirOwn({ movesReadMarks, changesSelf, changesLines }: Case, owner: object, row: string): boolean {
  const person = 'person' in owner ? owner.person : undefined;
  if (changesLines && row.startsWith('line {"id":') && row.includes('"portal_id":1,')) return true;
  if (changesSelf && row.startsWith(`user {"id":${person},`)) return true;
  return movesReadMarks === true && /^(?:member|notification) /.test(row) && row.includes(`"user_id":${person},`);
}
