import { openSession } from '#domain/sign-in/open-session.ts';
import { setPassword } from '#domain/sign-in/set-password.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import { type Answer, quickPasswords, type World } from '../world.ts';

export const PASSWORD = 'correct horse battery';

/** From now on that person can sign in with {@link PASSWORD}. */
export async function givePassword(world: World, userId: number, password = PASSWORD): Promise<void> {
  const hash = await quickPasswords.hash(password);
  await world.app.store.write(async (work) => setPassword(work, await userOf(work, userId), hash));
}

export type Form = Readonly<Record<string, string>>;

/** A page as a browser would get it, without following where it leads. */
export interface Visited {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly location: string | null;
  /** As it was set; empty when none was. Good for the header Cookie, too. */
  readonly cookie: string;
}

/** Opens a page, or sends its form. */
export async function visit(
  world: World,
  path: string,
  {
    form,
    headers = {},
    at = world.app.url,
  }: { form?: Form; headers?: Readonly<Record<string, string>>; at?: string } = {},
): Promise<Visited> {
  const response = await fetch(at + path, {
    redirect: 'manual',
    headers,
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  return {
    status: response.status,
    text: await response.text(),
    headers: response.headers,
    location: response.headers.get('location'),
    cookie: response.headers.get('set-cookie') ?? '',
  };
}

/** A browser in which somebody is signed in, without its pages. */
export interface SignedInBrowser {
  /** As it stands in the header Cookie. */
  readonly cookie: string;
  readonly csrf: string;
  /** As pages of ours call methods; `headers` on top, undefined leaves one out. */
  call(method: string, params?: Record<string, unknown>, headers?: Record<string, string | undefined>): Promise<Answer>;
}

export async function browserOf(world: World, userId: number): Promise<SignedInBrowser> {
  const { session, token } = await world.app.store.write(async (work) => openSession(work, await userOf(work, userId)));
  const own = { cookie: `botyard_session=${token}`, csrf: session.csrf };
  return {
    ...own,
    async call(method, params = {}, headers = {}) {
      const all = {
        cookie: own.cookie,
        'x-bitrix-csrf-token': own.csrf,
        'content-type': 'application/json',
        ...headers,
      };
      const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
      const response = await fetch(`${world.app.url}/rest/${method}`, {
        method: 'POST',
        headers: sent,
        body: JSON.stringify(params),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}

export async function userOf(work: Reading, id: number): Promise<User> {
  const user = await work.users.findUser(id);
  if (!user) throw new Error(`Nobody has the id ${id}`);
  return user;
}
