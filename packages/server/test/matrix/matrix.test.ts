import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Method } from '../../src/api/kernel/method.ts';
import { BASIC_SCOPE } from '../../src/api/kernel/registry.ts';
import { methods } from '../../src/api/methods.generated.ts';
import type { Answer } from '../world.ts';
import { result } from './calls.ts';
import { type Case, fill, pathsOf } from './case.ts';
import { cases } from './cases.ts';
import { added, lost, snapshot } from './snapshot.ts';
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

  it('looks for what the owner does see', async () => {
    const { world, theirs } = stage;
    const seen = await world.bob.ok('im.dialog.messages.get', { DIALOG_ID: theirs.dialog });
    expect(secretsIn(seen)).toEqual([mark({ name: 'theirs' })]);
  });
});

describe.each(methods.map((method) => [method.name, method] as const))('%s', (name, method) => {
  const one = cases[name];
  if (!one) return;

  it('is shut to those who are not let in', async () => {
    for (const { why, send, answer } of stage.shut) {
      if (why.includes('scope') && [method.scope].flat().includes(BASIC_SCOPE)) continue;
      if (why.includes('dismissed') && method.answersDismissed) continue;
      const { status, body, change } = await watched(() => send(name, callOf(stage.me, one, stage.mine)));
      expect({ why, status, error: body.error, change }).toEqual({ why, ...answer, change: NO_CHANGE });
    }
  });

  it('neither shows nor changes what is not the caller’s', async () => {
    for (const { path, kind } of pathsOf(one.params)) {
      for (const whose of ['theirs', 'elsewhere', 'gone'] as const) {
        const thing = stage[whose][kind];
        if (thing === undefined) continue;
        const params = callOf(stage.me, one, stage.mine, (at) => (at === path ? thing : undefined));
        const expected = one.may?.[path]?.[whose];
        const answer = await expectHarmless(method, `${path} ${whose}`, () => stage.me.send(name, params), expected);
        if (whose !== 'elsewhere') continue;
        // What is on another portal is as unknown as what is nowhere.
        const nowhere = callOf(stage.me, one, stage.mine, (at) => (at === path ? NOWHERE[kind] : undefined));
        expect(refusalOf(answer)).toEqual(refusalOf(await stage.me.send(name, nowhere)));
      }
    }
  });

  it('serves the application whose things it is given, and no other', async () => {
    const isOfApplication = pathsOf(one.params).some(({ kind }) => kind === 'bot' || kind === 'command');
    if (isOfApplication && name.startsWith('imbot.')) {
      for (const { who, send, clientId } of stage.otherPrograms)
        await expectHarmless(method, who, () => send(name, callOf({ clientId }, one, stage.theirs)));
    }
    const me = { ...playground.me, name: name.replace(/\W/g, ''), clientId: name };
    const answer = await result(me.send, name, callOf(me, one, await makeThings(me)));
    expect(secretsIn(answer)).toEqual([]);
  });
});

function callOf(
  { clientId }: { readonly clientId?: string | undefined },
  one: Case,
  things: Things,
  instead: (path: string) => Things[Kind] | undefined = () => undefined,
): Record<string, unknown> {
  const params = fill(one.params, (path, kind) => instead(path) ?? things[kind]) as Record<string, unknown>;
  return { ...params, CLIENT_ID: clientId };
}

const NO_CHANGE = { lost: [], added: [] };

/** What a call is answered with, and what it leaves behind. */
async function watched(call: () => Promise<Answer>) {
  const { store, settled } = stage.world.app;
  const before = await snapshot(store);
  const answer = await call();
  await settled();
  const after = await snapshot(store);
  return { ...answer, change: { lost: lost(before, after), added: added(before, after) } };
}

/** The call is refused as the method's page says, or answers as expected without a trace of what is not the caller's. */
async function expectHarmless(
  method: Method,
  why: string,
  call: () => Promise<Answer>,
  expected?: unknown,
): Promise<Answer> {
  const { change, ...answer } = await watched(call);
  const { status, body } = answer;
  expect({ why, secrets: secretsIn(body), lost: change.lost }).toEqual({ why, secrets: [], lost: [] });
  if (expected !== undefined && status === 200) {
    expect({ why, result: body.result }).toEqual({ why, result: expected });
    expect({ why, touched: othersTouched(stage, change.added) }).toEqual({ why, touched: [] });
    return answer;
  }
  const isDocumented = method.errors.some(({ code }) => code === body.error);
  expect({ why, status, error: body.error, isDocumented, change }).toMatchObject({
    why,
    isDocumented: true,
    change: NO_CHANGE,
  });
  return answer;
}

function refusalOf({ status, body: { error, error_description } }: Answer): object {
  return { status, error, error_description };
}

function secretsIn(answer: unknown): string[] {
  const text = JSON.stringify(answer);
  return stage.secrets.filter((secret) => text.includes(secret));
}
