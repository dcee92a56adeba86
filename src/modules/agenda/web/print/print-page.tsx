import type { JSX } from 'preact';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { agendaPath, leafletPath, monthProgrammePath, officePaths, printPath } from '../../paths.ts';
import { mayRunAgenda } from '../../policy.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { monthTitle } from '../public/grouped-dates.ts';
import { readChoices, todayOf } from '../public/read-agenda.ts';

const monthsAhead = 4;

/** `GET /agenda/programme`: what may be printed of the agenda. */
export async function showPrintPage(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { towns } = await readChoices(exchange.ctx, deps);
  const today = todayOf(exchange.ctx);
  const first = today.toPlainYearMonth();
  const months = Array.from({ length: monthsAhead }, (_, at) => first.add({ months: at }));
  return exchange.page({
    title: 'L’agenda sur papier',
    description: 'Le programme du mois à afficher, les rendez-vous d’une commune à plier et à distribuer.',
    section: agendaPath,
    sheets: ['agenda'],
    canonical: printPath,
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Agenda', href: agendaPath }, { label: 'Sur papier' }]}
          title="L’agenda sur papier"
          lead="À afficher en mairie, à la médiathèque, au café. Chaque feuille porte un code qui mène aux dates à jour."
        />
        <Section title="Le programme du mois">
          <ul class="sheets">
            {months.map((month) => (
              <Choice
                name={monthTitle(month)}
                first={{ href: monthProgrammePath(month), label: 'A4' }}
                second={{ href: monthProgrammePath(month, 'A3'), label: 'A3' }}
              />
            ))}
          </ul>
        </Section>
        <Section title="Le dépliant d’une commune">
          <p>Les trois prochains mois, sur une feuille A4 imprimée des deux côtés (bord court) et pliée.</p>
          {towns.length === 0 ? (
            <p>Aucun rendez-vous à venir n’a encore de lieu. Le dépliant paraîtra avec le premier.</p>
          ) : (
            <ul class="sheets">
              {towns.map(({ insee, name }) => (
                <Choice
                  name={name}
                  first={{ href: leafletPath(insee), label: 'plié en trois' }}
                  second={{ href: leafletPath(insee, 2), label: 'plié en deux' }}
                />
              ))}
            </ul>
          )}
        </Section>
        {mayRunAgenda(exchange.actor) && (
          <Section title="Pour l’équipe">
            <ul>
              {[today, today.add({ days: 1 })].map((day) => (
                <li>
                  <a href={officePaths.daySheet(day)}>
                    La feuille du {formatDate(day, { weekday: true, year: false })}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title="L’affiche d’un rendez-vous">
          <p>
            Chaque rendez-vous a la sienne, sur sa page : <a href={agendaPath}>choisissez-le dans l’agenda</a>.
          </p>
        </Section>
      </>
    ),
  });
}

interface Sheet {
  readonly href: string;
  readonly label: string;
}

/** « Mars 2026 A4 · A3 », each link saying what it gives. */
function Choice({
  name,
  first,
  second,
}: {
  readonly name: string;
  readonly first: Sheet;
  readonly second: Sheet;
}): JSX.Element {
  return (
    <li>
      <b>{name}</b>{' '}
      <span>
        {[first, second].map(({ href, label }, at) => (
          <>
            {at > 0 && '\u00a0· '}
            <a class="nowrap" href={href}>
              <span class="visually-hidden">{name}, </span>
              {label}
            </a>
          </>
        ))}
      </span>
    </li>
  );
}
