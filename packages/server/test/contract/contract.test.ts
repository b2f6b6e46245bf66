import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Method } from '#api/kernel/definition/defined-method.ts';
import { BASIC_SCOPE } from '#api/kernel/definition/registry.ts';
import { methods } from '#api/methods.generated.ts';
import { areWorldsOnServer, hasEmbeddedWorlds, keepWorldsEmbedded } from '../databases.ts';
import { type DocumentedMethod, documentedMethods } from './checks/catalog.ts';
import { checkDoors } from './checks/doors.ts';
import { checkErrorRows } from './checks/error-rows.ts';
import { checkExample } from './checks/example.ts';
import { checkGuards } from './checks/guards.ts';
import { checkParameters, staleMayBeLeftOut, staleWithoutEffect } from './checks/parameters.ts';
import type { Subject } from './checks/subject.ts';
import { checkValues, staleValuesOtherwise } from './checks/values.ts';
import { type Contract, contractFile } from './contract.ts';

/*
 * Every method that is documented is held to its page. What must be shown is the documentation's choice and not the
 * contract's: see contract.ts.
 */

/**
 * Of so many methods one is tried on the embedded PostgreSQL, too. On a server, where a test takes several times as long,
 * each has its example tried and one of so many all the rest: what differs by database is in the stores, whose tests run on
 * both.
 */
const ONE_IN = { embedded: 40, server: 4 };

const subjects: Subject[] = [];

for (const method of methods) {
  const documented = documentedMethods.find(({ name }) => name === method.name);
  if (!documented) continue;
  const loaded = await loadContract(method.name);
  const subject = typeof loaded === 'string' ? undefined : { method, documented, contract: loaded };
  if (subject) subjects.push(subject);

  describe(method.name, () => {
    it('has a contract', () => {
      if (typeof loaded === 'string') throw new Error(loaded);
      expect(loaded.method).toBe(method.name);
    });
    checkDefinition(method, documented);
    if (!subject) return;
    checkValues(subject);
    if (areWorldsOnServer && subjects.length % ONE_IN.server !== 0) checkExample(subject);
    else checkAnswers(subject);
  });
}

if (hasEmbeddedWorlds)
  describe.each(subjects.filter((_, index) => index % ONE_IN.embedded === 0))(
    '$method.name on PostgreSQL',
    (subject) => {
      keepWorldsEmbedded();
      checkAnswers(subject);
    },
  );

function checkAnswers(subject: Subject): void {
  checkDoors(subject);
  checkExample(subject);
  checkErrorRows(subject);
  checkGuards(subject);
  checkParameters(subject);
}

function checkDefinition(method: Method, documented: DocumentedMethod): void {
  it('names its page and says in a sentence what it does', () => {
    expect(method.page).toBe(documented.page);
    expect(method.summary).toMatch(/^[A-Z].*\.$/);
  });

  it('asks for the documented scope', () => {
    const scope = documented.scope ?? BASIC_SCOPE;
    expect([method.scope].flat().sort()).toEqual(scope.split(/\s*,\s*/).sort());
  });
}

/** The contract, or why there is none. */
async function loadContract(name: string): Promise<Contract | string> {
  const file = new URL(contractFile(name), import.meta.url);
  if (!existsSync(file))
    return `There is no contract for ${name}: add packages/server/test/contract/${contractFile(name)}`;
  try {
    return ((await import(/* @vite-ignore */ file.pathname)) as { default: Contract }).default;
  } catch (error) {
    return `The contract of ${name} cannot be loaded: ${error instanceof Error ? error.message : error}`;
  }
}

describe('what the contracts leave out', () => {
  it('is no parameter that is observed or not documented', () => {
    expect(staleWithoutEffect(subjects)).toEqual([]);
  });

  it('is no value that is not documented', () => {
    expect(staleValuesOtherwise(subjects)).toEqual([]);
  });

  it('is no required parameter that is not documented as such', () => {
    expect(staleMayBeLeftOut(subjects)).toEqual([]);
  });
});

describe('the folder of contracts', () => {
  const PARTS = [
    'contract.ts',
    'documented-elsewhere.ts',
    'may-be-left-out.ts',
    'values-otherwise.ts',
    'without-effect.ts',
  ];

  it('holds none of a method that does not exist', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
    const contracts = files
      .filter((file) => !PARTS.includes(file))
      .map((file) => file.replace(/(\.contract)?\.ts$/, ''));
    expect(contracts.filter((name) => !methods.some((method) => method.name === name))).toEqual([]);
  });

  it('is compared with the documentation at all', () => {
    expect(documentedMethods.length).toBeGreaterThan(150);
    expect(
      methods.filter(({ name }) => documentedMethods.some((documented) => documented.name === name)).length,
    ).toBeGreaterThan(10);
  });
});
