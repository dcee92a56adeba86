import type { JSX } from 'preact';
import { formatNumber } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Progress, ProgressPoll } from '#ui/components/progress.tsx';

/** How far the work in hand has come. */
export interface ImportWork {
  /** The page of the import. */
  readonly href: string;
  /** « Lecture en cours » */
  readonly label: string;
  readonly isWorking: boolean;
  readonly progress: number;
  /** 0 while nobody knows. */
  readonly total: number;
}

/** Work that goes on by itself: refreshed by the island, or by the link without script. */
export function ImportAtWork({
  work,
  foundIn,
}: {
  readonly work: ImportWork;
  /** The page where it is found again. */
  readonly foundIn: string;
}): JSX.Element {
  return (
    <>
      <ProgressPoll href={`${work.href}/avancement`}>
        <ImportProgress {...work} />
      </ProgressPoll>
      <p class="actions">
        <ButtonLink kind="ghost" href={work.href}>
          Actualiser
        </ButtonLink>
      </p>
      <p class="muted">
        Vous pouvez quitter cette page : le travail continue, et vous le retrouverez dans « {foundIn} ».
      </p>
    </>
  );
}

/** The piece of page that the island asks for. */
export function ImportProgress({ href, label, isWorking, progress, total }: ImportWork): JSX.Element {
  const counted =
    total > 0 ? { value: progress, max: total, text: `${formatNumber(progress)} sur ${formatNumber(total)}` } : {};
  return (
    <div data-done={isWorking ? undefined : href}>
      <Progress id="avancement" label={label} {...counted} />
    </div>
  );
}

/** Why an import stopped, and what to do now. */
export function ImportFailed({
  failure,
  againHref,
}: {
  readonly failure: string | null;
  readonly againHref: string;
}): JSX.Element {
  return (
    <Notice
      state="danger"
      title="Cette liste n’a pas pu être importée"
      actions={<ButtonLink href={againHref}>Essayer une autre liste</ButtonLink>}
    >
      <p>{failure}</p>
    </Notice>
  );
}
