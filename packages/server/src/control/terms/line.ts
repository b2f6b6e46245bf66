import { z } from 'zod';
import { worksInLines } from '#domain/line/begin-session.ts';
import { DISTRIBUTIONS, type Line, type QueueEntry } from '#domain/line/line.ts';
import { operatorsOf } from '#domain/line/operators.ts';
import { fullName } from '#domain/user/user.ts';
import { Complaint } from '#kit/complaint.ts';
import { programName } from '#kit/program-name.ts';
import type { Reading } from '#storage/unit-of-work.ts';
import type { ControlledPortal } from '../controlled-portal.ts';
import { botCalled } from './bot.ts';
import { personCalled } from './names.ts';

/*
 * What the commands about lines have in common.
 */

export const line = z.string().describe('A line: id or name');

/** An origin and nothing more, as browsers write it. */
const SITE = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/;

const site = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => text.replace(/\/$/, ''))
  .refine((text) => SITE.test(text), 'a site is written like https://shop.example, without a path');

/** What can be said of a line, each of which may be left out. */
export const lineFields = {
  bot: z.string().nullish().describe('The bot that speaks with visitors first: id, code or name; null: none'),
  operators: z
    .array(z.string().describe('A person: id, name, full name or e-mail address'))
    .max(100)
    .optional()
    .describe('Who answers when the bot passes a visitor on, in this order'),
  distribution: z
    .enum(DISTRIBUTIONS)
    .optional()
    .describe('strictly: the first of them is asked; evenly: who has the fewest visitors; all: everybody'),
  sites: z.array(site).max(50).optional().describe('Sites whose pages may show it, as https://shop.example'),
  language: z.enum(['en', 'de', 'ru']).optional().describe('Of what stands on its page'),
  greeting: z.string().max(2000).optional().describe('What visitors are told first; empty: nothing'),
} as const;

export const listedLine = z.strictObject({
  id: z.number(),
  name: z.string(),
  isActive: z.boolean().describe('false: nobody can write there'),
  pageUrl: z.string().describe('Where visitors write'),
  snippet: z.string().describe('What puts a button with it into a page of one of its sites'),
  bot: z.strictObject({ id: z.number(), name: z.string() }).nullable(),
  operators: z.array(z.strictObject({ id: z.number(), name: z.string() })).describe('In their order'),
  distribution: z.enum(DISTRIBUTIONS),
  sites: z.array(z.string()),
  language: z.string(),
  greeting: z.string().describe('Empty: none'),
});

export async function listLine(work: Reading, portal: ControlledPortal, found: Line) {
  const { id, name, isActive, code, distribution, sites, language, greets, greeting } = found;
  const bot = found.usesBot && found.welcomeBotId > 0 ? await work.users.findUser(found.welcomeBotId) : undefined;
  const pageUrl = `${portal.pagesUrl()}/livechat/${code}`;
  return {
    id,
    name,
    isActive,
    pageUrl,
    snippet: `<script src="${pageUrl}/widget.js" defer></script>`,
    bot: bot ? { id: bot.id, name: fullName(bot) } : null,
    operators: (await operatorsOf(work, found)).map((user) => ({ id: user.id, name: fullName(user) })),
    distribution,
    sites: [...sites],
    language,
    greeting: greets ? greeting : '',
  };
}

/** A line by id or name. */
export async function lineCalled(work: Reading, portalId: number, name: string): Promise<Line> {
  const all = await work.lines.listOfPortal(portalId);
  const wanted = name.trim().toLowerCase();
  const found = all.filter((one) => String(one.id) === wanted || one.name.toLowerCase() === wanted);
  const [only, another] = found;
  const listed = (some: readonly Line[]) => some.map((one) => `${one.name} (${one.id})`).join(', ');
  if (!only)
    throw new Complaint(
      `There is no line called "${name}". ${all.length > 0 ? `There are: ${listed(all)}` : `Make one: ${programName()} line add NAME`}`,
    );
  if (another) throw new Complaint(`"${name}" fits several lines: ${listed(found)}. Use the id`);
  return only;
}

/** A bot that was made for open channels: others would hear nothing of what visitors write. */
export async function lineBot(work: Reading, portalId: number, name: string): Promise<number> {
  const bot = await botCalled(work, portalId, name);
  if (!worksInLines(bot))
    throw new Complaint(`"${name}" does not work in open channels: register it with TYPE=O or OPENLINE=Y`);
  return bot.id;
}

export async function queueOf(work: Reading, portalId: number, names: readonly string[]): Promise<QueueEntry[]> {
  const queue: QueueEntry[] = [];
  for (const name of names) {
    const found = await personCalled(work, portalId, name);
    if (found.isExtranet)
      throw new Complaint(`${fullName(found)} is a guest: visitors are passed to those who work here`);
    queue.push({ kind: 'person', id: found.id });
  }
  return queue;
}
