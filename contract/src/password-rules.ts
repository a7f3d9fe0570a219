/** The product's own name: nobody's password. */
const PRODUCT = 'CAAS Console';
/** Shorter words of a name say little about it. */
const MIN_WORD = 3;

const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
};

/** The shortest part that makes up the whole by repetition: `abab` -> `ab`. */
function unrepeated(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return text.slice(0, period);
}

/** A text without case, blanks and punctuation. */
function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a password may stand for: as it is, without signs at its ends, with signs read as letters, and not repeated. */
export function readings(password: string): string[] {
  const plain = password
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const swap = (text: string): string => [...text].map((sign) => SIGNS[sign] ?? sign).join('');
  const swapped = swap(plain);
  return [plain, bare, swapped, swap(bare), swapped.replace(/[^\p{L}]+$/u, '')].map(unrepeated);
}

/** A name, its words, and the words in a row; of an address also what stands at either side of the @. */
function namedBy(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const rows = words.flatMap((_, from) =>
    words.slice(from + 1).map((_word, count) => words.slice(from, from + count + 2).join('')),
  );
  return [text, ...text.split('@'), ...words, ...rows.slice(0, 200)]
    .map(squeezed)
    .filter((name) => name.length >= MIN_WORD);
}

/**
 * Whether a password is, but for case, blanks, punctuation and digits at its ends, what everybody knows of the account: the
 * name of the product, or one of `texts` (company, member's name, address) or a word of them. Form and gateway judge by this
 * alone; the gateway refuses it with the code `too_personal`.
 */
export function isPersonalPassword(password: string, texts: readonly string[]): boolean {
  const named = new Set([PRODUCT, ...texts].flatMap(namedBy));
  return [squeezed(password), ...readings(password).map(squeezed)].some((reading) => named.has(reading));
}
