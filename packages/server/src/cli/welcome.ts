import { parse, relative } from 'node:path';
import { programName } from '#kit/program-name.ts';
import { VERSION } from '#kit/version.ts';
import { quoted } from './quoted.ts';
import type { ServerFacts } from './server.ts';
import { styled } from './terminal.ts';

/** What a person reads when the portal answers: where it is, and what to do next. */
export function welcome(facts: ServerFacts): string {
  const parts = facts.isProduction
    ? [head(facts), trust(facts), production(facts)]
    : [head(facts), trust(facts), browser(facts), webhook(facts), conversation(facts), further(facts)];
  return `\n${parts
    .filter((part) => part.length > 0)
    .map((part) => part.map((line) => (line === '' ? '' : `  ${line}`)).join('\n'))
    .join('\n\n')}\n`;
}

function head({ url, dataPath, databaseAddress }: ServerFacts): string[] {
  const where =
    dataPath === undefined
      ? 'Kept in memory: everything is gone when it stops.'
      : `Kept in ${databaseAddress === undefined ? '' : `${databaseAddress}, with its key in `}${near(dataPath)}: the next start goes on from there.`;
  return [`${styled('bold', `Botyard ${VERSION}`)} is running at ${styled('cyan', url)}`, `${where} Ctrl-C stops it.`];
}

function trust({ certificatePath }: ServerFacts): string[] {
  if (certificatePath === undefined) return [];
  return [
    'Its certificate is its own, so programs have to be told to trust it. For Node:',
    `  export NODE_EXTRA_CA_CERTS=${quoted(certificatePath)}`,
    `For curl: --cacert ${quoted(certificatePath)}`,
  ];
}

function browser({ signIn, finder }: ServerFacts): string[] {
  if (signIn === undefined) return [];
  return [
    `Open it as ${signIn.name}; the link works once, within an hour:`,
    `  ${styled('cyan', signIn.url)}`,
    `As somebody else:     ${programName()} login${finder} --as NAME`,
  ];
}

function webhook({ webhooks, people, groupChatId, certificatePath }: ServerFacts): string[] {
  const [first] = webhooks;
  if (!first) return [];
  const name = people.find((person) => person.id === first.userId)?.name ?? `user ${first.userId}`;
  const cacert = certificatePath === undefined ? '' : ` --cacert ${quoted(certificatePath)}`;
  const call = groupChatId > 0 ? `im.message.add -d DIALOG_ID=chat${groupChatId} -d MESSAGE=Hello` : 'profile';
  return [
    `Webhook of ${name}; whoever has this address acts as that person:`,
    `  ${styled('cyan', first.url)}`,
    'Call a method:',
    `  curl${cacert} ${first.url}${call}`,
  ];
}

function conversation({ exampleBot, people, finder }: ServerFacts): string[] {
  const [somebody] = people;
  if (exampleBot === undefined || !somebody) return [];
  return [
    `A bot called ${exampleBot} runs, too. Talk to it from another terminal:`,
    `  ${programName()} say${finder} --as ${somebody.name.split(' ')[0]} --to ${exampleBot} "/echo hello"`,
  ];
}

function further({ finder, people }: ServerFacts): string[] {
  const [somebody] = people;
  return [
    `Watch what happens:   ${programName()} tail${finder}`,
    ...(somebody
      ? [`Write your own bot:   ${programName()} new js my-bot${finder} --as ${somebody.name.split(' ')[0]}`]
      : []),
    `Everything else:      ${programName()} --help`,
  ];
}

function production({ founderUrl, finder }: ServerFacts): string[] {
  const status = [`How it is doing:      ${programName()} status${finder}`];
  if (founderUrl === undefined) return status;
  return [
    'Nobody is in this portal yet. Become its first administrator; the link works once, for 7 days:',
    `  ${styled('cyan', founderUrl)}`,
    `From here instead:    ${programName()} user add${finder} --name NAME --admin`,
    ...status,
  ];
}

function near(path: string): string {
  // A service works in the root folder: without its first slash an absolute path looks like another one.
  const { root } = parse(process.cwd());
  const short = process.cwd() === root ? '' : relative(process.cwd(), path);
  return short !== '' && !short.startsWith('..') ? short : path;
}
