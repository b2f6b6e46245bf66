import { done, type Outcome, refused } from '#kit/outcome.ts';
import type { UnitOfWork } from '#storage/unit-of-work.ts';
import { type ImageDraft, keepImage } from '../image.ts';
import type { ChatApp, ChatAppAction, ChatAppDraft } from './chat-app.ts';
import { fitsJsMethod } from './chat-app.ts';

/** Changes of a button; what is left out stays. */
export type ChatAppChange = {
  readonly [K in keyof Omit<ChatAppDraft, 'portalId' | 'botId' | 'code' | 'opens' | 'icon'>]?:
    | ChatAppDraft[K]
    | undefined;
} & {
  readonly icon?: ImageDraft | undefined;
  readonly opens: ActionChange;
};

/** What it does, in parts: some of them may stay. What is done on the client's side goes before a page. */
export type ActionChange = {
  readonly [K in keyof (JsAction & IframeAction) as Exclude<K, 'kind'>]?: (JsAction & IframeAction)[K] | undefined;
};

type JsAction = Omit<Extract<ChatAppAction, { kind: 'js' }>, 'kind'>;
type IframeAction = Omit<Extract<ChatAppAction, { kind: 'iframe' }>, 'kind'>;

export async function changeChatApp(
  work: UnitOfWork,
  known: ChatApp,
  { icon, opens, ...change }: ChatAppChange,
): Promise<Outcome<true, 'action_incomplete'>> {
  const action = changedAction(known.opens, opens);
  if (!action) return refused('action_incomplete');
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const changed: ChatApp = { ...known, ...given, opens: action };
  if (icon && known.icon) await work.images.deleteImage(known.icon);
  const kept = icon ? await keepImage(work, known.portalId, icon) : known.icon;
  await work.chatApps.updateChatApp({ ...changed, icon: kept });
  work.announce({ type: 'chatAppsChanged', portalId: known.portalId });
  return done(true);
}

/** undefined: something is missing that it needs. */
export function changedAction(
  known: ChatAppAction | undefined,
  { method, param, url, width, height, hash }: ActionChange,
): ChatAppAction | undefined {
  const isJs = method !== undefined || (url === undefined && known?.kind === 'js');
  if (isJs) {
    const js = known?.kind === 'js' ? known : undefined;
    const [does, what] = [method ?? js?.method, param ?? js?.param ?? ''];
    return does !== undefined && fitsJsMethod(does, what) ? { kind: 'js', method: does, param: what } : undefined;
  }
  const frame = known?.kind === 'iframe' ? known : undefined;
  const [page, secret] = [url ?? frame?.url, hash ?? frame?.hash];
  if (page === undefined || !secret) return undefined;
  return {
    kind: 'iframe',
    url: page,
    width: width ?? frame?.width ?? 0,
    height: height ?? frame?.height ?? 0,
    hash: secret,
  };
}
