import type { VNode } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { PasswordField } from '#ui/fields/password-field.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { withNext } from '../browser-state.ts';
import { paths } from '../../paths.ts';

interface Props {
  next: string | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  problem: string | null;
}

/** Before a change that could lock the owner out: prove again that it is she. */
export function ProveIdentityPage({ next, hasPassword, hasSecondFactor, problem }: Props): VNode {
  const hidden: Record<string, string> = next ? { suite: next } : {};
  const errors = problem ? [{ message: problem }] : [];
  return (
    <>
      <p>Ce changement touche à la sécurité de votre compte. Confirmez que c’est bien vous, puis recommencez-le.</p>
      {hasSecondFactor && (
        <Form action={paths.proveIdentity} hidden={hidden} errors={errors}>
          <TextField
            name="code"
            label="Code de votre application"
            inputmode="numeric"
            autocomplete="one-time-code"
            size="medium"
            required
          />
          <SubmitBar label="Confirmer" />
        </Form>
      )}
      {hasPassword && !hasSecondFactor && (
        <Form action={paths.proveIdentity} hidden={hidden} errors={errors}>
          <PasswordField name="password" label="Votre mot de passe" autocomplete="current-password" required />
          <SubmitBar label="Confirmer" />
        </Form>
      )}
      {!hasPassword && !hasSecondFactor && (
        <ButtonLink href={withNext(paths.signIn, next)}>Recevoir un lien de connexion</ButtonLink>
      )}
    </>
  );
}
