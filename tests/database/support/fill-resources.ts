import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { keepFile } from '#platform/stored-files/index.ts';
import { aPdf } from '#platform/stored-files/testing/documents.ts';
import { createOutbound } from '#platform/outbound/outbound.ts';
import { announceReviews } from '#modules/publishing/commands/resources/announce-reviews.ts';
import { confirmPublications } from '#modules/publishing/commands/resources/confirm-publications.ts';
import { sayUseful } from '#modules/publishing/commands/resources/say-useful.ts';
import { suggestChange } from '#modules/publishing/commands/resources/suggest-change.ts';
import { savePublication } from '#modules/publishing/commands/save-publication.ts';
import { checkLinksJob } from '#modules/publishing/jobs/check-links.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** What the library of a hub was filled with. */
export interface FilledResources {
  resource: { id: string; slug: string };
  draft: { id: string; slug: string };
  watch: { id: string; slug: string };
  experience: { id: string; slug: string };
  suggestion: string;
  /** Documents of the published resource, and of the draft. */
  file: string;
  draftFile: string;
}

/** Fills the library of a hub with everything it can hold, through its own commands; `words` goes into every free text. */
export async function fillResources(
  site: TestSite,
  hub: TestHub,
  ctx: Context,
  words: string,
): Promise<FilledResources> {
  const keep = async () =>
    unwrap(await keepFile(ctx, site.site.ports.files, { bytes: aPdf(), name: `${words}.pdf`, visibility: 'staff' }))
      .fileId;
  const [file, draftFile] = [await keep(), await keep()];
  const letters = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 20);
  const link = `https://${letters}.example/page`;
  const save = async (kind: string, act: string, fields: object) =>
    unwrap(await execute(ctx, savePublication, { id: null, kind, version: null, act, fields }));
  const content = {
    link,
    publisher: words.slice(0, 160),
    owner: words.slice(0, 120),
    shelf: words.slice(0, 160),
    steps: [{ title: words.slice(0, 160), text: words, checklist: [words.slice(0, 240)] }],
  };
  const title = words.slice(0, 200);
  const reviewOn = '2020-01-01';
  const resource = await save('resource', 'publish', {
    title,
    brief: words.slice(0, 280),
    reviewOn,
    content: { ...content, fileId: file },
  });
  const draft = await save('resource', 'keep', { title, content: { ...content, fileId: draftFile } });
  const watch = await save('watch', 'publish', {
    title,
    happenedOn: '2026-03-01',
    content: { link, sourceName: words.slice(0, 160) },
  });
  const told = { context: words, tried: words, learned: words, resourceId: resource.id };
  const experience = await save('experience', 'publish', { title, content: told });

  const nobody = { ...ctx, actor: null };
  const to = { address: `camille@${letters}.example`, name: words.slice(0, 120), personId: ctx.actor?.personId ?? '' };
  unwrap(
    await execute(nobody, announceReviews, {
      to,
      ids: [resource.id],
      origin: hub.origin,
      hubName: words.slice(0, 120),
    }),
  );
  unwrap(await execute(ctx, confirmPublications, { ids: [resource.id] }));
  unwrap(await execute(nobody, sayUseful, { publicationId: resource.id, visitor: words }));
  const said = { name: words.slice(0, 120), email: `lectrice@${letters}.example`, acceptsCredit: true };
  const { id: suggestion } = unwrap(
    await execute(ctx, suggestChange, { publicationId: resource.id, subject: 'wrong', message: words, ...said }),
  );
  await checkLinksJob({ pauseMs: 0, timeoutMs: 1_000 }).run(
    {
      ...nobody,
      // No name leads anywhere: links are noted, and found failing.
      ports: { outbound: createOutbound({ userAgent: 'Essaim/essai', resolver: async () => [] }) },
      attempt: 1,
      isLastAttempt: false,
      signal: new AbortController().signal,
    },
    {},
  );
  return { resource, draft, watch, experience, suggestion, file, draftFile };
}
