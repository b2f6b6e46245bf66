import type { z } from 'zod';
import type { DeepReadonly } from '#kit/deep-readonly.ts';
import type { Asker } from './asker.ts';
import type { ControlledPortal } from './controlled-portal.ts';
import type { LineStream } from './line-stream.ts';

/*
 * A command is what people at the machine and the portal's own pages ask of a running portal: one command, one file in
 * commands/, named after its place there (commands/app/add.ts is app.add). It declares its body and its answer once:
 * the server holds both to it, clients take their types from it, docs/reference/control.md is made from it.
 */

interface Described<Body extends z.ZodType> {
  /** One sentence for the reference. */
  readonly summary: string;
  readonly body: Body;
  /** Who may ask for it from the portal's own pages; nobody, unless it is said. Whoever owns the data may ask for all. */
  readonly pages?: 'administrator' | 'person';
  /** `as` says whom it is about, and not in whose name it is done. */
  readonly isAboutAs?: boolean;
}

/** A command that answers with one object. */
export interface AnsweringCommand<Body extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType>
  extends Described<Body> {
  readonly kind: 'answer';
  readonly answer: Answer;
  run(portal: ControlledPortal, body: unknown, asker: Asker): Promise<unknown>;
}

/** A command that answers with one object a line, for as long as it goes on. */
export interface StreamingCommand<Body extends z.ZodType = z.ZodType, Line extends z.ZodType = z.ZodType>
  extends Described<Body> {
  readonly kind: 'stream';
  readonly line: Line;
  run(portal: ControlledPortal, body: unknown, lines: LineStream<unknown>, asker: Asker): Promise<void>;
}

/** A body or an answer as a JSON schema, as the reference shows it. */
export type BodySchema = z.core.JSONSchema.BaseSchema;

export type ControlCommand = AnsweringCommand | StreamingCommand;

/**
 * `run` throws a Complaint where whoever asked can do better. What it answers with is what `answer` declares: a key
 * that is missing, of another type or not declared does not compile.
 */
export function defineCommand<Body extends z.ZodType, Answer extends z.ZodType, Given extends Told<Answer>>(
  command: Described<Body> & {
    readonly answer: Answer;
    run(portal: ControlledPortal, body: z.output<Body>, asker: Asker): Promise<Given & Declared<Given, Told<Answer>>>;
  },
): AnsweringCommand<Body, Answer> {
  // Run only with what its own schema let through.
  return { ...command, kind: 'answer' } as AnsweringCommand<Body, Answer>;
}

/** `run` resolves when the stream has begun, and throws a Complaint where it cannot begin. */
export function defineStream<Body extends z.ZodType, Line extends z.ZodType>(
  command: Described<Body> & {
    readonly line: Line;
    run(portal: ControlledPortal, body: z.output<Body>, lines: LineStream<Told<Line>>, asker: Asker): Promise<void>;
  },
): StreamingCommand<Body, Line> {
  return { ...command, kind: 'stream' } as StreamingCommand<Body, Line>;
}

/** What a schema accepts, from those who change nothing. */
export type Told<Schema extends z.ZodType> = DeepReadonly<z.input<Schema>>;

/** `Given` where all of its keys are in `Wanted`, at every depth: what is not declared has to be never. */
type Declared<Given, Wanted> = Given extends object
  ? { readonly [Key in keyof Given]: Key extends KeyOf<Wanted> ? Declared<Given[Key], ValueOf<Wanted, Key>> : never }
  : Given;

type KeyOf<T> = T extends object ? keyof T : never;
type ValueOf<T, Key> = T extends object ? (Key extends keyof T ? T[Key] : never) : never;
