/** Something that the person who started the program can put right: shown as one line, without a stack. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
  /** 2: the command itself was wrong; 1: it was right and did not work out. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
