import { z } from 'zod';

/** A file: handed out as it is, with nothing around it. */
export class FileContent {
  readonly name: string;
  readonly content: Uint8Array;

  constructor(name: string, content: Uint8Array) {
    this.name = name;
    this.content = content;
  }
}

/** The result of a method that hands out a file. */
export const fileSchema = z.instanceof(FileContent);
