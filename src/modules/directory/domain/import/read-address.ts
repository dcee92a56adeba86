import {
  cleanInseeCode,
  cleanPostcode,
  comparablePlaceName,
  distanceInKilometres,
  findMunicipality,
  municipalityCentre,
} from '#platform/geo/index.ts';
import type { Municipality, Point } from '#platform/geo/index.ts';
import type { Cells } from '#platform/tabular/index.ts';
import type { OrganizationAddress } from '../organization-draft.ts';
import type { Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';

/** Beyond this distance from the middle of its municipality a point deserves a second look; those of Guyane are vast. */
const farInKilometres = (municipality: Municipality) => (municipality.department === '973' ? 250 : 40);

/** « Mairie 20224 CORSCIA » or « 3 rue du Port, 35600 Redon »: street, postcode and town in one cell. */
const wholeAddress =
  /^(.*?)[\s,;–-]*\b(?:F-?)?(\d{5})\b[\s,]+(\p{L}[^\d\n]{1,60}?)(?:[\s,]+(?:France|FRANCE))?[\s.]*$/su;

type Told = { street: string; postcode: string | undefined; city: string | undefined };

function partsOfStreet(street: string, postcode: string | undefined, city: string | undefined): Told {
  const [, before, foundPostcode, foundCity] = wholeAddress.exec(street) ?? [];
  if (foundPostcode === undefined || foundCity === undefined) return { street, postcode, city };
  if (postcode !== undefined && postcode !== foundPostcode) return { street, postcode, city };
  return { street: before?.trim() ?? '', postcode: foundPostcode, city: city ?? foundCity.trim() };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').replace(/^[,;\s]+|[,;\s]+$/g, ''))
    .filter((line) => line !== '' && !/^(?:-|n\/?a|null)$/i.test(line))
    .map((line) => line.slice(0, 200));

function readStreet(row: RowReader): string {
  const street = row.first('street')?.value ?? '';
  const number = row.first('streetNumber')?.value.replace(/\.0$/, '');
  return number === undefined || street.startsWith(number) ? street : `${number} ${street}`.trim();
}

/** A village absorbed by its neighbour, kept as a line of the address. */
const isOtherName = (city: string, municipality: Municipality) => {
  const [given, official] = [comparablePlaceName(city), comparablePlaceName(municipality.name)];
  return !given.includes(official) && !official.includes(given);
};

/** Address, municipality and point of a row. Without a point, that of the municipality, marked approximate. */
export function readAddress(cells: Cells, row: RowReader, reading: Reading): OrganizationAddress {
  const postcodeCell = row.first('postcode');
  const cleaned = cleanPostcode(postcodeCell?.value.replace(/\bcedex\b.*$/i, ''));
  if (postcodeCell && cleaned === undefined && /\d/.test(postcodeCell.value))
    row.warn(postcodeCell, 'Ce code postal n’a pas cinq chiffres.');
  const told = partsOfStreet(readStreet(row), cleaned, row.first('city')?.value);
  const insee = cleanInseeCode(row.first('insee')?.value);
  const department = /^\d{1,2}$|^2[AB]$|^97\d$/i
    .exec(row.first('department')?.value ?? '')?.[0]
    ?.toUpperCase()
    .padStart(2, '0');
  const found = findMunicipality({ insee, postcode: told.postcode, name: told.city, department });
  const municipality = found?.municipality;
  if (!municipality && told.city !== undefined) {
    row.warn(
      {
        column: row.first('city')?.column ?? row.first('street')?.column ?? '',
        value: [told.postcode, told.city].filter(Boolean).join(' '),
      },
      'Cette commune n’a pas été reconnue.',
    );
  }
  const { point, unread } = reading.pointOf(cells);
  if (unread) row.warn(unread, 'Ces coordonnées n’ont pas été comprises.');
  const centre = municipality ? municipalityCentre(municipality.insee) : undefined;
  if (point && centre) warnWhenFar(row, point, centre, municipality);

  const lines = [...linesOf(told.street), ...row.all('addressComplement').flatMap(({ value }) => linesOf(value))];
  if (
    municipality &&
    told.city !== undefined &&
    found.by !== 'postcode_and_name' &&
    isOtherName(told.city, municipality)
  )
    lines.push(told.city);
  return {
    lines: [...new Set(lines)].slice(0, 6),
    postcode: told.postcode ?? (municipality?.postcodes.length === 1 ? (municipality.postcodes[0] ?? null) : null),
    city: municipality?.name ?? told.city?.slice(0, 100) ?? null,
    insee: municipality?.insee ?? null,
    point: point ?? centre ?? null,
    pointIsApproximate: point === null && centre !== undefined,
  };
}

function warnWhenFar(row: RowReader, point: Point, centre: Point, municipality: Municipality | undefined): void {
  const distance = Math.round(distanceInKilometres(point, centre));
  if (!municipality || distance < farInKilometres(municipality)) return;
  row.warn(
    { column: row.first('city')?.column ?? '', value: `${point.latitude}, ${point.longitude}` },
    `Le point est à ${distance} km de ${municipality.name} : vérifiez l’adresse ou les coordonnées.`,
  );
}
