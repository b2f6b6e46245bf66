import type { App } from '../src/app.ts';
import type { Application } from '../src/domain/application/application.ts';
import { finishInstallation } from '../src/domain/application/finish-installation.ts';
import { type ApplicationCard, registerApplication } from '../src/domain/application/register-application.ts';
import { removeApplication } from '../src/domain/application/remove-application.ts';
import { type IssuedTokens, issueTokens } from '../src/domain/oauth/issue-tokens.ts';
import type { User } from '../src/domain/user/user.ts';
import type { UnitOfWork } from '../src/storage/unit-of-work.ts';
import { type Calling, calling, post } from './calling.ts';

export type ApplicationOptions = Partial<ApplicationCard>;

/** An application that acts through tokens: Alice registered it, and without another word it acts in her name. */
export interface TestApplication extends Calling {
  readonly id: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly applicationToken: string;
  /** As it would be got by asking that person; good for an hour of the portal's clock. */
  token(person?: { readonly id: number }): Promise<string>;
  tokens(person?: { readonly id: number }): Promise<IssuedTokens>;
  /** The same application acting in the name of somebody else. */
  as(person: { readonly id: number }): Calling;
  finishInstallation(): Promise<void>;
  /** By Alice. */
  remove(): Promise<void>;
}

const OWNER = { id: 1 };

async function ownerOf(work: UnitOfWork): Promise<User> {
  const owner = await work.users.findUser(OWNER.id);
  if (!owner) throw new Error('Alice is not there');
  return owner;
}

export async function registerTestApplication(app: App, more: ApplicationOptions = {}): Promise<TestApplication> {
  const card = {
    title: 'Test application',
    handlerUrl: 'http://127.0.0.1:9/handler',
    installUrl: '',
    isApiOnly: true,
    scope: ['im', 'imbot', 'user'],
    allowedUserIds: null,
    ...more,
  };
  const { application, clientSecret } = await app.store.write(async (work) => {
    const registered = await registerApplication(work, await ownerOf(work), card);
    if (!registered.ok) throw new Error(`The application cannot be registered: ${registered.reason}`);
    return registered.value;
  });
  const current = () =>
    app.store.read((work) => work.applications.findApplication(application.id) as Promise<Application>);
  const tokens = async (person = OWNER) => {
    const now = await current();
    return app.store.read(async (work) => issueTokens(work, now, person.id));
  };
  const as = (person: { readonly id: number }): Calling =>
    calling(async (method, params = {}) =>
      post(`${app.url}/rest/${method}`, { ...params, auth: (await tokens(person)).accessToken }),
    );
  const { id, clientId, applicationToken } = application;
  return {
    id,
    clientId,
    clientSecret,
    applicationToken,
    finishInstallation: async () => {
      const now = await current();
      await app.store.write((work) => finishInstallation(work, now));
    },
    remove: async () => {
      const now = await current();
      await app.store.write(async (work) => removeApplication(work, now, await ownerOf(work)));
    },
    tokens,
    token: async (person) => (await tokens(person)).accessToken,
    as,
    ...as(OWNER),
  };
}
