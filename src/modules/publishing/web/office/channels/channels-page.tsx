import type { ComponentChildren, JSX } from 'preact';
import { formatDate, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import {
  briefOf,
  lineOf,
  mailText,
  networkText,
  pressRelease,
  radioBrief,
  wholeOf,
  type Announcement,
} from '../../../domain/channels.ts';
import { countSigns } from '#platform/french/index.ts';
import { networks, type Network } from '../../../domain/networks.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { announcementOf } from '../../public/news/announcement.ts';
import { kindNames } from '../../texts.ts';
import { editableAt } from './editable-at.ts';

/** `GET /gestion/contenus/:id/canaux`: one entry, ready for every channel. */
export async function showChannels(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx, hub } = exchange;
  const publication = await editableAt(exchange);
  if (!publication) return exchange.notFound();
  const { id, kind, slug, status } = publication;
  const item = await announcementOf(ctx, deps, publication, hub.origin);
  const isPublic = status === 'published';
  return exchange.page({
    title: `Diffuser : ${item.title}`,
    layout: 'office',
    section: officePaths.list,
    ...(isPublic ? { publicHref: publicationPath(kind, slug) } : {}),
    header: {
      title: 'Diffuser',
      lead: <p>Un seul texte, déjà prêt pour chaque canal. Copiez, collez.</p>,
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: item.title, href: officePaths.edit(id) },
      ],
      actions: (
        <>
          <ButtonLink kind="ghost" icon="edit" href={officePaths.edit(id)}>
            Modifier
          </ButtonLink>
          <ButtonLink icon="download" href={`${officePaths.channels(id)}/affiche`}>
            Fiche à imprimer
          </ButtonLink>
        </>
      ),
    },
    content: (
      <div class="channels">
        {!isPublic && (
          <Notice state="warning" title="Ce n’est pas encore public">
            <p>L’adresse ne répondra qu’une fois cette {kindNames[kind].one} publiée.</p>
          </Notice>
        )}
        <SiteTexts item={item} />
        <Networks item={item} />
        <Mail item={item} />
        <Radio item={item} />
        <Ready title="Communiqué de presse" text={pressRelease(item, { day: today(exchange), city: '' })} />
      </div>
    ),
  });
}

function today({ ctx }: Exchange): string {
  return formatDate(ctx.clock.now(), { zone: ctx.zone });
}

interface ItemProps {
  readonly item: Announcement;
}

interface ReadyProps {
  readonly title: string;
  readonly text: string;
  readonly level?: 2 | 3;
  readonly note?: ComponentChildren;
}

/** A text as it stands, to read, to select or to copy. */
function Ready({ title, text, level = 2, note }: ReadyProps): JSX.Element {
  return (
    <Panel title={title} level={level}>
      <pre>{text}</pre>
      {note && <p class="facts">{note}</p>}
      <CopyButton text={text} />
    </Panel>
  );
}

function SiteTexts({ item }: ItemProps): JSX.Element {
  const lengths = [
    { title: 'En une ligne', text: lineOf(item), limit: 140, isWritten: item.line !== '' },
    { title: 'En deux phrases', text: briefOf(item), limit: 280, isWritten: item.brief !== '' },
    { title: 'En entier', text: wholeOf(item), limit: null, isWritten: item.body !== '' },
  ];
  return (
    <>
      {lengths.map(({ title, text, limit, isWritten }) => (
        <Ready
          title={title}
          text={text}
          note={[
            limit ? `${countSigns(text)} signes sur ${limit}` : plural(countSigns(text), 'signe'),
            !isWritten && 'tiré du reste du texte',
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </>
  );
}

function Networks({ item }: ItemProps): JSX.Element {
  return (
    <>
      {networks.map((network) => (
        <NetworkPost network={network} item={item} />
      ))}
    </>
  );
}

function NetworkPost({ network, item }: ItemProps & { readonly network: Network }): JSX.Element {
  const text = networkText(item, network);
  const count = network.measure(text);
  return (
    <Ready
      title={network.name}
      text={text}
      note={[
        `${formatNumber(count)} signes sur ${formatNumber(network.limit)}, comme ${network.name} les compte`,
        network.note,
      ]
        .filter(Boolean)
        .join('. ')}
    />
  );
}

function Mail({ item }: ItemProps): JSX.Element {
  const { subject, body } = mailText(item);
  return (
    <Panel title="Mail">
      <p>
        <b>Objet : </b>
        {subject}
      </p>
      <CopyButton text={subject} label="Copier l’objet" />
      <pre>{body}</pre>
      <CopyButton text={body} label="Copier le message" />
      <p>
        <a href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}>
          Ouvrir dans votre logiciel de mail
        </a>
      </p>
    </Panel>
  );
}

function Radio({ item }: ItemProps): JSX.Element {
  const { text, words, seconds } = radioBrief(item);
  const advice =
    seconds > 35 ? ' Un peu long : visez trente secondes.' : seconds < 15 ? ' Un peu court : ajoutez un détail.' : '';
  return (
    <Ready
      title="Brève radio"
      text={text}
      note={`${plural(words, 'mot')}, environ ${plural(seconds, 'seconde')} à voix haute.${advice}`}
    />
  );
}
