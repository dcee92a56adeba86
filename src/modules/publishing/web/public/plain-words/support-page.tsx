import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { Doors } from '#ui/components/door.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Section } from '#ui/components/section.tsx';
import type { Category } from '#ui/theme/categories.ts';
import { askPath } from '../../../ask-path.ts';
import { questionsAnswered, supportQuestions, type SupportQuestion } from '../../../domain/support-questions.ts';
import type { PublishingDependencies, SupportingOrganization } from '../../../ports.ts';
import { ContactPanel, picturedContact } from '../item/contact-panel.tsx';
import { SupportWheel } from './support-wheel.tsx';

export const supportPath = '/accompagnement';

const words: Readonly<Record<SupportQuestion, { title: string; text: string; tone: Category }>> = {
  create: { title: 'Je crée', text: 'une idée, un premier pas, des statuts', tone: 'leaf' },
  employ: { title: 'J’emploie', text: 'un premier salaire, un poste partagé', tone: 'sun' },
  fund: { title: 'Je finance', text: 'un prêt, une garantie, un appel à projets', tone: 'coral' },
  learn: { title: 'Je me forme', text: 'des ateliers, un parrainage', tone: 'sky' },
  grow: { title: 'Je grandis', text: 'coopérer, mutualiser, tenir dans le temps', tone: 'lagoon' },
  place: { title: 'Je cherche un lieu', text: 'un bureau, un local, du matériel', tone: 'rose' },
  'take-over': { title: 'Je transmets, je reprends', text: 'une entreprise, par ses salarié·es', tone: 'plum' },
  manage: { title: 'Je gère', text: 'comptes, droit, paie, numérique', tone: 'clay' },
};

/** `GET /accompagnement`: who accompanies what, by the question one comes with, the hub in the middle. */
export async function showSupport(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [actors, contact] = await Promise.all([deps.organizations.supporting(ctx), picturedContact(ctx, deps, null)]);
  const groups = supportQuestions
    .map((question) => ({
      question,
      actors: actors.filter(({ supports }) => questionsAnswered(supports).has(question)),
    }))
    .filter((group) => group.actors.length > 0);
  const others = actors.filter(({ supports }) => questionsAnswered(supports).size === 0);
  return exchange.page({
    title: 'Qui accompagne quoi',
    description:
      'Créer, employer, financer, se former, transmettre : qui aide à quoi sur le territoire, et une seule adresse quand on ne sait pas.',
    canonical: supportPath,
    sheets: ['plain-words'],
    content: (
      <>
        <PageHeader
          title="Qui accompagne quoi"
          lead={
            <p>
              Dites ce qui vous amène. Et si vous ne savez pas qui appeler, appelez-nous : orienter, c’est notre métier.
            </p>
          }
        />
        <div class="support-middle">
          <SupportWheel spokes={groups.map(({ actors: helping }) => ({ count: helping.length }))} />
          <ContactPanel
            title="Une seule porte pour commencer"
            contact={contact}
            ask={{ from: supportPath, subject: 'Trouver le bon accompagnement' }}
          >
            <p>
              {actors.length > 0
                ? `Le pôle connaît les ${plural(actors.length, 'structure')} de cette page et vous met en lien.`
                : 'Le pôle vous répond et vous met en lien.'}
            </p>
          </ContactPanel>
        </div>
        {groups.length > 0 && (
          <Section title="Je viens pour…" id="questions">
            <Doors doors={groups.map(({ question }) => ({ href: `#${question}`, ...words[question] }))} />
          </Section>
        )}
        {groups.map(({ question, actors: helping }) => (
          <Section title={words[question].title} id={question}>
            <ActorRows actors={helping} />
          </Section>
        ))}
        {others.length > 0 && (
          <Section title="Elles accompagnent aussi">
            <ActorRows actors={others} />
          </Section>
        )}
        {actors.length === 0 && (
          <EmptyState
            title="La liste se prépare"
            actions={<ButtonLink href={askPath({ from: supportPath })}>Poser une question</ButtonLink>}
          >
            <p>En attendant, le pôle vous répond.</p>
          </EmptyState>
        )}
        {actors.length > 0 && deps.isServed('/annuaire') && (
          <p class="figures-foot">
            <a href="/annuaire?avec=accompagnement">Les mêmes dans l’annuaire et sur la carte</a>
          </p>
        )}
      </>
    ),
  });
}

function ActorRows({ actors }: { readonly actors: readonly SupportingOrganization[] }): JSX.Element {
  return (
    <ul class="support-rows">
      {actors.map(({ name, path, city, mission, supports, isMember }) => (
        <li>
          <h3>
            <a href={path}>{name}</a> {isMember && <Chip strong>adhérente</Chip>}
          </h3>
          {city && <p class="facts">{city}</p>}
          {mission && <p>{mission}</p>}
          {supports.length > 0 && (
            <ul class="tags" aria-label="Elle accompagne">
              {supports.map((support) => (
                <li>
                  <Chip>{support}</Chip>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
