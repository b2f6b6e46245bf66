import type { FastifyRequest } from 'fastify';
import type { User } from '#domain/user/user.ts';
import { OWN_NAME } from '#kit/page-origin.ts';
import { type Html, html } from '../pages/html.ts';
import type { Texts } from '../pages/texts/en.ts';
import { placeOf } from '../place.ts';
import type { SignInOptions } from './options.ts';

/** What proxies add: then whoever sends the request is somewhere else. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];
const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
/** The people that a portal starts with for trying things out: firstStart makes them. */
const CAST = ['alice', 'bob', 'carol', 'dana'].map((name) => `${name}@example.com`);

/**
 * Who may be gone on as without a password: the cast of a portal for trying things out, to a browser on the same machine
 * that knows us by the name which only browsers find, and nobody as soon as somebody else is in the portal.
 */
export async function castFor(request: FastifyRequest, options: SignInOptions): Promise<readonly User[]> {
  if (!options.isForDevelopment || !isFromThisMachine(request)) return [];
  const people = await options.store.read(async (work) => {
    const portal = await work.portals.findByHost(placeOf(request, options).host);
    return portal ? await work.users.listPeople(portal.id) : [];
  });
  return people.every(({ email }) => CAST.includes(email)) ? people.filter(({ isActive }) => isActive) : [];
}

function isFromThisMachine({ raw, headers }: FastifyRequest): boolean {
  const host = (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
  return (
    host === OWN_NAME &&
    LOOPBACK.test(raw.socket.remoteAddress ?? '') &&
    FORWARDING.every((name) => headers[name] === undefined)
  );
}

export function castForm(cast: readonly User[], next: string, texts: Texts): Html {
  return html`<p class="go-on">${texts.goOn}</p>
<form class="cast" method="post" action="/login/as">
<input type="hidden" name="next" value="${next}">
${cast.map(
  (user) =>
    html`<button name="user" value="${user.id}"><i aria-hidden="true">${user.name.slice(0, 1)}${user.lastName.slice(0, 1)}</i>${user.name}${user.isAdmin ? html`<small>${texts.owner}</small>` : user.isExtranet && html`<small>${texts.guest}</small>`}</button>`,
)}
</form>`;
}
