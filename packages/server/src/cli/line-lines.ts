import type { Answer } from '#control/registry.ts';
import { onOneLine, styled } from './terminal.ts';

/** What whoever puts it into a site needs, in lines. */
export function lineLines(line: Answer<'line.show'>): string[] {
  const rows = [
    ['page', line.pageUrl],
    ['in a site', line.snippet],
    ['sites', line.sites.join(', ') || 'none: only its own page shows it'],
    ['bot', line.bot?.name ?? 'none: people answer'],
    ['operators', line.operators.map(({ name }) => name).join(', ') || 'nobody'],
    ['distribution', line.distribution],
    ['language', line.language],
    ...(line.greeting === '' ? [] : [['greeting', line.greeting]]),
  ];
  return [
    onOneLine(`${line.name} (id ${line.id}${line.isActive ? '' : ', closed'})`),
    ...rows.map(([name = '', value = '']) => `  ${styled('dim', name.padEnd(12))}  ${onOneLine(value)}`),
  ];
}
