import { expect, test } from 'vitest';
import { shadesOf, sheet, sheetInDark } from './mail-shades.ts';
import { contrast } from './readable-on.ts';

test('whatever the colour of the hub, its links read on a light sheet and on a dark one', () => {
  const channel = ['00', '33', '66', '99', 'cc', 'ff'];
  const colours = channel.flatMap((red) => channel.flatMap((green) => channel.map((blue) => `#${red}${green}${blue}`)));
  for (const brand of colours) {
    const shades = shadesOf(brand);
    expect(contrast(shades.link, sheet), brand).toBeGreaterThanOrEqual(4.5);
    expect(contrast(shades.linkInDark, sheetInDark), brand).toBeGreaterThanOrEqual(7);
    expect(contrast('#59606e', shades.page), brand).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#a9b0bf', shades.pageInDark), brand).toBeGreaterThanOrEqual(4.5);
  }
});
