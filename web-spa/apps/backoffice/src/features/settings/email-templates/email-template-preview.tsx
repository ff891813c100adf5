import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { previewEmailTemplate } from '@portico/api/office';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { explain, problemOf } from '../../../app/problem';
import classes from './email-template.module.css';

interface EmailTemplatePreviewProps {
  kind: string;
  language: string;
  subject: string;
  body: string;
}

/** The mail as it would arrive, filled with a recent document where there is one. */
export function EmailTemplatePreview({ kind, language, subject, body }: EmailTemplatePreviewProps) {
  const { t } = useLingui();
  const [words] = useDebouncedValue({ subject: subject.trim(), body: body.trim() }, 300, { leading: true });
  const query = useQuery({
    queryKey: ['email-preview', kind, language, words.subject, words.body],
    queryFn: async ({ signal }) => {
      const { data } = await previewEmailTemplate({
        path: { kind, language },
        body: words,
        signal,
        throwOnError: true,
      });
      return data;
    },
    enabled: words.subject !== '' && words.body !== '',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return (
    <section aria-label={t`Preview`} className={classes.preview}>
      <h3 className={classes.heading}>
        <Trans>Preview</Trans>
      </h3>
      {query.isError && (
        <Alert color="red" variant="light" role="alert">
          {problemOf(query.error).errors.map((entry) => (
            <div key={`${entry.pointer}${entry.detail}`}>{entry.detail}</div>
          ))}
          {problemOf(query.error).errors.length === 0 && explain(query.error)}
        </Alert>
      )}
      {query.isPending && <Skeleton height={320} />}
      {query.data && (
        <>
          <p className={classes.subject}>
            <bdi>{query.data.subject}</bdi>
          </p>
          {/* No script, no links that lead anywhere, no access to this page. */}
          <iframe title={t`Preview of the e-mail`} className={classes.mail} sandbox="" srcDoc={query.data.html} />
        </>
      )}
    </section>
  );
}
