import { z } from 'zod';
import { idOf, measured, optional, readBy, required } from '#api/kernel/definition/field.ts';
import { component } from '#api/kernel/wire/component.ts';
import { toId } from '#api/kernel/wire/read.ts';
import { jsonUpTo, MESSAGE_LENGTH, NAME_LENGTH, textUpTo } from '../basic/amounts.ts';
import { field } from '../basic/fields.ts';
import { wire } from '../basic/wire.ts';

/** A number is no text here, as it says itself. */
export const placement = required(
  'Code of the place',
  measured(
    textUpTo(NAME_LENGTH),
    readBy(wire.textOf(NAME_LENGTH), (raw) => (typeof raw === 'string' ? raw.trim().toUpperCase() : undefined)),
  ),
);

/** Left out says something else than 0. */
export const placementUser = (description: string) => idOf('user', optional(description, readBy(wire.idOrZero, toId)));

const translation = z.object({
  TITLE: z.string().optional(),
  DESCRIPTION: z.string().optional(),
  GROUP_NAME: z.string().optional(),
});
export const translations = component(
  'PlacementTranslations',
  'What it is called, by language; it comes back as it is sent',
  z.record(z.string(), translation),
  { de: { TITLE: 'Titel' } },
);

const measure = jsonUpTo(MESSAGE_LENGTH);

export const bindFields = {
  PLACEMENT: placement,
  HANDLER: field.requiredText('Address that is opened there', 2048),
  TITLE: field.text('What it is called; without it, as the application'),
  DESCRIPTION: field.text('What it is for'),
  GROUP_NAME: field.text('What it stands together with, where a place shows several'),
  LANG_ALL: field.map('TITLE, DESCRIPTION and GROUP_NAME by language', translations, measure),
  OPTIONS: field.map('How and to whom it is shown: which there are depends on the place', wire.map, measure),
  USER_ID: placementUser('Whom alone it is shown to, where the place allows that; 0: everybody'),
} as const;
