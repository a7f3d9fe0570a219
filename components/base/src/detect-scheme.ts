const DARK_BELOW = 0.18;
const WATCHED = {
  attributes: true,
  attributeFilter: ['class', 'style', 'data-theme', 'data-mode', 'data-bs-theme', 'data-color-mode'],
};

/**
 * Follows hosts that turn dark by a class without setting `color-scheme`: reads the nearest opaque background behind `element`, and again
 * when `html` or `body` change class, style or a theme attribute. While it is dark, `states` has `dark`, which the token sheet reads for
 * `theme="detect"`. Returns how to stop.
 */
export function watchBackground(element: HTMLElement, states: CustomStateSet): () => void {
  const read = (): void => {
    if (backgroundLuminance(element) < DARK_BELOW) states.add('dark');
    else states.delete('dark');
  };
  const observer = new MutationObserver(read);
  observer.observe(document.documentElement, WATCHED);
  if (document.body) observer.observe(document.body, WATCHED);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', read);
  read();
  return () => {
    observer.disconnect();
    scheme.removeEventListener('change', read);
    states.delete('dark');
  };
}

function backgroundLuminance(element: HTMLElement): number {
  for (
    let node: Node | null = element.parentNode;
    node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode
  ) {
    if (!(node instanceof Element)) continue;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (
      getComputedStyle(node).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number);
    if (alpha >= 0.5 && getComputedStyle(node).backgroundColor !== 'rgba(0, 0, 0, 0)') {
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }
  }
  return 1;
}

/** sRGB channel 0..255 to linear light, as WCAG 2.2 defines relative luminance. */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
