import type { JSX } from 'preact';
import { readHubSettings } from '#modules/hub/index.ts';
import type { ProcessingActivity } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { PeopleTabs } from '../../list/web/people-tabs.tsx';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';

/** `GET /gestion/personnes/traitements`: the register of processing (RGPD, article 30), as the modules declare it. */
export const showProcessing =
  ({ processing }: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    const settings = await readHubSettings(exchange.ctx.db, exchange.hub.id);
    const today = exchange.ctx.clock.now();
    return exchange.page({
      title: 'Registre des traitements',
      layout: 'office',
      section: paths.people,
      header: {
        trail: [{ label: 'Personnes', href: paths.people }],
        lead: `Ce que le site fait des données personnelles, tel que chaque partie du site le déclare, au ${formatDate(today, { zone: exchange.hub.zone })} (RGPD, article 30). Cette page s’imprime.`,
        actions: (
          <>
            <ButtonLink kind="ghost" small icon="download" href={`${paths.processing}.csv`} download>
              CSV
            </ButtonLink>
            <ButtonLink kind="ghost" small href={paths.retention}>
              Durées et oublis
            </ButtonLink>
          </>
        ),
      },
      content: (
        <>
          <PeopleTabs current={paths.processing} />
          <div class="panels">
            <Panel title="Responsable du traitement" id="responsable">
              <DescriptionList
                rows={[
                  { term: 'Responsable', value: settings?.legal.publisher ?? settings?.name ?? exchange.hub.name },
                  { term: 'Représenté par', value: settings?.legal.publicationDirector ?? '' },
                  { term: 'À qui écrire au sujet des données', value: settings?.legal.dataContact ?? '' },
                  { term: 'Hébergement', value: settings?.legal.hostName ?? '' },
                  { term: 'Transferts hors de l’Union européenne', value: 'Aucun par ce site' },
                  {
                    term: 'Sécurité',
                    value:
                      'Accès par lien à usage unique ou clé, second facteur pour l’équipe, droits par rôle, journal des actes, données de chaque pôle séparées dans la base, sauvegardes.',
                  },
                ]}
              />
            </Panel>
            {processing().map((activity) => (
              <Activity activity={activity} />
            ))}
          </div>
        </>
      ),
    });
  };

function Activity({ activity }: { readonly activity: ProcessingActivity }): JSX.Element {
  return (
    <Panel title={activity.name}>
      <DescriptionList
        rows={columns.slice(1).map(({ header, value }) => ({ term: header, value: String(value(activity)) }))}
      />
    </Panel>
  );
}

const columns: readonly ExportColumn<ProcessingActivity>[] = [
  { header: 'Traitement', value: (activity) => activity.name },
  { header: 'Pour quoi', value: (activity) => activity.purpose },
  { header: 'Fondement', value: (activity) => activity.legalBasis },
  { header: 'Personnes concernées', value: (activity) => activity.people },
  { header: 'Données', value: (activity) => activity.kept },
  { header: 'Destinataires, hors équipe', value: (activity) => activity.recipients },
  { header: 'Durée', value: (activity) => activity.retention },
];

const fileName = 'registre-des-traitements.csv';

export const sendProcessing =
  ({ processing }: PeopleDependencies) =>
  (exchange: Exchange): Response =>
    exchange.http.body(csvStream([...columns], processing()), 200, {
      'content-type': csvContentType,
      'content-disposition': `attachment; filename="${fileName}"`,
    });
