import type { JSX } from 'preact';
import { ButtonLink } from '#ui/components/button.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';

/** What a wrong or old address shows: how to find what was wanted. */
export function NotFoundPage({ name }: { readonly name: string }): JSX.Element {
  return (
    <>
      <PageHeader
        title="Par ici, le chemin se perd"
        lead={<p>Cette page a bougé, ou son adresse est incomplète. Ce que vous cherchez est sans doute à deux pas.</p>}
      />
      <FilterBar action="/recherche" label="Chercher sur le site">
        <SearchField name="q" label="Que cherchiez-vous ?" />
      </FilterBar>
      <p class="actions">
        <ButtonLink href="/">Revenir à l’accueil</ButtonLink>
        <ButtonLink kind="ghost" href="/annuaire">
          Parcourir l’annuaire
        </ButtonLink>
        <ButtonLink kind="ghost" href="/contact">
          Nous demander
        </ButtonLink>
      </p>
      <Banner>
        <ReliefCover id={`chemin ${name}`} width={1240} height={368} horizon={0.4} />
      </Banner>
    </>
  );
}

/** What visitors see while the hub prepares its site. */
export function PreparingPage({ promise }: { readonly promise: string }): JSX.Element {
  return (
    <>
      <p class="lead">{promise}</p>
      <p>Le site se prépare. Revenez bientôt : il y aura de la lumière.</p>
      <p>
        <a href="/connexion">Vous êtes de l’équipe ? Connectez-vous.</a>
      </p>
    </>
  );
}
