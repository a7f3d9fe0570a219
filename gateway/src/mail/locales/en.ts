import type { MailPlace } from '../../platform/mail.js';
import type { Block, MailTexts, Reader } from '../mail.texts.js';

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const PROVIDERS = { google: 'Google', github: 'GitHub' } as const;
const ROLES = { owner: 'owner', admin: 'admin', developer: 'developer', viewer: 'viewer' } as const;
const IGNORE = 'If you did not ask for this, ignore this mail: nothing changes.';

function where(reader: Reader, at: string, place: MailPlace): Block {
  const device = reader.device(place.userAgent);
  return {
    facts: [['When', reader.time(at)], ...(device ? [['Browser', device] as const] : []), ['IP address', place.ip]],
  };
}

/** English mails. */
export const en: MailTexts = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  footer: (origin) => `CAAS Console, ${origin}. This mail was sent automatically; answers are not read.`,
  device: (browser, system) => (browser && system ? `${browser} on ${system}` : (browser ?? system)),
  words: {
    verify_email: ({ code, minutes: count }) => ({
      subject: 'Confirm your e-mail address',
      heading: 'Confirm your e-mail address',
      blocks: [
        { text: 'Type this code in the console, so that we know the address is yours.' },
        { code, label: `Your code, good for ${minutes(count)}` },
        { note: 'If you did not create an account, ignore this mail. Never give the code to anybody.' },
      ],
    }),
    reset_password: ({ code, url, minutes: count }) => ({
      subject: 'Reset your password',
      heading: 'Reset your password',
      blocks: [
        { text: 'Somebody, hopefully you, asked for a new password for your account.' },
        { action: 'Choose a new password', url },
        ...(code ? [{ text: 'Or type this code where you asked for it.' }, { code, label: 'Your code' }] : []),
        { text: `Both work once and for ${minutes(count)}. A new password signs you out everywhere.` },
        { note: `${IGNORE} Never give the code or the link to anybody.` },
      ],
    }),
    password_changed: ({ at, place, url }, reader) => ({
      subject: 'Your password was changed',
      heading: 'Your password was changed',
      blocks: [
        { text: 'The password of your account was changed, and other sessions were signed out.' },
        where(reader, at, place),
        { text: 'If this was not you, set a new password at once.' },
        { action: 'This was not me', url },
      ],
    }),
    account_locked: ({ at, place, minutes: count, url }, reader) => ({
      subject: 'Your account is locked for now',
      heading: 'Your account is locked for now',
      blocks: [
        { text: `Five wrong passwords in a row locked your account for ${minutes(count)}. It opens by itself then.` },
        where(reader, at, place),
        { text: 'If this was you and you forgot the password, reset it: that unlocks the account at once.' },
        { action: 'Reset the password', url },
        { note: 'If this was not you, somebody is guessing. Your password held; a second factor makes it stronger.' },
      ],
    }),
    two_factor_locked: ({ at, place, url }, reader) => ({
      subject: 'Wrong two-factor codes were typed',
      heading: 'Wrong two-factor codes were typed',
      blocks: [
        {
          text: 'Too many wrong codes in a row were typed for your account. Codes of your app are not accepted for now; recovery codes and passkeys are.',
        },
        where(reader, at, place),
        { text: 'If this was not you, somebody knows your password. Set a new one at once.' },
        { action: 'Set a new password', url },
      ],
    }),
    new_sign_in: ({ at, place, url }, reader) => ({
      subject: 'New sign-in to your account',
      heading: 'New sign-in to your account',
      blocks: [
        { text: 'Your account was used in a browser that we have not seen before.' },
        where(reader, at, place),
        { text: 'If this was you, there is nothing to do. If not, end that session now.' },
        { action: 'This was not me', url },
      ],
    }),
    change_email: ({ code, minutes: count }) => ({
      subject: 'Confirm your new e-mail address',
      heading: 'Confirm your new e-mail address',
      blocks: [
        { text: 'Type this code in the console to use this address for your account from now on.' },
        { code, label: `Your code, good for ${minutes(count)}` },
        { note: IGNORE },
      ],
    }),
    email_change_asked: ({ email, url, days: count }) => ({
      subject: 'Your e-mail address is about to change',
      heading: 'Your e-mail address is about to change',
      blocks: [
        { text: `Somebody who is signed in to your account wants to use ${email} instead of this address.` },
        { text: 'If this was you, confirm it with the code that was mailed to the new address.' },
        { action: 'This was not me', url },
        {
          note: `The link stops the change, or takes it back, for ${days(count)}. It signs the account out everywhere and asks for a new password.`,
        },
      ],
    }),
    email_changed: ({ email, url, days: count }) => ({
      subject: 'Your e-mail address was changed',
      heading: 'Your e-mail address was changed',
      blocks: [
        { text: `Your account now uses ${email}. This address gets no more mail about it.` },
        { action: 'This was not me', url },
        {
          note: `For ${days(count)} the link brings this address back, signs the account out everywhere and asks for a new password.`,
        },
      ],
    }),
    email_restored: ({ email, url }) => ({
      subject: 'Your e-mail address is back',
      heading: 'Your e-mail address is back',
      blocks: [
        { text: `Your account uses ${email} again. All sessions were signed out, and the password works no more.` },
        {
          text: 'Whoever changed the address was signed in, so they may know it. Set a new one now, and look at your second factors.',
        },
        { action: 'Set a new password', url },
      ],
    }),
    two_factor_changed: ({ change, name, at, place, url }, reader) => {
      const heading = {
        totp_added: 'Two-factor is on',
        totp_removed: 'Two-factor was turned off',
        passkey_added: name ? `The passkey ${name} was added` : 'A passkey was added',
        passkey_removed: name ? `The passkey ${name} was removed` : 'A passkey was removed',
        recovery_codes_renewed: 'New recovery codes were made',
        recovery_code_used: 'A recovery code was used',
      }[change];
      return {
        subject: heading,
        heading,
        blocks: [
          { text: 'The way your account is protected has changed.' },
          where(reader, at, place),
          { text: 'If this was not you, set a new password at once and look at your sessions.' },
          { action: 'This was not me', url },
        ],
      };
    },
    sign_in_linked: ({ provider, at, place, url }, reader) => ({
      subject: `${PROVIDERS[provider]} can sign you in now`,
      heading: `${PROVIDERS[provider]} can sign you in now`,
      blocks: [
        { text: `Your account was linked with an account at ${PROVIDERS[provider]}.` },
        where(reader, at, place),
        { text: 'If this was not you, set a new password at once and remove the link in your profile.' },
        { action: 'This was not me', url },
      ],
    }),
    sign_in_unlinked: ({ provider, at, place, url }, reader) => ({
      subject: `${PROVIDERS[provider]} no longer signs you in`,
      heading: `${PROVIDERS[provider]} no longer signs you in`,
      blocks: [
        { text: `The link with your account at ${PROVIDERS[provider]} was removed.` },
        where(reader, at, place),
        { text: 'If this was not you, set a new password at once.' },
        { action: 'This was not me', url },
      ],
    }),
    invitation: ({ company, inviter, role, url, days: count }) => ({
      subject: `${inviter} invites you to ${company}`,
      heading: `Join ${company}`,
      blocks: [
        { text: `${inviter} invites you to the CAAS Console of ${company}, as ${ROLES[role]}.` },
        { action: 'Accept the invitation', url },
        {
          note: `The invitation is good for ${days(count)} and for you alone. If you do not know ${inviter}, ignore it.`,
        },
      ],
    }),
  },
};
