import type { Method } from '#api/kernel/definition/defined-method.ts';
import { browserOf } from '../../scenes/sign-in.ts';
import type { Answer, World } from '../../world.ts';
import type { Cause, Contract } from '../contract.ts';
import type { DocumentedMethod } from './catalog.ts';

/** A method, what its page says of it, and what its contract brings to show that both agree. */
export interface Subject {
  readonly method: Method;
  readonly documented: DocumentedMethod;
  readonly contract: Contract;
}

/** Calls the method the way the cause says. */
export async function send(
  world: World,
  { name }: Pick<Method, 'name'>,
  { params, as = 'alice', auth }: Cause,
): Promise<Answer> {
  if (typeof as !== 'string') return as.call(name, params);
  return auth === 'session' ? (await browserOf(world, world[as].id)).call(name, params) : world[as].call(name, params);
}
