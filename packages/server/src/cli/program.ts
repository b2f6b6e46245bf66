import { Command } from 'commander';
import { VERSION } from '../kit/version.ts';
import { commandsCommand } from './commands.ts';
import { sayCommand } from './say.ts';
import type { StartServer } from './server.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { tailCommand } from './tail.ts';
import { userAddCommand } from './user-add.ts';
import { webhookAddCommand } from './webhook-add.ts';

/** `botyard` with all of its commands. */
export function createProgram(startServer: StartServer): Command {
  const program = new Command('botyard')
    .description(
      'A self-hosted portal for Bitrix24-compatible chat bots: messenger, bot platform and workbench in one program',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError('Its options: add --help')
    .addCommand(startCommand(startServer))
    .addCommand(sayCommand())
    .addCommand(tailCommand())
    .addCommand(commandsCommand())
    .addCommand(statusCommand())
    .addCommand(new Command('webhook').description('Webhooks of people').addCommand(webhookAddCommand()))
    .addCommand(new Command('user').description('People of the portal').addCommand(userAddCommand()))
    .addHelpText(
      'after',
      `
Begin with:
  npx botyard start                                     a portal with people, a chat and a bot
  npx botyard say --as Alice --to Echo "/echo hello"    in another terminal
`,
    );
  for (const command of everyCommand(program))
    command.exitOverride().showHelpAfterError('Its options: add --help').helpOption('-h, --help', 'show help');
  return program;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
