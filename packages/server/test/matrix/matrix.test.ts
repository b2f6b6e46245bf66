import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemErrors } from '#api/kernel/call/api-error.ts';
import type { Method } from '#api/kernel/definition/method.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';
import { methods } from '#api/methods.generated.ts';
import type { Answer } from '../world.ts';
import { type Case, fill, pathsOf } from './case.ts';
import { cases } from './cases.ts';
import { added, lost, type Snapshot, snapshot, writes } from './snapshot.ts';
import { othersTouched, type Stage, setStage } from './stage.ts';
import { type Kind, makeThings, mark, NOWHERE, type Things } from './things.ts';

/*
 * Nobody gets or changes what is not theirs: every method there is, called with things of other applications, other
 * people and another portal, with things that are gone, and through every door that is shut.
 */

/** Where nothing succeeds that changes anything of weight, and where everything does that should. */
let stage: Stage;
let playground: Stage;
beforeAll(async () => {
  stage = await setStage();
  playground = await setStage();
  beginning = await snapshot(stage.world.app.store);
  before = beginning;
});
afterAll(async () => {
  await stage.world.close();
  await playground.world.close();
});

describe('the matrix', () => {
  it('has a case for every method, and for nothing else', () => {
    const names = methods.map(({ name }) => name);
    const missing = names.filter((name) => !Object.hasOwn(cases, name));
    if (missing.length > 0)
      throw new Error(`packages/server/test/matrix/cases.ts has no case for ${missing.join(', ')}`);
    expect(Object.keys(cases).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('knows of every method with a guard for administrators', () => {
    const guarded = methods.filter(({ guards }) =>
      guards.some((select) => select({}).refuses.includes('not_administrator')),
    );
    expect(guarded.length).toBeGreaterThan(0);
    expect(Object.keys(cases).filter((name) => cases[name]?.some(({ by }) => by === 'administrators'))).toEqual(
      expect.arrayContaining(guarded.map(({ name }) => name)),
    );
  });

  it('puts what is not the caller’s into every parameter that carries an id', () => {
    const params = methods.flatMap((method) =>
      Object.entries(method.params).flatMap(([name, { idOf }]) => (idOf ? [{ method: method.name, name }] : [])),
    );
    expect(params.length).toBeGreaterThan(70);
    const attacked = (method: string) => (cases[method] ?? []).flatMap((one) => pathsOf(one.params));
    const left = params.filter(
      ({ method, name }) => !attacked(method).some(({ path }) => path === name || path.startsWith(`${name}.`)),
    );
    expect(left).toEqual([]);
  });

  it('knows of every parameter that looks as if it carried an id', () => {
    const unknown = methods.flatMap((method) =>
      Object.entries(method.params).flatMap(([name, { idOf, description }]) =>
        idOf === undefined && looksLikeId(name, description) ? [`${method.name} ${name}`] : [],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('looks for what the owner does see', async () => {
    const { world, theirs } = stage;
    for (const [i, name] of ['theirs', 'tokened'].entries()) {
      const seen = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: theirs[i]?.things.dialog });
      expect(secretsIn(seen)).toEqual([mark({ name })]);
    }
  });
});

const calls = methods.flatMap((method) =>
  (cases[method.name] ?? []).map((one, i) => [i === 0 ? method.name : `${method.name} ${i + 1}`, method, one] as const),
);

describe.each(calls)('%s', (title, method, one) => {
  const { name } = method;
  const paths = pathsOf(one.params);

  it('is shut to those who are not let in', async () => {
    const [{ owner, mine } = nobody()] = callersFor(one);
    const { change } = await watched(async () => {
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
    for (const { who, owner, mine, gone } of callersFor(one)) {
      const send = (path: string, thing: Things[Kind]) =>
        owner.send(
          name,
          callOf(owner, one, mine, (at) => (at === path ? thing : undefined)),
        );
      for (const { path, kind } of paths) {
        const may = one.may?.[path];
        const attempt = (whose: string, thing: Things[Kind], expected?: unknown) =>
          expectHarmless(method, `${path} ${whose}, ${who}`, () => send(path, thing), expected);
        for (const { things } of stage.theirs)
          if (things[kind] !== undefined) await attempt('theirs', things[kind], may?.theirs);
        if (gone[kind] !== undefined) await attempt('gone', gone[kind], may?.gone);
        const answer = await attempt('elsewhere', stage.elsewhere[kind], may?.elsewhere);
        // What is on another portal is as unknown as what is nowhere.
        const { answer: nowhere } = await watched(() => send(path, NOWHERE[kind]));
        expect(refusalOf(answer, stage.elsewhere[kind])).toEqual(refusalOf(nowhere, NOWHERE[kind]));
      }
    }
  });

  if (paths.length === 0) {
    it('keeps to what is the caller’s', async () => {
      const [{ mine } = nobody()] = callersFor(one);
      // What an application keeps is its own, whoever uses it; what people see is theirs, whatever they use.
      const others = /^(?:app|event|user\.option)\b/.test(name) ? stage.theirs.flatMap((one) => one.others) : [];
      const callers = callersFor(one).map(({ who, owner }) => ({ who, send: owner.send, clientId: owner.clientId }));
      for (const { who, send, clientId } of [...callers, ...others]) {
        const { answer, change } = await watched(() => send(name, callOf({ clientId }, one, mine)));
        // What this test has left behind on its way may go.
        const gone = change.lost.filter((row) => beginning.has(row));
        expect({ who, secrets: secretsIn(answer.body), gone }).toEqual({ who, secrets: [], gone: [] });
        expect({ who, touched: othersTouched(stage, change.added) }).toEqual({ who, touched: [] });
      }
    });
  }

  if (name.startsWith('imbot.') && paths.some(({ kind }) => kind === 'bot' || kind === 'command')) {
    it('serves no application but the one whose bots and commands it is given', async () => {
      for (const { things, others } of stage.theirs)
        for (const { who, send, clientId } of others)
          await expectHarmless(method, who, () => send(name, callOf({ clientId }, one, things)));
    });
  }

  if (one.by === 'administrators') {
    it('is for administrators', async () => {
      for (const { who, owner, mine } of stage.callers)
        await expectHarmless(method, who, () => owner.send(name, callOf(owner, one, mine)));
    });
  }

  it.each(['webhook', 'oauth'] as const)(
    'serves those who show a proof of the kind %s, or says why not',
    async (proof) => {
      const me = await playground.newCaller(proof, `${title.replace(/\W/g, '')}${proof}`, one.by);
      const { status, body } = await me.send(name, callOf(me, one, await makeThings(me)));
      expect(secretsIn(body)).toEqual([]);
      const refusing = method.errors.find(({ auth }) => [auth].flat().includes(proof));
      if (method.forApplications && proof === 'webhook') expect(body.error).toBe(NO_APPLICATION);
      else if (refusing) expect(body.error).toBe(refusing.code);
      else expect({ status, error: body.error }).toEqual({ status: 200 });
    },
  );
});

/** CLIENT_ID says who calls, USER_TYPE_ID is one of a few words, and XML_ID a code that the caller makes up. */
function looksLikeId(name: string, description: string): boolean {
  return (
    (/(?:^|[._])ids?$|users$/i.test(name) || /^ids? of /i.test(description)) && !/(?:CLIENT|TYPE|XML)_ID$/.test(name)
  );
}

function callersFor({ by }: Case): Stage['callers'] {
  return by === 'administrators' ? stage.administrators : stage.callers;
}

function nobody(): never {
  throw new Error('The stage is empty');
}

function callOf(
  { clientId }: { readonly clientId?: string | undefined },
  one: Case,
  things: Things,
  instead: (path: string) => Things[Kind] | undefined = () => undefined,
): Record<string, unknown> {
  const params = fill(one.params, (path, kind) => instead(path) ?? things[kind]) as Record<string, unknown>;
  return { ...params, CLIENT_ID: clientId };
}

/** What those hear who are no application, of methods that are for applications. */
const NO_APPLICATION = systemErrors.applicationRequired().code;

const NO_CHANGE: { readonly lost: string[]; readonly added: ReturnType<typeof added> } = { lost: [], added: [] };

/** What lay there at the beginning, and after the last call: between calls nothing happens. */
let beginning: Snapshot;
let before: Snapshot;
let written: number | string = 0;

/** What a call is answered with, and what it leaves behind. */
async function watched<T>(call: () => Promise<T>) {
  const { store, settled } = stage.world.app;
  const answer = await call();
  await settled();
  const count = await writes(store);
  if (count === written) return { answer, change: NO_CHANGE };
  written = count;
  const after = await snapshot(store);
  const change = { lost: lost(before, after), added: added(before, after) };
  before = after;
  return { answer, change };
}

/** The call is refused as the method's page says, or answers as expected without a trace of what is not the caller's. */
async function expectHarmless(
  method: Method,
  why: string,
  call: () => Promise<Answer>,
  expected?: unknown,
): Promise<Answer> {
  const { change, answer } = await watched(call);
  const { status, body } = answer;
  expect({ why, secrets: secretsIn(body), lost: change.lost }).toEqual({ why, secrets: [], lost: [] });
  if (expected !== undefined && status === 200) {
    expect({ why, result: body.result }).toEqual({ why, result: expected });
    expect({ why, touched: othersTouched(stage, change.added) }).toEqual({ why, touched: [] });
    return answer;
  }
  const isDocumented =
    method.errors.some(({ code }) => code === body.error) || (method.forApplications && body.error === NO_APPLICATION);
  expect({ why, status, error: body.error, isDocumented, change }).toMatchObject({
    why,
    isDocumented: true,
    change: NO_CHANGE,
  });
  return answer;
}

/** What was named may be named again. */
function refusalOf({ status, body: { error, error_description } }: Answer, thing: Things[Kind]): object {
  return { status, error, error_description: error_description?.replace(String(thing), 'it') };
}

function secretsIn(answer: unknown): string[] {
  const text = JSON.stringify(answer);
  return stage.secrets.filter((secret) => text.includes(secret));
}
