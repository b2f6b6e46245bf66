import type { Answer } from '#control/registry.ts';
import { onOneLine, styled } from './terminal.ts';

/** What its developer needs, in lines. */
export function secretLines(app: Answer<'app.show'>): string[] {
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
