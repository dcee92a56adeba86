import type { Reader } from '#platform/db/database.ts';
import { memberPieces, type MemberPiece } from '../domain/member-pieces.ts';
import { memberOnlyPieces } from '../tables.ts';

/** What the hub keeps for its members. Whoever shows a piece to visitors asks first. */
export async function piecesForMembers(db: Reader): Promise<ReadonlySet<MemberPiece>> {
  const rows = await db.select({ piece: memberOnlyPieces.piece }).from(memberOnlyPieces);
  return new Set(memberPieces.filter((piece) => rows.some((row) => row.piece === piece)));
}
