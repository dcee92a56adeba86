import { amountTyped } from '#modules/payments/index.ts';
import type { SentForm } from '#platform/http/exchange.ts';

/** What the form of an application sends, as the commands take it: names of fields are the paths of refusals. */
export function readApplication({ values }: SentForm) {
  const text = (name: string): string => values[name] ?? '';
  const isTicked = (name: string): boolean => text(name) === 'oui';
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries(values))
    if (name.startsWith('answers.')) answers[name.slice('answers.'.length)] = value;
  return {
    scaleId: text('scaleId'),
    organizationId: text('organizationId') || null,
    organizationName: text('organizationName'),
    siren: text('siren'),
    givenName: text('givenName'),
    familyName: text('familyName'),
    role: text('role'),
    email: text('email'),
    phone: text('phone'),
    street: text('street'),
    postcode: text('postcode'),
    city: text('city'),
    otherPeople: [0, 1, 2].flatMap((index) => {
      const of = (name: string): string => text(`otherPeople.${index}.${name}`).trim();
      const one = { givenName: of('givenName'), familyName: of('familyName'), role: of('role'), email: of('email') };
      return one.givenName || one.familyName ? [one] : [];
    }),
    answers,
    budget: countTyped(text('budget'), Math.round),
    staff: countTyped(text('staff'), (count) => count),
    chosen: text('chosen').trim() === '' ? null : (amountTyped(text('chosen')) ?? -1),
    donation: text('donation').trim() === '' ? 0 : (amountTyped(text('donation')) ?? -1),
    declares: isTicked('declares'),
    acceptsCharter: isTicked('acceptsCharter'),
    wantsLetter: isTicked('wantsLetter'),
    payer: text('payer.name').trim()
      ? { name: text('payer.name'), email: text('payer.email'), address: text('payer.address') }
      : null,
    paymentWay: text('paymentWay') || null,
    note: text('note'),
  };
}

/** « 12 500 », « 2,5 »; what is no number as people write them (« 1e9 », « 0x10 ») is refused by the command. */
function countTyped(text: string, round: (count: number) => number): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  if (bare === '') return null;
  return /^\d{1,12}(\.\d{1,2})?$/.test(bare) ? round(Number(bare)) : Number.NaN;
}
