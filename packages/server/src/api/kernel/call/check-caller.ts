import type { ApiCaller } from '../definition/api-caller.ts';
import type { Method } from '../definition/defined-method.ts';
import { mayCall } from '../definition/registry.ts';
import { systemErrors } from './api-error.ts';
import { dismissed } from './authenticate.ts';

/** Throws what somebody is answered who may not call that method; undefined: there is none of that name. */
export function checkCaller(caller: ApiCaller, method: Method | undefined): asserts method is Method {
  if (!caller.user.isActive && !method?.answersDismissed) throw dismissed(caller);
  // After authorization: whether a method exists is not told to strangers.
  if (!method) throw systemErrors.unknownMethod();
  if (!mayCall(method, caller.scope))
    throw systemErrors.insufficientScope(caller.auth === 'oauth' ? 'access' : 'webhook');
}
