import type { JSX } from 'preact';
import { formatMoney } from '#platform/french/index.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { leftToReturn } from '../../domain/ledger.ts';
import { paths } from '../../paths.ts';
import type { OwnCharge } from './pay-page.tsx';

/** Where a payment stands, for whoever owes it. */
export function WhereItStands({
  charge,
  secret,
  formKey,
}: {
  readonly charge: OwnCharge;
  readonly secret: string;
  readonly formKey: string;
}): JSX.Element | null {
  const tooMuch = leftToReturn({ ...charge, isCancelled: charge.cancelledAt !== null });
  if (charge.state === 'pending')
    return (
      <Notice
        title="Un paiement est en cours de vérification"
        actions={
          <form method="post" action={paths.payReturn(secret)}>
            <input type="hidden" name={formKeyField} value={formKey} />
            <Button kind="ghost" small>
              Regarder où il en est
            </Button>
          </form>
        }
      >
        <p>Si vous venez de payer par carte, il n’y a rien d’autre à faire. Si vous avez renoncé, recommencez ici.</p>
      </Notice>
    );
  if (charge.state === 'refused')
    return (
      <Notice state="warning" title="Le paiement par carte n’a pas abouti">
        <p>Rien n’a été pris. Vous pouvez réessayer, ou choisir un autre moyen.</p>
      </Notice>
    );
  if (charge.state === 'paid')
    return (
      <Notice state="success" title={`${formatMoney(charge.received - charge.returned)} reçus`}>
        {tooMuch > 0 && <p>C’est {formatMoney(tooMuch)} de trop : on vous les rend.</p>}
      </Notice>
    );
  if (charge.state === 'cancelled')
    return (
      <Notice title="Cette somme n’est plus due">
        {tooMuch > 0 && <p>Vous aviez payé {formatMoney(tooMuch)} : on vous les rend.</p>}
      </Notice>
    );
  if (charge.state === 'refunded')
    return (
      <Notice title={`${formatMoney(charge.returned)} rendus`}>
        <p>Sur une carte bancaire, comptez quelques jours pour les voir arriver.</p>
      </Notice>
    );
  return null;
}
