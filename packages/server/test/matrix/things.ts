import type { Send } from './calls.ts';
import type { OpenLine } from './open-line.ts';

/** What somebody has on a portal: one of each kind that a call can name. */
export interface Things {
  readonly person: number;
  readonly firstName: string;
  /** Bob's is in use. */
  readonly email: string;
  /** Somebody whom an administrator may change; Bob is no less one of those than anybody else. */
  readonly subordinate: number | undefined;
  /** Of the portal's people; Bob has none of his own. */
  readonly field: number | undefined;
  readonly fieldName: string;
  /** The person's, in that field. */
  readonly file: number;
  /** In none of the groups. */
  readonly newcomer: number;
  readonly bot: number;
  /** Of generation 2, which it takes a bot token or an application to have, and what it is called. */
  readonly secondBot: number | undefined;
  readonly code: string;
  /** What it has written in the group, its command, and the message there that has called it. */
  readonly secondMessage: number | undefined;
  readonly secondCommand: number | undefined;
  readonly secondInvocation: number | undefined;
  /** A group that belongs to it, in which its person is. */
  readonly secondDialog: string | undefined;
  readonly command: number;
  /** A button of the bot. */
  readonly chatApp: number;
  /** By which the application has taken events in hand, if it has. */
  readonly process: string;
  /** Of an event that the application has in hand, if it has any: its own id, and its MESSAGE_ID. */
  readonly record: number;
  readonly recordMessage: string;
  /** The first one of the portal. */
  readonly department: number | undefined;
  /** Only of those who have come to one; nobody's but theirs. */
  readonly workgroup: number | undefined;
  /** Where the bot and its command hear of what happens. */
  readonly handler: string;
  /** What the bot and its command are called. */
  readonly name: string;
  /** A group of the person and the bot, and how a call names it as a dialog. */
  readonly chat: number;
  readonly dialog: string;
  readonly privateDialog: string;
  /** A group that belongs to the bot. */
  readonly botChat: number;
  /** Written in the group by the person. */
  readonly message: number;
  /** Written in the group by the bot, with a button for its command. */
  readonly botMessage: number;
  /** Written in the group by the person, and called the command. */
  readonly invocation: number;
  /** Where the person's own files are, and one of them. */
  readonly storage: number;
  readonly driveFile: number;
  /** Where those of the group are, and one that the person has sent. */
  readonly folder: number;
  readonly chatFile: number;
  /** What the person was told by the application. */
  readonly notification: number;
  /** A line that names the bot, and a visitor's conversation with it. */
  readonly line: number;
  readonly lineChat: number;
  readonly lineDialog: string;
  readonly lineSession: number;
  readonly userCode: string;
}

export type Kind = keyof Things;

/** How a program proves who it is. A bot token is shown beside a webhook. */
export type Proof = 'webhook' | 'oauth' | 'botToken';

/** Who has them, with what is there before anything is made. */
export interface Owner
  extends Pick<
    Things,
    | 'person'
    | 'firstName'
    | 'email'
    | 'subordinate'
    | 'field'
    | 'fieldName'
    | 'file'
    | 'newcomer'
    | 'department'
    | 'workgroup'
  > {
  readonly send: Send;
  /** A visitor comes to a line of the portal with that bot. */
  readonly openLine: OpenLine;
  readonly proof: Proof;
  readonly clientId: string;
  readonly botToken?: string;
  /** Of the bot of generation 2, where it does not follow from the name. */
  readonly code?: string;
  /** Name of the bot and the command; in front of everything that is nobody else's business stands `only-<name>`. */
  readonly name: string;
}

/** What is nobody's business but the owner's begins with this. */
export const mark = ({ name }: Pick<Owner, 'name'>) => `only-${name}`;
