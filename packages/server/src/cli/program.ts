import { Command, Help } from 'commander';
import { programName } from '#kit/program-name.ts';
import { VERSION } from '#kit/version.ts';
import { appCommand } from './app.ts';
import type { LoadAtRest } from './at-rest.ts';
import { backupCommand } from './backup.ts';
import { botCommand } from './bot.ts';
import { callCommand } from './call.ts';
import { callsCommand } from './calls.ts';
import { chatCommand } from './chat.ts';
import { checkCommand } from './check.ts';
import { commandsCommand } from './commands.ts';
import { departmentCommand } from './department.ts';
import { eventCommand } from './event.ts';
import { eventsCommand } from './events.ts';
import { failCommand } from './fail.ts';
import { lineCommand } from './line.ts';
import { loginCommand } from './login.ts';
import { type FindExample, newCommand } from './new.ts';
import { pauseCommand, resumeCommand, retriesCommand } from './pause.ts';
import { portalCommand } from './portal.ts';
import { replayCommand } from './replay.ts';
import { resendCommand } from './resend.ts';
import { restoreCommand } from './restore.ts';
import { retryCommand } from './retry.ts';
import { sayCommand } from './say.ts';
import { sendTestCommand } from './send-test.ts';
import type { StartServer } from './server.ts';
import { skipCommand } from './skip.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { stopCommand } from './stop.ts';
import { tailCommand } from './tail.ts';
import { userAddCommand } from './user-add.ts';
import { userChangeCommand } from './user-change.ts';
import { userInviteCommand } from './user-invite.ts';
import { userListCommand } from './user-list.ts';
import { userPasswordCommand } from './user-password.ts';
import { webhookCommand } from './webhook.ts';

/** What the commands reach that need more than a running server; given from outside, and what is large loaded by them alone. */
export interface ProgramParts {
  readonly startServer: StartServer;
  readonly loadAtRest: LoadAtRest;
  readonly exampleFile: FindExample;
}

/** `botyard` with all of its commands. */
export function createProgram({ startServer, loadAtRest, exampleFile }: ProgramParts): Command {
  const program = new Command('botyard')
    .description(
      'A self-hosted portal for Bitrix24-compatible chat bots: messenger, bot platform and workbench in one program',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'show help for a command')
    .addCommand(startCommand(startServer))
    .addCommand(stopCommand())
    .addCommand(newCommand(exampleFile))
    .addCommand(sayCommand())
    .addCommand(tailCommand())
    .addCommand(commandsCommand())
    .addCommand(statusCommand())
    .addCommand(eventsCommand())
    .addCommand(eventCommand())
    .addCommand(callsCommand())
    .addCommand(callCommand())
    .addCommand(retryCommand())
    .addCommand(replayCommand())
    .addCommand(resendCommand())
    .addCommand(skipCommand())
    .addCommand(pauseCommand())
    .addCommand(resumeCommand())
    .addCommand(retriesCommand())
    .addCommand(sendTestCommand())
    .addCommand(appCommand())
    .addCommand(botCommand())
    .addCommand(chatCommand())
    .addCommand(webhookCommand())
    .addCommand(
      new Command('user')
        .description('People of the portal: add, list, invite, password, change')
        .helpCommand(false)
        .addCommand(userAddCommand())
        .addCommand(userListCommand())
        .addCommand(userInviteCommand())
        .addCommand(userPasswordCommand())
        .addCommand(userChangeCommand()),
    )
    .addCommand(departmentCommand())
    .addCommand(lineCommand())
    .addCommand(loginCommand())
    .addCommand(portalCommand())
    .addCommand(failCommand())
    .addCommand(backupCommand(loadAtRest))
    .addCommand(restoreCommand(loadAtRest))
    .addCommand(checkCommand(loadAtRest))
    .addHelpText(
      'after',
      `
Begin with:
  ${programName()} start                                     a portal with people, a chat and a bot
  ${programName()} say --as Alice --to Echo "/echo hello"    in another terminal
`,
    );
  inheritManners(program, programName());
  return program;
}

/** Mistakes are told on one line that says where to look, and thrown instead of ending the process. */
function inheritManners(command: Command, path: string): void {
  command
    .exitOverride()
    .helpOption('-h, --help', 'show help')
    .configureHelp({
      // What may be given again begins as an empty list, which says nothing to who reads it.
      optionDescription: (option) =>
        Help.prototype.optionDescription.call(new Help(), option).replace(/ \(default: (?:\[\]|\{\})\)$/, ''),
    })
    .configureOutput({
      outputError: (text, write) =>
        write(
          `${text
            .trim()
            .replace(/^error: /, 'Error: ')
            .replace(/\n/g, ' ')
            .replace(/\.$/, '')}. See: ${path} --help\n`,
        ),
    });
  for (const child of command.commands) inheritManners(child, `${path} ${child.name()}`);
}
