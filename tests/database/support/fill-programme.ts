import { readEvent, saveEvent } from '#modules/agenda/index.ts';
import { askForStand } from '#modules/programme/commands/ask-for-stand.ts';
import { saveRoom } from '#modules/programme/commands/keep-rooms.ts';
import { saveShift } from '#modules/programme/commands/keep-shifts.ts';
import { saveZone } from '#modules/programme/commands/keep-zones.ts';
import { saveProgramme } from '#modules/programme/commands/save-programme.ts';
import { saveSlot } from '#modules/programme/commands/save-slot.ts';
import { saveStand } from '#modules/programme/commands/save-stand.ts';
import { takeShifts } from '#modules/programme/commands/take-shifts.ts';
import { linkPurposes } from '#modules/programme/paths.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import { unwrap } from '#platform/outcome/outcome.ts';
import { openSignedIds } from '#platform/secrets/signed-ids.ts';
import type { TestHub, TestSite } from '#tests/support/app.ts';

/** What a large day left in a hub. */
export interface FilledProgramme {
  event: string;
  slug: string;
  room: string;
  slot: string;
  zone: string;
  stand: string;
  shift: string;
  volunteer: string;
  /** Tokens of the private links. */
  standToken: string;
  volunteerToken: string;
}

/** A published large day: a room, a talk, a zone, two stands, a shift somebody took. `words` in every free text. */
export async function fillProgramme(
  site: TestSite,
  hub: TestHub,
  ctx: Context,
  words: string,
): Promise<FilledProgramme> {
  const links = openSignedIds(site.site.deps.settings.secret);
  const deps = { links, originOf: async () => hub.origin, hubLook: async () => ({ name: words }) };
  const line = words.slice(0, 80);
  const letters =
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, '')
      .slice(0, 20) || 'essai';
  const day = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate().add({ days: 21 }).toString();
  const fields = { title: line, startsOn: day, startsAt: '09:00', endsAt: '18:00' };
  const { id: eventId } = unwrap(await execute(ctx, saveEvent, { id: null, version: null, act: 'publish', fields }));
  const notes = { intro: words.slice(0, 600), standNote: words.slice(0, 600), volunteerNote: words.slice(0, 600) };
  const open = { isPublished: true, takesStands: true, takesVolunteers: true };
  unwrap(await execute(ctx, saveProgramme, { eventId, version: null, ...notes, ...open }));
  const room = unwrap(
    await execute(ctx, saveRoom, { eventId, id: null, fields: { name: line, capacity: 50, note: line } }),
  );
  const slot = unwrap(
    await execute(ctx, saveSlot, {
      eventId,
      id: null,
      version: null,
      fields: {
        kind: 'talk',
        title: line,
        brief: words.slice(0, 600),
        roomId: room.id,
        when: { day, from: '10:00', to: '10:15' },
        speakers: `${line.replaceAll(',', ' ')}, ${line}`,
      },
    }),
  );
  const zone = unwrap(
    await execute(ctx, saveZone, { eventId, id: null, fields: { name: line, places: 5, sockets: 2 } }),
  );
  const wishes = { name: line, activity: words.slice(0, 600), needsNote: words.slice(0, 600), contactName: line };
  const kept = {
    ...wishes,
    email: `${letters}@courriel.example`,
    phone: '02 61 91 00 50',
    zoneId: zone.id,
    mark: 'A1',
  };
  unwrap(await execute(ctx, saveStand, { eventId, id: null, version: null, fields: kept }));
  const asked = { ...wishes, email: `${letters}@courriel.example` };
  const stand = unwrap(await execute({ ...ctx, actor: null }, askForStand(deps), { eventId, fields: asked }));
  const shift = unwrap(
    await execute(ctx, saveShift, {
      eventId,
      id: null,
      version: null,
      fields: { task: line, place: line, note: line, when: { day, from: '08:00', to: '09:00' }, wanted: 3 },
    }),
  );
  const taker = {
    eventId,
    shiftIds: [shift.id],
    name: line,
    email: `${letters}@courriel.example`,
    phone: '06 39 98 00 50',
  };
  const volunteer = unwrap(await execute(ctx, takeShifts(deps), taker));
  return {
    event: eventId,
    slug: (await readEvent(ctx.db, eventId))?.slug ?? '',
    room: room.id,
    slot: slot.id,
    zone: zone.id,
    stand: stand.id,
    shift: shift.id,
    volunteer: volunteer.id,
    standToken: stand.token,
    volunteerToken: links.write(linkPurposes.volunteer, ctx.hubId, volunteer.id),
  };
}
