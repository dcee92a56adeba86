import type { JSX } from 'preact';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { Banner } from '#ui/components/hero.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { hueOf } from '../../../cards/publication-cards.ts';
import { listPath, publicationPath } from '../../../paths.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import type { ItemSetting } from './item-setting.ts';

interface ItemProps {
  readonly publication: StoredPublication;
  readonly setting: ItemSetting;
}

/** The wide picture at the head, or the landscape of the item. */
export function ItemBanner({ publication: { id, kind }, setting: { picture, land } }: ItemProps): JSX.Element {
  return (
    <Banner>
      <PhotoOrRelief
        id={id}
        hue={hueOf(kind, id)}
        motif={land.motif}
        width={1240}
        height={360}
        eager
        photo={picture ? photoOf(picture, '(min-width: 78rem) 77rem, 100vw') : undefined}
      />
    </Banner>
  );
}

/** Who speaks: the hub, or a structure of the directory with the way to its page. */
export function Speaker({
  setting: { organization, hubName },
  label,
}: Pick<ItemProps, 'setting'> & { readonly label: string }): JSX.Element {
  return (
    <Panel title={label} class={organization ? 'speaker' : 'speaker own'}>
      <p class="speaker-name">{organization ? <a href={organization.path}>{organization.name}</a> : hubName}</p>
      <p class="facts">{organization ? 'Une structure de l’annuaire' : 'L’équipe du pôle'}</p>
    </Panel>
  );
}

/** Its themes, each leading to what shares it. */
export function ItemThemes({ publication: { kind }, setting: { themes } }: ItemProps): JSX.Element | null {
  if (themes.length === 0 || kind === 'home') return null;
  return (
    <ul class="tags" aria-label="Thèmes">
      {themes.map(({ id, label }) => (
        <li>
          <a class="chip" href={`${listPath(kind)}?theme=${id}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The same in plain text, to paste in a message or on a network. */
export function ShareText({
  publication: { kind, slug, fields },
  origin,
}: {
  readonly publication: StoredPublication;
  readonly origin: string;
}): JSX.Element {
  const said = fields.line || fields.brief || textOfHtml(fields.body).slice(0, 240);
  const text = [fields.title, said, `${origin}${publicationPath(kind, slug)}`].filter(Boolean).join('\n');
  return (
    <details class="share">
      <summary>Partager</summary>
      <pre class="code-block">{text}</pre>
      <CopyButton text={text} label="Copier ce texte" />
    </details>
  );
}
