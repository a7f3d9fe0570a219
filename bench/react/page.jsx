// The page that `<caas-api-keys>` is measured against: the same rows, columns and controls, built the way a React team would.
import * as Dialog from '@radix-ui/react-dialog';
import { zodResolver } from '@hookform/resolvers/zod';
import {
  QueryClient,
  QueryClientProvider,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { NewKey, SCOPES, createKey, readKeys, readMe } from './keys.data.js';
import './page.css';

const FIRST_VIEW = { q: '', status: '', sort: '-created_at' };
const TONES = { active: 'success', rotating: 'info', retiring: 'warning' };
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const dateTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

function Icon({ path, size = 16 }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}

const COPY = 'M8 8h12v12H8zM16 8V4H4v12h4';
const MORE = 'M12 12h.01M19 12h.01M5 12h.01';
const PLUS = 'M5 12h14M12 5v14';
const SEARCH = 'm21 21-4.3-4.3M11 19a8 8 0 1 0 0-16 8 8 0 0 0 0 16z';

function Time({ iso }) {
  const past = Date.parse(iso) - Date.now();
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(past) >= ms) ?? UNITS[2];
  return (
    <time dateTime={iso} title={dateTime.format(new Date(iso))}>
      {relative.format(Math.round(past / length), unit)}
    </time>
  );
}

const features = tableFeatures({ rowSortingFeature });
const helper = createColumnHelper();
const columns = helper.columns([
  helper.accessor('name', {
    header: 'Name',
    cell: ({ row: { original: key } }) => (
      <>
        <button className="name" type="button" title={key.name} aria-label={`Details of ${key.name}`}>
          <b>
            <bdi>{key.name}</bdi>
          </b>
        </button>
        <small>{key.status === 'revoked' ? `Revoked by ${key.revoked_by?.name}` : key.note}</small>
      </>
    ),
  }),
  helper.accessor('prefix', {
    header: 'Key',
    enableSorting: false,
    cell: ({ row: { original: key } }) => (
      <span className="key">
        {key.prefix}
        <span className="dots">••••</span>
        {key.last4}
        <button
          className="icon"
          type="button"
          title="Copies the id"
          aria-label={`Copy the id of ${key.name}`}
          onClick={() => navigator.clipboard.writeText(key.id)}
        >
          <Icon path={COPY} size={14} />
        </button>
      </span>
    ),
  }),
  helper.accessor('scopes', {
    header: 'Scopes',
    enableSorting: false,
    cell: ({ row: { original: key } }) =>
      key.scopes.map((scope) => (
        <span className="scope" key={scope}>
          {scope}
        </span>
      )),
  }),
  helper.accessor('created_at', {
    header: 'Created',
    cell: ({ row: { original: key } }) => <Time iso={key.created_at} />,
  }),
  helper.accessor('last_used_at', {
    header: 'Last used',
    cell: ({ row: { original: key } }) => (
      <>
        {key.last_used_at ? <Time iso={key.last_used_at} /> : 'Never'}
        {key.last_used_ip ? <small className="mono">{key.last_used_ip}</small> : null}
      </>
    ),
  }),
  helper.accessor('status', {
    header: 'Status',
    enableSorting: false,
    cell: ({ row: { original: key } }) => <span className={`badge ${TONES[key.status] ?? ''}`}>{key.status}</span>,
  }),
  helper.display({
    id: 'actions',
    header: () => <span className="vh">Actions</span>,
    cell: ({ row: { original: key }, table }) =>
      table.options.meta?.mayWrite ? (
        <button className="icon" type="button" aria-haspopup="menu" aria-label={`Actions for ${key.name}`}>
          <Icon path={MORE} />
        </button>
      ) : null,
  }),
]);

function CreateKey() {
  const client = useQueryClient();
  const form = useForm({ resolver: zodResolver(NewKey), defaultValues: { scope: 'read' } });
  const create = useMutation({
    mutationFn: createKey,
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
  return (
    <Dialog.Root>
      <Dialog.Trigger className="btn primary">
        <Icon path={PLUS} />
        Create key
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title>Create key</Dialog.Title>
          <form onSubmit={form.handleSubmit((values) => create.mutate(values))}>
            <label>
              Name <input {...form.register('name')} />
            </label>
            <p role="alert">{form.formState.errors.name?.message}</p>
            <label>
              Scope{' '}
              <select {...form.register('scope')}>
                {SCOPES.map((scope) => (
                  <option key={scope}>{scope}</option>
                ))}
              </select>
            </label>
            <label>
              Note <input {...form.register('note')} />
            </label>
            <button className="btn primary">Create</button>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const NO_KEYS = [];

function ApiKeys() {
  const [view, setView] = useState(FIRST_VIEW);
  const me = useQuery({ queryKey: ['me'], queryFn: readMe });
  const keys = useQuery({
    queryKey: ['keys', view],
    queryFn: ({ signal }) => readKeys(view, signal),
    placeholderData: keepPreviousData,
  });
  const sorting = [{ id: view.sort.replace('-', ''), desc: view.sort.startsWith('-') }];
  const mayWrite = me.data?.permissions.includes('api-keys:write') ?? false;
  const table = useTable({
    features,
    columns,
    meta: { mayWrite },
    data: keys.data?.items ?? NO_KEYS,
    getRowId: (key) => key.id,
    manualSorting: true,
    state: { sorting },
    onSortingChange: (update) => {
      const [first] = typeof update === 'function' ? update(sorting) : update;
      setView({ ...view, sort: first ? `${first.desc ? '-' : ''}${first.id}` : FIRST_VIEW.sort });
    },
  });
  return (
    <section className="base">
      <header>
        <div className="grow">
          <h2>API keys</h2>
          <p className="muted">Keys let your servers call CAAS.</p>
        </div>
        {mayWrite ? <CreateKey /> : null}
      </header>
      {keys.error ? <p role="alert">{String(keys.error)}</p> : null}
      <div className="panel">
        <div className="tools">
          <label className="field">
            <Icon path={SEARCH} size={14} />
            <span className="vh">Search keys</span>
            <input
              type="search"
              placeholder="Name or last four"
              value={view.q}
              onChange={(event) => setView({ ...view, q: event.target.value })}
            />
          </label>
          <button className="chip" type="button" aria-haspopup="menu">
            Status <b>{view.status || 'All'}</b>
          </button>
          <button className="chip" type="button" aria-haspopup="menu">
            Scope <b>Any</b>
          </button>
          <span className="grow" />
          {keys.data ? <span className="muted">{`${keys.data.used} of ${keys.data.limit_allowed} used`}</span> : null}
        </div>
        <table aria-busy={keys.isPending}>
          <caption className="vh">API keys</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th key={header.id} scope="col">
                    {header.column.getCanSort() ? (
                      <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
                        <table.FlexRender header={header} />
                      </button>
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id} data-id={row.id}>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <footer>{keys.data ? `1 to ${keys.data.items.length} of ${keys.data.total}` : null}</footer>
      </div>
    </section>
  );
}

createRoot(document.getElementById('page')).render(
  <QueryClientProvider client={new QueryClient()}>
    <ApiKeys />
  </QueryClientProvider>,
);
