import type { Exchange } from '#platform/http/exchange.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';

/**
 * `/accessibilite`: the declaration of the RGAA 4.1, in its official order. Without an audit of the site the law knows
 * one state only, « non conforme »; the page says so, then says what is tested.
 */
export async function showAccessibility(exchange: Exchange): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  return exchange.page({
    title: 'Accessibilité',
    description: `Déclaration d’accessibilité du site de ${settings.name} : état, limites connues, comment obtenir de l’aide.`,
    content: (
      <>
        <PageHeader
          title="Accessibilité : non conforme"
          lead={
            <p>
              Non conforme, parce que pas encore audité par un tiers. Voici ce qui est déjà vérifié, et comment nous
              signaler un obstacle.
            </p>
          }
        />
        <div class="prose">
          <h2>Déclaration</h2>
          <p>
            {settings.legal.publisher ?? settings.name} s’engage à rendre son site accessible, conformément à
            l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique au site{' '}
            {exchange.hub.origin}.
          </p>
          <h2>État de conformité</h2>
          <p>
            Le site est <b>non conforme</b> au référentiel général d’amélioration de l’accessibilité (RGAA),
            version 4.1 : aucun audit complet n’en a encore été fait.
          </p>
          <h2>Ce qui est vérifié</h2>
          <ul>
            <li>Chaque page passe un contrôle automatique (axe) à chaque nouvelle version.</li>
            <li>Les parcours se font au clavier seul, et sans script pour les visiteurs.</li>
            <li>Les couleurs choisies par le pôle sont ajustées pour rester lisibles, sur écran clair ou sombre.</li>
            <li>La carte n’est jamais le seul chemin : la liste dit la même chose.</li>
          </ul>
          <h2>Contenus non accessibles</h2>
          <p>
            Un contrôle automatique ne voit pas tout. Certains documents ou photos déposés par des structures peuvent
            manquer de description.
          </p>
          <h2>Technologies</h2>
          <p>
            HTML, CSS, SVG, WAI-ARIA, et JavaScript en appoint. Essayé avec Chromium, au clavier, à 200 % et à
            320 pixels de large.
          </p>
          <h2>Un obstacle ?</h2>
          <p>
            Dites-le-nous <a href={paths.contact}>par le formulaire de contact</a>
            {settings.phone ? ` ou au ${settings.phone}` : ''} : nous vous donnerons l’information autrement, et nous
            réparerons.
          </p>
          <h2>Voies de recours</h2>
          <p>
            Si vous n’obtenez pas de réponse satisfaisante, vous pouvez{' '}
            <a href="https://formulaire.defenseurdesdroits.fr/">écrire au Défenseur des droits</a>, joindre son{' '}
            <a href="https://www.defenseurdesdroits.fr/saisir/delegues">délégué dans votre département</a>, ou lui
            adresser un courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
          </p>
        </div>
      </>
    ),
  });
}
