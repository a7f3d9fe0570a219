/** Stands in for the system's clipboard, which a headless page may not reach. `refuse` makes it say no. Returns what was written. */
export function useClipboard(refuse = false): { written: string[]; restore: () => void } {
  const written: string[] = [];
  const writeText = (text: string): Promise<void> => {
    if (refuse) return Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    written.push(text);
    return Promise.resolve();
  };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return { written, restore: () => Reflect.deleteProperty(navigator, 'clipboard') };
}
