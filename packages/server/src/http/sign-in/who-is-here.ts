import { fullName } from '#domain/user/user.ts';
import { type Html, html } from '../pages/html.ts';
import type { Texts } from '../pages/texts/en.ts';
import { signOutForm } from './logout.ts';
import type { SignedIn } from './signed-in.ts';

/** Who a page is shown to, and the way out for those who are somebody else. */
export function whoIsHere(signedIn: SignedIn, texts: Texts): Html {
  return html`<div class="here"><span>${fullName(signedIn.user)}</span>${signOutForm(signedIn, texts)}</div>`;
}
