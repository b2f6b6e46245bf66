/** An outgoing webhook as the server tells of it. */
export interface OutgoingFacts {
  readonly id: number;
  readonly userId: number;
  readonly title: string;
  readonly handler: string;
  readonly events: readonly string[];
}
