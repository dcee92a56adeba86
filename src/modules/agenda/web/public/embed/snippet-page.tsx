import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { agendaCalendarPath, agendaPath, listFramePath, subscriptionPath } from '../../../paths.ts';
import { agendaHref, isNarrowed, readAgendaQuery } from '../agenda-query.ts';

/** `GET /agenda/integrer`: the lines a partner copies into her site. */
export function showSnippet(exchange: Exchange): Promise<Response> {
  const query = readAgendaQuery(exchange.url.searchParams);
  const { origin, name } = exchange.hub;
  const frames = [
    { title: 'La liste des prochaines dates', path: agendaHref(query, {}, listFramePath), height: 700, id: 'liste' },
    { title: 'Le mois', path: agendaHref(query, {}, `${agendaPath}/cadre/mois`), height: 900, id: 'mois' },
  ];
  return exchange.page({
    title: 'L’agenda sur votre site',
    canonical: agendaHref(query, {}, exchange.url.pathname),
    section: agendaPath,
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Agenda', href: agendaPath }, { label: 'Sur votre site' }]}
          title="L’agenda sur votre site"
          lead={
            <p>
              Copiez ces lignes dans une page de votre site : les dates s’y affichent, toujours à jour, sans traceur ni
              bandeau.
            </p>
          }
        />
        {frames.map(({ title, path, height, id }) => (
          <Frame
            id={id}
            title={title}
            path={path}
            code={`<iframe src="${(origin + path).replaceAll('&', '&amp;')}" title="Agenda de ${name.replaceAll('"', '&quot;')}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`}
          />
        ))}
        <Panel title="N’en montrer qu’une partie">
          <p>
            {isNarrowed(query)
              ? 'Ces lignes gardent les choix que vous avez faits dans l’agenda. '
              : 'Un type de rendez-vous, une commune, vos voisins seulement ? '}
            <a href={agendaHref(query)}>Choisissez dans l’agenda</a>, puis revenez ici par « Sur votre site ».
          </p>
          <p>
            Votre logiciel préfère un calendrier ? <a href={subscriptionPath}>Abonnez-le à l’agenda</a> (
            <a href={agendaCalendarPath}>iCalendar</a>).
          </p>
        </Panel>
      </>
    ),
  });
}

function Frame({
  id,
  title,
  path,
  code,
}: {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly code: string;
}): JSX.Element {
  return (
    <Panel title={title} id={id}>
      <pre class="code-block">
        <code>{code}</code>
      </pre>
      <p class="actions">
        <CopyButton text={code} />
        <a href={path}>Voir ce que cela donne</a>
      </p>
    </Panel>
  );
}
