import type { Exchange } from '#platform/http/exchange.ts';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import type { HubSettings } from '../../domain/hub-settings.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { MissingForStaff } from './missing-for-staff.tsx';

/** `/mentions-legales`: what loi 2004-575, art. 1-1 asks a publisher to say. */
export async function showLegalNotice(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const { legal } = settings;
  const town = [settings.postcode, settings.city].filter(Boolean).join(' ');
  return exchange.page({
    title: 'Mentions légales',
    description: `Qui publie et qui héberge le site de ${settings.name}.`,
    edit: { href: paths.settingsTab('mentions'), label: 'Modifier les mentions', roles: ['employee'] },
    content: (
      <>
        <PageHeader title="Mentions légales" lead={<p>Qui parle ici, et qui fait tourner le site.</p>} />
        <MissingForStaff actor={exchange.actor} missing={missingNotices(settings)} />
        <div class="prose">
          <h2>Qui publie</h2>
          <DescriptionList
            rows={[
              { term: 'Éditeur', value: legal.publisher ?? settings.name },
              { term: 'Forme juridique', value: legal.legalForm },
              { term: 'SIREN', value: legal.siren },
              { term: 'RNA', value: legal.rna },
              { term: 'Adresse', value: [settings.street, town].filter(Boolean).join(', ') },
              { term: 'Téléphone', value: settings.phone },
              { term: 'Directeur ou directrice de la publication', value: legal.publicationDirector },
              { term: 'Nous écrire', value: <a href={paths.contact}>Par le formulaire de contact</a> },
            ]}
          />
          <h2>Qui héberge</h2>
          {legal.hostName ? (
            <DescriptionList
              rows={[
                { term: 'Hébergeur', value: legal.hostName },
                { term: 'Adresse', value: legal.hostAddress },
                { term: 'Téléphone', value: legal.hostPhone },
              ]}
            />
          ) : (
            <p>
              Ces informations sont données sur demande, <a href={paths.contact}>par le formulaire de contact</a>.
            </p>
          )}
          <h2>Textes, photos, données</h2>
          <p>
            Les textes et les photos restent à leurs autrices et auteurs ; le nom est indiqué sous chaque photo. Les
            données publiées sous licence ouverte peuvent être reprises en citant {settings.name}.
          </p>
          <p>
            Le site fonctionne avec Essaim, un logiciel libre (licence AGPL, version 3 ou suivante). Chacun peut lire,
            partager et améliorer son code : <a href={paths.sourceCode}>le télécharger tel qu’il tourne ici</a>.
          </p>
          <p>
            Base légale de cette page : article 1-1 de la{' '}
            <a href="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000801164/">loi n° 2004-575 du 21 juin 2004</a>.
          </p>
        </div>
      </>
    ),
  });
}

function missingNotices({ legal, street, city, phone }: HubSettings): string[] {
  const wanted: [string, unknown][] = [
    ['l’éditeur', legal.publisher],
    ['le directeur ou la directrice de la publication', legal.publicationDirector],
    ['l’adresse du siège', street && city],
    ['un téléphone', phone],
    ['l’hébergeur', legal.hostName],
    ['l’adresse de l’hébergeur', legal.hostAddress],
    ['le téléphone de l’hébergeur', legal.hostPhone],
  ];
  return wanted.filter(([, value]) => !value).map(([label]) => label);
}
