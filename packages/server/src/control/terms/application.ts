import { z } from 'zod';
import type { Application } from '#domain/application/application.ts';
import type { CardRefusal } from '#domain/application/register-application.ts';
import type { User } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { person, personCalled } from './names.ts';

/*
 * What the commands about applications have in common.
 */

export const CARD_REFUSALS: Readonly<Record<CardRefusal, string>> = {
  title_missing: 'An application needs a title',
  wrong_handler: 'The handler is no address that a portal could call, such as https://example.com/handler',
  wrong_install_url: 'The install address is none that a portal could call, such as https://example.com/install',
};

export const title = z.string().max(200).describe('What people know it by');
export const address = z.string().max(2048);
export const people = z.array(person).min(1);
export const administrator = z.string().describe('In whose name: an administrator; the first one unless it is said');
export const app = z.string().describe('An application: id, client id or title');

/** As it is told: without what is secret. */
export const application = z.strictObject({
  id: z.number(),
  clientId: z.string(),
  title: z.string(),
  handlerUrl: z.string(),
  installUrl: z.string().describe('Empty: the handler'),
  isApiOnly: z.boolean().describe('It has no pages'),
  scope: z.array(z.string()).describe('What it may do'),
  version: z.number(),
  isInstalled: z.boolean(),
  allowedUserIds: z.array(z.number()).nullable().describe('Who may use it; null: everybody'),
  tokenSeconds: z.number().describe('For how long access tokens that are given out now can be used'),
});

/** With what only its owner may see. */
export const applicationSecrets = application.extend({
  clientSecret: z.string(),
  applicationToken: z.string().describe('Sent in every event'),
  pageUrl: z.string().describe('Where people open it'),
});

export const placement = z.strictObject({
  place: z.string(),
  title: z.string(),
  handler: z.string(),
  person: z.string().nullable().describe('Whom alone it is shown to; null: everybody'),
  groupName: z.string(),
  options: z.record(z.string(), z.unknown()),
});

/** An application by its id, client id or title. */
export async function applicationCalled(work: Reading, portalId: number, name: string): Promise<Application> {
  const all = await work.applications.listLocal(portalId);
  const found = all.filter(({ id, clientId, title }) =>
    [String(id), clientId, title].some((one) => one.toLowerCase() === name.trim().toLowerCase()),
  );
  const [only, another] = found;
  const listed = (some: readonly Application[]) => some.map(({ id, title }) => `${title} (${id})`).join(', ');
  if (!only) throw new Complaint(`There is no application called "${name}". There are: ${listed(all) || 'none yet'}`);
  if (another) throw new Complaint(`"${name}" fits several: ${listed(found)}. Use the id`);
  return only;
}

/** In whose name an application is brought in, changed or removed: an administrator's, the first one's unless it is said. */
export async function administratorCalled(work: Reading, portalId: number, name?: string): Promise<User> {
  if (name === undefined) {
    const first = (await work.users.listPeople(portalId)).find((person) => person.isAdmin && person.isActive);
    if (!first)
      throw new Complaint(`Applications belong to an administrator: ${programName()} user add --name NAME --admin`);
    return first;
  }
  const person = await personCalled(work, portalId, name);
  if (!person.isAdmin) throw new Complaint(`${person.name} is no administrator: only those bring in applications`);
  return person;
}

export async function idsOf(work: Reading, portalId: number, names: readonly string[]): Promise<number[]> {
  const ids = [];
  for (const name of names) ids.push((await personCalled(work, portalId, name)).id);
  return ids;
}

export function shown({
  id,
  clientId,
  title,
  handlerUrl,
  installUrl,
  isApiOnly,
  scope,
  version,
  isInstalled,
  allowedUserIds,
  tokenSeconds,
}: Application) {
  return {
    id,
    clientId,
    title,
    handlerUrl,
    installUrl,
    isApiOnly,
    scope,
    version,
    isInstalled,
    allowedUserIds,
    tokenSeconds,
  };
}

export function withSecrets(portal: ControlledPortal, application: Application, clientSecret: string) {
  return {
    ...shown(application),
    clientSecret,
    applicationToken: application.applicationToken,
    pageUrl: `${portal.pagesUrl()}/apps/${application.id}/`,
  };
}
