import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    container: caas-rotation / inline-size;
  }
  .panel > header {
    flex-wrap: wrap;
    justify-content: end;
    padding-block: var(--caas-space-2);
    border-block-end: var(--caas-border-width) solid var(--caas-color-border);
  }
  .title {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-size: var(--caas-font-size-md);
    font-weight: var(--caas-weight-strong);
    letter-spacing: var(--caas-tracking-snug);
  }
  .line {
    padding: var(--caas-space-2) var(--caas-space-card);
    border-block-start: var(--caas-border-width) solid var(--caas-color-border);
    font-size: var(--caas-font-size-sm);
    overflow-wrap: anywhere;
  }
  .line.row {
    align-items: start;
  }
  @container caas-rotation (max-width: 860px) {
    .wide {
      display: none;
    }
  }
  @container caas-rotation (max-width: 620px) {
    .panel {
      display: flex;
      flex-direction: column;
    }
    .panel > header {
      display: contents;
    }
    .title {
      order: 0;
      padding: calc(var(--caas-space-1) * 3.5) var(--caas-space-4) var(--caas-space-3);
    }
    caas-stepper {
      order: 1;
    }
    .line {
      order: 2;
      padding: var(--caas-space-2) var(--caas-space-4) var(--caas-space-3);
    }
    .grow {
      display: none;
    }
    .panel > header .btn {
      order: 4;
      flex: none;
      min-block-size: var(--caas-size-control);
      margin: 0 var(--caas-space-4) var(--caas-space-2);
      border-color: var(--caas-color-border-strong);
    }
    .panel > header .btn:last-of-type {
      order: 3;
    }
    .panel > header .btn:first-of-type {
      order: 5;
      margin-block-end: var(--caas-space-4);
    }
  }
`;
