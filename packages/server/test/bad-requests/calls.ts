import type { Method } from '#api/kernel/definition/defined-method.ts';
import { buildPhpQuery } from '#kit/php-query/build.ts';
import type { Draw } from './draw.ts';
import { deepJson, hostileName, hostileValue } from './values.ts';

export interface BadCall {
  readonly verb: 'GET' | 'POST' | 'PUT';
  /** Below the address of the webhook. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What parameters of these names are worth when they are right; wrong ones beside them get further than all wrong. */
export type Right = Readonly<Record<string, unknown>>;

/** A call of a method with parameters of which some are right and most are not. */
export function badCall(draw: Draw, methods: readonly [Method, ...Method[]], right: Right): BadCall {
  const method = draw.pick(methods);
  const params = method.name === 'batch' ? badBatch(draw, methods, right) : badParams(draw, method, right);
  const name = draw.chance(0.05) ? `${method.name}.xml` : method.name;
  if (draw.chance(0.15)) {
    const query = formOf(params).slice(0, 8_000);
    return { verb: 'GET', path: `${name}?${query}`, headers: {}, body: '' };
  }
  const [type, body] = draw.chance(0.2)
    ? ['application/x-www-form-urlencoded', formOf(params)]
    : ['application/json', JSON.stringify(params)];
  return { verb: draw.chance(0.95) ? 'POST' : 'PUT', path: name, headers: { 'content-type': type }, body };
}

function badParams(draw: Draw, method: Method, right: Right): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const name of Object.keys(method.params)) {
    // Time stands still in these portals: whoever asks to wait waits for ever.
    if (name === 'wait') continue;
    const value = draw.chance(0.6) && Object.hasOwn(right, name) ? right[name] : hostileValue(draw);
    if (!draw.chance(0.15)) put(sent, name, value);
  }
  if (draw.chance(0.1)) Object.assign(sent, Object.fromEntries([[hostileName(draw), hostileValue(draw)]]));
  return sent;
}

/** `FIELDS.CODE` is the CODE within FIELDS; sometimes it comes as it is written. */
function put(sent: Record<string, unknown>, name: string, value: unknown): void {
  const dot = name.indexOf('.');
  const outer = name.slice(0, Math.max(0, dot));
  if (outer !== '') sent[outer] = sent[outer] ?? {};
  const parent = sent[outer];
  if (typeof parent === 'object' && parent !== null) (parent as Record<string, unknown>)[name.slice(dot + 1)] = value;
  else sent[name] = value;
}

function badBatch(draw: Draw, methods: readonly [Method, ...Method[]], right: Right): Record<string, unknown> {
  if (draw.chance(0.2)) return { cmd: hostileValue(draw), halt: hostileValue(draw) };
  const commands = draw.times(5, () => {
    const method = draw.pick(methods);
    const params = badParams(draw, method, right);
    if (draw.chance(0.01))
      return [`c${draw.below(3)}`, { method: method.name, params: deepJson(draw, 10_000) }] as const;
    const command = draw.chance(0.5) ? `${method.name}?${formOf(params)}` : { method: method.name, params };
    return [draw.chance(0.3) ? hostileName(draw) : `c${draw.below(3)}`, command] as const;
  });
  return { cmd: Object.fromEntries(commands), halt: draw.below(2) };
}

function formOf(params: Record<string, unknown>): string {
  return buildPhpQuery(params as Parameters<typeof buildPhpQuery>[0]);
}
