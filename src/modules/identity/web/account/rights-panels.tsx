import type { VNode } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';

interface Agreement {
  id: string;
  wording: string;
  source: string;
  givenAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
}

/** What somebody agreed to, each with the way to take it back; `withdrawal` says where that form goes. */
export function AgreementsPanel({
  consents,
  zone,
  newKey,
  withdrawal,
}: {
  readonly consents: readonly Agreement[];
  readonly zone: string;
  readonly newKey: () => string;
  readonly withdrawal: (consentId: string) => { action: string; hidden?: Readonly<Record<string, string>> };
}): VNode {
  const form = (id: string) => {
    const { action, hidden = {} } = withdrawal(id);
    return (
      <form method="post" action={action}>
        {Object.entries({ [formKeyField]: newKey(), ...hidden }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="ghost" small>
          Retirer cet accord
        </Button>
      </form>
    );
  };
  return (
    <Panel title="Mes accords" id="accords">
      {consents.length === 0 && <p>Vous n’avez donné aucun accord particulier.</p>}
      <ul class="plain-list">
        {consents.map((consent) => (
          <li>
            <p>
              « {consent.wording} »
              <br />
              <span class="facts">
                Donné le {formatDate(consent.givenAt, { zone })} ({consent.source})
                {consent.withdrawnAt && `, retiré le ${formatDate(consent.withdrawnAt, { zone })}`}
              </span>
            </p>
            {!consent.withdrawnAt && form(consent.id)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Asking that everything be erased, or since when it was asked. */
export function ErasurePanel({
  askedAt,
  zone,
  action,
  formKey,
}: {
  readonly askedAt: Temporal.Instant | null;
  readonly zone: string;
  readonly action: string;
  readonly formKey: string;
}): VNode {
  return (
    <Panel title="Tout effacer" id="effacement">
      {askedAt ? (
        <Notice>
          Demande reçue le {formatDate(askedAt, { zone })}. L’équipe vous répond au plus tard un mois après.
        </Notice>
      ) : (
        <Form action={action} hidden={{ [formKeyField]: formKey }}>
          <p>
            L’équipe effacera vos données, sauf celles que la loi oblige à garder (comptabilité, émargements…), et vous
            dira lesquelles.
          </p>
          <SubmitBar label="Demander l’effacement" kind="danger" />
        </Form>
      )}
    </Panel>
  );
}
