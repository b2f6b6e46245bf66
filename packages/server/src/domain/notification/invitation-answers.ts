import type { Reading } from '#storage/unit-of-work.ts';
import type { User } from '../user/user.ts';

interface Answers {
  readonly accepted: string;
  readonly declined: string;
  readonly gone: string;
  readonly passedOn: string;
}

const ENGLISH: Answers = {
  accepted: 'Invitation accepted',
  declined: 'Invitation declined',
  gone: 'The invitation is no longer valid',
  passedOn: 'Your response has been successfully sent.',
};

const BY_LANGUAGE: Readonly<Record<string, Answers>> = {
  en: ENGLISH,
  de: {
    accepted: 'Einladung angenommen',
    declined: 'Einladung abgelehnt',
    gone: 'Die Einladung ist nicht mehr gültig',
    passedOn: 'Ihre Antwort wurde gesendet.',
  },
  ru: {
    accepted: 'Приглашение принято',
    declined: 'Приглашение отклонено',
    gone: 'Приглашение больше не действует',
    passedOn: 'Ваш ответ успешно отправлен.',
  },
};

/** What people read who answer an invitation: in their language, else in the portal's, else in English. */
export async function answersFor(work: Reading, person: User): Promise<Answers> {
  const portal = await work.portals.findPortal(person.portalId);
  return BY_LANGUAGE[person.language] ?? BY_LANGUAGE[portal?.language ?? ''] ?? ENGLISH;
}
