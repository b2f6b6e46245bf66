import type { Application } from '#domain/application/application.ts';
import { type ApplicationChange, changeApplication } from '#domain/application/change-application.ts';
import { finishInstallation } from '#domain/application/finish-installation.ts';
import { type ApplicationCard, registerApplication } from '#domain/application/register-application.ts';
import { removeApplication } from '#domain/application/remove-application.ts';
import { grantCode } from '#domain/oauth/grant-code.ts';
import { type IssuedTokens, issueTokens } from '#domain/oauth/issue-tokens.ts';
import type { User } from '#domain/user/user.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { App } from '../src/app.ts';
import { type Answer, type Calling, calling, post } from './calling.ts';

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
  /** What that person's consent is worth: a code to fetch tokens with. */
  code(person?: { readonly id: number }): Promise<string>;
  /** Asks for tokens as the application does, its secret included; `params` on top. */
  fetchTokens(params: Readonly<Record<string, string>>): Promise<Answer>;
  /** The same application acting in the name of somebody else. */
  as(person: { readonly id: number }): Calling;
  finishInstallation(): Promise<void>;
  /** By Alice. */
  change(change: ApplicationChange): Promise<void>;
  /** By Alice. */
  remove(): Promise<void>;
}

const OWNER = { id: 1 };

async function userOf(work: Reading, id: number): Promise<User> {
  const user = await work.users.findUser(id);
  if (!user) throw new Error(`Nobody has the id ${id}`);
  return user;
}

export async function registerTestApplication(app: App, more: ApplicationOptions = {}): Promise<TestApplication> {
  const card = {
    title: 'Test application',
    handlerUrl: 'http://localhost:9/handler',
    installUrl: '',
    isApiOnly: true,
    scope: ['im', 'imbot', 'user'],
    allowedUserIds: null,
    ...more,
  };
  const { application, clientSecret } = await app.store.write(async (work) => {
    const registered = await registerApplication(work, await userOf(work, OWNER.id), card);
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
      await app.store.write(async (work) => finishInstallation(work, now, await userOf(work, OWNER.id)));
    },
    change: async (change) => {
      const now = await current();
      await app.store.write(async (work) => changeApplication(work, now, change, await userOf(work, OWNER.id)));
    },
    remove: async () => {
      const now = await current();
      await app.store.write(async (work) => removeApplication(work, now, await userOf(work, OWNER.id)));
    },
    tokens,
    token: async (person) => (await tokens(person)).accessToken,
    code: async (person = OWNER) => {
      const now = await current();
      return app.store.write(async (work) => grantCode(work, now, await userOf(work, person.id)));
    },
    async fetchTokens(params) {
      const client = { client_id: clientId, client_secret: clientSecret };
      const response = await fetch(`${app.address}/oauth/token/?${new URLSearchParams({ ...client, ...params })}`);
      return { status: response.status, body: await response.json() };
    },
    as,
    ...as(OWNER),
  };
}
