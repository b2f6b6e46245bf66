import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PASSWORD_PROBLEMS } from '#control/terms/password-problems.ts';
import { type AcceptRefusal, acceptInvitation } from '#domain/sign-in/accept-invitation.ts';
import { accessInvitation, type OpenInvitation } from '#domain/sign-in/access-invitation.ts';
import { checkPassword } from '#domain/sign-in/check-password.ts';
import { programName } from '#kit/program-name.ts';
import { FORM_LIMIT, sentForm } from '../pages/form.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/page.ts';
import { placeOf } from '../place.ts';
import { enter } from './enter.ts';
import { type Answers, invitationPage, type Problems } from './invitation-page.ts';
import type { SignInOptions } from './options.ts';
import { isFromOwnPage } from './own-origin.ts';

type Request = FastifyRequest<{ Params: { code: string } }>;

const REFUSALS: Readonly<Record<Exclude<AcceptRefusal, 'invitation_over'>, Problems>> = {
  name_missing: { name: 'How are you called?' },
  email_taken: { email: 'Somebody here has that e-mail address already.' },
  guest_as_admin: { form: 'An outside guest cannot be an administrator.' },
};

/** Where invitation links lead: people say who they are, choose a password, and are in. */
export function inviteRoutes(server: FastifyInstance, options: SignInOptions): void {
  const refuse = ({ ip }: Request, reply: FastifyReply) => {
    options.refusals.wrongLink(ip, 'invitation');
    return sendOver(reply);
  };

  server.get('/invite/:code', async (request: Request, reply) => {
    const open = await opened(request, options);
    if (!open) return refuse(request, reply);
    const { name = '', lastName = '', email = '' } = open.person ?? {};
    return sendPage(reply, invitationPage(open, { name, lastName, email }, {}));
  });

  server.post('/invite/:code', { bodyLimit: FORM_LIMIT }, async (request: Request, reply) => {
    const open = await opened(request, options);
    if (!open) return refuse(request, reply);
    const form = sentForm(request);
    const answers = { name: form('name'), lastName: form('lastName'), email: form('email') };
    const sayAgain = (problems: Problems) =>
      sendPage(reply, { ...invitationPage(open, answers, problems), status: 400 });
    if (!isFromOwnPage(request, options))
      return sayAgain({ form: 'That came from another site. Please send it from here.' });
    const problems = problemsOf(answers, form('password'), form('again'));
    if (Object.keys(problems).length > 0) return sayAgain(problems);

    const passwordHash = await options.passwords.hash(form('password'));
    const { portalId } = open.invitation;
    const entered = await enter(request, reply, options, (work) =>
      acceptInvitation(work, portalId, request.params.code, { ...answers, passwordHash }),
    );
    if (entered.ok) return reply.redirect('/', 303);
    return entered.reason === 'invitation_over' ? refuse(request, reply) : sayAgain(REFUSALS[entered.reason]);
  });
}

function opened(request: Request, options: SignInOptions): Promise<OpenInvitation | undefined> {
  return options.store.read(async (work) => {
    const portal = await work.portals.findByHost(placeOf(request, options).host);
    return portal && accessInvitation(work, portal.id, request.params.code);
  });
}

function problemsOf(answers: Answers, password: string, again: string): Problems {
  const checked = checkPassword(password, answers);
  const isEmail = answers.email.trim() === '' || z.email().safeParse(answers.email.trim()).success;
  return {
    ...(answers.name.trim() === '' && REFUSALS.name_missing),
    ...(!isEmail && { email: 'This is no e-mail address.' }),
    ...(!checked.ok && { password: PASSWORD_PROBLEMS[checked.reason] }),
    ...(checked.ok && password !== again && { again: 'This is not what you wrote above.' }),
  };
}

function sendOver(reply: FastifyReply): FastifyReply {
  return sendPage(reply, {
    title: 'This invitation is over',
    status: 404,
    body: html`<div class="card">
<h1>This invitation is over</h1>
<p>An invitation is good once and for seven days, until there is a newer one.</p>
<p>Whoever runs the portal makes another with <code>${programName()} user invite --as NAME</code></p>
<p><a href="/login">Sign in with a password</a></p>
</div>`,
  });
}
