import type { OpenInvitation } from '#domain/sign-in/access-invitation.ts';
import { fullName } from '#domain/user/user.ts';
import { inputField } from '../pages/field.ts';
import { html } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';
import type { Wording } from '../pages/texts/texts-for.ts';

/** What was written into the form, apart from the password. */
export interface Answers {
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
}

/** What is wrong with each of its fields, and with the whole of it. */
export type Problems = Partial<Readonly<Record<keyof Answers | 'password' | 'again' | 'form', string>>>;

export function invitationPage(
  { person }: OpenInvitation,
  answers: Answers,
  problems: Problems,
  { language, texts }: Wording,
): Page {
  const [firstProblem] = Object.keys(problems);
  return {
    title: person ? texts.welcome : texts.setUpTitle,
    language,
    body: html`<div class="card">
<h1>${person ? texts.welcomeName(fullName(person)) : texts.setUpTitle}</h1>
<p>${person ? texts.choosePassword : texts.nobodyYet}</p>
${firstProblem !== undefined && html`<p class="bad" role="alert">${problems.form ?? texts.lookBelow}</p>`}
<form method="post">
${inputField({
  name: 'name',
  label: texts.firstName,
  value: answers.name,
  autocomplete: 'given-name',
  isRequired: true,
  longest: 100,
  problem: problems.name,
  hasFocus: firstProblem === 'name' || (firstProblem === undefined && person === undefined),
})}
${inputField({
  name: 'lastName',
  label: texts.lastName,
  value: answers.lastName,
  autocomplete: 'family-name',
  longest: 100,
})}
${inputField({
  name: 'email',
  label: texts.email,
  type: 'email',
  value: answers.email,
  autocomplete: 'username',
  hint: texts.emailHint,
  problem: problems.email,
  hasFocus: firstProblem === 'email',
})}
${inputField({
  name: 'password',
  label: texts.password,
  type: 'password',
  autocomplete: 'new-password',
  isRequired: true,
  longest: 256,
  hint: texts.passwordHint,
  problem: problems.password,
  // Where there is nothing else to do but to choose one.
  hasFocus: firstProblem === 'password' || (firstProblem === undefined && person !== undefined),
})}
${inputField({
  name: 'again',
  label: texts.again,
  type: 'password',
  autocomplete: 'new-password',
  isRequired: true,
  longest: 256,
  problem: problems.again,
  hasFocus: firstProblem === 'again',
})}
<button>${person ? texts.comeIn : texts.setUp}</button>
</form>
</div>`,
  };
}
