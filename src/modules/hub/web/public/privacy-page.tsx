import type { Exchange } from '#platform/http/exchange.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { MissingForStaff } from './missing-for-staff.tsx';

/** What is held, why, on which ground of GDPR art. 6, and for how long. */
const treatments: readonly { title: string; what: string; why: string; until: string }[] = [
  {
    title: 'Quand vous nous écrivez',
    what: 'Votre nom, votre e-mail ou votre téléphone, notre échange, le rendez-vous pris, la page d’où vous veniez et qui vous a parlé de nous si vous le dites.',
    why: 'Pour vous répondre (intérêt légitime, article 6-1-f du RGPD).',
    until:
      'Trois ans après notre dernier échange, puis il ne reste qu’un nombre. Votre lien de suivi permet de tout effacer avant.',
  },
  {
    title: 'Quand vous vous inscrivez à un rendez-vous',
    what: 'Vos nom, mail, téléphone, structure, commune et réponses au formulaire, pour chaque personne inscrite. L’équipe seule les lit ; pour un covoiturage, les téléphones ne se montrent que si les deux ont dit oui.',
    why: 'Pour vous accueillir (exécution du service demandé, article 6-1-b). Les réponses sur les repas ou l’accessibilité sont libres, et données avec votre accord (article 9-2-a).',
    until:
      'Repas, accessibilité et covoiturage : trois mois après la date. Votre nom et de quoi vous joindre : trois ans après, puis il ne reste qu’un nombre. Votre lien d’inscription permet de changer ou d’annuler avant.',
  },
  {
    title: 'Quand vous proposez un rendez-vous ou répondez à un sondage',
    what: 'Votre nom, votre e-mail ou votre téléphone, et ce que vous avez écrit.',
    why: 'Pour vous répondre, et trouver une date ensemble (intérêt légitime, article 6-1-f).',
    until: 'Un an après le rendez-vous proposé ; six mois après la fin du sondage.',
  },
  {
    title: 'Quand vous tenez un stand ou donnez un coup de main',
    what: 'Votre nom, de quoi vous joindre, ce dont vous avez besoin, les moments que vous avez pris.',
    why: 'Pour préparer la journée avec vous (exécution du service demandé, article 6-1-b).',
    until: 'Un an après la journée.',
  },
  {
    title: 'Quand vous suivez une formation',
    what: 'Vos nom, mail, téléphone, structure, présences et certificats. Les évaluations sont lues sans nom.',
    why: 'Parce qu’un organisme de formation doit justifier de ce qu’il a fait (obligation légale, article 6-1-c ; code du travail, articles L6361-1 et suivants).',
    until:
      'De quoi vous joindre : le nombre d’années que règle le pôle, trois au moins, après l’année de la formation. Les feuilles et les certificats : tant qu’ils peuvent être demandés. Être prévenu·e d’une session : jusqu’à ce que vous vous retiriez.',
  },
  {
    title: 'Quand vous payez',
    what: 'Votre nom, votre adresse sur la facture, ce que vous avez payé et comment. Les cartes se paient chez HelloAsso : leur numéro ne passe jamais par ici.',
    why: 'Pour tenir les comptes (obligation légale, article 6-1-c ; code de commerce, article L123-22).',
    until: 'Dix ans.',
  },
  {
    title: 'Quand votre structure est dans l’annuaire',
    what: 'Ce que la structure rend public, et les noms et moyens de joindre ses contacts, chacun avec sa visibilité.',
    why: 'Pour faire connaître les structures du territoire (intérêt légitime, article 6-1-f). Vous pouvez corriger, cacher ou retirer.',
    until: 'Tant que la fiche existe. Chaque année, nous vous demandons si elle est encore juste.',
  },
  {
    title: 'Quand vous avez un compte',
    what: 'Votre nom, votre adresse, vos connexions, vos rôles au pôle. Jamais votre mot de passe en clair.',
    why: 'Pour vous reconnaître et protéger votre compte (exécution du service demandé, article 6-1-b).',
    until: 'Tant que le compte existe. Vous pouvez en demander l’effacement à tout moment.',
  },
  {
    title: 'Quand l’équipe agit sur le site',
    what: 'Qui a fait quoi, et quand.',
    why: 'Pour comprendre et réparer une erreur (intérêt légitime, article 6-1-f).',
    until: 'Le temps de la vie du site ; votre nom en est retiré si vous demandez l’effacement.',
  },
];

/** `/donnees-personnelles`: the information that GDPR art. 13 asks for. */
export async function showPrivacy(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const { legal } = settings;
  return exchange.page({
    title: 'Données personnelles',
    description: 'Ce que nous gardons de vous, pourquoi, combien de temps, et comment le reprendre.',
    edit: { href: paths.settingsTab('mentions'), label: 'Modifier les mentions', roles: ['employee'] },
    content: (
      <>
        <PageHeader
          title="Vos données restent les vôtres"
          lead={<p>Le moins possible, pas plus longtemps qu’il ne faut, et jamais vendues.</p>}
        />
        <MissingForStaff
          actor={exchange.actor}
          missing={legal.dataContact ? [] : ['la personne à qui écrire au sujet des données']}
        />
        <div class="prose">
          <h2>Vous visitez le site</h2>
          <p>
            Rien ne vous suit : ni cookie de mesure, ni publicité, ni appel à un autre site. Un cookie n’apparaît que si
            vous vous connectez ou envoyez un formulaire : il est nécessaire au fonctionnement, donc dispensé de bandeau
            (article 82 de la loi du 6 janvier 1978).
          </p>
          {treatments.map(({ title, what, why, until }) => (
            <section>
              <h2>{title}</h2>
              <ul>
                <li>{what}</li>
                <li>{why}</li>
                <li>{until}</li>
              </ul>
            </section>
          ))}
          <h2>Vos droits</h2>
          <p>
            Voir ce que nous gardons, le corriger, l’emporter, l’effacer, vous y opposer (articles 15 à 22 du RGPD).
            Avec un compte, tout se fait depuis <a href="/mon-compte/mes-donnees">vos données</a>. Sans compte,{' '}
            <a href="/mes-donnees">demandez un lien</a> à votre adresse, ou <a href={paths.contact}>écrivez-nous</a> :
            réponse sous un mois.
          </p>
          <p>
            Responsable : {legal.publisher ?? settings.name}. Si notre réponse ne vous convient pas, vous pouvez vous
            adresser à la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
          </p>
        </div>
      </>
    ),
  });
}
