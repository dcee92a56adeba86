import type { Context } from '#platform/context/context.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { CourseInput } from '../../domain/course-fields.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { centsOf, minutesTyped } from '../typed.ts';

/** How many prices the editor shows at least. */
export const priceRows = 4;

/** A course out of its editor: what is not understood goes on to the schema, which says so. */
export async function courseInputFrom(ctx: Context, deps: TrainingDependencies, form: SentForm): Promise<CourseInput> {
  const text = (name: string) => form.values[name] ?? '';
  const providerName = text('providerName').trim();
  const provider = providerName ? (await deps.organizations.byNames(ctx, [providerName])).get(providerName) : undefined;
  return {
    title: text('title'),
    brief: text('brief'),
    isOwn: text('isOwn') !== 'non',
    providerId: provider?.id ?? null,
    providerName,
    providerUrl: text('providerUrl'),
    objectives: text('objectives'),
    prerequisites: text('prerequisites'),
    public: text('public'),
    programme: text('programme'),
    method: text('method'),
    means: text('means'),
    assessment: text('assessment'),
    accessibility: text('accessibility'),
    accessibilityContact: text('accessibilityContact'),
    minutes: minutesTyped(text('minutes')),
    format: text('format') as 'onsite',
    isForSchools: text('isForSchools') === 'oui',
    prices: Array.from({ length: priceRows * 2 }, (_, index) => ({
      label: text(`prices.${index}.label`),
      cents: centsOf(text(`prices.${index}.cents`)),
    })).filter(({ label, cents }) => label.trim() !== '' || cents !== 0),
    priceNote: text('priceNote'),
    financing: form.all('financing') as [],
    audiences: form.all('audiences'),
    themes: form.all('themes'),
  };
}
