import { organizationsByName } from '#modules/directory/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { foldForSearch } from '#platform/french/index.ts';
import { findMunicipality } from '#platform/geo/index.ts';
import { sql } from 'drizzle-orm';
import { readAnswers, type Answers } from '../../domain/answers.ts';
import { priceAfter, promoTyped, type PromoCode } from '../../domain/prices.ts';
import { chooseWorkshops, partsOf } from '../../domain/workshops.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';
import type { BookingFields, TypedPerson } from '../booking-fields.ts';

/** One person with all that is kept of her, checked against what the event asks. */
export interface CheckedPerson {
  name: string;
  nameKey: string;
  email: string | null;
  phone: string;
  organizationName: string;
  organizationKey: string;
  organizationId: string | null;
  municipality: string;
  municipalityInsee: string | null;
  seatKind: string;
  workshops: string[];
  priceKey: string;
  priceLabel: string;
  priceCents: number;
  answers: Answers;
  isMember: boolean;
  isNewcomer: boolean;
}

export interface CheckedPeople {
  people: readonly CheckedPerson[];
  promo: PromoCode | null;
  /** Messages by path, as `people.0.name`. */
  errors: Readonly<Record<string, string>>;
}

/**
 * Reads what was typed of each person against the form of the event. `isRelaxed` is for the team, who may leave
 * required answers for later.
 */
export async function checkedPeople(
  work: CommandContext,
  offer: StoredOffer,
  typed: Pick<BookingFields, 'people' | 'promoCode'>,
  { isRelaxed, eventId }: { isRelaxed: boolean; eventId: string },
): Promise<CheckedPeople> {
  const errors: Record<string, string> = {};
  const promo = promoTyped(offer.promoCodes, typed.promoCode);
  if (typed.promoCode !== '' && !promo) errors['promoCode'] = 'Ce code n’est pas reconnu.';
  const names = typed.people.map(({ organization }) => organization).filter(Boolean);
  const organizations = await organizationsByName(work.db, names);
  const known = await whoCameBefore(work, typed.people, eventId);
  const people = typed.people.map((person, index): CheckedPerson => {
    const say = (field: string, message: string) => void (errors[`people.${index}.${field}`] ??= message);
    const { answers, errors: wrong } = readAnswers(offer.questions, (key) => person.answers[key] ?? []);
    if (!isRelaxed) {
      for (const [key, message] of Object.entries(wrong)) say(key, message);
      for (const kind of ['organization', 'municipality', 'phone'] as const)
        if (offer.questions.some((one) => one.kind === kind && one.isRequired) && person[kind] === '')
          say(kind, 'Cette réponse est attendue.');
    }
    const parts = partsOf(offer.seatKinds);
    const kind = parts.find(({ key }) => key === person.seatKind);
    if (parts.length > 0 && !kind) say('seatKind', 'Choisissez où vous venez.');
    const workshops = chooseWorkshops(offer.seatKinds, person.workshops, { isRelaxed });
    if (!workshops.ok) say('workshops', workshops.message);
    const price = offer.prices.find(({ key }) => key === person.priceKey) ?? (isRelaxed ? offer.prices[0] : undefined);
    if (offer.prices.length > 0 && !price) say('priceKey', 'Choisissez un tarif.');
    const place = person.municipality ? findMunicipality({ name: person.municipality }) : undefined;
    return {
      name: person.name,
      nameKey: foldForSearch(person.name),
      email: person.email,
      phone: person.phone,
      organizationName: person.organization,
      organizationKey: foldForSearch(person.organization),
      organizationId: organizations.get(person.organization)?.id ?? null,
      municipality: place?.municipality.name ?? person.municipality,
      municipalityInsee: place?.municipality.insee ?? null,
      seatKind: kind?.key ?? '',
      workshops: workshops.ok ? [...workshops.keys] : [],
      priceKey: price?.key ?? '',
      priceLabel: price ? [price.label, promo?.label].filter(Boolean).join(', ') : '',
      priceCents: price ? priceAfter(price.cents, promo) : 0,
      answers,
      isMember: person.isMember || (price?.isMember ?? false),
      isNewcomer: !known(person),
    };
  });
  return { people, promo, errors };
}

/** Whether someone of this mail, phone or name already had a seat elsewhere. */
async function whoCameBefore(
  work: CommandContext,
  people: readonly TypedPerson[],
  eventId: string,
): Promise<(person: TypedPerson) => boolean> {
  const list = (texts: readonly string[]) => JSON.stringify([...new Set(texts.filter(Boolean))]);
  const emails = list(people.map(({ email }) => email ?? ''));
  const names = list(people.filter(({ email }) => !email).map(({ name }) => foldForSearch(name)));
  const { rows } = await work.db.execute<{ email: string | null; name_key: string }>(sql`
    select r.email, r.name_key from registrations r
      join registration_pools p on p.hub_id = r.hub_id and p.id = r.pool_id
    where r.state = 'confirmed' and p.event_id <> ${eventId}::uuid
      and (r.email in (select jsonb_array_elements_text(${emails}::jsonb))
        or r.email is null and r.name_key in (select jsonb_array_elements_text(${names}::jsonb)))
    limit 500`);
  const known = new Set(rows.map(({ email, name_key: name }) => email ?? `name:${name}`));
  return (person) => known.has(person.email ?? `name:${foldForSearch(person.name)}`);
}
