import { isId } from '#platform/ids/ids.ts';
import { isSlotKind, type SlotKind } from '../../domain/slot-kinds.ts';

export type ProgrammeView = 'heures' | 'salles' | 'choix';

/** What the address of the programme asks; anything else in it is ignored. */
export interface ProgrammeQuery {
  view: ProgrammeView;
  kind: SlotKind | null;
  room: string | null;
  /** Moments someone keeps for herself: in the address, nowhere else. */
  chosen: readonly string[];
}

const most = 60;

export function readProgrammeQuery(search: URLSearchParams): ProgrammeQuery {
  const view = search.get('vue');
  const kind = search.get('type') ?? '';
  const room = search.get('salle') ?? '';
  return {
    view: view === 'salles' || view === 'choix' ? view : 'heures',
    kind: isSlotKind(kind) ? kind : null,
    room: isId(room) ? room : null,
    chosen: [...new Set(search.getAll('choix').filter(isId))].slice(0, most),
  };
}

/** The same page with something else asked. */
export function programmeHref(path: string, query: ProgrammeQuery, changed: Partial<ProgrammeQuery>): string {
  const { view, kind, room, chosen } = { ...query, ...changed };
  const search = new URLSearchParams();
  if (view !== 'heures') search.set('vue', view);
  if (kind) search.set('type', kind);
  if (room) search.set('salle', room);
  for (const id of chosen) search.append('choix', id);
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
