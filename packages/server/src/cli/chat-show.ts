import { Command } from 'commander';
import { withoutCodes } from '#domain/message-parts/without-codes.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { onOneLine, styled } from './terminal.ts';
import { whichServer } from './which-server.ts';

interface Flags extends WhichServer {
  readonly as: string;
  readonly json?: true;
}

/** Shows a chat with its newest messages. */
export function chatShowCommand(): Command {
  const command = new Command('show')
    .description('Show a chat with its newest messages, as a person sees it')
    .argument('<chat>', 'its title, chat12, or whom they talk to in it')
    .requiredOption('--as <person>', 'who looks: a name or an id')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (name: string, flags: Flags) => {
    const chat = await control(findServer(flags), 'chat.show', { as: flags.as, chat: name });
    if (flags.json) return console.log(JSON.stringify(chat));
    console.log(
      onOneLine(`${chat.title} (chat${chat.id}, ${chat.type}): ${chat.members.map(({ name }) => name).join(', ')}`),
    );
    for (const { at, author, text } of chat.messages) {
      const time = styled('dim', new Date(at).toISOString().slice(0, 16).replace('T', ' '));
      console.log(`${time}  ${onOneLine(`${author === '' ? '' : `${author}: `}${withoutCodes(text)}`)}`);
    }
  });
}
