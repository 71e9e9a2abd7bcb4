//! The SQLite database of an object.

use worker::{SqlStorage, SqlStorageValue};

/// One row, column by column.
pub(super) struct Row(Vec<SqlStorageValue>);

impl Row {
    /// Text; empty for NULL and other types.
    pub(super) fn text(&mut self, column: usize) -> String {
        match self.take(column) {
            SqlStorageValue::String(text) => text,
            _ => String::new(),
        }
    }

    /// A whole number; 0 for NULL and other types.
    pub(super) fn integer(&self, column: usize) -> i64 {
        match self.0.get(column) {
            Some(SqlStorageValue::Integer(number)) => *number,
            // Numbers of the runtime that are not in the safe range arrive as floats.
            Some(SqlStorageValue::Float(number)) => *number as i64,
            _ => 0,
        }
    }

    /// An id or count.
    pub(super) fn id(&self, column: usize) -> u64 {
        u64::try_from(self.integer(column)).unwrap_or_default()
    }

    /// Bytes; empty for NULL and other types.
    pub(super) fn bytes(&mut self, column: usize) -> Vec<u8> {
        match self.take(column) {
            SqlStorageValue::Blob(bytes) => bytes,
            _ => Vec::new(),
        }
    }

    fn take(&mut self, column: usize) -> SqlStorageValue {
        let value = self.0.get_mut(column);
        value.map_or(SqlStorageValue::Null, |value| std::mem::replace(value, SqlStorageValue::Null))
    }
}

/// A database.
#[derive(Clone)]
pub(super) struct Database(SqlStorage);

impl Database {
    pub(super) fn new(state: &worker::State) -> Self {
        Self(state.storage().sql())
    }

    /// Runs a statement.
    pub(super) fn run(&self, sql: &str, values: Vec<SqlStorageValue>) -> worker::Result<()> {
        self.0.exec(sql, values).map(|_| ())
    }

    /// All rows of a query.
    pub(super) fn rows(&self, sql: &str, values: Vec<SqlStorageValue>) -> worker::Result<Vec<Row>> {
        self.0.exec(sql, values)?.raw().map(|row| row.map(Row)).collect()
    }

    /// The rows of a query one at a time: for rows too large to have them all in memory.
    pub(super) fn each(
        &self,
        sql: &str,
        values: Vec<SqlStorageValue>,
        mut visit: impl FnMut(Row) -> worker::Result<()>,
    ) -> worker::Result<()> {
        for row in self.0.exec(sql, values)?.raw() {
            visit(Row(row?))?;
        }
        Ok(())
    }

    /// The first row.
    pub(super) fn first(&self, sql: &str, values: Vec<SqlStorageValue>) -> worker::Result<Option<Row>> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }
}

/// An id as a value. Ids are below 2^53.
pub(super) fn id(id: u64) -> SqlStorageValue {
    SqlStorageValue::Integer(i64::try_from(id).unwrap_or(i64::MAX))
}

/// An id, or NULL.
pub(super) fn optional_id(value: Option<u64>) -> SqlStorageValue {
    value.map_or(SqlStorageValue::Null, id)
}

/// A whole number, or NULL.
pub(super) fn optional_integer(value: Option<i64>) -> SqlStorageValue {
    value.map_or(SqlStorageValue::Null, SqlStorageValue::Integer)
}

/// Text, or NULL.
pub(super) fn optional_text(value: Option<&str>) -> SqlStorageValue {
    value.map_or(SqlStorageValue::Null, Into::into)
}
