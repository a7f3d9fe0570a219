/** The digits of what was typed or pasted, six at most: blanks and dashes that apps and mails put between them go. */
export function digits(typed: string): string {
  return typed.replace(/\D+/g, '').slice(0, 6);
}
