import type { JSX } from 'preact';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { askPath } from '../../../ask-path.ts';
import { publicationCards } from '../../../cards/publication-cards.ts';
import { takesMessages } from '../../../commands/relay-project-message.ts';
import { listPath, officePaths, publicationPath } from '../../../paths.ts';
import { shareImageOf } from '../share-images/share-image-of.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { articleData } from '../item/article-data.ts';
import { ItemBanner, ItemThemes, ShareText, Speaker } from '../item/item-parts.tsx';
import { itemSetting } from '../item/item-setting.ts';
import { nearest } from '../item/nearest.ts';
import { StagePath } from './stage-path.tsx';

const path = listPath('project');

/** `/projets/:slug`: where it stands, what it looks for, the one door to knock at. */
export async function projectView(
  exchange: Exchange,
  deps: PublishingDependencies,
  project: StoredPublication<'project'>,
): Promise<PageView> {
  const { ctx, hub } = exchange;
  const { fields, slug } = project;
  const { content } = fields;
  const [setting, all] = await Promise.all([itemSetting(exchange, deps, project), allPublished(ctx, deps, 'project')]);
  const others = await publicationCards(ctx, deps, nearest(all, { id: project.id, themes: fields.themes }, 3));
  return {
    title: fields.title,
    description: fields.brief || fields.line,
    canonical: publicationPath('project', slug),
    section: path,
    structuredData: [articleData('Project', project, setting, hub.origin)],
    image: shareImageOf(project),
    edit: { href: officePaths.edit(project.id), label: 'Modifier ce projet', roles: ['employee'] },
    mailable: { kind: 'project', id: project.id },
    content: (
      <>
        <ItemBanner publication={project} setting={setting} />
        <PageHeader
          trail={[{ label: 'Projets', href: path }, { label: fields.title }]}
          label={{
            text: content.isEmerging ? 'Repéré par la veille du pôle' : (setting.organization?.name ?? setting.hubName),
            own: !setting.organization,
          }}
          title={fields.title}
          facts={[content.leader, content.place].filter(Boolean).join(' · ')}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
        />
        {content.isEmerging ? (
          <Notice state="info" title="Une idée qui frémit">
            <p>
              Le pôle en a entendu parler, le projet n’est pas encore écrit. Si c’est le vôtre, faites-vous connaître.
            </p>
          </Notice>
        ) : (
          <StagePath stage={content.stage} />
        )}
        {content.stage === 'paused' && (
          <Notice state="info" title="Ce projet est en pause.">
            <p>Il n’est pas abandonné : un coup de main peut le relancer.</p>
          </Notice>
        )}
        <Columns
          main={
            <div class="sheet">
              <Needs needs={content.needs} />
              <CleanText html={fields.body} />
              <ItemThemes publication={project} setting={setting} />
              <ShareText publication={project} origin={hub.origin} />
            </div>
          }
          side={
            <>
              <ProjectContact project={project} />
              <Speaker setting={setting} label={setting.organization ? 'Porté par' : 'Suivi par'} />
            </>
          }
        />
        {others.length > 0 && (
          <Section title="D’autres projets" more={{ href: path, label: 'Tous les projets' }}>
            <ContentCards cards={others} land={setting.land} />
          </Section>
        )}
      </>
    ),
  };
}

function Needs({ needs }: { readonly needs: readonly string[] }): JSX.Element | null {
  if (needs.length === 0) return null;
  return (
    <section class="word-block tone-sun">
      <h2>Ce projet cherche</h2>
      <ul>
        {needs.map((need) => (
          <li>{need}</li>
        ))}
      </ul>
    </section>
  );
}

/** One contact a project. Its mail and phone are never in the page: messages are passed on. */
function ProjectContact({ project }: { readonly project: StoredPublication<'project'> }): JSX.Element {
  const { title, content } = project.fields;
  const address = publicationPath('project', project.slug);
  return (
    <Panel title="Vous pouvez aider ?">
      {content.contactName && (
        <p>
          <b>{content.contactName}</b> répond aux messages.
        </p>
      )}
      <p class="actions">
        {takesMessages(project) ? (
          <ButtonLink icon="mail" href={`${address}/ecrire`}>
            Écrire au projet
          </ButtonLink>
        ) : (
          <ButtonLink icon="mail" href={askPath({ from: address, subject: `Projet : ${title}`.slice(0, 110) })}>
            Passer par le pôle
          </ButtonLink>
        )}
      </p>
      <p class="facts">
        {takesMessages(project)
          ? 'Votre message est transmis, la réponse vient directement dans votre boîte.'
          : 'Le pôle fait le lien avec celles et ceux qui portent le projet.'}
      </p>
    </Panel>
  );
}
