import { Trans } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { getEmailTemplateOptions } from '@portico/api/office/query';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictDialog } from '../../../form/conflict-dialog';
import { Failure } from '../../../list/failure';
import { BackLink } from '../../../shell/back-link';
import { SettingsSection } from '../settings-section';
import { EmailTemplateForm } from './email-template-form';
import { languageName, useMailKindName } from './template-names';

/** One mail in one language. */
export function EmailTemplatePage({ kind, language }: { kind: string; language: string }) {
  const nameOf = useMailKindName();
  const query = useQuery({ ...getEmailTemplateOptions({ path: { kind, language } }), refetchOnWindowFocus: false });
  const [conflict, setConflict] = useState(false);
  const template = query.data;
  return (
    <>
      <BackLink to="/settings/email-templates">
        <Trans>E-mail templates</Trans>
      </BackLink>
      <SettingsSection
        title={
          <>
            {nameOf(kind)} · {languageName(language)}
          </>
        }
      >
        {query.isError && !template && <Failure error={query.error} retry={() => query.refetch()} />}
        {query.isPending && <Skeleton height={320} />}
        {template && (
          <EmailTemplateForm
            // What was saved, taken back or loaded anew is where the form begins again.
            key={`${kind}.${language}.${template.version}`}
            template={template}
            onProblem={(problem) => {
              const stale = problem.code === 'version_mismatch';
              setConflict(stale);
              return stale;
            }}
          />
        )}
      </SettingsSection>
      <ConflictDialog
        opened={conflict}
        onClose={() => setConflict(false)}
        onReload={async () => {
          await query.refetch();
          setConflict(false);
        }}
      >
        <Trans>
          Somebody else changed this e-mail while you were editing. Load their version and enter your changes again.
        </Trans>
      </ConflictDialog>
    </>
  );
}
