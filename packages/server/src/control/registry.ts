import type { z } from 'zod';
import type { commands } from './commands.generated.ts';
import type { Told } from './definition.ts';

/*
 * The types that clients take from what the commands declare. A client imports types alone: no code of the portal comes
 * along.
 */

type Commands = typeof commands;
type NamesOf<Kind> = { [Name in keyof Commands]: Commands[Name]['kind'] extends Kind ? Name : never }[keyof Commands];

/** Commands that answer with one object. */
export type AnsweringName = NamesOf<'answer'>;
/** Commands that answer line by line. */
export type StreamingName = NamesOf<'stream'>;

/** What a command is given. */
export type Body<Name extends keyof Commands> = Told<Commands[Name]['body']>;
/** What it answers. */
export type Answer<Name extends AnsweringName> = z.output<Commands[Name]['answer']>;
/** One line of what it answers. */
export type Line<Name extends StreamingName> = z.output<Commands[Name]['line']>;
