import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';
import { job, type JobContext } from '#platform/jobs/job.ts';
import { placing } from '../commands/imports/import-jobs.ts';
import { placeSheets, type FoundPoint } from '../commands/imports/place-sheets.ts';
import { unplacedSheets } from '../queries/imports/unplaced-sheets.ts';

const sheetsInOne = 1_000;

/** Asks the geocoder, when there is one, for the point of the addresses that have none. */
export const placeOrganizationsJob = job({
  ...placing,
  run: (ctx: JobContext<Pick<Ports, 'geocoder'>>, { importId }) =>
    placeOrganizations(ctx, ctx.ports, importId, ctx.signal),
});

/** The same, for whoever is not a job. A doubtful answer is no answer: the municipality's centre is honest. */
export async function placeOrganizations(
  ctx: Context,
  ports: Pick<Ports, 'geocoder'>,
  importId: string | null,
  signal?: AbortSignal,
): Promise<void> {
  for (let after: string | null = null; ;) {
    signal?.throwIfAborted();
    const sheets = await unplacedSheets(ctx.db, importId, after, sheetsInOne);
    const last = sheets.at(-1);
    if (!last) return;
    const places = await ports.geocoder.searchMany(
      sheets.map(({ street, postcode, municipalityInsee }) => ({
        text: street.replaceAll('\n', ' '),
        ...(postcode ? { postcode } : {}),
        ...(municipalityInsee ? { insee: municipalityInsee } : {}),
      })),
    );
    const found = sheets.flatMap(({ id, street, municipalityInsee }, index): FoundPoint[] => {
      const place = places[index];
      if (!place || place.doubtful || place.precision === 'municipality') return [];
      return [{ id, street, municipalityInsee, point: { longitude: place.longitude, latitude: place.latitude } }];
    });
    if (found.length > 0) await execute(ctx, placeSheets, { found });
    after = last.id;
  }
}
