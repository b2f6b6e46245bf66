import { z } from 'zod';
import { listOpenPlacements, MESSENGER_PLACES, type OpenPlacement } from '#api/terms/placement/open.ts';
import { defineCommand } from '../../definition.ts';
import { person, personCalled } from '../../terms/names.ts';

const place = z.strictObject({
  id: z.number(),
  applicationId: z.number(),
  place: z.enum(MESSENGER_PLACES),
  title: z.string(),
  description: z.string(),
  iconName: z.string().describe('Of Font Awesome 4; empty: none'),
  color: z.string().describe('Of the icon, as `placement.bind` names it; empty: none'),
  context: z.string().describe('Kinds of chats with `;` between them'),
  width: z.number().describe('Of the room that there is, in percent'),
  height: z.number().describe('Of the room that there is, in percent'),
});

export default defineCommand({
  pages: 'person',
  summary: 'Lists the applications that somebody can open in the messenger, and where.',
  body: z.strictObject({ as: person, language: z.string().max(10).describe('Of the titles: two letters') }),
  answer: z.strictObject({ places: z.array(place) }),
  run: (portal, { as, language }) =>
    portal.store.read(async (work) => {
      const reader = await personCalled(work, portal.portalId, as);
      const open = await listOpenPlacements(work, portal.portalId, reader);
      return { places: open.map((one) => present(one, language)) };
    }),
});

function present({ place, placement, application }: OpenPlacement, language: string) {
  const { options, translations } = placement;
  const words = (translations[language] ?? {}) as Readonly<Record<string, unknown>>;
  return {
    id: placement.id,
    applicationId: application.id,
    place,
    title: textOf(words['TITLE']) || placement.title || application.title,
    description: textOf(words['DESCRIPTION']) || placement.description,
    iconName: textOf(options['iconName']),
    color: textOf(options['color']),
    context: textOf(options['context']) || 'ALL',
    width: percentOf(options['width']),
    height: percentOf(options['height']),
  };
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}

function percentOf(raw: unknown): number {
  return typeof raw === 'number' ? raw : 100;
}
