import { Argument, Command } from 'commander';
import { botState } from './bot-state.ts';
import { control } from './control-client.ts';
import { findServer, type WhichServer } from './find-server.ts';
import { proposed } from './proposed.ts';
import { onOneLine } from './terminal.ts';
import { whichServer } from './which-server.ts';

type Flags = WhichServer & { readonly json?: true };

/** Holds the events of a bot back. */
export function pauseCommand(): Command {
  const command = new Command('pause')
    .description('Send nothing more to a bot until it is resumed; nothing that waits grows old meanwhile')
    .argument('<bot>', 'id, code or name')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (bot: string, flags: Flags) => {
    const state = await control(findServer(flags), 'bot.pause', { bot });
    console.log(flags.json ? JSON.stringify(state) : onOneLine(botState(state)));
  });
}

/** Sends them again. */
export function resumeCommand(): Command {
  const command = new Command('resume')
    .description('Send to a paused bot again')
    .argument('<bot>', 'id, code or name')
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (bot: string, flags: Flags) => {
    const state = await control(findServer(flags), 'bot.resume', { bot });
    if (flags.json) return console.log(JSON.stringify(state));
    const way = state.waiting > 0 ? ` To try at once what failed before: ${proposed(`retry ${bot}`)}` : '';
    console.log(onOneLine(`${botState(state)}${way}`));
  });
}

/** Switches retries. */
export function retriesCommand(): Command {
  const command = new Command('retries')
    .description('Say whether what fails at a bot is tried again; without it a failed event is a dead letter at once')
    .argument('<bot>', 'id, code or name')
    .addArgument(new Argument('<on|off>', 'which').choices(['on', 'off']))
    .option('--json', 'print it as JSON');
  return whichServer(command).action(async (bot: string, which: 'on' | 'off', flags: Flags) => {
    const state = await control(findServer(flags), 'bot.retries', { bot, isOn: which === 'on' });
    const again = which === 'on' ? ' What fails is tried again.' : '';
    console.log(flags.json ? JSON.stringify(state) : onOneLine(`${botState(state)}${again}`));
  });
}
