import type { VNode } from 'preact';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/password-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { withNext } from '../browser-state.ts';
import { paths } from '../../paths.ts';
import { PasskeySignIn } from './passkey-sign-in.tsx';

export interface SignInProblem {
  field?: string;
  message: string;
}

interface SignInPageProps {
  next: string | null;
  email?: string;
  problem?: SignInProblem | null;
}

const hiddenNext = (next: string | null): Record<string, string> => (next ? { suite: next } : {});

/** The first page of signing in: an address, and a link comes by mail. */
export function SignInPage({ next, email, problem }: SignInPageProps): VNode {
  return (
    <>
      <p>Donnez votre adresse : nous vous envoyons un lien pour entrer. Pas de mot de passe à retenir.</p>
      <Form action={paths.signIn} hidden={hiddenNext(next)} errors={problem ? [problem] : []}>
        <TextField
          name="email"
          label="Votre adresse e-mail"
          type="email"
          autocomplete="username webauthn"
          value={email}
          error={problem?.field ? problem.message : undefined}
          required
        />
        <SubmitBar label="Recevoir mon lien" />
      </Form>
      <PasskeySignIn next={next} />
      <p>
        <a href={withNext(paths.signInPassword, next)}>J’ai un mot de passe</a>
      </p>
    </>
  );
}

/** Said to everyone who asked, known or not; the code of the mail can be typed here. */
export function LinkSentPage({ problem }: { problem?: SignInProblem | null }): VNode {
  return (
    <>
      <p>
        Si cette adresse est connue, un message vient de partir. Ouvrez-le <strong>sur cet appareil</strong> et suivez
        son lien, ou tapez ici le code à six chiffres qu’il contient.
      </p>
      <Form action={paths.signInSent} errors={problem ? [problem] : []}>
        <TextField
          name="code"
          label="Code à six chiffres"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={9}
          size="medium"
          error={problem?.field ? problem.message : undefined}
          required
        />
        <SubmitBar label="Entrer" />
      </Form>
      <p class="facts">
        Rien reçu au bout de deux minutes ? Regardez dans les indésirables, vérifiez l’adresse, puis{' '}
        <a href={paths.signIn}>recommencez</a>. Si vous n’avez pas encore de compte, écrivez à l’équipe.
      </p>
    </>
  );
}

/** Signing in with a password. */
export function PasswordPage({ next, email, problem }: SignInPageProps): VNode {
  return (
    <>
      <Form action={paths.signInPassword} hidden={hiddenNext(next)} errors={problem ? [problem] : []}>
        <TextField
          name="email"
          label="Votre adresse e-mail"
          type="email"
          autocomplete="username"
          value={email}
          required
        />
        <PasswordField name="password" label="Votre mot de passe" autocomplete="current-password" required />
        <SubmitBar label="Entrer" />
      </Form>
      <p>
        <a href={withNext(paths.signIn, next)}>Mot de passe oublié, ou jamais choisi ? Recevez un lien</a>
      </p>
    </>
  );
}
