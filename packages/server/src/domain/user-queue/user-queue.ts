/** Where is kept what happens in the chats of a person, for programs that act for them. */
export interface UserQueue {
  readonly userId: number;
  readonly receiverId: number;
  /** false: nothing is added to it any more. */
  readonly isRecording: boolean;
}
