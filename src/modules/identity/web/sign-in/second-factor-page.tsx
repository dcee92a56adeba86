import type { VNode } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { SignInProblem } from './sign-in-page.tsx';

interface Props {
  next: string | null;
  problem?: SignInProblem | null;
}

const hiddenNext = (next: string | null): Record<string, string> => (next ? { suite: next } : {});

function CodeField({
  label,
  hint,
  problem,
}: {
  label: string;
  hint?: string;
  problem?: SignInProblem | null | undefined;
}): VNode {
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      autocomplete="one-time-code"
      size="medium"
      maxlength={40}
      error={problem?.field ? problem.message : undefined}
      required
    />
  );
}

/** The second proof of who signs in. */
export function SecondFactorPage({ next, problem }: Props): VNode {
  return (
    <Form action={paths.secondFactor} hidden={hiddenNext(next)} errors={problem ? [problem] : []}>
      <CodeField
        label="Code de votre application"
        hint="Les six chiffres affichés en ce moment, ou un de vos codes de secours."
        problem={problem}
      />
      <SubmitBar label="Entrer" />
    </Form>
  );
}

/** Before a secret exists: what it is for. */
export function SecondFactorIntroductionPage({ next }: Props): VNode {
  return (
    <>
      <p>
        Un second facteur protège votre compte même si quelqu’un lit vos messages. Il vous faut une application
        d’authentification sur votre téléphone (FreeOTP, Aegis, Google Authenticator…).
      </p>
      <Form action={paths.secondFactorSetUp} hidden={{ ...hiddenNext(next), acte: 'preparer' }}>
        <SubmitBar label="Commencer" />
      </Form>
    </>
  );
}

/** The secret to copy into the application, and the first code that proves it was. */
export function SecondFactorSetUpPage({
  next,
  problem,
  key,
  address,
}: Props & { key: string; address: string }): VNode {
  return (
    <>
      <p>
        Sur ce téléphone, <a href={address}>ouvrez votre application d’authentification</a>. Sur un autre appareil,
        ajoutez-y un compte en tapant cette clé :
      </p>
      <p class="secret-key">
        <code>{key}</code>
      </p>
      <Form
        action={paths.secondFactorSetUp}
        hidden={{ ...hiddenNext(next), acte: 'activer' }}
        errors={problem ? [problem] : []}
      >
        <CodeField label="Code affiché par l’application" problem={problem} />
        <SubmitBar label="Activer" />
      </Form>
    </>
  );
}

/** Shown once: the codes to keep on paper. */
export function RecoveryCodesPage({ codes, next }: { codes: readonly string[]; next: string | null }): VNode {
  return (
    <>
      <Notice state="success">Le second facteur est activé.</Notice>
      <p>
        Notez ces codes de secours et gardez-les en lieu sûr : chacun remplace une fois votre téléphone. Ils ne seront
        plus affichés.
      </p>
      <ul class="recovery-codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ButtonLink href={next ?? paths.account}>C’est noté</ButtonLink>
    </>
  );
}
