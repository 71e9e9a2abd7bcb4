import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { messageOf } from "../../api/error.ts";
import type { MockSettings } from "../../api/types.ts";
import { RadioCards, Switch } from "../../components/choice.tsx";
import { confirm } from "../../components/confirm.tsx";
import { CopyLine } from "../../components/copy-button.tsx";
import { Notice } from "../../components/notice.tsx";
import { Card, Section } from "../../components/page.tsx";
import { toast } from "../../components/toast.tsx";
import { changeSettings, type SettingsChange } from "./change.ts";
import { MockToken } from "./mock-token.tsx";

/** The switch, who may call, and the address: each is changed at once. */
export function CloudMock({ project, settings, disabled }: { project: string; settings: MockSettings; disabled: boolean }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const change = async (body: SettingsChange, done: string) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await changeSettings(project, body);
      toast(done);
    } catch (error) {
      setFailure(messageOf(error));
    }
    setBusy(false);
  };
  const turn = async (on: boolean) => {
    if (on) return change({ cloudMock: true }, "The cloud mock is on");
    const sure = await confirm({
      title: "Switch the cloud mock off?",
      body: <p>Every mock URL of this project stops answering, and its callers get an error until it is switched on again. Nothing is deleted.</p>,
      action: "Switch off",
      danger: true,
    });
    if (sure) return change({ cloudMock: false }, "The cloud mock is off");
  };
  return (
    <Section title="Cloud mock">
      <Card>
        {failure && <Notice tone="bad" title="Nothing was changed">{failure}</Notice>}
        <Switch label="Answer mock requests" hint={settings.cloudMock ? "The cloud mock is on." : "The cloud mock is off: callers get an error."} checked={settings.cloudMock} disabled={disabled || busy} onChange={(on) => void turn(on)} />
        <div class="stack-tight">
          <h3>Base URL</h3>
          <p class="hint">An endpoint's path follows behind it, as the document has it.</p>
          <CopyLine text={`${location.origin}/m1/${project}-0-default`} label="base URL" />
        </div>
        <RadioCards
          legend="Access permission"
          value={settings.access}
          disabled={disabled || busy}
          onChange={(access) => void change({ access }, access === "public" ? "Anybody may call the mock" : "The mock asks for its token")}
          options={[
            { value: "public", label: "Open", hint: "Anybody who knows the URL" },
            { value: "token", label: "Token authentication", hint: "Callers send the project's token as apidogToken" },
          ]}
        />
        {settings.access === "token" && settings.token && <MockToken project={project} token={settings.token} disabled={disabled} />}
      </Card>
    </Section>
  );
}
