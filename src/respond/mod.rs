//! Stub replaced while the module is being written.
