import { z } from 'zod';
import { applicationOf } from '#api/kernel/definition/api-caller.ts';
import { defineMethod } from '#api/kernel/definition/method.ts';
import { field } from '#api/terms/basic/fields.ts';
import { allPlaces, openPlaces, placesOf } from '#api/terms/placement/places.ts';
import { placementRow } from '#api/terms/placement/rows.ts';
import { done } from '#kit/outcome.ts';

export default defineMethod({
  name: 'placement.list',
  summary: 'Lists codes of places at which the application can be opened, those of tools that are not here among them.',
  page: 'api-reference/widgets/placement-list',
  scope: 'placement',
  forApplications: true,
  reads: true,
  params: {
    SCOPE: field.text('Only those that belong to this permission'),
    FULL: field.flag('true: those of all permissions; looked at without SCOPE alone', false),
  },
  errors: [placementRow.applicationRequired],
  result: z.array(z.string()),
  example: { params: { SCOPE: 'user' }, result: ['USER_PROFILE_MENU', 'USER_PROFILE_TOOLBAR'] },
  async handle({ caller, params: { SCOPE, FULL } }) {
    const ofApplication = FULL ? allPlaces() : openPlaces(applicationOf(caller).scope);
    return done((SCOPE === '' ? ofApplication : placesOf(SCOPE)).map(({ code }) => code));
  },
});
