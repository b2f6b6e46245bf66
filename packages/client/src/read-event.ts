import type { EventAuth, Events } from './types.generated.ts';

export type EventName = keyof Events;

/** As it arrives in a form: scalars are texts, and what is empty or null may be missing. */
export type Received<T> = T extends string
  ? T
  : T extends number | boolean
    ? string
    : T extends null
      ? string | undefined
      : T extends object
        ? { readonly [K in keyof T]: Received<T[K]> }
        : T;

/** An event that a handler received; `event` tells which. */
export type ReceivedEvent = {
  [N in EventName]: {
    readonly event: N;
    readonly data: Received<Events[N]>;
    readonly ts: string;
    readonly auth: Received<EventAuth>;
    readonly event_handler_id?: string;
  };
}[EventName];

interface Node {
  [key: string]: Node | string;
}

/** Reads the body that a portal sends to a handler: a form with brackets, `data[PARAMS][MESSAGE]=...`. */
export function readEvent(body: string | URLSearchParams): ReceivedEvent {
  // Without a prototype: whatever a name is, it is only a name.
  const event = Object.create(null) as Node;
  for (const [name, value] of new URLSearchParams(body)) {
    const path = [name.replace(/\[.*$/s, ''), ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key)];
    const last = path.pop() ?? '';
    let node = event;
    for (const key of path) {
      const next = node[key];
      if (typeof next === 'object') node = next;
      else {
        const made = Object.create(null) as Node;
        node[key] = made;
        node = made;
      }
    }
    node[last] = value;
  }
  return event as unknown as ReceivedEvent;
}
