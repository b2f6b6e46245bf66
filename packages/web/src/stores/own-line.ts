/** A file that is being brought to the portal. */
export interface Upload {
  readonly name: string;
  readonly size: number;
  /** Of a picture, to be shown from this page's own memory. */
  readonly preview: string | undefined;
  /** Bytes that have gone. */
  sent: number;
  /** Of the file, when it is there. */
  fileId: number | undefined;
}

/** What was written here and does not stand among the messages yet. */
export interface OwnLine {
  /** Will be the uuid of the message. */
  readonly uuid: string;
  readonly dialogId: string;
  readonly text: string;
  readonly replyTo: number | undefined;
  readonly writtenAt: number;
  readonly uploads: readonly Upload[];
  /** sent: the portal has it, and its message is on its way here. */
  state: 'sending' | 'sent' | 'failed';
  reason: string;
}
