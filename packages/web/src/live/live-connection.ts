export type ConnectionState = 'connecting' | 'online' | 'offline';

export interface LiveOptions<Update> {
  /** With a query. */
  readonly address: string;
  onState(state: ConnectionState): void;
  onUpdate(update: Update): void;
  /** Something may have been missed: all that is shown is to be loaded anew. Also called when it first connects. */
  onLost(): void;
  /** It is told of the chat that it looks into from now on; what was written there before may have been missed. */
  onLooking(): void;
  onSignedOut(): void;
}

/** Milliseconds. The wait grows with each try that failed, and differs from page to page by half of it. */
const FIRST_WAIT = 300;
const LONGEST_WAIT = 15_000;
/** How often a page that is looked at asks whether the network is still there, and how long an answer may take. */
const ASKS_EVERY = 15_000;
const ANSWERS_WITHIN = 5_000;
/** Before this nobody is told that the connection is gone: most come back at once. */
const OFFLINE_AFTER = 1_500;
/** The session is over. */
const SIGNED_OUT = 4401;

/** Keeps a connection open, says what it missed while it was gone, and notices a network that is gone by itself. */
export class LiveConnection<Update> {
  readonly #options: LiveOptions<Update>;
  #socket: WebSocket | undefined;
  /** The place of the last update. */
  #at: string | undefined;
  /** The chat that is looked into. */
  #chatId: number | undefined;
  #failures = 0;
  #isRunning = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #tellOffline: ReturnType<typeof setTimeout> | undefined;
  #ask: ReturnType<typeof setInterval> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions<Update>) {
    this.#options = options;
  }

  start(): void {
    this.#isRunning = true;
    addEventListener('online', this.#tryNow);
    addEventListener('offline', this.#check);
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#connect();
    this.#ask = setInterval(() => {
      if (!document.hidden) this.#check();
    }, ASKS_EVERY);
  }

  stop(): void {
    this.#isRunning = false;
    removeEventListener('online', this.#tryNow);
    removeEventListener('offline', this.#check);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    for (const timer of [this.#retry, this.#tellOffline, this.#silence]) clearTimeout(timer);
    clearInterval(this.#ask);
    this.#socket?.close();
  }

  /** At once and not when the wait is over. */
  tryNow(): void {
    if (!this.#isRunning || this.#socket?.readyState === WebSocket.OPEN) return;
    clearTimeout(this.#retry);
    this.#connect();
  }

  /** Is told of an open chat in which the person is not, until that of none. */
  look(chatId: number | undefined): void {
    this.#chatId = chatId;
    this.#sayWhere();
  }

  #sayWhere(): void {
    const said = this.#chatId === undefined ? 'look' : `look ${this.#chatId}`;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(said);
  }

  #tryNow = () => this.tryNow();

  #onVisibility = () => {
    if (document.hidden) return;
    this.tryNow();
    this.#check();
  };

  /** Asks whether somebody is still there; who says nothing is not. */
  #check = () => {
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN || this.#silence !== undefined) return;
    socket.send('?');
    this.#silence = setTimeout(() => {
      this.#silence = undefined;
      // Closing would wait for an answer that does not come.
      this.#forget(socket);
      this.#again();
    }, ANSWERS_WITHIN);
  };

  #connect(): void {
    if (this.#socket) this.#forget(this.#socket);
    const since = this.#at === undefined ? '' : `&since=${encodeURIComponent(this.#at)}`;
    const socket = new WebSocket(this.#options.address + since);
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)));
    socket.onclose = ({ code }) => {
      this.#forget(socket);
      if (code === SIGNED_OUT) this.#options.onSignedOut();
      else this.#again();
    };
  }

  #forget(socket: WebSocket): void {
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    clearTimeout(this.#silence);
    this.#silence = undefined;
    if (this.#socket === socket) this.#socket = undefined;
  }

  #again(): void {
    if (!this.#isRunning) return;
    this.#tellOffline ??= setTimeout(() => this.#options.onState('offline'), OFFLINE_AFTER);
    const wait = Math.min(FIRST_WAIT * 2 ** this.#failures, LONGEST_WAIT);
    this.#failures += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), wait * (0.75 + Math.random() / 2));
  }

  #hear(told: { readonly kind: string; readonly at?: string; readonly isContinued?: boolean }): void {
    clearTimeout(this.#silence);
    this.#silence = undefined;
    if (told.kind === 'still here') return;
    if (told.kind === 'looking') {
      if (this.#chatId !== undefined) this.#options.onLooking();
      return;
    }
    if (told.kind === 'here') {
      if (this.#chatId !== undefined) this.#sayWhere();
      this.#failures = 0;
      clearTimeout(this.#tellOffline);
      this.#tellOffline = undefined;
      this.#options.onState('online');
      if (told.isContinued) return;
      this.#at = told.at;
      this.#options.onLost();
      return;
    }
    this.#at = told.at;
    this.#options.onUpdate(told as Update);
  }
}
