import type { MailPlace } from '../../platform/mail.js';
import type { Block, MailTexts, Reader } from '../mail.texts.js';

const minutes = (count: number): string => (count === 1 ? '1 Minute' : `${count} Minuten`);
const days = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tage`);
const PROVIDERS = { google: 'Google', github: 'GitHub' } as const;
const ROLES = { owner: 'Inhaber', admin: 'Administrator', developer: 'Entwickler', viewer: 'Betrachter' } as const;
const IGNORE = 'Wenn Sie das nicht waren, ignorieren Sie diese Mail: Es ändert sich nichts.';

function where(reader: Reader, at: string, place: MailPlace): Block {
  const device = reader.device(place.userAgent);
  return {
    facts: [['Zeit', reader.time(at)], ...(device ? [['Browser', device] as const] : []), ['IP-Adresse', place.ip]],
  };
}

/** German mails. */
export const de: MailTexts = {
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  footer: (origin) => `CAAS Console, ${origin}. Diese Mail wurde automatisch gesendet; Antworten liest niemand.`,
  device: (browser, system) => (browser && system ? `${browser} unter ${system}` : (browser ?? system)),
  words: {
    verify_email: ({ code, minutes: count }) => ({
      subject: 'E-Mail-Adresse bestätigen',
      heading: 'E-Mail-Adresse bestätigen',
      blocks: [
        { text: 'Geben Sie diesen Code in der Konsole ein, damit wir wissen, dass die Adresse Ihnen gehört.' },
        { code, label: `Ihr Code, gültig für ${minutes(count)}` },
        { note: 'Wenn Sie kein Konto angelegt haben, ignorieren Sie diese Mail. Geben Sie den Code niemandem.' },
      ],
    }),
    reset_password: ({ code, url, minutes: count }) => ({
      subject: 'Passwort zurücksetzen',
      heading: 'Passwort zurücksetzen',
      blocks: [
        { text: 'Jemand, hoffentlich Sie, hat für Ihr Konto ein neues Passwort angefordert.' },
        { action: 'Neues Passwort wählen', url },
        ...(code
          ? [
              { text: 'Oder geben Sie diesen Code dort ein, wo Sie ihn angefordert haben.' },
              { code, label: 'Ihr Code' },
            ]
          : []),
        { text: `Beides gilt einmal und für ${minutes(count)}. Ein neues Passwort meldet Sie überall ab.` },
        { note: `${IGNORE} Geben Sie Code und Link niemandem.` },
      ],
    }),
    password_changed: ({ at, place, url }, reader) => ({
      subject: 'Ihr Passwort wurde geändert',
      heading: 'Ihr Passwort wurde geändert',
      blocks: [
        { text: 'Das Passwort Ihres Kontos wurde geändert, andere Sitzungen wurden abgemeldet.' },
        where(reader, at, place),
        { text: 'Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort.' },
        { action: 'Das war ich nicht', url },
      ],
    }),
    account_locked: ({ at, place, minutes: count, url }, reader) => ({
      subject: 'Ihr Konto ist vorübergehend gesperrt',
      heading: 'Ihr Konto ist vorübergehend gesperrt',
      blocks: [
        {
          text: `Fünf falsche Passwörter in Folge haben Ihr Konto für ${minutes(count)} gesperrt. Danach öffnet es sich von selbst.`,
        },
        where(reader, at, place),
        { text: 'Wenn Sie das waren und das Passwort vergessen haben, setzen Sie es zurück: Das entsperrt sofort.' },
        { action: 'Passwort zurücksetzen', url },
        {
          note: 'Wenn Sie das nicht waren, rät jemand. Ihr Passwort hat gehalten; ein zweiter Faktor macht es stärker.',
        },
      ],
    }),
    two_factor_locked: ({ at, place, url }, reader) => ({
      subject: 'Falsche Zwei-Faktor-Codes wurden eingegeben',
      heading: 'Falsche Zwei-Faktor-Codes wurden eingegeben',
      blocks: [
        {
          text: 'Für Ihr Konto wurden zu viele falsche Codes in Folge eingegeben. Codes Ihrer App werden vorerst nicht angenommen, Wiederherstellungscodes und Passkeys schon.',
        },
        where(reader, at, place),
        { text: 'Wenn Sie das nicht waren, kennt jemand Ihr Passwort. Setzen Sie sofort ein neues.' },
        { action: 'Neues Passwort setzen', url },
      ],
    }),
    new_sign_in: ({ at, place, url }, reader) => ({
      subject: 'Neue Anmeldung an Ihrem Konto',
      heading: 'Neue Anmeldung an Ihrem Konto',
      blocks: [
        { text: 'Ihr Konto wurde in einem Browser verwendet, den wir noch nicht kennen.' },
        where(reader, at, place),
        { text: 'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, beenden Sie diese Sitzung jetzt.' },
        { action: 'Das war ich nicht', url },
      ],
    }),
    change_email: ({ code, minutes: count }) => ({
      subject: 'Neue E-Mail-Adresse bestätigen',
      heading: 'Neue E-Mail-Adresse bestätigen',
      blocks: [
        { text: 'Geben Sie diesen Code in der Konsole ein, um ab jetzt diese Adresse für Ihr Konto zu verwenden.' },
        { code, label: `Ihr Code, gültig für ${minutes(count)}` },
        { note: IGNORE },
      ],
    }),
    email_change_asked: ({ email, url, days: count }) => ({
      subject: 'Ihre E-Mail-Adresse soll geändert werden',
      heading: 'Ihre E-Mail-Adresse soll geändert werden',
      blocks: [
        { text: `Jemand, der an Ihrem Konto angemeldet ist, möchte ${email} statt dieser Adresse verwenden.` },
        { text: 'Wenn Sie das waren, bestätigen Sie es mit dem Code, der an die neue Adresse ging.' },
        { action: 'Das war ich nicht', url },
        {
          note: `Der Link hält die Änderung an oder nimmt sie zurück, gültig: ${days(count)}. Er meldet das Konto überall ab und verlangt ein neues Passwort.`,
        },
      ],
    }),
    email_changed: ({ email, url, days: count }) => ({
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      heading: 'Ihre E-Mail-Adresse wurde geändert',
      blocks: [
        { text: `Ihr Konto verwendet jetzt ${email}. An diese Adresse gehen keine Mails mehr dazu.` },
        { action: 'Das war ich nicht', url },
        {
          note: `Der Link bringt diese Adresse zurück, meldet das Konto überall ab und verlangt ein neues Passwort, gültig: ${days(count)}.`,
        },
      ],
    }),
    email_restored: ({ email, url }) => ({
      subject: 'Ihre E-Mail-Adresse ist zurück',
      heading: 'Ihre E-Mail-Adresse ist zurück',
      blocks: [
        {
          text: `Ihr Konto verwendet wieder ${email}. Alle Sitzungen wurden abgemeldet, und das Passwort gilt nicht mehr.`,
        },
        {
          text: 'Wer die Adresse geändert hat, war angemeldet und kennt es vielleicht. Setzen Sie jetzt ein neues und prüfen Sie Ihre zweiten Faktoren.',
        },
        { action: 'Neues Passwort setzen', url },
      ],
    }),
    two_factor_changed: ({ change, name, at, place, url }, reader) => {
      const heading = {
        totp_added: 'Zwei-Faktor ist eingeschaltet',
        totp_removed: 'Zwei-Faktor wurde ausgeschaltet',
        passkey_added: name ? `Der Passkey ${name} wurde hinzugefügt` : 'Ein Passkey wurde hinzugefügt',
        passkey_removed: name ? `Der Passkey ${name} wurde entfernt` : 'Ein Passkey wurde entfernt',
        recovery_codes_renewed: 'Neue Wiederherstellungscodes wurden erstellt',
        recovery_code_used: 'Ein Wiederherstellungscode wurde benutzt',
      }[change];
      return {
        subject: heading,
        heading,
        blocks: [
          { text: 'Wie Ihr Konto geschützt ist, hat sich geändert.' },
          where(reader, at, place),
          { text: 'Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und prüfen Sie Ihre Sitzungen.' },
          { action: 'Das war ich nicht', url },
        ],
      };
    },
    sign_in_linked: ({ provider, at, place, url }, reader) => ({
      subject: `Anmeldung mit ${PROVIDERS[provider]} ist jetzt möglich`,
      heading: `Anmeldung mit ${PROVIDERS[provider]} ist jetzt möglich`,
      blocks: [
        { text: `Ihr Konto wurde mit einem Konto bei ${PROVIDERS[provider]} verbunden.` },
        where(reader, at, place),
        {
          text: 'Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und entfernen Sie die Verbindung im Profil.',
        },
        { action: 'Das war ich nicht', url },
      ],
    }),
    sign_in_unlinked: ({ provider, at, place, url }, reader) => ({
      subject: `Anmeldung mit ${PROVIDERS[provider]} wurde entfernt`,
      heading: `Anmeldung mit ${PROVIDERS[provider]} wurde entfernt`,
      blocks: [
        { text: `Die Verbindung mit Ihrem Konto bei ${PROVIDERS[provider]} wurde entfernt.` },
        where(reader, at, place),
        { text: 'Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort.' },
        { action: 'Das war ich nicht', url },
      ],
    }),
    invitation: ({ company, inviter, role, url, days: count }) => ({
      subject: `${inviter} lädt Sie zu ${company} ein`,
      heading: `Einladung zu ${company}`,
      blocks: [
        { text: `${inviter} lädt Sie in die CAAS Console von ${company} ein, Rolle: ${ROLES[role]}.` },
        { action: 'Einladung annehmen', url },
        {
          note: `Die Einladung gilt nur für Sie (${days(count)}). Wenn Sie ${inviter} nicht kennen, ignorieren Sie sie.`,
        },
      ],
    }),
  },
};
