import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { KnownPerson } from '#modules/identity/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { Typed } from '../relations/relation-form.ts';

/** The address she is written to, and the way to another one. */
export function AddressPanel({
  exchange,
  person,
  waiting,
  typed,
  errors,
}: {
  readonly exchange: Exchange;
  readonly person: KnownPerson;
  readonly waiting: { email: string; isShared: boolean } | null;
  readonly typed: Typed | null;
  readonly errors: Typed;
}): JSX.Element {
  return (
    <Panel title="Changer d’adresse e-mail" id="adresse">
      <p>
        {person.email ? (
          <>
            Nous vous écrivons à <strong>{person.email}</strong>.
          </>
        ) : (
          'Aucun mail ne vous parvient pour l’instant.'
        )}
      </p>
      {waiting && (
        <Notice>
          {waiting.isShared
            ? `${waiting.email} est confirmée. L’équipe termine le changement.`
            : `Un lien attend à ${waiting.email} : ouvrez-le pour finir. D’ici là, rien ne change.`}
        </Notice>
      )}
      <Form
        action={`${paths.ownRights(exchange.param('secret'))}/adresse`}
        label="Changer d’adresse e-mail"
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
        errors={'email' in errors ? summaryOf(errors) : []}
      >
        <TextField
          name="email"
          type="email"
          label="Nouvelle adresse"
          autocomplete="email"
          hint="Un lien y part. Vos abonnements et vos inscriptions vous suivent."
          value={'email' in errors ? typed?.['email'] : undefined}
          error={errors['email']}
          required
        />
        <SubmitBar label="Recevoir le lien" />
      </Form>
      {person.signInEmail && (
        <p class="facts">
          Pour entrer dans votre compte, vous tapez {person.signInEmail} : cela se change dans{' '}
          <a href="/mon-compte#adresse">votre compte</a>.
        </p>
      )}
    </Panel>
  );
}
