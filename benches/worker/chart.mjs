// Charts as SVG, plain enough to be read as text: bars on a logarithmic scale, and lines over a logarithmic axis.

const WIDTH = 760;
const FONT = 'font-family="system-ui, sans-serif" font-size="12"';
const COLOURS = ["#0b7285", "#e8590c", "#5f3dc4", "#2b8a3e", "#c2255c", "#868e96"];

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const text = (x, y, content, more = "") => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(content)}</text>`;

/** A number as people read it: three digits that count. */
export function short(value) {
  if (!Number.isFinite(value)) return "–";
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function page(height, title, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" ${FONT} fill="#343a40">
<title>${escaped(title)}</title><rect width="${WIDTH}" height="${height}" fill="#fff"/>
${text(12, 22, title, 'font-size="15" font-weight="600"')}
${parts.join("\n")}
</svg>
`;
}

/** Groups of bars: `groups` are `{title, bars: [{name, value}]}`; longer is more, each step of the scale ten times as much. */
export function bars(title, unit, groups) {
  const all = groups.flatMap((group) => group.bars.map(({ value }) => value)).filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...all)));
  const scale = (WIDTH - 300) / Math.max(0.01, Math.log10(Math.max(...all)) - low);
  const parts = [];
  let y = 44;
  for (const group of groups) {
    parts.push(text(12, y + 4, group.title, 'font-weight="600"'));
    for (const [at, { name, value }] of group.bars.entries()) {
      y += 20;
      const length = value > 0 ? Math.max(1, (Math.log10(value) - low) * scale) : 0;
      parts.push(text(190, y + 4, name, 'text-anchor="end"'));
      parts.push(`<rect x="198" y="${y - 7}" width="${length.toFixed(1)}" height="14" fill="${COLOURS[at % COLOURS.length]}"/>`);
      parts.push(text(204 + length, y + 4, `${short(value)} ${unit}`));
    }
    y += 28;
  }
  return page(y, title, parts);
}

/** Lines: `series` are `{name, points: [[x, y]]}`; both axes are logarithmic where `logarithmic` says so, else y begins at 0. */
export function lines(title, { x, y, series, logarithmic = false }) {
  const [left, right, top, bottom] = [70, WIDTH - 190, 44, 300];
  const points = series.flatMap((one) => one.points);
  const range = (at) => [Math.min(...points.map((point) => point[at])), Math.max(...points.map((point) => point[at]))];
  const [fromX, toX] = range(0).map(Math.log10);
  const [, highest] = range(1);
  const [fromY, toY] = logarithmic ? range(1).map(Math.log10) : [0, highest * 1.1];
  const placeX = (value) => left + ((Math.log10(value) - fromX) / Math.max(0.01, toX - fromX)) * (right - left);
  const placeY = (value) => bottom - (((logarithmic ? Math.log10(value) : value) - fromY) / Math.max(1e-9, toY - fromY)) * (bottom - top);
  const parts = [`<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="#868e96"/>`];
  for (const value of [...new Set(points.map((point) => point[0]))]) parts.push(text(placeX(value), bottom + 18, short(value), 'text-anchor="middle"'));
  const marks = logarithmic ? [10 ** fromY, 10 ** ((fromY + toY) / 2), 10 ** toY] : [0, highest / 2, highest];
  for (const value of marks) parts.push(text(left - 8, placeY(value) + 4, value ? short(value) : "0", 'text-anchor="end"'));
  parts.push(text((left + right) / 2, bottom + 38, x, 'text-anchor="middle"'), text(12, top - 6, y));
  const labels = [];
  for (const [at, one] of series.entries()) {
    const colour = COLOURS[at % COLOURS.length];
    const path = one.points.map(([px, py]) => `${placeX(px).toFixed(1)},${placeY(py).toFixed(1)}`);
    parts.push(`<polyline points="${path.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    parts.push(...path.map((place) => `<circle cx="${place.split(",")[0]}" cy="${place.split(",")[1]}" r="3" fill="${colour}"/>`));
    // Labels beside the ends of the lines, moved apart where they would lie on each other.
    let labelY = placeY(one.points.at(-1)[1]) + 4;
    while (labels.some((other) => Math.abs(other - labelY) < 14)) labelY -= 14;
    labels.push(labelY);
    parts.push(text(right + 10, labelY, one.name, `fill="${colour}"`));
  }
  return page(bottom + 56, title, parts);
}
