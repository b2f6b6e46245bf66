/** What the page between ours and an application gives into our hands: packages/server/src/http/oauth/frame-script.ts. */
export interface FramePage {
  /** What the application is told of the portal and of who looks. */
  readonly facts: Readonly<Record<string, unknown>> & { readonly APP_SID: string };
  /** What is posted to it when it is opened: its tokens, and where it is. */
  readonly auth: Readonly<Record<string, string>>;
  /** The frame that the application is in. */
  readonly element: HTMLIFrameElement;
  /** Opens the application. */
  post(options: object): void;
  answer(text: string): void;
  /** Whether anything answers at its address. */
  reach(): Promise<boolean>;
}

/** What that page tells. It looks for this at the element of the frame that it is in. */
export interface FrameHost {
  open(page: FramePage): void;
  hear(text: string): void;
  loaded(): void;
}

export type FrameElement = HTMLIFrameElement & { host?: FrameHost };
