import { registerApplication } from '#domain/application/register-application.ts';
import { NO_ENTITY } from '#domain/chat/chat.ts';
import { rootDepartment } from '#domain/department/root-department.ts';
import { issueTokens } from '#domain/oauth/issue-tokens.ts';
import { group, person } from '../portal-in-store.ts';
import type { World } from '../world.ts';
import { newField } from './new-field.ts';
import { newWebhook } from './new-webhook.ts';
import { lineOpener } from './open-line.ts';
import type { Owner } from './things.ts';

export const ELSEWHERE = 'elsewhere.test';
/** The number of Eve's workgroup, which no other portal has. */
const WORKGROUP = 6;

/** Eve, and what she can be let in with at her own portal. */
export interface Elsewhere {
  readonly byWebhook: Omit<Owner, 'send'>;
  readonly webhook: string;
  readonly token: string;
  readonly secrets: readonly string[];
}

/** A second portal, at a host of its own, with Eve in it. */
export async function openElsewhere(world: World, scope: readonly string[]): Promise<Elsewhere> {
  const eve = await world.app.store.write(async (work) => {
    const draft = { memberId: 'e'.repeat(32), language: 'en', now: work.now, host: ELSEWHERE };
    const portalId = await work.portals.insertPortal(draft);
    const user = await work.users.insertUser(person(portalId, 'Eve-elsewhere'), work.now);
    const entity = { ...NO_ENTITY, type: 'SONET_GROUP', id: String(WORKGROUP) };
    await work.chats.insertChat(group(portalId, user, { entity }), work.now);
    return { ...user, department: await rootDepartment(work, portalId) };
  });
  const registered = await world.app.store.write((work) =>
    registerApplication(work, eve, {
      title: 'elsewhere',
      handlerUrl: 'http://127.0.0.1:9/elsewhere',
      installUrl: '',
      isApiOnly: true,
      scope,
      allowedUserIds: null,
    }),
  );
  if (!registered.ok) throw new Error(registered.reason);
  const { application, clientSecret } = registered.value;
  const { accessToken } = await world.app.store.read(async (work) => issueTokens(work, application, eve.id));
  return {
    byWebhook: {
      person: eve.id,
      firstName: 'Eve-elsewhere',
      email: eve.email,
      subordinate: eve.id,
      ...(await newField(world, eve.portalId, 'elsewhere', eve.id)),
      newcomer: eve.id,
      department: eve.department,
      workgroup: WORKGROUP,
      name: 'elsewhere',
      proof: 'botToken',
      clientId: 'elsewhere-app',
      botToken: 'token of elsewhere',
      code: 'of-eve',
      openLine: lineOpener(world, eve.portalId),
    },
    webhook: await newWebhook(world, eve.id, { scope }),
    token: accessToken,
    secrets: [application.applicationToken, clientSecret, accessToken],
  };
}
