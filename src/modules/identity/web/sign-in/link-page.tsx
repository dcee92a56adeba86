import type { VNode } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { SignInProblem } from './sign-in-page.tsx';

/** The page a mailed link opens: a button, since programs that read mail follow links but press nothing. */
export function LinkPage({
  token,
  asksCode,
  problem,
}: {
  token: string;
  asksCode: boolean;
  problem?: SignInProblem | null;
}): VNode {
  return (
    <>
      <p>
        {asksCode
          ? 'Ce lien a été demandé depuis un autre navigateur. Pour entrer ici, tapez le code à six chiffres du même message.'
          : 'Plus qu’un geste pour entrer dans votre espace.'}
      </p>
      <Form action={paths.signInLink(token)} errors={problem ? [problem] : []}>
        {asksCode && (
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
        )}
        <SubmitBar label="Entrer dans mon espace" />
      </Form>
    </>
  );
}

/** Said of a link used, too old, or never made: which of them is nobody’s business. */
export function LinkOverPage(): VNode {
  return (
    <>
      <p>
        Il a déjà servi, ou il a été envoyé il y a trop longtemps. Demandez-en un autre, il arrive en quelques secondes.
      </p>
      <ButtonLink href={paths.signIn}>Recevoir un nouveau lien</ButtonLink>
    </>
  );
}
