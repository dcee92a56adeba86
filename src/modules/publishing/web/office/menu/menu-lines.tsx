import type { JSX } from 'preact';
import { Icon } from '#ui/components/icon.tsx';
import { classes } from '#ui/components/classes.ts';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { MenuLine, MenuPlace } from '../../../domain/menu.ts';

export interface MenuLinesProps {
  readonly lines: readonly MenuLine[];
  readonly place: MenuPlace;
  readonly errors: Readonly<Record<string, string>>;
  /** The line just moved, to come back to. */
  readonly at: number | null;
}

/** The lines of one menu, each with its fields and the ways to move it. */
export function MenuLines({ lines, place, errors, at }: MenuLinesProps): JSX.Element {
  const ranked = lines.map((line, rank) => ({ line, rank })).filter(({ line }) => line.place === place);
  return (
    <ol class="menu-lines">
      {ranked.map(({ line, rank }, index) => (
        <li class={classes(line.isUnder && index > 0 && 'is-under', line.isHidden && 'is-hidden')}>
          <Line
            line={line}
            rank={rank}
            errors={errors}
            isFirst={index === 0}
            isLast={index === ranked.length - 1}
            isBack={rank === at}
          />
        </li>
      ))}
    </ol>
  );
}

interface LineProps {
  readonly line: MenuLine;
  readonly rank: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isBack: boolean;
}

function Line({ line, rank, errors, isFirst, isLast, isBack }: LineProps): JSX.Element {
  const name = (field: string): string => `lines.${rank}.${field}`;
  const said = line.label || 'cette entrée';
  return (
    <fieldset class="menu-line">
      <legend class="visually-hidden">{said}</legend>
      <input type="hidden" name={name('place')} value={line.place} />
      <TextField name={name('label')} label="Nom" value={line.label} error={errors[name('label')]} maxlength={40} />
      <TextField name={name('href')} label="Mène à" value={line.href} error={errors[name('href')]} grow />
      <div class="menu-line-acts">
        {!isFirst && <Checkbox name={name('isUnder')} label="En dessous" checked={line.isUnder} />}
        <Checkbox name={name('isHidden')} label="Cachée" checked={line.isHidden} />
        <button
          class="icon-button menu-line-up"
          name="act"
          value={`up-${rank}`}
          aria-label={`Monter ${said}`}
          disabled={isFirst}
        >
          <Icon name="chevron-down" />
        </button>
        <button
          class="icon-button"
          name="act"
          value={`down-${rank}`}
          aria-label={`Descendre ${said}`}
          disabled={isLast}
          autofocus={isBack && !isLast}
        >
          <Icon name="chevron-down" />
        </button>
        <button class="icon-button" name="act" value={`remove-${rank}`} aria-label={`Retirer ${said}`}>
          <Icon name="trash" />
        </button>
      </div>
    </fieldset>
  );
}
