import type { Application } from '#domain/application/application.ts';
import { onOneLine, styled } from './terminal.ts';

/** An application as the server tells of it. */
export type AppFacts = Pick<
  Application,
  | 'id'
  | 'clientId'
  | 'title'
  | 'handlerUrl'
  | 'installUrl'
  | 'isApiOnly'
  | 'scope'
  | 'version'
  | 'isInstalled'
  | 'allowedUserIds'
>;

/** With what only its owner may see. */
export interface AppSecrets extends AppFacts {
  readonly clientSecret: string;
  readonly applicationToken: string;
  /** Where people open it. */
  readonly pageUrl: string;
}

/** What its developer needs, in lines. */
export function secretLines(app: AppSecrets): string[] {
  const rows = [
    ['client id', app.clientId],
    ['client secret', app.clientSecret],
    ['application token', app.applicationToken],
    ['permissions', app.scope.join(', ')],
    ...(app.allowedUserIds ? [['only for people', app.allowedUserIds.join(', ')]] : []),
    ['handler', app.handlerUrl],
    ...(app.installUrl ? [['installed at', app.installUrl]] : []),
    ...(app.isApiOnly ? [] : [['page', app.pageUrl]]),
  ];
  return [
    `${onOneLine(app.title)} (id ${app.id}, version ${app.version}${app.isInstalled ? '' : ', not installed yet'})`,
    ...rows.map(([name = '', value = '']) => `  ${styled('dim', name.padEnd(17))}  ${onOneLine(value)}`),
  ];
}

/** `im,imbot` or `Alice, Bob` as a list. */
export function list(text: string): string[] {
  return text.split(',').flatMap((one) => one.trim() || []);
}
