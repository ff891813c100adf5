import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl, UnstyledButton } from '@mantine/core';
import type { DevMail } from '@portico/api/office';
import { listDevMailboxOptions } from '@portico/api/office/query';
import { Instant } from '@portico/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../list/empty';
import { Failure } from '../../list/failure';
import { GridSkeleton } from '../../list/grid-skeleton';
import { BackLink } from '../../shell/back-link';
import { IconMail } from '../../shell/icons';
import { Page } from '../../shell/page';
import classes from './mailbox.module.css';

/** What a development server would have sent. */
export function Mailbox() {
  const { t } = useLingui();
  const query = useQuery({ ...listDevMailboxOptions(), refetchInterval: 5000 });
  const [chosen, setChosen] = useState<string | null>(null);
  const mails = query.data?.data ?? [];
  const mail = mails.find((entry) => entry.id === chosen) ?? mails[0];

  return (
    <main className={classes.frame}>
      <Page
        title={t`Development mailbox`}
        back={
          <BackLink to="/">
            <Trans>Back office</Trans>
          </BackLink>
        }
      >
        {query.isError && !query.data && <Failure error={query.error} retry={() => query.refetch()} />}
        {query.isPending && <GridSkeleton columns={2} />}
        {query.data && mails.length === 0 && (
          <Empty icon={<IconMail />} title={<Trans>No mail yet</Trans>}>
            <Trans>Mails that the server would send appear here; none leaves this machine.</Trans>
          </Empty>
        )}
        {mail && (
          <div className={classes.grid}>
            <ul className={classes.list}>
              {mails.map((entry) => (
                <li key={entry.id}>
                  <UnstyledButton
                    className={classes.item}
                    data-active={entry.id === mail.id || undefined}
                    onClick={() => setChosen(entry.id)}
                  >
                    <strong>{entry.subject}</strong>
                    <span>
                      <bdi>{entry.to}</bdi>
                    </span>
                    <span>
                      <Instant value={entry.at} />
                    </span>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
            <MailView key={mail.id} mail={mail} />
          </div>
        )}
      </Page>
    </main>
  );
}

function MailView({ mail }: { mail: DevMail }) {
  const { t } = useLingui();
  const [shown, setShown] = useState('html');
  return (
    <article className={classes.mail}>
      <header>
        <h2>{mail.subject}</h2>
        <div className={classes.meta}>
          <Trans>
            To <bdi>{mail.to}</bdi>
          </Trans>
          {mail.attachments.map((file) => (
            <span key={file.name}>
              {file.name} ({file.size} B)
            </span>
          ))}
        </div>
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'html', label: 'HTML' },
            { value: 'text', label: t`Text` },
          ]}
        />
      </header>
      {shown === 'html' ? (
        // No script and no access to this page; only links may open a new window.
        <iframe
          title={mail.subject}
          className={classes.html}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          srcDoc={`<base target="_blank">${mail.html}`}
        />
      ) : (
        <pre className={classes.text}>{mail.text}</pre>
      )}
    </article>
  );
}
