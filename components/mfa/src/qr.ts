import { encode } from 'uqr';
import { svg, type TemplateResult } from 'lit';

/** A QR code (ISO/IEC 18004) as one SVG path, with the quiet zone of four modules the standard asks for. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let end = x;
      while (end < size && row[end]) end++;
      path += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  });
  return { size, path };
}

/** The code as an image: black on white in every scheme, because that is what scanners read. */
export function qrImage(text: string, label: string): TemplateResult {
  const { size, path } = qrPath(text);
  return svg`<svg class="qr" part="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="white"></rect><path d=${path} fill="black"></path>
  </svg>`;
}
