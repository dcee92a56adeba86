import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '#platform/db/database.ts';
import type { FigurePoint } from '../../domain/figures/read-points.ts';
import { keyFigurePoints, keyFigures } from '../../tables.ts';

export type StoredFigure = Omit<typeof keyFigures.$inferSelect, 'hubId'>;

/** A figure and its former values, oldest first. */
export interface FigureWithPoints extends StoredFigure {
  points: readonly FigurePoint[];
}

/** The figures of the hub in its order, without those in the trash. */
export async function readFigures(db: Reader): Promise<StoredFigure[]> {
  return db
    .select()
    .from(keyFigures)
    .where(isNull(keyFigures.trashedAt))
    .orderBy(asc(keyFigures.position), asc(keyFigures.id));
}

/** Figures in the trash, the last thrown first. */
export async function readTrashedFigures(db: Reader): Promise<StoredFigure[]> {
  return db.select().from(keyFigures).where(isNotNull(keyFigures.trashedAt)).orderBy(desc(keyFigures.trashedAt));
}

/** One figure with its former values; null when there is none of this id, or it is in the trash. */
export async function readFigure(db: Reader, id: string): Promise<FigureWithPoints | null> {
  const [figure] = await db
    .select()
    .from(keyFigures)
    .where(and(eq(keyFigures.id, id), isNull(keyFigures.trashedAt)));
  if (!figure) return null;
  const [withPoints] = await addPoints(db, [figure]);
  return withPoints ?? null;
}

/** The figures of the hub with their former values. */
export async function readFiguresWithPoints(db: Reader): Promise<FigureWithPoints[]> {
  return addPoints(db, await readFigures(db));
}

async function addPoints(db: Reader, figures: readonly StoredFigure[]): Promise<FigureWithPoints[]> {
  if (figures.length === 0) return [];
  const ids = figures.map(({ id }) => id);
  const points = await db
    .select()
    .from(keyFigurePoints)
    .where(inArray(keyFigurePoints.figureId, ids))
    .orderBy(asc(keyFigurePoints.day));
  const byFigure = Map.groupBy(points, ({ figureId }) => figureId);
  return figures.map((figure) => ({
    ...figure,
    points: (byFigure.get(figure.id) ?? []).map(({ day, value }) => ({ day, value })),
  }));
}
