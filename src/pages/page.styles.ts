import { css } from 'lit';

/** What all pages share: they are as wide as the room they get. */
export const styles = css`
  :host {
    display: block;
  }
`;
