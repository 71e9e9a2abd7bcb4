import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { messageOf } from "../../api/error.ts";
import type { MockSettings } from "../../api/types.ts";
import { LinkButton } from "../../components/button.tsx";
import { Switch } from "../../components/choice.tsx";
import { confirm } from "../../components/confirm.tsx";
import { CopyLine } from "../../components/copy-button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Card, Section } from "../../components/page.tsx";
import { toast } from "../../components/toast.tsx";
import { changeSettings } from "./change.ts";

/** Whether everybody may read the project's document; changed at once, after a question when it is opened. */
export function PublicDocs({ project, settings, disabled }: { project: string; settings: MockSettings; disabled: boolean }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const turn = async (on: boolean) => {
    const sure =
      !on ||
      (await confirm({
        title: "Publish the document?",
        body: <p>Everybody who knows the address can read all endpoints and schemas of this project, without any token. Custom mocks, scripts and tokens are not shown.</p>,
        action: "Publish",
      }));
    if (!sure) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await changeSettings(project, { publicDocs: on });
      toast(on ? "The document is public" : "The document is private");
    } catch (error) {
      setFailure(messageOf(error));
    }
    setBusy(false);
  };
  const address = `${location.origin}/docs/${project}`;
  return (
    <Section title="Public page">
      <Card>
        {failure && <Notice tone="bad" title="Nothing was changed">{failure}</Notice>}
        <Switch label="Show the document to everybody" hint="A page to read it and to try the mock, without signing in." checked={settings.publicDocs} disabled={disabled || busy} onChange={(on) => void turn(on)} />
        {settings.publicDocs && (
          <div class="stack-tight">
            <CopyLine text={address} label="address of the public page" />
            <div class="row">
              <LinkButton href={address} small icon="external">
                Open the page
              </LinkButton>
            </div>
          </div>
        )}
      </Card>
    </Section>
  );
}
