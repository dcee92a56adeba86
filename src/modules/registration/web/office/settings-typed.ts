import { formatNumber } from '#platform/french/index.ts';
import { isFree } from '../../domain/questions.ts';
import type { StoredOffer } from '../../queries/stored-offer.ts';

/** What is kept, under the names of the form; what one begins with where nothing is. */
export function settingsTyped(offer: StoredOffer | null, zone: string): (name: string) => readonly string[] {
  const values = new Map<string, readonly string[]>();
  const set = (name: string, value: string | number | null | readonly string[]) =>
    void values.set(name, value === null || value === '' ? [] : Array.isArray(value) ? value : [String(value)]);
  const yes = (name: string, value: boolean) => set(name, value ? 'oui' : null);
  const local = (moment: Temporal.Instant | null) =>
    moment && moment.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  set('version', offer?.version ?? 0);
  yes('isOpen', offer?.isOpen ?? true);
  set('scope', offer?.scope ?? 'each');
  set('opensAt', local(offer?.opensAt ?? null));
  set('closesAt', local(offer?.closesAt ?? null));
  set('closesHours', offer?.closesHours || null);
  set('capacity', offer?.capacity ?? null);
  set('fewest', offer?.fewest ?? null);
  set('mostPeople', offer?.mostPeople ?? 6);
  set('holdMinutes', offer?.holdMinutes ?? 30);
  yes('hasWaitingList', offer?.hasWaitingList ?? true);
  set('waitingRule', offer?.waitingRule ?? 'arrival');
  yes('keepsGroups', offer?.keepsGroups ?? true);
  set('offerHours', offer?.offerHours ?? 48);
  set('cancelHours', offer?.cancelHours || null);
  set('reminderHours', (offer?.reminderHours ?? [48]).map(String));
  set('conditions', offer?.conditions ?? '');
  set('confirmationNote', offer?.confirmationNote ?? '');
  set('paymentWays', [...(offer?.paymentWays ?? ['on_site'])]);
  const money = (cents: number) => formatNumber(cents / 100, { decimals: 2 });
  for (const [index, kind] of (offer?.seatKinds ?? []).entries()) {
    set(`seatKinds-${index}-key`, kind.key);
    set(`seatKinds-${index}-label`, kind.label);
    set(`seatKinds-${index}-capacity`, kind.capacity);
    yes(`seatKinds-${index}-isWorkshop`, kind.isWorkshop ?? false);
    set(`seatKinds-${index}-from`, kind.from ?? null);
    set(`seatKinds-${index}-to`, kind.to ?? null);
  }
  for (const [index, price] of (offer?.prices ?? []).entries()) {
    set(`prices-${index}-key`, price.key);
    set(`prices-${index}-label`, price.label);
    set(`prices-${index}-cents`, money(price.cents));
    yes(`prices-${index}-isMember`, price.isMember);
  }
  for (const [index, promo] of (offer?.promoCodes ?? []).entries()) {
    set(`promoCodes-${index}-code`, promo.code);
    set(`promoCodes-${index}-label`, promo.label);
    set(`promoCodes-${index}-off`, promo.percent === null ? money(promo.cents ?? 0) : `${promo.percent} %`);
  }
  const questions = offer?.questions ?? [];
  for (const question of questions)
    if (!isFree(question)) set(`ask-${question.kind}`, question.isRequired ? 'required' : 'optional');
  for (const [index, question] of questions.filter(isFree).entries()) {
    set(`free-${index}-key`, question.key);
    set(`free-${index}-label`, question.label);
    set(`free-${index}-kind`, question.kind);
    set(`free-${index}-hint`, question.hint);
    set(`free-${index}-choices`, question.choices.join('\n'));
    yes(`free-${index}-isRequired`, question.isRequired);
  }
  return (name) => values.get(name) ?? [];
}
