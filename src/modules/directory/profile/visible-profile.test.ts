import { describe, expect, it } from 'vitest';
import { memberPieces, type MemberPiece } from '#modules/hub/index.ts';
import { completeProfile, contactPerson, organizationLocation } from './organization-profile.ts';
import { visibleProfile } from './visible-profile.ts';

const profile = completeProfile({
  name: 'Les Jardins du Semnon',
  phone: '+33299001122',
  phoneVisibility: 'members',
  email: 'contact@semnon.example',
  emailVisibility: 'public',
  locations: [
    organizationLocation.parse({
      street: '4 rue du Puits',
      city: 'Guichen',
      municipalityInsee: '35126',
      lon: -1.8,
      lat: 47.9,
      visibility: 'staff',
    }),
  ],
  contacts: [
    contactPerson.parse({
      name: 'Lou Le Goff',
      visibility: 'public',
      email: 'lou@semnon.example',
      emailVisibility: 'public',
      phone: '0611223344',
    }),
    contactPerson.parse({ name: 'Sam Riou' }),
  ],
});

const all = new Set<MemberPiece>();

describe('what a reader sees of a sheet', () => {
  it('never gives an e-mail address to the public, but lets it write', () => {
    const seen = visibleProfile(profile, ['public'], all);
    expect(JSON.stringify(seen)).not.toContain('@');
    expect(seen.takesMessages).toBe(true);
  });

  it('keeps the phone for members, the street for the team, the persons not shown', () => {
    const publicly = visibleProfile(profile, ['public'], all);
    expect(publicly).toMatchObject({
      phone: '',
      contacts: [{ name: 'Lou Le Goff', phone: '' }],
      locations: [{ street: '', city: 'Guichen', isApproximate: true }],
    });
    expect(publicly.contacts).toHaveLength(1);
    expect(publicly.locations[0]?.lat).not.toBe(47.9);
    expect(visibleProfile(profile, ['public', 'members'], all).phone).toBe('+33299001122');
    expect(visibleProfile(profile, ['public', 'members', 'staff'], all)).toMatchObject({
      locations: [{ street: '4 rue du Puits' }],
      contacts: [{}, { name: 'Sam Riou' }],
    });
  });

  it('keeps for members what the hub keeps, and never shows wider than the structure chose', () => {
    const open = completeProfile({
      ...profile,
      phoneVisibility: 'public',
      locations: profile.locations.map((place) => ({ ...place, visibility: 'public' as const })),
      contacts: profile.contacts.map((person) => ({ ...person, phoneVisibility: 'public' as const })),
    });
    const everything = new Set<MemberPiece>(memberPieces);
    expect(visibleProfile(open, ['public'], everything)).toMatchObject({
      phone: '',
      takesMessages: false,
      contacts: [],
      locations: [{ street: '', city: 'Guichen', isApproximate: true }],
    });
    expect(visibleProfile(open, ['public', 'members'], everything)).toMatchObject({
      phone: '+33299001122',
      takesMessages: true,
      contacts: [{ name: 'Lou Le Goff', phone: '+33611223344' }],
      locations: [{ street: '4 rue du Puits' }],
    });
    // What a structure keeps for the team stays there.
    expect(visibleProfile(profile, ['public', 'members'], everything).locations[0]?.street).toBe('');
    // One rule at a time.
    expect(visibleProfile(open, ['public'], new Set(['phones']))).toMatchObject({
      phone: '',
      contacts: [{ name: 'Lou Le Goff', phone: '' }],
      locations: [{ street: '4 rue du Puits' }],
    });
  });
});
