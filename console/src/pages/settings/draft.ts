import { useCallback, useEffect, useState } from "preact/hooks";
import { request } from "../../api/client.ts";
import { ApiError } from "../../api/error.ts";
import type { MockSettings } from "../../api/types.ts";
import { confirm } from "../../components/confirm.tsx";
import { useSubmission, type Submission } from "../../components/form.tsx";
import { toast } from "../../components/toast.tsx";
import { useLeaveGuard } from "../../router/router.ts";
import { changeSettings } from "./change.ts";

/** How often it is tried to save while others save too. */
const ATTEMPTS = 4;

/** A field that was changed here and, meanwhile, to something else elsewhere. */
export interface FieldConflict {
  field: keyof MockSettings;
  mine: unknown;
  theirs: unknown;
}

/** Changes that are not saved yet. */
export interface Draft {
  /** The settings as they would be. */
  values: MockSettings;
  set: (change: Partial<MockSettings>) => void;
  dirty: boolean;
  conflicts: FieldConflict[];
  submission: Submission;
  /** Saves the changed fields; `overwrite` where somebody else changed the same ones too. */
  save: (overwrite?: boolean) => Promise<void>;
  /** Drops the changes. */
  discard: () => void;
}

/**
 * Keeps changes until they are saved. Only changed fields are sent, so that what another tab changes elsewhere stays; where
 * both changed the same one, nothing is sent until the person has decided.
 */
export function useDraft(project: string, settings: MockSettings): Draft {
  const [changes, setChanges] = useState<Partial<MockSettings>>({});
  /** What the changed fields were when they were changed. */
  const [bases, setBases] = useState<Partial<MockSettings>>({});
  const [conflicts, setConflicts] = useState<FieldConflict[]>([]);
  const submission = useSubmission();
  const dirty = Object.keys(changes).length > 0;

  const forget = () => {
    setChanges({});
    setBases({});
    setConflicts([]);
  };
  useEffect(forget, [project]);

  const set = (change: Partial<MockSettings>) => {
    const next = { ...changes, ...change };
    const kept = { ...settings, ...bases };
    // What was changed back is no change.
    for (const field of fields(next)) if (same(next[field], kept[field])) delete next[field];
    setBases(Object.fromEntries(fields(next).map((field) => [field, kept[field]])));
    setChanges(next);
    submission.clear();
  };

  const save = async (overwrite = false) => {
    let found: FieldConflict[] = [];
    const saved = await submission.send(async () => {
      for (let attempt = 1; ; attempt++) {
        const { data: now, etag } = await request<MockSettings>("GET", `/projects/${project}/mock-settings`);
        found = fields(changes)
          .filter((field) => !overwrite && !same(now[field], bases[field]) && !same(now[field], changes[field]))
          .map((field) => ({ field, mine: changes[field], theirs: now[field] }));
        if (found.length) return;
        try {
          await changeSettings(project, changes, { ifMatch: etag });
          return;
        } catch (error) {
          // Somebody came in between: what they changed has to be looked at again.
          if (!(error instanceof ApiError && error.isConflict) || attempt === ATTEMPTS) throw error;
        }
      }
    });
    setConflicts(found);
    if (!saved || found.length) return;
    forget();
    toast("Saved");
  };

  const mayLeave = useCallback(() => confirm({ title: "Leave without saving?", body: "What you changed on this page is lost.", action: "Leave", cancel: "Stay", danger: true }), []);
  useLeaveGuard(dirty, mayLeave);

  return {
    values: { ...settings, ...changes },
    set,
    dirty,
    conflicts,
    submission,
    save,
    discard: () => {
      forget();
      submission.clear();
    },
  };
}

/** Whether two values of a field are the same: some are objects. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fields(change: Partial<MockSettings>): (keyof MockSettings)[] {
  return Object.keys(change) as (keyof MockSettings)[];
}
