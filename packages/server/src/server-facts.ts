import type { ServerFacts } from '#cli/server.ts';
import { invitationPath } from '#control/terms/invitation-path.ts';
import { issueFounderInvitation } from '#domain/sign-in/issue-invitation.ts';
import { canAdminister } from '#domain/user/administrator.ts';
import { addressInWords } from '#storage/postgres-address.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';

/** What only the start knows. */
export interface StartFacts extends Pick<ServerFacts, 'finder' | 'certificatePath'> {
  readonly dataPath: string;
  readonly hasExampleBot: boolean;
}

/** What whoever started a portal is told of it. Makes the links by which somebody can come in. */
export async function toFacts(
  app: App,
  { isProduction, inMemory, databaseAddress }: Config,
  { finder, certificatePath, dataPath, hasExampleBot }: StartFacts,
): Promise<ServerFacts> {
  const { people, webhooks, groupChatId } = app.cast;
  return {
    url: app.url,
    webhooks: isProduction
      ? []
      : webhooks.map((one) => ({ userId: one.userId, url: webhookUrl(app.url, one), scope: one.scope })),
    // As `--as` takes them.
    people: people.map((person) => ({ id: person.id, name: person.name })),
    groupChatId,
    dataPath: inMemory ? undefined : dataPath,
    databaseAddress: databaseAddress === undefined ? undefined : addressInWords(databaseAddress),
    finder,
    signIn: isProduction ? undefined : signInOf(app),
    founderUrl: await founderUrlOf(app),
    isProduction,
    certificatePath,
    exampleBot: hasExampleBot ? 'Echo' : undefined,
  };
}

export function webhookUrl(
  origin: string,
  { userId, code }: { readonly userId: number; readonly code: string },
): string {
  return `${origin}/rest/${userId}/${code}/`;
}

/** For whoever develops on it: nobody has a password yet. */
function signInOf({ cast, links, pagesUrl }: App): ServerFacts['signIn'] {
  const person = cast.people.find(canAdminister);
  return person && { name: person.name, url: pagesUrl + links.make(person.id) };
}

/** A portal without people is of no use to anybody but whoever reads this. */
async function founderUrlOf({ store, cast, pagesUrl }: App): Promise<string | undefined> {
  const code = await store.write((work) => issueFounderInvitation(work, cast.portalId));
  return code === undefined ? undefined : pagesUrl + invitationPath(code);
}
