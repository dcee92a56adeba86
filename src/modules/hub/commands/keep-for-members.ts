import { notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { command } from '#platform/command/command.ts';
import { listing } from '#platform/french/index.ts';
import { accept } from '#platform/outcome/outcome.ts';
import { memberPieces, memberPieceWords } from '../domain/member-pieces.ts';
import { memberPiecesChanged } from '../facts.ts';
import { maySetHub } from '../policy.ts';
import { memberOnlyPieces } from '../tables.ts';

/** Chooses which pieces of the site are for members only; the others are for everyone, as each structure allows. */
export const keepForMembers = command({
  name: 'hub.keep-for-members',
  input: z.object({ pieces: z.array(z.enum(memberPieces)).max(memberPieces.length) }),
  allow: maySetHub,
  async run(work, { pieces }) {
    await work.db.delete(memberOnlyPieces).where(notInArray(memberOnlyPieces.piece, pieces));
    if (pieces.length > 0)
      await work.db
        .insert(memberOnlyPieces)
        .values(pieces.map((piece) => ({ piece, chosenAt: work.now() })))
        .onConflictDoNothing();
    work.publish(memberPiecesChanged());
    work.record({
      subjectKind: 'hub',
      subjectId: work.hubId,
      summary:
        pieces.length > 0
          ? `Réservé aux adhérent·es : ${listing(pieces.map((piece) => memberPieceWords[piece].label.toLowerCase()))}`
          : 'Plus rien n’est réservé aux adhérent·es',
    });
    return accept(null);
  },
});
