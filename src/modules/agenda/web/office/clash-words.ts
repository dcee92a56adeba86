import { formatNumber, listing, noBreakSpace } from '#platform/french/index.ts';
import { eventTypeFacts } from '../../domain/event-types.ts';
import { whenInWords } from '../../domain/when-in-words.ts';
import type { Clash } from '../../queries/office/clashing-dates.ts';

/** « jeudi 12 mars, de 18 h à 20 h, à Guichen : même public (associations), à 17 km » */
export function clashInWords(
  clash: Clash,
  { today, audienceName }: { today: Temporal.PlainDate; audienceName: (tag: string) => string },
): string {
  const place = clash.venue ? [clash.venue.name, clash.venue.city].filter(Boolean).join(', ') : '';
  const when = [whenInWords(clash, { today }), place].filter(Boolean).join(' · ');
  const draft = clash.status === 'published' ? '' : ' (pas encore publié)';
  return `${when}${draft}${noBreakSpace}: ${listing(reasonsInWords(clash, audienceName))}.`;
}

function reasonsInWords({ reasons, type, audiences }: Clash, audienceName: (tag: string) => string): string[] {
  const { time, place, distance, people } = reasons;
  const where =
    place === 'same_venue'
      ? 'dans le même lieu'
      : place === 'same_town'
        ? 'dans la même commune'
        : place === 'near' && distance !== null
          ? `à ${formatNumber(Math.max(1, Math.round(distance)))}${noBreakSpace}km`
          : null;
  return [
    time === 'overlap' ? 'aux mêmes heures' : 'le même jour',
    where,
    people.includes('organizer') ? 'avec le même organisateur' : null,
    people.includes('audience') ? `pour le même public (${listing(audiences.map(audienceName))})` : null,
    people.includes('theme') ? 'sur le même thème' : null,
    people.includes('type') && !people.includes('audience')
      ? `du même genre (${eventTypeFacts[type].label.toLowerCase()})`
      : null,
  ].filter((reason) => reason !== null);
}
