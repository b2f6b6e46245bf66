import type { OpenInvitation } from '#domain/sign-in/access-invitation.ts';
import { fullName } from '#domain/user/user.ts';
import { inputField } from '../pages/field.ts';
import { html } from '../pages/html.ts';
import type { Page } from '../pages/page.ts';

/** What was written into the form, apart from the password. */
export interface Answers {
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
}

/** What is wrong with each of its fields, and with the whole of it. */
export type Problems = Partial<Readonly<Record<keyof Answers | 'password' | 'again' | 'form', string>>>;

export function invitationPage({ person }: OpenInvitation, answers: Answers, problems: Problems): Page {
  const [firstProblem] = Object.keys(problems);
  return {
    title: person ? 'Welcome' : 'Set up this portal',
    body: html`<div class="card">
<h1>${person ? `Welcome, ${fullName(person)}` : 'Set up this portal'}</h1>
<p>${
      person
        ? 'Choose a password, and check that this is you.'
        : 'Nobody is in it yet. You will be its first administrator.'
    }</p>
${firstProblem !== undefined && html`<p class="bad" role="alert">${problems.form ?? 'Please look at what is marked below.'}</p>`}
<form method="post">
${inputField({
  name: 'name',
  label: 'First name',
  value: answers.name,
  autocomplete: 'given-name',
  isRequired: true,
  longest: 100,
  problem: problems.name,
  hasFocus: firstProblem === 'name' || (firstProblem === undefined && person === undefined),
})}
${inputField({
  name: 'lastName',
  label: 'Last name',
  value: answers.lastName,
  autocomplete: 'family-name',
  longest: 100,
})}
${inputField({
  name: 'email',
  label: 'E-mail address',
  type: 'email',
  value: answers.email,
  autocomplete: 'username',
  hint: 'What you sign in with. You may leave it out: your name works, too.',
  problem: problems.email,
  hasFocus: firstProblem === 'email',
})}
${inputField({
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'new-password',
  isRequired: true,
  longest: 256,
  hint: 'At least 10 characters. A few words in a row are easy to remember and hard to guess.',
  problem: problems.password,
  // Where there is nothing else to do but to choose one.
  hasFocus: firstProblem === 'password' || (firstProblem === undefined && person !== undefined),
})}
${inputField({
  name: 'again',
  label: 'Password once more',
  type: 'password',
  autocomplete: 'new-password',
  isRequired: true,
  longest: 256,
  problem: problems.again,
  hasFocus: firstProblem === 'again',
})}
<button>${person ? 'Come in' : 'Set up'}</button>
</form>
</div>`,
  };
}
