/** In the middle of a body: nobody is there to be answered. */
export class SenderGone extends Error {}
