import type { JSX } from 'preact';
import { chargeStateNames } from '#modules/payments/index.ts';
import { formatDateTime } from '#platform/french/index.ts';
import { Chip } from '#ui/components/chip.tsx';
import type { Column } from '#ui/components/data-table.tsx';
import { seatNames } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import type { Registrant } from '../../queries/registrants-of.ts';
import { reasonNames, ruleNames, stateNames } from '../texts.ts';
import type { ListQuery, RegistrationList } from './read-list.ts';

/** The columns of the list of the team. */
export function listColumns(list: RegistrationList, query: ListQuery, zone: string): Column<Registrant>[] {
  const { offer, charges, ranks } = list;
  const isPaid = offer?.prices.some(({ cents }) => cents > 0);
  const charge = (row: Registrant) => charges.get(row.bookingId)?.findLast(({ state }) => state !== 'cancelled');
  const columns: (Column<Registrant> | false | undefined)[] = [
    query.tab === 'attente' && {
      key: 'rank',
      label: 'Rang',
      numeric: true,
      cell: (row) => ranks.get(row.id) ?? '–',
    },
    { key: 'name', label: 'Qui', heads: true, cell: (row) => <Who row={row} list={list} /> },
    query.tab !== 'inscrits' && {
      key: 'state',
      label: 'Pourquoi',
      cell: (row) => <Why row={row} list={list} zone={zone} />,
    },
    { key: 'organization', label: 'Structure', cell: (row) => row.organizationName },
    { key: 'municipality', label: 'Commune', cell: (row) => row.municipality },
    (offer?.seatKinds.length ?? 0) > 0 && {
      key: 'kind',
      label: 'Place',
      cell: (row) => seatNames(offer?.seatKinds ?? [], row),
    },
    isPaid && {
      key: 'paid',
      label: 'Paiement',
      cell: (row) => {
        const found = charge(row);
        return found ? chargeStateNames[found.state] : row.priceLabel;
      },
    },
    {
      key: 'since',
      label: 'Inscrit·e le',
      whole: true,
      cell: (row) => formatDateTime(row.createdAt, { style: 'numeric', year: false, zone }),
    },
  ];
  return columns.filter((column) => typeof column === 'object');
}

function Who({ row, list }: { readonly row: Registrant; readonly list: RegistrationList }): JSX.Element {
  const isTwice = list.all.some(
    (other) =>
      other.id !== row.id &&
      other.poolId === row.poolId &&
      other.name.toLocaleLowerCase('fr') === row.name.toLocaleLowerCase('fr') &&
      other.email === row.email &&
      other.state !== 'cancelled' &&
      other.state !== 'declined',
  );
  return (
    <>
      <a href={paths.one(list.event.id, row.id)}>{row.name}</a>
      {row.isMember && (
        <>
          {' '}
          <Chip>adhérent·e</Chip>
        </>
      )}
      {isTwice && (
        <>
          {' '}
          <Chip strong>deux fois ?</Chip>
        </>
      )}
      <p class="facts">
        {[
          row.email,
          row.phone,
          row.bookerName !== row.name && `par ${row.bookerName}`,
          row.channel === 'staff' && `saisi par ${row.typedBy || 'l’équipe'}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function Why({
  row,
  list,
  zone,
}: {
  readonly row: Registrant;
  readonly list: RegistrationList;
  readonly zone: string;
}): JSX.Element {
  if (row.state === 'offered' && row.offeredUntil)
    return <>Place proposée jusqu’au {formatDateTime(row.offeredUntil, { style: 'short', year: false, zone })}</>;
  if (row.state === 'waiting') {
    const rule = list.offer?.waitingRule ?? 'arrival';
    const reason =
      rule === 'members'
        ? row.isMember
          ? 'adhérent·e'
          : 'non adhérent·e'
        : rule === 'newcomers'
          ? row.isNewcomer
            ? 'première venue'
            : 'est déjà venu·e'
          : rule === 'organization'
            ? row.organizationName || 'sans structure'
            : `arrivée n° ${row.arrival}`;
    return (
      <>
        {reason}
        <p class="facts">{ruleNames[rule].label.toLowerCase()}</p>
      </>
    );
  }
  return (
    <>
      {[stateNames[row.state], reasonNames[row.stateReason]].filter(Boolean).join(' ')}
      {row.stateNote && <p class="facts">{row.stateNote}</p>}
    </>
  );
}
