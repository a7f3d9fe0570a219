/** Milliseconds until what no frame has shown counts as shown. */
const UNPAINTED = 500;

/** Once the browser has painted what it was given; in a hidden tab, which paints nothing, soon. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const soon = setTimeout(resolve, UNPAINTED);
    requestAnimationFrame(() => {
      clearTimeout(soon);
      setTimeout(resolve);
    });
  });
}
