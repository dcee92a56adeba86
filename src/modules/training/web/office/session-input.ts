import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { SessionInput } from '../../domain/session-fields.ts';
import type { TrainingDependencies } from '../../ports.ts';
import type { StoredTrainer } from '../../queries/stored-session.ts';
import { numberOf } from '../typed.ts';

/** Empty rows shown under the half-days already there. */
export const freeRows = 4;
export const mostRows = 80;

/** A session out of its editor. A half-day without a day is left out; one half typed goes on to the schema. */
export async function sessionInputFrom(
  ctx: Context,
  deps: TrainingDependencies,
  form: SentForm,
  trainers: readonly StoredTrainer[],
): Promise<SessionInput> {
  const text = (name: string) => form.values[name] ?? '';
  const names = text('partners')
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const known = await deps.organizations.byNames(ctx, names);
  const byId = new Set(trainers.map(({ id }) => id));
  return {
    attendance: text('attendance') as 'onsite',
    venueId: isId(text('venueId')) ? text('venueId') : null,
    placeNote: text('placeNote'),
    onlineLink: text('onlineLink'),
    minTrainees: numberOf(text('minTrainees')),
    maxTrainees: numberOf(text('maxTrainees')),
    decideOn: text('decideOn') || null,
    funder: text('funder'),
    partners: names.map((name) => ({ organizationId: known.get(name)?.id ?? null, name })),
    isPrivate: text('isPrivate') === 'oui',
    note: text('note'),
    halfDays: rowsOf(form).flatMap((row) => {
      const at = (name: string) => text(`halfDays.${row}.${name}`);
      if (at('heldOn') === '' || at('gone') === 'oui') return [];
      return [
        {
          id: isId(at('id')) ? at('id') : null,
          heldOn: at('heldOn'),
          startsAt: at('startsAt'),
          endsAt: at('endsAt'),
          place: at('place'),
          topic: at('topic'),
          trainers: form.all(`halfDays.${row}.trainers`).filter((id) => byId.has(id)),
        },
      ];
    }),
  };
}

/** Numbers of the rows sent. */
export function rowsOf(form: Pick<SentForm, 'values'>): number[] {
  return Array.from({ length: mostRows }, (_, row) => row).filter((row) => `halfDays.${row}.heldOn` in form.values);
}
