import { useCallback, useMemo, useState } from "preact/hooks";
import { useApi } from "../../api/cache.ts";
import { ask } from "../../api/client.ts";
import { messageOf } from "../../api/error.ts";
import type { References } from "../../api/endpoint-types.ts";
import { toast } from "../../components/toast.tsx";
import { viewOf, type OperationView } from "../../openapi/operation.ts";
import type { Resolve } from "../../openapi/schema.ts";

/** An operation with the parts of the document that it refers to. */
export interface ReadOperation {
  view: OperationView;
  resolve: Resolve;
  /** Gets a part that did not come with the others. */
  fetchPart: (reference: string) => void;
}

/** Reads what an operation refers to. Before that is there, it is shown without. */
export function useOperation(base: string, operation: unknown): ReadOperation {
  const { data } = useApi<References>(`${base}/references`);
  const [further, setFurther] = useState<Record<string, unknown>>({});
  const parts = useMemo(() => ({ ...data?.references, ...further }), [data, further]);
  const resolve = useCallback((reference: string) => parts[reference], [parts]);
  const fetchPart = useCallback(
    async (reference: string) => {
      try {
        const more = await ask<References>("GET", `${base}/references?from=${encodeURIComponent(reference)}`);
        setFurther((before) => ({ ...before, ...more.references }));
        if (more.references[reference] === undefined) toast(`${reference} leads to nothing in the document.`, "bad");
      } catch (error) {
        toast(messageOf(error), "bad");
      }
    },
    [base],
  );
  const view = useMemo(() => viewOf(operation, data ?? {}, resolve), [operation, data, resolve]);
  return { view, resolve, fetchPart };
}
