/** Names of the form's fields that differ from those of the content. */
const formNames: Readonly<Record<string, string>> = {
  imageId: 'photo',
  imageAlternative: 'photo_alternative',
  imageCredit: 'photo_credit',
  venueId: 'venue',
  rule: 'rhythm',
  files: 'document_file',
  'newVenue.name': 'venue',
  'newVenue.city': 'newCity',
  'newVenue.street': 'newStreet',
  'registration.capacity': 'places',
};

/** Messages by the names of the form. */
export function formErrors(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const row = /^(alsoOn|organizers)\.(\d+)\.(\w+)$/.exec(path);
      if (row?.[1] === 'alsoOn') return [`also.${row[2]}.${row[3]}`, message];
      if (row) return [`organizer.${row[2]}`, message];
      return [formNames[path] ?? path, message];
    }),
  );
}
