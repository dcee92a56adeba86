import type { JSX } from 'preact';
import { Panel } from '#ui/components/panel.tsx';
import { paths } from '../../paths.ts';
import type { SharedAddress } from '../../queries/own-address.ts';
import { ActButton } from '../relations/act-button.tsx';

/** Addresses that somebody gave and proved, and that others bear: one person written down twice, or a shared mailbox. */
export function SharedAddresses({
  shared,
  formKey,
}: {
  readonly shared: readonly SharedAddress[];
  readonly formKey: string;
}): JSX.Element | null {
  if (shared.length === 0) return null;
  return (
    <Panel title="Nouvelles adresses à trancher" id="adresses">
      <ul class="plain-list">
        {shared.map((change) => (
          <li>
            <p>
              <a href={paths.person(change.personId)}>{change.name}</a> a confirmé <strong>{change.email}</strong>,
              {change.others.length === 0 ? ' que plus personne d’autre ne porte.' : ' que porte aussi '}
              {change.others.map((other, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={paths.compare(change.personId, other.id)}>{other.name}</a>
                </>
              ))}
              {change.others.length > 0 && '.'}
            </p>
            <div class="actions">
              {change.others.slice(0, 1).map((other) => (
                <a href={paths.compare(change.personId, other.id)}>
                  C’est la même personne
                  <span class="visually-hidden"> : comparer les fiches de {change.name}</span>
                </a>
              ))}
              <ActButton
                action={paths.sharedAddress(change.id)}
                label="Boîte partagée : la lui donner"
                about={change.name}
                formKey={formKey}
                hidden={{ decision: 'give' }}
              />
              <ActButton
                action={paths.sharedAddress(change.id)}
                label="Refuser"
                about={change.name}
                formKey={formKey}
                hidden={{ decision: 'refuse' }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
