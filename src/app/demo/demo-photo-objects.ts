/** What stands in front of each landscape of the demonstration's photo bank, in a frame of 480 × 320. */
export type DemoObject = keyof typeof objects;

const [coral, sun, cream, ink, teal, leaf, wood] = [
  '#e0583a',
  '#f5c344',
  '#fff4df',
  '#22313b',
  '#1d8583',
  '#4b8a3b',
  '#b67a45',
];

const rect = (x: number, y: number, width: number, height: number, fill: string, round = 2): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
const dot = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const line = (path: string, color: string, width = 4): string =>
  `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const shape = (path: string, fill: string): string => `<path d="${path}" fill="${fill}"/>`;
const each = (count: number, draw: (rank: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');

const stall = (x: number, color: string): string =>
  rect(x + 6, 212, 4, 74, ink) +
  rect(x + 96, 212, 4, 74, ink) +
  each(6, (at) => shape(`M${x + at * 18} 204h18v22a9 9 0 0 1-18 0z`, at % 2 ? cream : color)) +
  rect(x + 2, 252, 102, 36, wood) +
  each(6, (at) => dot(x + 14 + at * 16, 250, 8, [coral, leaf, sun][at % 3] ?? sun));

const bicycle = (x: number, color: string): string =>
  line(
    `M${x} 262m-24 0a24 24 0 1 0 48 0a24 24 0 1 0-48 0M${x + 74} 262m-24 0a24 24 0 1 0 48 0a24 24 0 1 0-48 0`,
    ink,
    5,
  ) +
  line(
    `M${x} 262l20-38h40l14 38M${x + 20} 224l16 38h-36M${x + 36} 262l24-38M${x + 14} 216h14M${x + 60} 224l-4-14h12`,
    color,
    5,
  );

const flags = (y: number): string =>
  line(`M0 ${y}q120 46 240 8t240-6`, ink, 2) +
  each(12, (at) => {
    const x = 14 + at * 40;
    const drop = y + Math.round(20 * Math.sin((x / 480) * Math.PI * 2 + 0.2) + 6);
    return shape(`M${x} ${drop}h22l-11 24z`, [coral, sun, teal, cream][at % 4] ?? sun);
  });

const table = (x: number): string =>
  rect(x, 246, 92, 8, cream) +
  line(`M${x + 46} 254v38m-20 4h40`, ink, 5) +
  each(3, (at) => rect(x + 12 + at * 26, 232, 14, 14, [coral, teal, sun][at] ?? sun, 4));

const hive = (x: number, color: string): string =>
  line(`M${x + 8} 286v14m44-14v14`, ink, 5) +
  rect(x, 252, 60, 34, color) +
  rect(x, 224, 60, 26, cream) +
  rect(x - 5, 214, 70, 10, ink) +
  rect(x + 20, 274, 20, 6, ink);

const objects = {
  stalls: stall(28, coral) + stall(184, teal) + stall(340, leaf),
  bicycles: bicycle(70, coral) + bicycle(206, teal) + bicycle(342, sun),
  solarRoof:
    rect(96, 238, 288, 82, cream) +
    shape('M60 244L150 150H440L420 244z', coral) +
    each(3, (row) =>
      each(5, (at) => shape(`M${152 + at * 50 - row * 22} ${162 + row * 25}h42l-18 20h-42z`, '#2b4a73')),
    ) +
    rect(130, 262, 40, 58, teal) +
    rect(290, 262, 54, 34, sun),
  workbench:
    rect(70, 226, 340, 16, wood) +
    rect(92, 242, 18, 66, wood) +
    rect(370, 242, 18, 66, wood) +
    each(5, (at) => rect(110 + at * 4, 216 - at * 10, 170, 8, at % 2 ? '#d9a066' : '#c98b4f')) +
    shape('M310 224l70-26 8 14-64 14z', '#cfd8dc') +
    rect(376, 188, 30, 26, coral, 8),
  caravan:
    rect(120, 196, 220, 88, cream, 30) +
    rect(120, 236, 220, 22, coral, 0) +
    rect(150, 208, 56, 24, teal, 6) +
    rect(262, 206, 42, 74, ink, 6) +
    dot(180, 288, 20, ink) +
    dot(180, 288, 9, cream) +
    line('M340 270h44', ink, 6) +
    line('M232 196v-88', ink, 4) +
    line('M214 118a26 26 0 0 1 36 0M202 104a42 42 0 0 1 60 0M190 90a58 58 0 0 1 84 0', sun, 5),
  cafe: flags(96) + table(40) + table(194) + table(348),
  stage:
    flags(70) +
    rect(90, 250, 300, 44, wood) +
    rect(108, 150, 10, 100, ink) +
    rect(362, 150, 10, 100, ink) +
    shape('M96 156L240 112L384 156z', coral) +
    line('M240 250v-44m-14 44h28', ink, 5) +
    dot(240, 200, 9, sun),
  juice:
    stall(184, sun) +
    each(3, (at) => rect(52 + at * 34, 262 - at * 14, 46, 30, wood)) +
    each(7, (at) => dot(62 + at * 14, 258 - at * 5, 8, at % 2 ? coral : leaf)) +
    rect(344, 236, 12, 50, teal, 5) +
    rect(366, 236, 12, 50, coral, 5) +
    rect(388, 236, 12, 50, sun, 5),
  easel:
    line('M200 180l-26 120M280 180l26 120', ink, 6) +
    rect(166, 128, 148, 104, cream, 4) +
    line('M184 152h70M184 172h96M184 192h50', teal, 6) +
    dot(288, 204, 12, sun) +
    each(
      4,
      (at) =>
        rect([48, 108, 336, 396][at] ?? 48, 264, 40, 8, coral) +
        line(`M${([48, 108, 336, 396][at] ?? 48) + 6} 272v28m28-28v28`, ink, 4),
    ),
  hives: hive(60, coral) + hive(168, sun) + hive(276, teal) + hive(384, leaf),
  minibus:
    shape('M96 286v-76q0-30 30-30h200q26 0 40 30l14 30q12 4 12 20v26z', coral) +
    rect(116, 198, 60, 38, cream, 6) +
    rect(188, 198, 60, 38, cream, 6) +
    shape('M262 198h64q12 0 20 16l10 22h-94z', cream) +
    rect(96, 250, 296, 8, sun, 0) +
    each(2, (at) => dot(160 + at * 168, 288, 24, ink) + dot(160 + at * 168, 288, 10, cream)),
  oven:
    rect(150, 236, 180, 64, wood) +
    shape('M156 240a84 84 0 0 1 168 0z', coral) +
    shape('M210 240a30 34 0 0 1 60 0z', ink) +
    shape('M222 240a18 20 0 0 1 36 0z', sun) +
    rect(278, 138, 20, 44, coral) +
    line('M288 128q-14-14 0-28t0-28', cream, 6) +
    each(4, (at) => shape(`M${36 + at * 24} 300a22 16 0 0 1 44 0z`, '#c98b4f')),
} as const;

/** The drawing of an object, in the frame of 480 × 320. */
export function demoObject(name: DemoObject): string {
  return objects[name];
}
