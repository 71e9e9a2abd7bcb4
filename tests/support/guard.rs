//! Running code that may throw or hang, so that one bad schema is a line in the table and not the end of the run.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::Builder;
use std::time::Duration;

/// Deep documents recurse deeply; the address space is free until it is used.
const STACK: usize = 512 << 20;
const THREAD: &str = "measured: ";

/// How a guarded piece of work can fail.
#[derive(Debug, Clone)]
pub(crate) enum Trouble {
    /// It panicked: message and place.
    Threw(String),
    /// It had not finished after this time.
    Hung(Duration),
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Threw(message) => write!(formatter, "THREW {message}"),
            Self::Hung(limit) => write!(formatter, "HUNG for more than {limit:?}"),
        }
    }
}

thread_local! {
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics of measured code out of the test's output; they are reported in the table instead.
fn quiet_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if std::thread::current().name().is_some_and(|name| name.starts_with(THREAD)) {
                LAST_PANIC.with(|last| *last.borrow_mut() = info.to_string().replace('\n', " "));
            } else {
                usual(info);
            }
        }));
    });
}

/// Runs the work here; a panic becomes its message.
pub(crate) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, Trouble> {
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| Trouble::Threw(LAST_PANIC.with(|last| last.borrow().clone())))
}

/// Runs the work in a named thread with a large stack and does not wait for it.
pub(crate) fn start(name: &str, work: impl FnOnce() + Send + 'static) {
    quiet_panics();
    Builder::new()
        .name(format!("{THREAD}{name}"))
        .stack_size(STACK)
        .spawn(work)
        .expect("a thread can be started");
}

/// Runs the work in a thread of its own, and leaves that thread behind when the time is up.
pub(crate) fn limited<T: Send + 'static>(
    name: &str,
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Trouble> {
    let (sender, receiver) = channel();
    start(name, move || {
        // The receiver is gone after a timeout; nobody wants the result then.
        let _ = sender.send(catch(work));
    });
    match receiver.recv_timeout(limit) {
        Ok(result) => result,
        Err(RecvTimeoutError::Timeout) => Err(Trouble::Hung(limit)),
        Err(RecvTimeoutError::Disconnected) => {
            Err(Trouble::Threw("the thread ended without a result".to_owned()))
        }
    }
}
