import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ProfileUpdatedEvent } from '@caas/account/caas-profile.js';
import type { Identity } from './frame.js';
import { LOCALES, preferences, type ConsoleLocale } from './preferences.js';
import type { Session } from './session.js';

type Choices = Pick<ProfileUpdatedEvent['detail'], 'locale' | 'timeZone'>;

/** What a member chose for themselves: language and time zone. This browser keeps it, and takes it over from whoever signs in anew. */
export class ChoicesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #useLocale: (locale: ConsoleLocale) => void;

  constructor(host: ReactiveControllerHost & EventTarget, useLocale: (locale: ConsoleLocale) => void) {
    this.#host = host;
    this.#useLocale = useLocale;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('caas-profile-updated', this.#onUpdated);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('caas-profile-updated', this.#onUpdated);
  }

  /** The time zone of shown times; empty: as the browser says. */
  get timeZone(): string {
    return preferences.timeZone;
  }

  /** Takes over what the member chose on whatever device, once, where nobody was signed in here before. */
  meet(session: Session, identity: Identity | null): void {
    if (!session.fresh || !identity) return;
    session.fresh = false;
    if (identity.user) this.#take({ locale: identity.user.locale, timeZone: identity.user.timezone });
  }

  #take({ locale, timeZone }: Choices): void {
    preferences.timeZone = timeZone ?? '';
    const known = LOCALES.find((each) => each === locale);
    if (known) this.#useLocale(known);
    this.#host.requestUpdate();
  }

  readonly #onUpdated = (event: Event): void => this.#take((event as ProfileUpdatedEvent).detail);
}
