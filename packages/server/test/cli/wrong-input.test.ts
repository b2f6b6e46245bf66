import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { botyard, type Server, startServer, temporaryFolder } from './botyard.ts';

/* Whatever is wrong with a command is told on one line of one form, which says what would be right. */

const folder = temporaryFolder();
let server: Server;
beforeAll(async () => {
  server = await startServer(folder.path, '--memory');
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

/** What was typed, and what it is told; the code is 2 where the command itself is wrong, else 1. */
const wrong: readonly (readonly [typed: string, told: string | RegExp, code: 1 | 2])[] = [
  ['frobnicate', "unknown command 'frobnicate'. See: ./botyard --help", 2],
  ['bot frobnicate', "unknown command 'frobnicate'. See: ./botyard bot --help", 2],
  ['start --frobnicate', "unknown option '--frobnicate'. See: ./botyard start --help", 2],
  ['start there', /^too many arguments for 'start'/, 2],
  ['start --port 99999', /A port is a number from 0 to 65535\. See: /, 2],
  ['start --port abc', /A port is a number from 0 to 65535\. See: /, 2],
  ['start --allow-network 10.0.0.0/99', /^--allow-network: "10\.0\.0\.0\/99" is not a network/, 2],
  ['start --trust-proxy proxy', /^--trust-proxy: "proxy" is not a network/, 2],
  ['start --public-url https://example.com/x', /^--public-url: .* without a path\./, 2],
  ['say --as Alice --to Echo', "missing required argument 'text'. See: ./botyard say --help", 2],
  ['say --to Echo hi', /'--as <person>' not specified/, 2],
  ['say --as Alice hi', /'--to <bot\|chat\|person>' not specified/, 2],
  ['say --as Zed --to Echo hi', /^Nobody here is called "Zed"\. There are: Alice Arden \(1\)/, 1],
  ['say --as Alice --to Zed hi', /^Alice Arden knows no bot, chat or person called "Zed"\. Bots: /, 1],
  ['say --as Alice --to chat999 hi', 'There is no such chat.', 1],
  ['say --as Alice --to Echo --within x hi', /Seconds are a number from 0 to 600\. See: /, 2],
  ['say --as Alice --to Echo --within 700 hi', /Seconds are a number from 0 to 600\. See: /, 2],
  ['say --as Alice --to Echo --quiet -1 hi', /Seconds are a number from 0 to 600\. See: /, 2],
  ['say --as Alice --to Echo --count 0 hi', /That is a whole number from 1 to 1000\. See: /, 2],
  ['say --as Alice --to Echo --expect /(/ hi', /^What is expected is no regular expression: /, 1],
  ['tail --since yesterday', /Say how long back, like 90s, 10m, 1h or 2d\. See: /, 2],
  ['tail --bot Zed', /^There is no bot called "Zed"\. There are: /, 1],
  ['tail --chat Zed', /A chat is written like chat12\. See: /, 2],
  ['events --since soon', /Say how long back, like 90s, 10m, 1h or 2d\. See: /, 2],
  ['events --bot Zed', /^There is no bot called "Zed"/, 1],
  ['event', "missing required argument 'number'. See: ./botyard event --help", 2],
  ['event first', /An event is a number, as "events" and "tail" show it\. See: /, 2],
  ['event 999999', /^There is no event 999999: .* See: \.\/botyard events\.$/, 1],
  ['retry Zed', /^There is no bot called "Zed"/, 1],
  ['retry 999999', /^There is no event 999999/, 1],
  ['replay Zed', /^There is no bot called "Zed"/, 1],
  ['resend 999999', /^There is no event 999999/, 1],
  ['skip 999999', /^There is no event 999999/, 1],
  ['pause Zed', /^There is no bot called "Zed"/, 1],
  ['retries Zed perhaps', /Allowed choices are on, off\. See: /, 2],
  ['send-test Zed ONIMBOTMESSAGEADD', /^There is no bot called "Zed"/, 1],
  ['app show Zed', 'There is no application called "Zed". There are: none yet.', 1],
  [
    'app add --title X --handler nowhere --scope im',
    /^The handler is no address that a portal could call, such as /,
    1,
  ],
  [
    'app add --title X --handler http://127.0.0.1:9/ --scope all',
    /^There is no permission "all"\. There are: .*\bim, /,
    1,
  ],
  ['bot show Zed', /^There is no bot called "Zed"/, 1],
  ['chat list --as Zed', /^Nobody here is called "Zed"/, 1],
  ['chat new --as Alice', "missing required argument 'title'. See: ./botyard chat new --help", 2],
  ['chat new Plans --as Alice --with Zed', /^There is no bot called "Zed"/, 1],
  ['chat remove', "missing required argument 'chat'. See: ./botyard chat remove --help", 2],
  ['chat remove Team', 'Write it like chat12, or say by whose names it is called: --as PERSON.', 1],
  ['chat remove chat999 --yes', /^There is no chat 999\. See: \.\/botyard chat list --as PERSON\.$/, 1],
  ['chat remove Team --as Bob', /^Team \(chat\d+, \d members\) goes for good, .*\. To do it all the same: --yes\.$/, 1],
  ['department frobnicate', "unknown command 'frobnicate'. See: ./botyard department --help", 2],
  ['department new', "missing required argument 'name'. See: ./botyard department new --help", 2],
  ['department new Labs --in Zed', 'There is no department called "Zed". There are: Company (1)', 1],
  ['department new Labs --head Dana', 'A guest from outside cannot head a department.', 1],
  ['department change Company', 'Say what is to change. See: ./botyard department change --help.', 2],
  ['department change Company --in Company', 'That is the company itself, which is a part of nothing.', 1],
  ['department members Company --add Zed', /^Nobody here is called "Zed"/, 1],
  ['department members Company --remove Bob', /^Bob Birch works in no other department: /, 1],
  ['department remove 1', 'That is the company itself: it cannot be removed, only renamed.', 1],
  ['user add', '--name is missing. See: ./botyard user add --help.', 2],
  ['new js', '--as is missing. See: ./botyard new --help.', 2],
  ['user add --name X --email nowhere', 'email: this is no e-mail address.', 1],
  ['user add --name Alice --last-name Arden', /^Somebody called Alice Arden is here already .*: --same-name\.$/, 1],
  ['webhook add --as Alice --scope all', /^There is no permission "all"/, 1],
  ['webhook revoke --as Alice 999', /^There is no such webhook, .* See: \.\/botyard webhook list\.$/, 1],
  ['portal plan gold', /Allowed choices are free, commercial\. See: /, 2],
  ['fail', /^Say which method is to fail, and with which code\. See: /, 2],
  ['fail profile MISTAKE', /^profile has no error "MISTAKE"\. It can fail with: /, 1],
  ['fail frobnicate INTERNAL_SERVER_ERROR', /^There is no method "frobnicate"/, 1],
  ['backup', "missing required argument 'file'. See: ./botyard backup --help", 2],
  ['check --data nowhere', /^There is no data directory \/.*\/nowhere\. Say where it is: --data DIR\.$/, 1],
  ['restore nowhere.tar', /^\/.*\/nowhere\.tar cannot be restored into .*: there is no such file or folder\.$/, 1],
  ['status --data nowhere', /^No server is running on /, 1],
  ['status --url nowhere', /"nowhere" is no address\. Write it like http:\/\/127\.0\.0\.1:8424\.$/, 2],
];

describe('wrong input', () => {
  test.concurrent.each(wrong)('%s', async (typed, told, code) => {
    const ended = await botyard(folder.path, ...typed.split(' '), ...whose(typed));
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
    const [, message = ''] = /^Error: ([^\n]+)\n$/.exec(ended.stderr) ?? [];
    if (typeof told === 'string') expect(message).toBe(told);
    else expect(message).toMatch(told);
  });
});

/** The server of this test, where a command is for one and does not say which. */
function whose(typed: string): string[] {
  return /^(start|backup|restore|check)|--data|--url|^(bot )?frobnicate/.test(typed)
    ? []
    : ['--url', server.started.url];
}
