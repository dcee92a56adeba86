import { amountTyped } from '#modules/payments/index.ts';
import { slugify } from '#platform/french/index.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { bracketsTyped, bracketsWritten } from '../../domain/brackets-typed.ts';
import { whos } from '../../domain/who.ts';
import type { Campaign, DuesScale } from '../../queries/campaigns.ts';

export const mostScales = 12;
export const mostQuestions = 6;

const euros = (amount: number): string => (amount === 0 ? '' : String(amount / 100).replace('.', ','));

/** A campaign as its form shows it. */
export function campaignValues(campaign: Campaign, scales: readonly DuesScale[]): Record<string, string> {
  return {
    name: campaign.name,
    periodKind: campaign.periodKind,
    startsOn: campaign.startsOn?.toString() ?? '',
    endsOn: campaign.endsOn?.toString() ?? '',
    rollingMonths: String(campaign.rollingMonths),
    opensOn: campaign.opensOn.toString(),
    closesOn: campaign.closesOn?.toString() ?? '',
    graceDays: String(campaign.graceDays),
    needsBoard: campaign.needsBoard ? 'oui' : '',
    presentation: campaign.presentation,
    charter: campaign.charter,
    paymentWays: campaign.paymentWays.join(' '),
    reminderDays: campaign.reminderDays.join(', '),
    ...Object.fromEntries(
      scales.flatMap((scale, index) =>
        Object.entries({
          id: scale.id,
          label: scale.label,
          hint: scale.hint,
          who: scale.who,
          kind: scale.kind,
          collegeId: scale.collegeId ?? '',
          amount: euros(scale.amount),
          suggested: euros(scale.suggested),
          brackets: bracketsWritten(scale.brackets),
        }).map(([name, value]) => [`scales.${index}.${name}`, value]),
      ),
    ),
    ...Object.fromEntries(
      campaign.questions.flatMap((question, index) =>
        Object.entries({
          key: question.key,
          label: question.label,
          kind: question.kind,
          choices: question.choices.join('\n'),
          isRequired: question.isRequired ? 'oui' : '',
          who: question.who[0] ?? '',
        }).map(([name, value]) => [`questions.${index}.${name}`, value]),
      ),
    ),
  };
}

/** What the form of a campaign sends, as `saveCampaign` takes it. */
export function readCampaign(form: SentForm) {
  const text = (name: string): string => (form.values[name] ?? '').trim();
  const number = (name: string, otherwise: number): number => (text(name) === '' ? otherwise : Number(text(name)));
  const amount = (name: string): number => (text(name) === '' ? 0 : (amountTyped(text(name)) ?? -1));
  const rows = <Row>(list: string, most: number, read: (of: (name: string) => string, at: string) => Row): Row[] =>
    Array.from({ length: most }, (_, index) => `${list}.${index}`).flatMap((at) =>
      text(`${at}.label`) === '' ? [] : [read((name) => text(`${at}.${name}`), at)],
    );
  const taken = new Set<string>();
  return {
    name: text('name'),
    periodKind: text('periodKind') || 'fixed',
    startsOn: text('startsOn') || null,
    endsOn: text('endsOn') || null,
    rollingMonths: number('rollingMonths', 12),
    opensOn: text('opensOn'),
    closesOn: text('closesOn') || null,
    graceDays: number('graceDays', 90),
    needsBoard: text('needsBoard') === 'oui',
    presentation: text('presentation'),
    charter: text('charter'),
    paymentWays: form.all('paymentWays'),
    reminderDays: text('reminderDays')
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map(Number),
    scales: rows('scales', mostScales, (of, at) => ({
      id: of('id') || null,
      label: of('label'),
      hint: of('hint'),
      who: of('who'),
      kind: of('kind'),
      collegeId: of('collegeId') || null,
      amount: amount(`${at}.amount`),
      suggested: amount(`${at}.suggested`),
      brackets: of('kind') === 'budget' || of('kind') === 'staff' ? (bracketsTyped(of('brackets')) ?? []) : [],
    })),
    questions: rows('questions', mostQuestions, (of) => {
      let key = of('key') || slugify(of('label'), 30) || 'question';
      while (taken.has(key)) key = `${key}-2`.slice(-40);
      taken.add(key);
      return {
        key,
        label: of('label'),
        kind: of('kind') || 'text',
        choices: of('choices')
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
        isRequired: of('isRequired') === 'oui',
        who: whos.filter((who) => who === of('who')),
      };
    }),
  };
}
