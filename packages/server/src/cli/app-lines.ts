import type { Answer } from '#control/registry.ts';
import { onOneLine, styled, table } from './terminal.ts';

/** What its developer needs, in lines. */
export function secretLines(app: Answer<'app.add'>): string[] {
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

/** Where it is opened in the portal. */
export function placementLines({ placements }: Answer<'app.show'>): string[] {
  if (placements.length === 0) return [];
  const rows = placements.map(({ place, title, handler, person }) => [
    place,
    title,
    handler,
    person === null ? '' : `for ${person} alone`,
  ]);
  return ['', 'It is opened at', ...table(rows.map((row) => row.map(onOneLine))).map((line) => `  ${line}`)];
}
