// Gathers every result of the contrast gates of one sheet.
import { declarations, environment, literalOf } from './evaluate.mjs';
import { MODES, accentResults, hostResults, pairingResults, separationResults } from './gates.mjs';

/** What each colour token computes to in each mode; `#rrggbb`, with its alpha when it is an overlay. */
function values(declared) {
  const environments = Object.entries(MODES).map(([mode, options]) => [mode, environment(declared, options)]);
  const names = [...declared.keys()].filter((name) => /^--caas-(color|chart)-/.test(name));
  const spell = ({ hex, alpha }) => (alpha < 1 ? `${hex} at ${Math.round(alpha * 100)}%` : hex);
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(environments.map(([mode, env]) => [mode, spell(literalOf(env.color(name)))])),
    ]),
  );
}

/** Everything Storybook's colour page shows, from the text of the sheet. */
export function contrastReport(css) {
  const declared = declarations(css);
  return {
    values: values(declared),
    pairings: pairingResults(declared),
    chartSeparation: separationResults(declared),
    accents: accentResults(declared),
    hosts: hostResults(declared),
  };
}

/** The failures of a report, one line each. */
export function failures({ pairings, chartSeparation, accents, hosts }) {
  const modes = Object.keys(MODES);
  return [
    ...pairings.flatMap((row) =>
      modes
        .filter((mode) => row[mode] && !row[mode].passes)
        .map((mode) => `${row.foreground} on ${row[mode].on} (${mode}): ${row[mode].ratio}, owes ${row[mode].minimum}`),
    ),
    ...chartSeparation
      .filter((row) => !row.passes)
      .map((row) => `series ${row.series} (${row.scheme}, ${row.vision}): ${row.difference}`),
    ...[...accents, ...hosts]
      .filter((row) => !row.passes)
      .map((row) => `${row.claim}: ${row.lowest} at ${row.where}, owes ${row.minimum}`),
  ];
}
