/** A text as a pattern of `like` and `ilike` that finds it to the letter. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The pattern of `ilike` that finds texts with `part` in them. */
export function containing(part: string): string {
  return `%${escapeLike(part)}%`;
}
