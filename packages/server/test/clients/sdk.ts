import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/*
 * The vendor's SDK as a developer uses it. It insists on https, so it runs in a process where the certificate of the
 * portal is trusted.
 */

// biome-ignore lint/suspicious/noExplicitAny: what the SDK gives is what tests are about; a wrong guess fails them.
export type Given = any;

/** Who uses the SDK: with a webhook, or with tokens. */
export type SdkUser = { readonly webhookUrl: string } | { readonly oauth: object };

export interface Sdk {
  run(user: SdkUser, action: string, ...args: unknown[]): Promise<Given>;
  stop(): void;
}

/** The SDK in a process that trusts the certificate at `certificatePath`. */
export async function startSdk(certificatePath: string): Promise<Sdk> {
  const driver: ChildProcess = fork(fileURLToPath(new URL('b24jssdk-driver.mjs', import.meta.url)), {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificatePath },
    execArgv: [],
    // It warns of its own older names.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await once(driver, 'message');
  return {
    async run(user, action, ...args) {
      const answer = once(driver, 'message');
      driver.send({ action, ...user, args });
      return (await answer)[0];
    },
    stop: () => driver.disconnect(),
  };
}

/** `auth` of an event in the names of the SDK. */
export function tokensFromEvent(auth: Readonly<Record<string, string>>): object {
  return {
    applicationToken: auth['application_token'],
    userId: Number(auth['user_id']),
    memberId: auth['member_id'],
    accessToken: auth['access_token'],
    refreshToken: auth['refresh_token'],
    expires: Number(auth['expires']),
    expiresIn: Number(auth['expires_in']),
    scope: auth['scope'],
    domain: auth['domain'],
    clientEndpoint: auth['client_endpoint'],
    serverEndpoint: auth['server_endpoint'],
    status: auth['status'],
  };
}
