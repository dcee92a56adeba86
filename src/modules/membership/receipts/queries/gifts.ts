import { sql } from 'drizzle-orm';
import type { PaymentWay } from '#modules/payments/index.ts';
import type { Reader } from '#platform/db/database.ts';
import type { Who } from '../../domain/who.ts';
import { giftOf, paysForHerself } from '../domain/gift.ts';

/** A payment that holds a gift and has no tax receipt yet. */
export interface Gift {
  chargeId: string;
  /** The one who paid: null for a structure that may deduct nothing. */
  donor: 'person' | 'company' | null;
  name: string;
  address: string;
  siren: string;
  personId: string | null;
  organizationId: string | null;
  email: string | null;
  amount: number;
  paidOn: Temporal.PlainDate;
  way: PaymentWay;
  applicationId: string;
  linkTurn: number;
  /** The first application is the payer’s own: its page may be opened to her. */
  isOwn: boolean;
  /** What keeps its receipt from being made, in French; empty when nothing does. */
  problem: string;
}

type Paid = {
  chargeId: string;
  received: number;
  returned: number;
  name: string;
  address: string;
  email: string | null;
  personId: string | null;
  organizationId: string | null;
  paidOn: string;
  way: PaymentWay;
  applications: {
    id: string;
    email: string | null;
    personName: string;
    linkTurn: number;
    who: Who;
    dues: number;
    donation: number;
    state: string;
    organizationName: string;
    siren: string;
    place: string;
  }[];
};

/** Gifts without receipt, the oldest first. Inside a command, `holds` keeps their charges as they are. */
export async function giftsWithoutReceipt(
  db: Reader,
  { duesAreGifts, holds = false }: { duesAreGifts: boolean; holds?: boolean },
): Promise<Gift[]> {
  const { rows } = await db.execute<Paid>(sql`
    select c.id as "chargeId", c.received, c.returned, p.name, p.address, p.email,
      p.person_id as "personId", p.organization_id as "organizationId", e."paidOn", e.way, a.applications
    from charges c
    join dues_payers p on p.hub_id = c.hub_id and p.id = c.subject_id
    join lateral (select x.received_on::text as "paidOn", x.way from payment_entries x
      where x.hub_id = c.hub_id and x.charge_id = c.id and x.kind = 'payment' order by x.position desc limit 1) e on true
    join lateral (select json_agg(json_build_object('id', x.id, 'email', x.email,
        'personName', trim(x.given_name || ' ' || x.family_name), 'linkTurn', x.link_turn, 'who', x.who, 'dues', x.dues,
        'donation', x.donation, 'state', x.state, 'organizationName', x.organization_name, 'siren', x.siren,
        'place', concat_ws(', ', nullif(x.street, ''), nullif(concat_ws(' ', nullif(x.postcode, ''), nullif(x.city, '')), '')))
        order by x.created_at, x.id) as applications
      from membership_applications x where x.hub_id = p.hub_id and x.payer_id = p.id) a on true
    where c.subject_module = 'membership' and c.state = 'paid' and c.cancelled_at is null and a.applications is not null
      and not exists (select from tax_receipts t where t.hub_id = c.hub_id and t.charge_id = c.id and t.cancelled_at is null)
    order by e."paidOn", c.id limit 2000 ${holds ? sql`for share of c` : sql``}`);
  return rows.flatMap((row) => giftIn(row, duesAreGifts) ?? []);
}

function giftIn(row: Paid, duesAreGifts: boolean): Gift | null {
  const { received, returned, applications, ...payer } = row;
  const amount = giftOf(
    applications.map((one) => ({ ...one, isAccepted: one.state === 'accepted' })),
    { duesAreGifts, received, returned },
  );
  const [first] = applications;
  if (amount === 0 || !first) return null;
  const own = applications.find((one) => one.organizationName !== '' && one.organizationName === payer.name);
  const who = own?.who ?? (payer.organizationId ? first.who : 'person');
  const donor = who === 'person' ? 'person' : who === 'company' || who === 'cooperative' ? 'company' : null;
  const address = payer.address || (own ?? first).place;
  const siren = donor === 'company' ? (own ?? first).siren : '';
  return {
    ...payer,
    paidOn: Temporal.PlainDate.from(row.paidOn),
    donor,
    address,
    siren,
    amount,
    applicationId: first.id,
    linkTurn: first.linkTurn,
    isOwn: paysForHerself(payer, { email: first.email, names: [first.personName, first.organizationName] }),
    problem:
      donor === null
        ? 'ni particulier, ni entreprise : pas de reçu fiscal'
        : !address
          ? 'il manque l’adresse'
          : donor === 'company' && !siren
            ? 'il manque le SIREN'
            : '',
  };
}
