import type { LinkPreviews } from '#delivery/link-previews.ts';
import type { Change } from '#domain/event.ts';
import { showPreview } from '#domain/message/show-preview.ts';
import type { Store } from '#storage/store.ts';

/** Messages that wait for what stands behind their links; further ones stay without. */
const WAITING = 500;

export interface LinkPreviewerOptions {
  readonly store: Store;
  readonly previews: LinkPreviews;
  readonly onError: (error: unknown) => void;
}

/** Shows under messages what stands behind their links, once they are written: nobody waits for it. */
export class LinkPreviewer {
  readonly #options: LinkPreviewerOptions;
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;

  constructor(options: LinkPreviewerOptions) {
    this.#options = options;
  }

  note(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type !== 'messageAdded' && change.type !== 'messageChanged') continue;
      if (change.link === undefined || this.#isStopped || this.#running.size >= WAITING) continue;
      const running = this.#show(change.messageId, change.link).catch(this.#options.onError);
      this.#running.add(running);
      void running.then(() => this.#running.delete(running));
    }
  }

  /** Resolves when it waits for nothing. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#options.previews.close();
    await this.idle();
  }

  async #show(messageId: number, link: string): Promise<void> {
    const { store, previews } = this.#options;
    const preview = await previews.find(link);
    if (preview && !this.#isStopped) await store.write((work) => showPreview(work, messageId, preview));
  }
}
