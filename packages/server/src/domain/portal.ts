/** The root of everything: people, bots, chats and applications of one portal never meet those of another. */
export interface Portal {
  readonly id: number;
  /** Identifies the portal to applications wherever it is reached from. */
  readonly memberId: string;
  /** Two letters; used where a person has chosen none. */
  readonly language: string;
}
