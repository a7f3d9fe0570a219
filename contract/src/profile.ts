import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Email, optionalText, secretText, text } from './fields.js';
import { Code } from './recovery.js';

/** What a member says of themselves. */
export const Profile = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  email: z.string(),
  email_verified: z.boolean(),
  /** A new address that waits for its code. */
  pending_email: z.nullable(z.string()),
  /** Path of the picture on the gateway; null: there is none. */
  avatar_url: z.nullable(z.string()),
  /** BCP 47; null: as the browser says. */
  locale: z.nullable(z.string()),
  /** IANA name; null: as the browser says. */
  timezone: z.nullable(z.string()),
  /** False for a member who signs in by a provider alone. */
  has_password: z.boolean(),
  /** Providers this member signs in with. */
  providers: z.array(z.enum(['google', 'github'])),
  version: z.int(),
});
export type Profile = z.infer<typeof Profile>;

export const getProfile = endpoint({
  id: 'getProfile',
  method: 'GET',
  path: '/api/v1/users/profile',
  summary: "The caller's own profile",
  who: ['console'],
  answers: { 200: Profile },
  errors: [],
});

export const updateProfile = endpoint({
  id: 'updateProfile',
  method: 'PUT',
  path: '/api/v1/users/profile',
  summary: 'Change name, language or time zone; a new address gets a code first and the old one is told',
  who: ['console'],
  /** What is absent stays as it is. The present address as `email` gives up a change that waits for its code. */
  body: z.strictObject({
    name: optionalText(100),
    email: z.optional(Email),
    locale: optionalText(35),
    timezone: optionalText(64),
    version: z.int(),
  }),
  answers: { 200: Profile },
  errors: ['version_conflict', 'email_taken', 'step_up_required', 'rate_limited'],
});

export const confirmEmailChange = endpoint({
  id: 'confirmEmailChange',
  method: 'POST',
  path: '/api/v1/users/profile/email',
  summary: 'Take the new address into use with the code mailed to it',
  who: ['console'],
  body: z.strictObject({ code: Code }),
  answers: { 200: Profile },
  errors: ['code_invalid', 'code_expired', 'email_taken'],
});

export const changePassword = endpoint({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/v1/users/profile/password',
  summary: 'Change the own password; ends all other sessions',
  who: ['console'],
  body: z.strictObject({ current_password: z.optional(secretText(1, 256)), new_password: secretText(8, 256) }),
  answers: { 204: null },
  errors: ['password_wrong', 'account_locked', 'step_up_required'],
});

export const setAvatar = endpoint({
  id: 'setAvatar',
  method: 'PUT',
  path: '/api/v1/users/profile/avatar',
  summary: 'Set the own picture: PNG, JPEG or WebP of 128 KiB at most, as base64',
  who: ['console'],
  body: z.strictObject({ data: text(1, 180_000) }),
  answers: { 200: Profile },
  errors: ['unsupported_media_type', 'payload_too_large'],
});

export const removeAvatar = endpoint({
  id: 'removeAvatar',
  method: 'DELETE',
  path: '/api/v1/users/profile/avatar',
  summary: 'Remove the own picture',
  who: ['console'],
  answers: { 200: Profile },
  errors: [],
});
