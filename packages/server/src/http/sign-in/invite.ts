import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AcceptRefusal, acceptInvitation } from '#domain/sign-in/accept-invitation.ts';
import { accessInvitation, type OpenInvitation } from '#domain/sign-in/access-invitation.ts';
import { checkPassword, type PasswordRefusal } from '#domain/sign-in/check-password.ts';
import { programName } from '#kit/program-name.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import type { Texts } from '../pages/texts/en.ts';
import { type Wording, wordingFor } from '../pages/texts/texts-for.ts';
import { placeOf } from '../place.ts';
import { enter } from './enter.ts';
import { type Answers, invitationPage, type Problems } from './invitation-page.ts';
import type { SignInOptions } from './options.ts';
import { isFromOwnPage } from './own-origin.ts';

type Request = FastifyRequest<{ Params: { code: string } }>;

type Refused = Exclude<AcceptRefusal, 'invitation_over'>;

const REFUSALS: Readonly<Record<Refused, (texts: Texts) => Problems>> = {
  name_missing: ({ howCalled }) => ({ name: howCalled }),
  email_taken: ({ emailTaken }) => ({ email: emailTaken }),
  guest_as_admin: ({ guestAsAdmin }) => ({ form: guestAsAdmin }),
};

const PASSWORD_REFUSALS = {
  password_short: 'passwordShort',
  password_long: 'passwordLong',
  password_obvious: 'passwordObvious',
} as const satisfies Record<PasswordRefusal, keyof Texts>;

/** Where invitation links lead: people say who they are, choose a password, and are in. */
export function inviteRoutes(server: FastifyInstance, options: SignInOptions): void {
  const refuse = (request: Request, reply: FastifyReply) => {
    options.refusals.wrongLink(request.ip, 'invitation');
    return sendOver(reply, wordingFor(request));
  };

  server.get('/invite/:code', async (request: Request, reply) => {
    const open = await opened(request, options);
    if (!open) return refuse(request, reply);
    const { name = '', lastName = '', email = '' } = open.person ?? {};
    return sendPage(
      reply,
      invitationPage(open, { name, lastName, email }, {}, wordingFor(request, open.person?.language)),
    );
  });

  server.post('/invite/:code', { bodyLimit: FORM_LIMIT }, async (request: Request, reply) => {
    const open = await opened(request, options);
    if (!open) return refuse(request, reply);
    const form = sentForm(request);
    const wording = wordingFor(request, open.person?.language);
    const { texts } = wording;
    const answers = { name: form('name'), lastName: form('lastName'), email: form('email') };
    const sayAgain = (problems: Problems) =>
      sendPage(reply, { ...invitationPage(open, answers, problems, wording), status: 400 });
    if (!isFromOwnPage(request, options)) return sayAgain({ form: texts.sendFromHere });
    const problems = problemsOf(answers, form('password'), form('again'), texts);
    if (Object.keys(problems).length > 0) return sayAgain(problems);

    const passwordHash = await options.passwords.hash(form('password'));
    const { portalId } = open.invitation;
    const entered = await enter(request, reply, options, (work) =>
      acceptInvitation(work, portalId, request.params.code, { ...answers, passwordHash }),
    );
    if (entered.ok) return reply.redirect('/', 303);
    return entered.reason === 'invitation_over' ? refuse(request, reply) : sayAgain(REFUSALS[entered.reason](texts));
  });
}

function opened(request: Request, options: SignInOptions): Promise<OpenInvitation | undefined> {
  return options.store.read(async (work) => {
    const portal = await work.portals.findByHost(placeOf(request, options).host);
    return portal && accessInvitation(work, portal.id, request.params.code);
  });
}

function problemsOf(answers: Answers, password: string, again: string, texts: Texts): Problems {
  const checked = checkPassword(password, answers);
  const isEmail = answers.email.trim() === '' || z.email().safeParse(answers.email.trim()).success;
  return {
    ...(answers.name.trim() === '' && { name: texts.howCalled }),
    ...(!isEmail && { email: texts.noEmail }),
    ...(!checked.ok && { password: texts[PASSWORD_REFUSALS[checked.reason]] }),
    ...(checked.ok && password !== again && { again: texts.notTheSame }),
  };
}

function sendOver(reply: FastifyReply, { language, texts }: Wording): FastifyReply {
  return sendPage(reply, {
    title: texts.invitationOver,
    language,
    status: 404,
    body: html`<div class="card">
<h1>${texts.invitationOver}</h1>
<p>${texts.invitationOverText}</p>
<p>${texts.makesAnother} <code>${programName()} user invite --as NAME</code></p>
<p><a href="/login">${texts.withPassword}</a></p>
</div>`,
  });
}
