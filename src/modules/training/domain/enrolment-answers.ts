import { formatMoney } from '#platform/french/index.ts';
import type { CoursePrice } from './course.ts';
import { traineeStatuses, traineeStatusNames, type TraineeStatus } from './trainee-statuses.ts';

/** Names of the questions that trainings add to the form of a registration. */
export const questionKeys = { status: 'statut', price: 'tarif', payer: 'paie' } as const;

const herself = 'Moi-même';

export const payerChoices = (): string[] => ['Ma structure', herself, 'Un financeur (OPCO, FDVA, Région…)'];
export const statusChoices = (): string[] =>
  traineeStatuses.filter((status) => status !== 'unknown').map((status) => traineeStatusNames[status]);
export const priceChoices = (prices: readonly CoursePrice[]): string[] => [
  ...new Set(prices.map(({ label, cents }) => `${label} (${cents === 0 ? 'gratuit' : formatMoney(cents)})`)),
];

/** What the answers of a registration say of a trainee. */
export function enrolmentOf(
  answers: Readonly<Record<string, string | readonly string[]>>,
  prices: readonly CoursePrice[],
): { status: TraineeStatus; priceCents: number; paysHerself: boolean } {
  const said = (key: string): string => {
    const answer = answers[key];
    return typeof answer === 'string' ? answer : (answer?.[0] ?? '');
  };
  const status = traineeStatuses.find((one) => traineeStatusNames[one] === said(questionKeys.status));
  const chosen = priceChoices(prices).indexOf(said(questionKeys.price));
  const price = chosen === -1 ? (prices.length === 1 ? prices[0] : undefined) : prices[chosen];
  return {
    status: status ?? 'unknown',
    priceCents: price?.cents ?? 0,
    paysHerself: said(questionKeys.payer) === herself && (price?.cents ?? 0) > 0,
  };
}
