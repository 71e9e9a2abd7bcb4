import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { invalidate } from "../../api/cache.ts";
import { request } from "../../api/client.ts";
import { ApiError } from "../../api/error.ts";
import type { EndpointDetails, Sample } from "../../api/endpoint-types.ts";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogActions } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { Form, FormError, useSubmission } from "../../components/form.tsx";
import { toast } from "../../components/toast.tsx";
import type { SchemaNode } from "../../openapi/schema.ts";
import { withSet } from "../../openapi/set-at.ts";
import { fieldOf, sharedSchema } from "./mock-fields.tsx";
import { SampleValues } from "./sample-values.tsx";
import { usePreview } from "./use-preview.ts";

const KEY = "x-apidog-mock";

/** Changes what a property holds, with samples of it. */
export function MockFieldDialog({ project, base, endpoint, node, onClose }: { project: string; base: string; endpoint: number; node: SchemaNode; onClose: () => void }): JSX.Element {
  const [text, setText] = useState(fieldOf(node));
  const submission = useSubmission();
  const { [KEY]: _, "x-apifox-mock": __, ...plain } = node.schema;
  const property = text.trim() ? { ...plain, [KEY]: text } : plain;
  const sample = usePreview<Sample>(`/projects/${project}/sample`, {
    endpoint,
    count: 5,
    schema: { type: "object", required: [node.name], properties: { [node.name]: property } },
  });
  const shared = sharedSchema(node.place.part);

  const save = async () => {
    // Read again right before, and written on condition that it is still that: nothing else is touched.
    const gone = () => new ApiError("This property is not there any more: the document was changed. Close this and look again.", 0);
    const value = text.trim() ? text : undefined;
    const changed = (root: unknown) => {
      const cleaned = withSet(root, node.place.pointer, "x-apifox-mock", undefined);
      const next = cleaned === undefined ? undefined : withSet(cleaned, node.place.pointer, KEY, value);
      if (next === undefined) throw gone();
      return next;
    };
    if (shared === undefined) {
      const now = await request<EndpointDetails>("GET", base);
      await request("PATCH", base, { body: { operation: changed(now.data.operation) }, ifMatch: now.etag });
    } else {
      const path = `/projects/${project}/schemas/${encodeURIComponent(shared)}`;
      const now = await request<{ schema: unknown }>("GET", path);
      await request("PUT", path, { body: changed(now.data.schema), ifMatch: now.etag });
    }
    invalidate(`/projects/${project}/endpoints`);
    toast(value ? "Mock field saved." : "Mock field removed.");
  };

  return (
    <Dialog title={`Mock field of ${node.name}`} onClose={onClose}>
      <Form onSubmit={async () => (await submission.send(save)) && onClose()}>
        {shared !== undefined && <p class="muted">It is part of the shared schema {shared}: wherever that is used, this holds.</p>}
        <TextField label="Mock field" hint="Empty: name rules decide. Fixed text, {{$module.method}}, or both mixed." mono autofocus value={text} placeholder="{{$person.fullName}}" onInput={setText} />
        <SampleValues sample={sample} name={node.name} />
        <FormError of={submission} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone="primary" busy={submission.busy}>
            Save
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
